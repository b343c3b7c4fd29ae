"""What in a text is a quantity, and which digits are none: dates, references, list and phone
numbers.

Digits are found in clusters ("12-08-2024", "1.658.739", "6/12"); what stands just before and just
after each decides what it is.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from sagsgang.checking.quantities.beside import (
    Before,
    is_ordinal,
    noun_after,
    read_before,
    read_unit,
)
from sagsgang.checking.quantities.quantity import Hedge, Quantity, Unit
from sagsgang.checking.quantities.words import known_words, words_in
from sagsgang.language.dates import MONTH_NUMBERS, MONTH_PATTERN
from sagsgang.language.numbers import NUMBER_PATTERN

#: Signs of what is no quantity, in a shape: a date or period, and a reference or name with digits.
DATE = "D"
REFERENCE = "R"

#: Longer numbers are account numbers or the like.
_LONGEST = 18

_CLUSTER = re.compile(
    r"[0-9](?:[0-9.,/:\xa0\u202f\u2009–-]*[0-9])?(?:(?<=[0-9]) [0-9]{3}(?![0-9.,/:-]))*"
)
_PLAIN = re.compile(NUMBER_PATTERN)
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_RANGE = re.compile(rf"({NUMBER_PATTERN})[–-]({NUMBER_PATTERN})")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[–/-](?:(?:19|20)[0-9]{2}|[0-9]{2}))?")
_FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_MONTH_AFTER = re.compile(
    rf"\.?[^\S\n]{{0,2}}(?:{MONTH_PATTERN})(?![a-zæøå])\.?(?:,?[^\S\n]{{1,2}}(?:19|20)[0-9]{{2}}(?![0-9]))?",
    re.IGNORECASE,
)
_PERIOD_AFTER = re.compile(
    r"\.?[^\S\n]?(?:kvartal|kvt|halvår|tertial)\b\.?(?:(?:[^\S\n]i)?[^\S\n](?:19|20)[0-9]{2}(?![0-9]))?",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:(?:primo|medio|ultimo)\s)?(?:{MONTH_PATTERN}|primo|medio|ultimo|forår(?:et)?"
    r"|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|budget|regnskab|finansår|finanslov(?:en)?)"
    r"\.?[^\S\n]{1,2}\Z",
    re.IGNORECASE,
)
#: What the last word before a year ends in where the two are a period, and what the word after a
#: day or the number of a quarter begins with: looked for before the patterns are.
_PERIODS_END = (
    *MONTH_NUMBERS,
    *("primo", "medio", "ultimo", "forår", "foråret", "sommer", "sommeren", "efterår", "efteråret"),
    *("vinter", "vinteren", "budget", "regnskab", "finansår", "finanslov", "finansloven"),
)
_PERIODS_BEGIN = frozenset(name[0] for name in (*MONTH_NUMBERS, "kvartal", "halvår", "tertial"))
_OF_ALL = re.compile(r"\s(?:af|dele)\b", re.IGNORECASE)
_AS_SHARE = re.compile(
    r"(?:svarende til|udgør|på|med|andel|andelen|andele?n? er|dvs\.?)\s\Z", re.IGNORECASE
)
#: "96 12 34 56", "96 123 456", "96123456" as telephone numbers are written.
_PHONE = re.compile(r"[0-9]{2}(?:(?: [0-9]{2}){3}|[0-9]{6})(?![0-9.,]|[^\S\n](?:kr|kroner)\b)")
_PHONE_DIGITS = 8
#: A post code: "7900 Nykøbing".
_POST_CODE = re.compile(r"[^\S\n][A-ZÆØÅ][a-zæøå]+\b")

_HALF = Decimal("0.5")

#: What may stand between numbers that share the unit of the last.
_JOINING = frozenset(("", "og", "til", "eller", "samt"))
_LIST = re.compile(r"\s?(?:,|[-–/]|og|eller|til|samt|,? og)\s?|\s(?:og|eller|til|samt)\s")


class Mark(NamedTuple):
    """Something in a text that is no plain word; `letter` stands for it in a shape."""

    start: int
    end: int
    letter: str
    quantity: Quantity | None = None


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in `text`, in order. Dates, references, case and phone numbers are none."""
    return tuple(mark.quantity for mark in read_marks(text) if mark.quantity)


def read_marks(
    text: str, start: int = 0, stop: int | None = None, words: frozenset[str] | None = None
) -> list[Mark]:
    """The quantities, dates and references in a line of `text`, in order, none overlapping another.

    The line is `text[start:stop]`; places are those in `text`. `words` are the number words that
    may stand in it; they are looked for when not given.
    """
    stop = len(text) if stop is None else stop
    words = known_words(text) if words is None else words
    found: list[Mark] = []
    end = start
    cluster = _CLUSTER.search(text, start, stop)
    while cluster:
        mark = _mark(text, cluster)
        if mark.start < end:  # a word before it belongs to the mark before
            mark = Mark(cluster.start(), mark.end, mark.letter, mark.quantity)
        found.append(mark)
        end = mark.end
        cluster = _CLUSTER.search(text, end, stop)
    if words:
        found = _merged(found, words_in(text, start, stop, words))
    return _with_shared_units(text, found)


def _merged(marks: list[Mark], words: list[Quantity]) -> list[Mark]:
    """The marks with the quantities in words that overlap none of them, in order."""
    merged = list(marks)
    starts = [mark.start for mark in marks]
    for word in words:
        at = bisect_right(starts, word.start)
        is_free = (at == 0 or marks[at - 1].end <= word.start) and (
            at == len(marks) or word.end <= marks[at].start
        )
        if is_free:
            merged.append(Mark(word.start, word.end, word.unit.value, word))
    return sorted(merged, key=lambda mark: mark.start)


def _mark(text: str, cluster: re.Match[str]) -> Mark:
    start, end, digits = cluster.start(), cluster.end(), cluster.group()
    if end - start >= _PHONE_DIGITS or text[start + 2 : start + 3] == " ":
        phone = _PHONE.match(text, start)
        if phone:
            return Mark(start, phone.end(), REFERENCE)
    before = read_before(text, start)
    if before.is_reference or (end < len(text) and text[end] in "½²³"):
        return Mark(start, end, REFERENCE)
    if " " in digits and not _SPACED.fullmatch(digits):
        digits = digits.partition(" ")[0]
        end = start + len(digits)
    if len(digits) > _LONGEST:
        return Mark(start, end, REFERENCE)
    if _YEARS.fullmatch(digits):
        return _year(text, start, end, digits, before)
    ended = _PLAIN.fullmatch(digits)
    if ended and len(digits) <= 2:
        may_be_month = text[end : end + 4].lstrip(".").lstrip()[:1].lower() in _PERIODS_BEGIN
        month = may_be_month and (_MONTH_AFTER.match(text, end) or _PERIOD_AFTER.match(text, end))
        if month:
            return Mark(start, month.end(), DATE)
    if ended or _SPACED.fullmatch(digits):
        return _plain(text, start, end, digits, before)
    span = _RANGE.fullmatch(digits)
    if span:
        return _range(text, start, end, span, before)
    fraction = _FRACTION.fullmatch(digits)
    if fraction:
        return _fraction(text, start, end, fraction)
    return Mark(start, end, DATE)


def _year(text: str, start: int, end: int, digits: str, before: Before) -> Mark:
    """A year, a span of years, a month with its year, or after all an amount."""
    unit = read_unit(text, end)
    if len(digits) == 4:
        if unit.unit is not None or before.has_kroner:
            return _plain(text, start, end, digits, before)
        words = text[max(0, start - 30) : start].split()
        may_be_month = words and words[-1].lower().rstrip(".").endswith(_PERIODS_END)
        month = may_be_month and _MONTH_BEFORE.search(text, max(0, start - 30), start)
        if month:
            return Mark(month.start(), end, DATE)
        year = Quantity(start, end, digits, digits, Decimal(digits), Decimal(0), Unit.YEAR, noun="")
        return Mark(start, end, Unit.YEAR.value, year)
    return Mark(start, end, DATE)


def _plain(text: str, start: int, end: int, digits: str, before: Before) -> Mark:
    unit = read_unit(text, end, has_kroner=before.has_kroner)
    if unit.unit is None and is_ordinal(text, end, digits):
        return Mark(start, end, REFERENCE)
    if unit.is_compound:
        return Mark(start, end, REFERENCE)
    if unit.unit is None and len(digits) == 4 and _POST_CODE.match(text, end):
        return Mark(start, end, REFERENCE)
    value, half = _value(digits)
    if before.is_negative:
        value = -value
    quantity = Quantity(
        start=before.start,
        end=unit.end,
        text=text[before.start : unit.end],
        number=("-" if before.is_negative else "") + digits,
        value=value.scaleb(unit.scale) if unit.scale else value,
        half=half.scaleb(unit.scale) if unit.scale else half,
        unit=unit.unit or Unit.NUMBER,
        scale=unit.scale,
        hedge=before.hedge,
        noun=unit.noun or noun_after(text, unit.end),
    )
    return Mark(quantity.start, quantity.end, quantity.unit.value, quantity)


def _range(text: str, start: int, end: int, span: re.Match[str], before: Before) -> Mark:
    unit = read_unit(text, end, has_kroner=before.has_kroner)
    (low, low_half), (high, high_half) = _value(span[1]), _value(span[2])
    if unit.is_compound or low >= high or (unit.unit is None and len(span[0]) > 9):
        return Mark(start, end, REFERENCE)
    low, high = (low - low_half).scaleb(unit.scale), (high + high_half).scaleb(unit.scale)
    quantity = Quantity(
        start=before.start,
        end=unit.end,
        text=text[before.start : unit.end],
        number=span[0],
        value=(low + high) / 2,
        half=(high - low) / 2,
        unit=unit.unit or Unit.NUMBER,
        scale=unit.scale,
        hedge=Hedge.EXACT,
        noun=unit.noun or noun_after(text, unit.end),
        is_range=True,
    )
    return Mark(quantity.start, quantity.end, quantity.unit.value, quantity)


def _fraction(text: str, start: int, end: int, parts: re.Match[str]) -> Mark:
    """A part of a whole ("6/12 af budgettet"); else a date or a number of a case."""
    above, below = int(parts[1]), int(parts[2])
    is_part = 0 < above <= below and (
        _OF_ALL.match(text, end) or (below in (12, 52) and _AS_SHARE.search(text, 0, start))
    )
    if not is_part:
        return Mark(start, end, DATE)
    quantity = Quantity(
        start,
        end,
        parts[0],
        parts[0],
        Decimal(above) / Decimal(below),
        Decimal(0),
        Unit.FRACTION,
    )
    return Mark(start, end, Unit.FRACTION.value, quantity)


def _value(digits: str) -> tuple[Decimal, Decimal]:
    if digits.isdigit():
        return Decimal(digits), _HALF
    whole, _, fraction = digits.partition(",")
    plain = "".join(filter(str.isdigit, whole))
    value = Decimal(f"{plain}.{fraction}" if fraction else plain)
    return value, Decimal(5).scaleb(-len(fraction) - 1)


def _with_shared_units(text: str, marks: list[Mark]) -> list[Mark]:
    """Bare numbers in a list take the unit of the last: "10,6 - 6,7 og 2,1 mio. kr."."""
    shared: list[Mark] = list(marks)
    for index in range(len(marks) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        one, other = here.quantity, following.quantity
        if one is None or other is None or one.unit is not Unit.NUMBER:
            continue
        if other.unit in (Unit.NUMBER, Unit.YEAR, Unit.FRACTION):
            if one.noun in _JOINING and other.noun and _joined(text, one, other):
                shared[index] = _taking(here, one, other)
            continue
        if one.is_word or (
            one.decimals != other.decimals and "eller" in text[one.end : other.start]
        ):
            continue
        if _joined(text, one, other):
            shared[index] = _taking(here, one, other)
    return shared


def _joined(text: str, one: Quantity, other: Quantity) -> bool:
    return _LIST.fullmatch(text, one.end, other.start) is not None


def _taking(mark: Mark, one: Quantity, other: Quantity) -> Mark:
    scaled = replace(
        one,
        unit=other.unit,
        scale=other.scale,
        value=one.value.scaleb(other.scale),
        half=one.half.scaleb(other.scale),
        noun=other.noun,
    )
    return Mark(mark.start, mark.end, scaled.unit.value, scaled)
