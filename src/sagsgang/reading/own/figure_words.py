"""A figure's value with its unit, and its period, in words from which both are had again."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from sagsgang.language.dates import MONTHS
from sagsgang.reading.own.walk import NotOurs

#: A count says nothing beside its number.
_UNITS: Final = {
    "kr": "kr.",
    "count": "",
    "persons": "personer",
    "full_time_persons": "fuldtidspersoner",
    "hours": "timer",
    "days": "dage",
    "percent": "pct.",
    "percentage_point": "procentpoint",
    "index": "indekspoint",
    "score": "point",
    "rank": "som placering",
}
_CODES: Final = {words: code for code, words in _UNITS.items()}
_NO_VALUE = "–"
_NUMBER = re.compile(r"-?[0-9.]*[0-9](,[0-9]+)?")
_QUARTER, _MONTH = re.compile(r"([0-9]{4})Q([1-4])"), re.compile(r"([0-9]{4})M(0[1-9]|1[0-2])")
_QUARTER_WORDS = re.compile(r"([1-4])\. kvartal ([0-9]{4})")
_MONTH_WORDS = re.compile(rf"({'|'.join(MONTHS)}) ([0-9]{{4}})")


def amount_shown(value: Decimal | None, unit: str) -> str:
    """ "-9.300.000 kr.", "25,5 pct.", "129"; "– pct." where there is no value."""
    words = _bracketed(unit, lambda code: _UNITS.get(code, code), _unit_read)
    return f"{_NO_VALUE if value is None else _number(value)} {words}".strip()


def amount_read(words: str) -> tuple[Decimal | None, str]:
    """The value and the unit that `amount_shown` wrote; raises NotOurs."""
    number, _blank, unit = words.partition(" ")
    if number == _NO_VALUE:
        return None, _unit_read(unit)
    if _NUMBER.fullmatch(number) is None:
        raise NotOurs(f"value: {number}")
    return Decimal(number.replace(".", "").replace(",", ".")), _unit_read(unit)


def period_shown(period: str) -> str:
    """ "2025", "2. kvartal 2025", "maj 2025"; any other as it is."""
    return _bracketed(period, _period_in_danish, period_read)


def period_read(words: str) -> str:
    """The period that `period_shown` wrote."""
    if words.startswith("(") and words.endswith(")"):
        return words[1:-1]
    if match := _QUARTER_WORDS.fullmatch(words):
        return f"{match[2]}Q{match[1]}"
    if match := _MONTH_WORDS.fullmatch(words):
        return f"{match[2]}M{MONTHS.index(match[1]) + 1:02}"
    return words


def _bracketed(code: str, shown: Callable[[str], str], read: Callable[[str], str]) -> str:
    """The words for a code, or the code in brackets where it would be taken for another."""
    words = shown(code)
    return words if read(words) == code else f"({code})"


def _unit_read(words: str) -> str:
    if words.startswith("(") and words.endswith(")"):
        return words[1:-1]
    return _CODES.get(words, words)


def _number(value: Decimal) -> str:
    sign = "-" if value.is_signed() else ""
    whole, comma, decimals = f"{value.copy_abs():f}".partition(".")
    return f"{sign}{int(whole):,}".replace(",", ".") + ("," if comma else "") + decimals


def _period_in_danish(code: str) -> str:
    if match := _QUARTER.fullmatch(code):
        return f"{match[2]}. kvartal {match[1]}"
    if match := _MONTH.fullmatch(code):
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return code
