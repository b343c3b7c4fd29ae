"""R02: a text cites an attachment by number that the list of attachments does not have."""

from collections.abc import Iterator

from sagsgang.checking.cited.attachments import are_numbered, citations, listed_numbers
from sagsgang.checking.cited.prose import Spot, is_crowded
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes

CODE = "R02"
TITLE = Words(da="Bilag nævnt, men ikke på listen", en="Attachment cited and not listed")
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every attachment cited by number, in items that list attachments."""
    elsewhere = _of_other_items(minutes)
    for number, item in enumerate(minutes.items):
        if item.is_closed or not item.attachments:
            continue
        if is_crowded(item, "bilag"):
            yield context.skipped(
                context.say(
                    da="Punktet nævner bilag så tit, at det ikke ses efter.",
                    en="The item mentions attachments too often to be looked at.",
                ),
                item=item,
            )
            continue
        listed = listed_numbers(item)
        missing: dict[int, list[Spot]] = {}
        for citation in citations(item, number):
            for cited in citation.numbers:
                if cited not in listed and cited not in elsewhere:
                    missing.setdefault(cited, []).append(citation.spot)
        for cited, spots in missing.items():
            yield context.finding(
                context.say(
                    da=f"Teksten nævner bilag {cited}, men på listen er der "
                    f"{_amount(item, listed)}.",
                    en=f"The text cites attachment {cited}, but {_number(item, listed)} listed.",
                ),
                confidence=0.9,
                item=item,
                lines=spots[0].lines,
                printed=[f"bilag {cited}"],
                computed=[_printed(listed)],
                suggestion=context.say(
                    da="Sæt bilaget på listen, eller ret nummeret i teksten.",
                    en="List the attachment, or correct the number in the text.",
                ),
                place=spots[0].place,
                others=[spot.place for spot in spots[1:]],
            )


def _of_other_items(minutes: Minutes) -> set[int]:
    """The attachments of a meeting that numbers them through all its items; else none."""
    numbered = [set(listed_numbers(item)) for item in minutes.items if are_numbered(item)]
    if len(numbered) < 2 or any(1 in numbers for numbers in numbered[1:]):
        return set()
    return set().union(*numbered)


def _amount(item: AgendaItem, listed: tuple[int, ...]) -> str:
    if are_numbered(item):
        return f"kun bilag {_printed(listed)}"
    return "kun ét" if len(item.attachments) == 1 else f"kun {len(item.attachments)}"


def _number(item: AgendaItem, listed: tuple[int, ...]) -> str:
    if are_numbered(item):
        return f"only {_printed(listed)} is"
    return "only one is" if len(item.attachments) == 1 else f"only {len(item.attachments)} are"


def _printed(listed: tuple[int, ...]) -> str:
    """ "1-3" for 1, 2, 3; "1, 3" for 1, 3."""
    if len(listed) > 1 and listed == tuple(range(listed[0], listed[-1] + 1)):
        return f"{listed[0]}-{listed[-1]}"
    return ", ".join(map(str, listed))
