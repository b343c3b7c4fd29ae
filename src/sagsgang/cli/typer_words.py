"""Decides how Typer's own words (usage, headings, mistakes) are said in the chosen language."""

import re
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from sagsgang.cli.language import _

# Typer's messages have no catalogue: (pattern, message id whose Danish stands in danish.py).
_MISTAKES = (
    (r"No such option: (\S+) Did you mean (.+)\?", "No such option: {} (did you mean {}?)"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", "No such option: {} (did you mean {}?)"),
    (r"No such option: (\S+)", "No such option: {}"),
    (r"No such command '(.+?)'\. Did you mean (.+)\?", "No such command: {} (did you mean {}?)"),
    (r"No such command '(.+)'\.", "No such command: {}"),
    (r"Missing option '(.+?)'\. Choose from:\s+(.+)", "{} is missing; choose {}"),
    (r"Missing (?:argument|option|parameter) '(.+?)'\.", "{} is missing"),
    (r"Option '(.+?)' requires an argument\.", "{} needs a value"),
    (r"Option '(.+?)' does not take a value\.", "{} takes no value"),
    (r"Got unexpected extra argument\(s\) \((.+)\)", "Too many words: {}"),
    (
        r"Invalid value for '?(.+?)'?: Value error, '(.*)' is not one of (.+)\.",
        "{}: {} is not one of {}",
    ),
    (
        r"Invalid value for '?(.+?)'?: Input should be a valid integer.*",
        "{} must be a whole number",
    ),
    (
        r"Invalid value for '?(.+?)'?: Input should be greater than.* (\d+)",
        "{} must be at least {}",
    ),
    (r"Invalid value for '?(.+?)'?: Input should be less than.* (\d+)", "{} must be at most {}"),
    (r"Invalid value for '?(.+?)'?: (.+)", "{}: {}"),
    (r"Invalid value: (.+)", "{}"),
)


def mistake(message: str) -> str:
    """What was typed wrong, in the chosen language; an unknown message is passed on as it is."""
    for pattern, translated in _MISTAKES:
        if match := re.fullmatch(pattern, message.strip(), re.DOTALL):
            # A list of choices stands on lines of its own.
            return _(translated).format(*(" ".join(group.split()) for group in match.groups()))
    return message


def _translate_headings() -> None:
    """Give the panels of the help their headings. Imported here: only help should wait for it."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = _("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = _("Options")
    rich_utils.COMMANDS_PANEL_TITLE = _("Commands")
    rich_utils.DEFAULT_STRING = _("[default: {}]")
    rich_utils.REQUIRED_LONG_STRING = _("[required]")


class _Translated:
    """The parts of a command's help that Typer words itself, or in the terms of a programmer."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate_headings()
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        pieces = re.sub(r"[{\[](\S+…)[}\]]\.\.\.", r"\1", pieces)
        for english in ("[OPTIONS]", "COMMAND [ARGS]..."):
            pieces = pieces.replace(english, _(english))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this help.")
            option.metavar = ""
        return option

    def get_params(self, ctx: Any) -> Any:
        parameters = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            if isinstance(parameter, TyperArgument):
                parameter.display_type_rich = _no_type  # type: ignore[method-assign]
        return parameters


def _no_type(ctx: Any) -> None:
    """Arguments are described in words, not as `list[str]`."""


class Command(_Translated, TyperCommand):
    """A command whose help is in the chosen language."""


class Group(_Translated, TyperGroup):
    """The group of all commands, in the order of the work rather than of the alphabet."""
