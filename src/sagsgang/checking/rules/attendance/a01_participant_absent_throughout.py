"""A01: a member is listed as participant, and recorded as absent on every item of the meeting."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes, Person

CODE = "A01"
TITLE = Words(
    da="Opført som deltager, men fraværende på alle punkter",
    en="Listed as participant but absent throughout",
)
FAMILY = Family.ATTENDANCE
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

#: On fewer items than this "every item" says too little.
FEWEST_ITEMS = 2


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The participants who are absent on every item that is open and decided."""
    items = [
        item for item in minutes.items if not item.is_closed and (item.decision or item.absent)
    ]
    if len(items) < FEWEST_ITEMS:
        return
    listed = minutes.present or minutes.members
    for person in listed:
        if any(_is_same(person, absent) for absent in minutes.absent):
            continue
        if all(_is_absent(person, item) for item in items):
            name = f"{person.name} ({person.party})" if person.party else person.name
            yield context.finding(
                context.say(
                    da=f"{name} er opført blandt deltagerne, men er fraværende på alle "
                    f"{len(items)} punkter.",
                    en=f"{name} is listed as a participant, but is absent on all {len(items)} "
                    "items.",
                ),
                confidence=0.95,
                printed=[name],
                suggestion=context.say(
                    da=f"Flyt {name} fra deltagere til fraværende, eller ret fraværet på "
                    "punkterne.",
                    en=f"Move {name} from the participants to the absent, or correct the items.",
                ),
            )


def _is_absent(person: Person, item: AgendaItem) -> bool:
    return any(_is_same(person, absent) for absent in item.absent)


def _is_same(one: Person, other: Person) -> bool:
    """The same name; party letters must agree only when both are printed."""
    if " ".join(one.name.casefold().split()) != " ".join(other.name.casefold().split()):
        return False
    return one.party is None or other.party is None or one.party == other.party
