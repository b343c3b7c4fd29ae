"""Typed numbers that name the same thing as a figure that was computed from data.

Silent when unsure: the sentence must name the figure right beside the number (`naming_figure.py`),
only one figure of the item may have that name, and deviations that differ from one another are
parts of the whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.sameness.naming_figure import (
    Named,
    deviation_words,
    is_under_other_heading,
    named,
)
from sagsgang.language.money import Scale, find_money, format_money
from sagsgang.language.numbers import Number
from sagsgang.language.percent import find_percents, format_percent
from sagsgang.minutes import AgendaItem, UsedFigure

_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+(?=[A-ZÆØÅ»])|\n")
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+(?=[A-ZÆØÅ»])|\n")
#: Zeros at the end of a whole amount tell that it is rounded.
_ROUND = re.compile(r"[1-9][0-9.\s]*?(?P<zeros>0{2,}|(?:[.\s]?0{3})+)")


@dataclass(frozen=True, slots=True)
class Typed:
    """Number `start`–`end` of the text of section number `section`, `value` in the figure's unit;
    `computed` is the figure as it stands in the case, or in the unit that was typed.
    """

    figure: UsedFigure
    section: int
    start: int
    end: int
    value: Decimal
    printed: str
    computed: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class _Amount:
    """`value` and `half` of its last digit are in the figure's unit; of percent `scale` is None."""

    start: int
    end: int
    number: Number
    value: Decimal
    half: Decimal
    text: str
    scale: Scale | None


def stands_in(figure: UsedFigure, item: AgendaItem) -> Iterator[tuple[int, int, int]]:
    """Where the figure stands as it was told: section, start and end."""
    if not figure.text:
        return
    for number, section in enumerate(item.sections):
        for match in re.finditer(re.escape(figure.text), section.text):
            yield number, match.start(), match.end()


def held_beside(item: AgendaItem, body: str | None = None) -> Iterator[Typed]:
    """Every typed number that one figure from data has something to say of; `body` is whose
    document it is.
    """
    found = list(_held_beside(item, body))
    wrong = [typed for typed in found if not typed.agrees and deviation_words(typed.figure)]
    are_parts = len({typed.value for typed in wrong}) > 1
    yield from (typed for typed in found if not (are_parts and typed in wrong))


def _held_beside(item: AgendaItem, body: str | None) -> Iterator[Typed]:
    told = [figure for figure in item.figures if figure.value is not None]
    if not told:
        return
    own = {spot for figure in told for spot in stands_in(figure, item)}
    for number, section in enumerate(item.sections):
        for start, end in _sentences(section.text):
            sentence = section.text[start:end]
            for amount in (*_amounts(sentence, "kr"), *_amounts(sentence, "percent")):
                at = start + amount.start
                if any(n == number and a <= at < b for n, a, b in own):
                    continue
                held = _held(amount, sentence, told, body)
                if held is not None:
                    figure, name = held
                    above = section.text[:start]
                    if deviation_words(figure) and is_under_other_heading(figure, above):
                        continue
                    yield Typed(
                        figure,
                        number,
                        at,
                        start + amount.end,
                        amount.value,
                        amount.text,
                        _printed(figure, amount, name),
                        _agrees(figure, amount, name),
                    )


def _held(
    amount: _Amount, sentence: str, told: list[UsedFigure], body: str | None
) -> tuple[UsedFigure, Named] | None:
    """The one figure that the sentence names beside the amount."""
    before, after = sentence[: amount.start], sentence[amount.end :]
    unit = "kr" if amount.scale else "percent"
    found = [
        (figure, name)
        for figure in told
        if figure.unit == unit and (name := named(figure, before, after, body))
    ]
    answers = {(figure.value, figure.period, figure.group) for figure, _name in found}
    return found[0] if len(answers) == 1 else None


def _agrees(figure: UsedFigure, amount: _Amount, name: Named) -> bool:
    """Whether the amount is the figure's, as exactly as it is printed."""
    assert figure.value is not None
    exact = _exactness(amount, name.is_rough)
    if not deviation_words(figure):
        return abs(figure.value - amount.value) <= exact
    # The word has said the sign; with a minus before the number nobody knows what it says.
    is_other_way = _is_more(figure, name) != (figure.value > 0) and amount.value >= 0
    return not is_other_way and abs(abs(figure.value) - abs(amount.value)) <= exact


def _exactness(amount: _Amount, is_rough: bool) -> Decimal:
    """How far the true value may lie from what is printed: "ca. 10" and "11.400.000" are round."""
    digits = str(amount.number.value)
    zeros = 0 if amount.number.decimals else len(digits) - len(digits.rstrip("0"))
    rounded = amount.half.scaleb(zeros)
    if is_rough:
        return max(rounded, amount.half * 2)
    return rounded if amount.scale and zeros > 1 else amount.half


def _is_more(figure: UsedFigure, name: Named) -> bool:
    words = deviation_words(figure)
    return words is not None and name.name.lower().startswith(words[0])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _amounts(text: str, unit: str) -> Iterator[_Amount]:
    if unit == "percent":
        for each in find_percents(text):
            if each.unit == "percent":
                number = each.number
                yield _Amount(
                    each.start, each.end, number, each.value, number.half_unit, each.text, None
                )
        return
    for money in find_money(text):
        yield _Amount(
            money.start,
            money.end,
            money.number,
            money.kroner,
            money.half_unit,
            money.text,
            money.scale,
        )


def _printed(figure: UsedFigure, amount: _Amount, name: Named) -> str:
    """The value as it stands in the case; in the unit that was typed where that is another. With
    its word where the one that was typed says the opposite.
    """
    value = figure.value
    assert value is not None
    words = deviation_words(figure)
    size = abs(value) if words else value
    own = next(
        (
            each
            for each in _amounts(figure.text, figure.unit)
            if abs(each.value - size) <= each.half
        ),
        None,
    )
    if own and own.scale == amount.scale:
        told = own.text
    elif amount.scale is None:
        told = format_percent(value, max(1, amount.number.decimals))
    else:
        told = format_money(size, amount.scale, amount.number.decimals)
    if words and _is_more(figure, name) != (value > 0):
        return f"{words[0] if value > 0 else words[1]} på {told}"
    return told
