"""F04: the causes that are told of a deviation leave a rest that nobody explains."""

from collections.abc import Iterator
from decimal import Decimal

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.claim import written_like
from sagsgang.checking.text.deltas import read_told
from sagsgang.checking.text.explanations import Explained, explained
from sagsgang.minutes import Minutes

CODE = "F04"
TITLE = Words(da="Forklaringerne dækker ikke hele afvigelsen", en="Explanations leave a rest")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every item's running text: deviations and the causes after them."""
    for number in range(len(minutes.items)):
        yield from context.not_recomputed(number)
        for found in explained(context.views.read_once(read_told, number)):
            yield from _answer(context, number, found)


def _answer(context: Context, number: int, found: Explained) -> Iterator[Answer]:
    item = context.views.minutes.items[number]
    lines = item.sections[found.section].lines
    total = found.total
    spans = [(total.start, total.end), *((each.start, each.end) for _, each in found.causes)]
    place = Place(item=number, section=found.section, spans=tuple(dict.fromkeys(spans)))
    written = _written(found)
    added = written_like(found.sum, total)
    if found.holds:
        yield context.verified(f"{written} = {total.number}", item=item, lines=lines, place=place)
        return
    if not found.is_all and not found.is_worth_a_note:
        return
    rest = written_like(abs(found.rest), total)
    yield context.finding(
        context.say(
            da=f"Forklaringerne er {written} = {added}, men afvigelsen er {total.number}; "
            f"der mangler forklaring på {rest}.",
            en=f"The explanations are {written} = {added}, but the deviation is {total.number}; "
            f"{rest} is not explained.",
        ),
        confidence=0.85 if found.is_all else 0.5,
        item=item,
        lines=lines,
        printed=[total.number],
        computed=[added],
        suggestion=context.say(
            da=f"Ret det beløb, der er forkert, eller skriv, hvad de sidste {rest} skyldes.",
            en=f"Mend the amount that is wrong, or tell what the last {rest} come from.",
        ),
        severity=None if found.is_all else Severity.NOTES,
        place=place,
    )


def _written(found: Explained) -> str:
    text = ""
    for sign, each in found.causes:
        number = written_like(abs(each.value), each)
        is_less = (sign < 0) != (each.value < Decimal(0))
        if text:
            text += f" {'-' if is_less else '+'} {number}"
        else:
            text = f"-{number}" if is_less else number
    return text
