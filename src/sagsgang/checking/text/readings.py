"""What a stated figure may have been computed from, and which of it to believe.

Words seldom tell for certain what a figure is made of. Every way to read them is tried: one that
holds is told as verified. When none holds, it is a mistake only where the words leave one reading,
or where a slip of the pen in one number would make a likely one hold.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from sagsgang.checking.interval import Interval, added
from sagsgang.checking.quantities import Quantity
from sagsgang.checking.text.claim import Claim
from sagsgang.language.numbers import format_number

#: Sums and differences off by at most this share look like a slip, not like something left out.
SMALL = Decimal("0.1")
#: So seldom may a slip that explains a hinted reading come by chance, or it is not told at all.
CHANCE = Decimal("0.004")
#: A stated sum that is so many times that of its parts counts them for more years.
TIMES = range(2, 13)
#: From here on trailing zeros are taken for rounding: 680.000 may be 677.000.
ROUND = 1000


class Strength(IntEnum):
    """How firmly the words point to a reading."""

    POSSIBLE = 1  # told when it holds, else not spoken of
    HINTED = 2  # a mistake when a slip in one number explains it that hardly comes by chance
    LIKELY = 3  # a mistake when a slip in one number explains it
    CERTAIN = 4  # a mistake when it fails


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a stated figure: what it is computed from, and what that gives.

    `needed` are what each term would have to be for the stated figure to be right.
    """

    terms: tuple[Quantity, ...]
    written: str
    value: Decimal
    expected: Interval
    strength: Strength
    needed: tuple[Decimal, ...] = ()
    is_sum: bool = True


def combined(
    terms: Sequence[tuple[int, Quantity]],
    stated: Quantity,
    strength: Strength,
    *,
    is_size: bool = False,
    whole: Decimal | None = None,
) -> Reading:
    """The signed terms added up; `is_size` when only the size counts, not the sign. `whole` is what
    they are taken from when that is not printed (100 %).
    """
    signs = [sign for sign, _ in terms]
    start = whole or Decimal(0)
    value = start + sum((sign * each.value for sign, each in terms), Decimal(0))
    expected = Interval.exactly(start) + added(each.counted.times(sign) for sign, each in terms)
    if is_size:
        value, expected = abs(value), abs(expected)
    off = stated.value - value
    return Reading(
        terms=tuple(each for _, each in terms),
        written=_written(terms, whole, stated.scale),
        value=value,
        expected=expected,
        strength=strength,
        needed=tuple(each.value + sign * off for sign, (_, each) in zip(signs, terms, strict=True)),
        is_sum=all(sign > 0 for sign in signs) and whole is None,
    )


def in_percent(old: Quantity, new: Quantity, direction: int, strength: Strength) -> Reading | None:
    """The change from `old` to `new` in percent of `old`; None when that cannot be said."""
    below = old.counted
    if below.low <= 0:
        return None
    change = new.counted - below
    value = 100 * (new.value - old.value) / old.value
    # The old level stands above and below the stroke: what it can be is taken once.
    ends = (new.counted / below).times(100)
    expected = Interval(ends.low - 100, ends.high - 100)
    is_down = direction < 0 or (not direction and change.middle < 0)
    if is_down:
        value, expected = -value, -expected
    pair = ((1, old), (-1, new)) if is_down else ((1, new), (-1, old))
    written = f"({_written(pair, None, old.scale)}) / {_keyed(old, old.scale)}"
    return Reading((new, old), written, value, expected, strength, is_sum=False)


def settle(section: int, stated: Quantity, readings: Iterable[Reading]) -> Claim | None:
    """The reading to believe as a claim: one that holds, or the one that must be a mistake.

    None when the figure may be something else.
    """
    tried = list(readings)
    holding = [each for each in tried if each.expected.meets(stated.interval)]
    if holding:
        best = max(holding, key=lambda each: each.strength)
        return _claim(section, stated, best) if _is_telling(best, stated) else None
    tried = [each for each in tried if not _may_be_otherwise(each, stated)]
    certain = [each for each in tried if each.strength is Strength.CERTAIN]
    if certain:
        return _claim(section, stated, min(certain, key=lambda each: _off(each, stated)))
    likely = [each for each in tried if _is_slip_of(each, stated)]
    if likely and stated.is_exact:
        best = min(likely, key=lambda each: _off(each, stated))
        return _claim(section, stated, best, confidence=0.8)
    return None


def _is_telling(reading: Reading, stated: Quantity) -> bool:
    """False when a reading that the words hardly point to may hold by chance.

    Any two small or loose numbers make many others.
    """
    if reading.expected.half * 2 > max(abs(reading.value), abs(stated.value)):
        return False
    if reading.strength >= Strength.LIKELY:
        return True
    play = reading.expected.half + stated.interval.half
    if 20 * play > abs(stated.value) or not all(each.is_exact for each in reading.terms):
        return False
    return bool(reading.needed) and _by_chance(reading, stated) <= CHANCE


def _claim(section: int, stated: Quantity, reading: Reading, confidence: float = 0.9) -> Claim:
    return Claim(
        section=section,
        stated=stated,
        terms=reading.terms,
        written=reading.written,
        value=reading.value,
        expected=reading.expected,
        confidence=confidence,
    )


def _off(reading: Reading, stated: Quantity) -> Decimal:
    return abs(reading.value - stated.value)


def _may_be_otherwise(reading: Reading, stated: Quantity) -> bool:
    """True when something that is not printed may explain the difference: more years, or large
    numbers that were rounded, what is stated or all it is computed from.

    A scale ("1,2 mio. kr.") tells its rounding itself.
    """
    if not reading.needed:
        return False
    if reading.is_sum and reading.value and stated.value / reading.value in TIMES:
        return True  # for so many years, or for each of so many
    slack = _round_place(stated)
    places = [_round_place(each) for each in reading.terms]
    slack += min(places, default=Decimal(0)) * len(places)
    return slack > 0 and _off(reading, stated) <= slack / 2


def _round_place(quantity: Quantity) -> Decimal:
    """The hundred (thousand, …) that a large number is a multiple of, 0 for none."""
    if quantity.scale or abs(quantity.value) < ROUND or quantity.last_place < ROUND / 10:
        return Decimal(0)
    return quantity.last_place


def _is_slip_of(reading: Reading, stated: Quantity) -> bool:
    if 4 * reading.expected.half > max(abs(stated.value), abs(reading.value)):
        return False  # the terms are too coarse to tell
    if reading.strength is Strength.LIKELY:
        return _slipped(reading, stated)
    if reading.strength is not Strength.HINTED or not reading.needed:
        return False
    return _by_chance(reading, stated) <= CHANCE and (
        is_slip(stated, reading.value) or any(map(is_slip, reading.terms, reading.needed))
    )


def _by_chance(reading: Reading, stated: Quantity) -> Decimal:
    """How often a slip would explain figures that have nothing to do with each other."""
    numbers = (stated, *reading.terms)
    unit = min(each.last_place for each in numbers if each.value)
    slips = sum(10 * len(str(abs(int(each.value / unit)))) for each in numbers)
    return slips * unit / (2 * max(abs(stated.value), abs(reading.value)))


def _slipped(reading: Reading, stated: Quantity) -> bool:
    """True when one wrong number explains the difference."""
    if is_slip(stated, reading.value):
        return True
    off = _off(reading, stated)
    if len(_digits(stated)) > 1 and off <= SMALL * abs(
        reading.value if reading.is_sum else stated.value
    ):
        return True
    return any(
        is_slip(term, needed) for term, needed in zip(reading.terms, reading.needed, strict=False)
    )


def is_slip(printed: Quantity, meant: Decimal) -> bool:
    """True when one digit, or two that changed places, parts what is printed from what is meant.

    In a number of one digit anything does, so that is none.
    """
    unit = 2 * printed.half
    if not unit or printed.is_range:
        return False
    one = str(abs(int(printed.value / unit)))
    other = str(abs(int((meant / unit).to_integral_value())))
    if len(one) != len(other) or len(one) < 2 or (meant < 0) != (printed.value < 0):
        return False
    wrong = [at for at in range(len(one)) if one[at] != other[at]]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
    )


def _digits(quantity: Quantity) -> str:
    return "".join(filter(str.isdigit, quantity.number)).strip("0") or "0"


def _written(terms: Sequence[tuple[int, Quantity]], whole: Decimal | None, scale: int) -> str:
    """The terms as a reader would key them in, all in the scale of what is stated."""
    text = f"{whole}" if whole is not None else ""
    for sign, each in terms:
        number = _keyed(each, scale)
        if not text:
            text = number if sign > 0 else f"-{number}"
        else:
            text += f" {'+' if sign > 0 else '-'} {number}"
    return text


def _keyed(quantity: Quantity, scale: int) -> str:
    value = quantity.value.scaleb(-scale)
    if quantity.scale == scale and not quantity.is_word:
        number = quantity.number
    else:
        exponent = value.normalize().as_tuple().exponent
        number = format_number(value, max(0, -exponent) if isinstance(exponent, int) else 0)
    return f"({number})" if value < 0 else number
