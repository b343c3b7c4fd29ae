"""Decides which language the commands speak, Danish unless asked otherwise, and finds the words."""

from typing import Literal, get_args

from sagsgang.cli.danish import DANISH

Language = Literal["da", "en"]

_chosen: Language = "da"


class UnknownLanguage(ValueError):
    """A language that the commands do not speak."""


def choose(arguments: list[str]) -> list[str]:
    """Take `--language X` or `--language=X` out of the arguments, wherever it stands; obey it.

    It is taken out before the commands are built, because their help is written in the language.
    Returns the remaining arguments. Raises UnknownLanguage.
    """
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return [*rest, argument, *waiting]
        option, _, value = argument.partition("=")
        if option != "--language":
            rest.append(argument)
            continue
        value = value or next(waiting, "")
        if value not in get_args(Language):
            raise UnknownLanguage(value)
        speak("en" if value == "en" else "da")
    return rest


def speak(language: Language) -> None:
    global _chosen
    _chosen = language


def chosen() -> Language:
    return _chosen


def _(message: str) -> str:
    """The English message in the chosen language."""
    return DANISH.get(message, message) if _chosen == "da" else message
