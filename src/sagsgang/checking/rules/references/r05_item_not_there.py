"""R05: a text refers to an item of this meeting that is not there, or to two days for a meeting."""

from collections.abc import Iterator

from sagsgang.checking.cited.items import item_numbers, meetings_linked, mentions
from sagsgang.checking.cited.prose import is_crowded
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Finding, Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.reference.bodies import same_body

CODE = "R05"
TITLE = Words(
    da="Henvisning til et punkt eller møde, der ikke er der",
    en="Reference to an item or meeting that is not there",
)
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The items and meetings that each item refers to."""
    numbers = item_numbers(minutes)
    for number, item in enumerate(minutes.items):
        if item.is_closed:
            continue
        if is_crowded(item, "punkt") or is_crowded(item, "link til"):
            yield context.skipped(
                context.say(
                    da="Punktet nævner punkter så tit, at det ikke ses efter.",
                    en="The item mentions items too often to be looked at.",
                ),
                item=item,
            )
            continue
        if numbers:
            yield from _items(minutes, number, item, numbers, context)
        for told, linked, spot in meetings_linked(item, number):
            yield context.finding(
                context.say(
                    da=f"Teksten taler om mødet den {told}, men linket om mødet den {linked}.",
                    en=f"The text tells of the meeting on {told}, the link of {linked}.",
                ),
                confidence=0.9,
                item=item,
                lines=spot.lines,
                printed=[told, linked],
                suggestion=context.say(
                    da="Ret den dato, der er forkert.", en="Correct the date that is wrong."
                ),
                place=spot.place,
            )


def _items(
    minutes: Minutes,
    number: int,
    item: AgendaItem,
    numbers: frozenset[int],
    context: Context,
) -> Iterator[Finding]:
    span = f"{min(numbers)}-{max(numbers)}"
    for told, spot in mentions(item, number, minutes.body):
        if told not in numbers:
            yield _finding(context, item, told, span, spot.lines, spot.place)
    for reference in item.references:
        of_this_meeting = (
            minutes.body is not None
            and minutes.starts_at is not None
            and reference.date == minutes.starts_at.date()
            and same_body(reference.body, minutes.body)
        )
        if of_this_meeting and reference.item and reference.item.isdigit():
            told = int(reference.item)
            if told not in numbers:
                yield _finding(context, item, told, span, item.lines, Place(item=number))


def _finding(
    context: Context,
    item: AgendaItem,
    told: int,
    span: str,
    lines: tuple[int, int],
    place: Place,
) -> Finding:
    return context.finding(
        context.say(
            da=f"Teksten henviser til punkt {told}, men mødet har punkt {span}.",
            en=f"The text refers to item {told}, but the meeting has items {span}.",
        ),
        confidence=0.85,
        item=item,
        lines=lines,
        printed=[f"punkt {told}"],
        computed=[span],
        suggestion=context.say(
            da="Ret nummeret, eller skriv, hvilket møde punktet var på.",
            en="Correct the number, or say of which meeting the item is.",
        ),
        place=place,
    )
