"""F06: the same named thing is said to have begun at two times, or is told of before it began."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.before import Before, is_named_by, is_past, told_before
from sagsgang.checking.sameness.begun import Beginning, beginnings, contradicted
from sagsgang.checking.sameness.telling import words_around
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F06"
TITLE = Words(da="Det samme begynder to gange", en="Same thing begun twice")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: For so many beginnings of an item what is older than they is looked for.
MOST_LOOKED_UP = 20


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The beginnings that each item tells of, against each other and against older figures."""
    for number, item in enumerate(minutes.items):
        found = beginnings(item, context.views.prose(number))
        if not found:
            continue
        told: set[str] = set()
        for first, other in contradicted(found):
            told.add(first.thing)
            yield _twice(context, item, number, first, other)
        for beginning in found[:MOST_LOOKED_UP]:
            is_its_own = is_named_by(item, beginning) and not beginning.is_another
            day = minutes.starts_at.date() if minutes.starts_at else None
            if beginning.thing in told or not is_its_own or not is_past(beginning, day):
                continue
            passages, heads = told_before(item, context.views.prose(number), beginning)
            if heads:
                told.add(beginning.thing)
                yield _before(context, item, number, beginning, [*passages, *heads])


def _twice(
    context: Context, item: AgendaItem, number: int, first: Beginning, other: Beginning
) -> Answer:
    here, there = _flat(first.when.text), _flat(other.when.text)
    return context.finding(
        context.say(
            da=f"Det samme begynder både {here} («{_words(item, first)}») "
            f"og {there} («{_words(item, other)}»).",
            en=f"The same thing begins both {here} («{_words(item, first)}») "
            f"and {there} («{_words(item, other)}»).",
        ),
        confidence=0.85,
        item=item,
        lines=item.sections[first.section].lines,
        printed=[here, there],
        suggestion=context.say(da=f"Ret {here} eller {there}.", en=f"Change {here} or {there}."),
        place=_place(number, first),
        others=[_place(number, other)],
    )


def _before(
    context: Context, item: AgendaItem, number: int, beginning: Beginning, earlier: list[Before]
) -> Answer:
    begun = _flat(beginning.when.text)
    told = [_flat(each.text) for each in earlier]
    listed = " og ".join(f"«{each}»" for each in told)
    return context.finding(
        context.say(
            da=f"Der står «{_words(item, beginning)}», men der er tal fra før: {listed}.",
            en=f"It says «{_words(item, beginning)}», but there are figures from before: {listed}.",
        ),
        confidence=0.85 if len(earlier) > 1 else 0.7,
        item=item,
        lines=item.sections[beginning.section].lines,
        printed=[begun, *told],
        suggestion=context.say(
            da=f"Se efter, om {begun} er rigtigt, eller om tallene dækker en anden periode.",
            en=f"Look up whether {begun} is right, or the figures are of another period.",
        ),
        place=_place(number, beginning),
        others=[_place_before(number, each) for each in earlier],
    )


def _words(item: AgendaItem, beginning: Beginning) -> str:
    return words_around(item.sections[beginning.section].text, beginning.start, beginning.end)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _place(number: int, beginning: Beginning) -> Place:
    return Place(item=number, section=beginning.section, spans=((beginning.start, beginning.end),))


def _place_before(number: int, before: Before) -> Place:
    if before.cell is not None:
        return Place(item=number, table=before.cell[0])
    return Place(item=number, section=before.section, spans=((before.start, before.end),))
