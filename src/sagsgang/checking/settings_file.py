"""How `sagsgang.toml` is read: what a municipality, or one folder, decides of its checks."""

import tomllib
from collections.abc import Mapping
from typing import Any

from sagsgang.checking.finding import Dismissal, Severity
from sagsgang.checking.registry import UnknownRule, choose
from sagsgang.checking.settings import DEFAULTS, Settings

FILE_NAME = "sagsgang.toml"

_CHECKS = {"off", "min_cell", "severity", "placeholders", "banned", "accept", "rules"}
_ACCEPT = {"rule", "file", "item", "reason"}


class BadSettings(ValueError):
    """The settings cannot be used; the message says in Danish what is wrong, and where."""


def parse_settings(text: str) -> tuple[Settings, str | None]:
    """The settings that the text of a `sagsgang.toml` makes, and the folder of own rules it names.

    Raises BadSettings: a word that is not known is told rather than passed over, since a setting
    that does nothing is worse than none.
    """
    data = _loaded(text)
    checks = _table(data, "checks", data.get("checks", {}))
    _known(checks, _CHECKS, "checks")
    settings = Settings(
        off=frozenset(_names(checks.get("off", []), "off")),
        severities=_severities(checks.get("severity", {})),
        min_cell=_count(checks.get("min_cell", DEFAULTS.min_cell), "min_cell"),
        placeholders=tuple(_strings(checks.get("placeholders", []), "placeholders")),
        banned=_banned(checks.get("banned", {})),
        dismissals=tuple(_dismissals(checks.get("accept", []))),
    )
    folder = checks.get("rules")
    if folder is not None and not isinstance(folder, str):
        raise BadSettings("checks.rules skal være navnet på en mappe")
    return settings, folder


def rules_folder(text: str) -> str | None:
    """The folder of own rules that the text names: they are there before a setting names one.

    Raises BadSettings.
    """
    checks = _loaded(text).get("checks")
    folder = checks.get("rules") if isinstance(checks, dict) else None
    return folder if isinstance(folder, str) else None


def _loaded(text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"er ikke gyldig TOML: {error}") from error


def _table(data: Mapping[str, Any], name: str, value: object) -> Mapping[str, Any]:
    _known(data, {name}, "filen")
    if not isinstance(value, dict):
        raise BadSettings(f"[{name}] skal være en tabel")
    return value


def _known(table: Mapping[str, Any], names: set[str], where: str) -> None:
    unknown = sorted(set(table) - names)
    if unknown:
        raise BadSettings(
            f"«{unknown[0]}» kendes ikke i {where}; der kan stå {', '.join(sorted(names))}"
        )


def _strings(value: object, name: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadSettings(f"checks.{name} skal være en liste af tekster")
    return value


def _names(value: object, name: str) -> list[str]:
    names = [each.strip().upper() for each in _strings(value, name)]
    try:
        choose(names)
    except UnknownRule as error:
        raise BadSettings(f"checks.{name}: {error}") from error
    return names


def _count(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadSettings(f"checks.{name} skal være et helt tal fra 0")
    return value


def _severities(value: object) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise BadSettings("checks.severity skal være en tabel")
    found: dict[str, Severity] = {}
    for code, word in value.items():
        try:
            found[_names([code], "severity")[0]] = Severity(word)
        except ValueError as error:
            if isinstance(error, BadSettings):
                raise
            allowed = ", ".join(severity.value for severity in Severity)
            raise BadSettings(
                f"checks.severity.{code}: «{word}» er ikke en af {allowed}"
            ) from error
    return found


def _banned(value: object) -> dict[str, str]:
    if isinstance(value, list):
        return dict.fromkeys(_strings(value, "banned"), "")
    if isinstance(value, dict) and all(isinstance(word, str) for word in value.values()):
        return value
    raise BadSettings(
        "checks.banned skal være en liste af udtryk eller en tabel fra udtryk til forslag"
    )


def _dismissals(value: object) -> list[Dismissal]:
    if not isinstance(value, list):
        raise BadSettings("[[checks.accept]] skal være en liste af tabeller")
    found: list[Dismissal] = []
    for number, each in enumerate(value, start=1):
        where = f"checks.accept nr. {number}"
        if not isinstance(each, dict):
            raise BadSettings(f"{where} skal være en tabel")
        _known(each, _ACCEPT, where)
        texts = {name: str(each[name]) for name in _ACCEPT if name in each}
        if not texts.get("rule") or not texts.get("reason", "").strip():
            raise BadSettings(f"{where} skal have «rule» og en «reason», der kan læses")
        found.append(
            Dismissal(
                rule=_names([texts["rule"]], "accept")[0],
                item=texts.get("item"),
                reason=texts["reason"].strip(),
                file=texts.get("file"),
            )
        )
    return found
