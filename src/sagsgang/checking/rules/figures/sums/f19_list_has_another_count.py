"""F19: the text announces a number of points, and the list under it has another number."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.lists import CountedList, counted_lists
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F19"
TITLE = Words(da="Listen har et andet antal punkter", en="List has another number of points")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every list that its introduction counts: "følgende fire indsatser:"."""
    for number, item in enumerate(minutes.items):
        for found in counted_lists(item, context.views.prose(number)):
            yield _answer(context, number, item, found)


def _answer(context: Context, number: int, item: AgendaItem, found: CountedList) -> Answer:
    stated = found.stated
    place = Place(item=number, section=found.section, spans=((stated.start, stated.end),))
    lines = item.sections[found.section].lines
    said = f"{stated.number} {stated.noun}".strip()
    if found.points == stated.value:
        statement = context.say(
            da=f"«{said}»: listen har {found.points} punkter",
            en=f"“{said}”: the list has {found.points} points",
        )
        return context.verified(statement, item=item, lines=lines, place=place)
    return context.finding(
        context.say(
            da=f"Der står «{said}», men listen har {found.points} punkter.",
            en=f"“{said}” is printed, but the list has {found.points} points.",
        ),
        confidence=0.85,
        item=item,
        lines=lines,
        printed=[stated.number],
        computed=[str(found.points)],
        suggestion=context.say(
            da="Ret antallet, eller tilføj det punkt, der mangler.",
            en="Correct the number, or add the point that is missing.",
        ),
        place=place,
    )
