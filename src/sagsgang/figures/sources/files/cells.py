"""What a cell says: a Danish number, a sign that there is none, or which months it is of."""

import re
from decimal import Decimal
from functools import lru_cache

from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import BadPeriod, Grain, Period
from sagsgang.language.dates import MONTH_NUMBERS

#: What stands in a cell instead of a number. A cell with nothing in it says nothing at all.
SIGNS = {
    "-": Missing.NONE,
    "–": Missing.NONE,
    "−": Missing.NONE,
    "..": Missing.UNKNOWN,
    "…": Missing.NOT_YET,
    "...": Missing.NOT_YET,
    "x": Missing.SUPPRESSED,
    "X": Missing.SUPPRESSED,
}
#: Also read by the database, whose expressions know no look-around. A minus may stand behind, as
#: ledgers print it.
DANISH = (
    r"[-−–+]?[ \x{00A0}]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}([ \x{00A0}\x{202F}][0-9]{3})+|[0-9]+)"
    r"(,[0-9]+)?-?"
)
ENGLISH = r"[-−–+]?[ \x{00A0}]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?-?"
_DANISH = re.compile(re.sub(r"\\x\{([0-9A-F]{4})\}", r"\\u\1", DANISH))
_ENGLISH = re.compile(re.sub(r"\\x\{([0-9A-F]{4})\}", r"\\u\1", ENGLISH))

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}[-/. ]?[MK]?(?P<month>0[1-9]|1[0-2])(?<![K][0-9]{{2}})",
        rf"{_YEAR}[- ]?[KQ](?P<quarter>[1-4])",
        rf"{_YEAR}M(?P<month>[0-9]{{1,2}})",
        rf"(?P<quarter>[1-4])\.?[ ]?(?:kvt|kvartal)\.?[ ]?{_YEAR}",
        rf"(?P<month>[0-9]{{1,2}})[-/.]{_YEAR}",
        rf"(?P<name>[a-z]{{3,9}})\.?[ -]?{_YEAR}",
        rf"{_YEAR}[ -](?P<name>[a-z]{{3,9}})\.?",
        rf"(?P<day>[0-9]{{1,2}})[-/.](?P<month>[0-9]{{1,2}})[-/.]{_YEAR}(?:[ T][0-9:.]+)?",
        rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?:[ T][0-9:.]+)?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
    )
)


class NotANumber(ValueError):
    """A cell that is neither a number nor one of the signs."""


def number_of(text: str, *, is_english: bool = False) -> Decimal | Missing | None:
    """The number in a cell, why there is none, or None where the cell is empty. Raises NotANumber.

    "1.000" is a thousand; with `is_english` it is one, and "1,000" a thousand.
    """
    text = text.strip()
    if not text:
        return None
    if text in SIGNS:
        return SIGNS[text]
    pattern, decimal = (_ENGLISH, ".") if is_english else (_DANISH, ",")
    if pattern.fullmatch(text) is None:
        raise NotANumber(text)
    is_negative = text[0] in "-−–" or text[-1] == "-"
    whole, _, fraction = text.partition(decimal)
    digits = "".join(filter(str.isdigit, whole)) + "." + "".join(filter(str.isdigit, fraction))
    value = Decimal(digits.rstrip("."))
    return -value if is_negative and value else value


def is_english_only(text: str) -> bool:
    """Whether it is a number with a decimal point, and none in Danish: "12.5"."""
    text = text.strip()
    return _ENGLISH.fullmatch(text) is not None and _DANISH.fullmatch(text) is None


@lru_cache(maxsize=4096)
def read_period(text: str, year: str = "") -> Period:
    """The months that a cell names: "2025", "2025-05", "maj 2025", "202505", "2025M05",
    "31-05-2025" (its month), "2. kvartal 2025". With the year from another column also "5" and
    "maj". Raises BadPeriod.
    """
    told = " ".join(text.split())
    year = year.strip().removesuffix(",0")
    if year and re.fullmatch(r"(?:19|20)[0-9]{2}", year):
        if not told:
            return Period.of(Grain.YEAR, int(year))
        alone = told.casefold().rstrip(".").removesuffix(",0")
        if alone.isdigit() and 1 <= int(alone) <= 12:
            return Period.of(Grain.MONTH, int(year), int(alone))
        if alone in MONTH_NUMBERS:
            return Period.of(Grain.MONTH, int(year), MONTH_NUMBERS[alone])
    for form in _FORMS:
        match = form.fullmatch(told)
        if match is not None and (found := _period(match.groupdict(), text)) is not None:
            return found
    raise BadPeriod(
        f"“{text}” er ikke en periode. Skriv et år (2025), et kvartal (2025K2), en måned (2025-05 "
        "eller maj 2025) eller en dato (31-05-2025)."
    )


def _period(parts: dict[str, str | None], text: str) -> Period | None:
    year = int(parts["year"] or 0)
    if quarter := parts.get("quarter"):
        return Period.of(Grain.QUARTER, year, int(quarter))
    if name := parts.get("name"):
        number = MONTH_NUMBERS.get(name.casefold())
        return Period.of(Grain.MONTH, year, number) if number else None
    if month := parts.get("month"):
        day = parts.get("day")
        if day is not None and not 1 <= int(day) <= 31:
            return None
        if not 1 <= int(month) <= 12:
            raise BadPeriod(f"“{text}” har ingen måned {int(month)}.")
        return Period.of(Grain.MONTH, year, int(month))
    return Period.of(Grain.YEAR, year)
