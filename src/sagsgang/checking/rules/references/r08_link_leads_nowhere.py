"""R08: a link is printed with an address that leads nowhere."""

from collections.abc import Iterator

from sagsgang.checking.cited.links import links
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "R08"
TITLE = Words(da="Linket fører ingen steder hen", en="Link leads nowhere")
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The empty links among those printed.

    When all are empty, they were lost on the way to this file: that is told once, as a note.
    """
    found = list(links(minutes, context.lines))
    empty = [link for link in found if link.is_empty]
    if not empty:
        return
    suggestion = context.say(
        da="Sæt adressen ind, eller skriv, hvor det står.",
        en="Put the address in, or write where it stands.",
    )
    if len(empty) == len(found):
        first = empty[0].spot
        yield context.finding(
            context.say(
                da=f"{_links(len(empty))} fører ingen steder hen: adressen er tom.",
                en=f"The address of all {len(empty)} links is empty.",
            ),
            confidence=0.9,
            item=minutes.items[first.item],
            lines=first.lines,
            severity=Severity.NOTES,
            printed=[empty[0].words],
            suggestion=suggestion,
            place=first.place,
            others=[link.spot.place for link in empty[1:]],
        )
        return
    for link in empty:
        yield context.finding(
            context.say(
                da=f"Linket «{link.words}» fører ingen steder hen: adressen er tom.",
                en=f"The link «{link.words}» leads nowhere: its address is empty.",
            ),
            confidence=0.95,
            item=minutes.items[link.spot.item],
            lines=link.spot.lines,
            printed=[link.words],
            suggestion=suggestion,
            place=link.spot.place,
        )


def _links(count: int) -> str:
    return "Dokumentets link" if count == 1 else f"Dokumentets {count} link"
