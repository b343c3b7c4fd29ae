"""A05: so many are absent on an item that was decided that the body had no quorum."""

from collections.abc import Iterator

from sagsgang.checking.attendance.mentions import same_person
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes, Outcome, Person

CODE = "A05"
TITLE = Words(da="Udvalget var ikke beslutningsdygtigt", en="No quorum for a decision")
FAMILY = Family.ATTENDANCE
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: A shorter roster is no committee's.
_FEWEST = 3
_NO_DECISION = {None, Outcome.NONE, Outcome.POSTPONED, Outcome.LAPSED}


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The absences of every decided item against the whole body; substitutes count as present."""
    members: list[Person] = []
    for person in (*minutes.members, *minutes.present, *minutes.absent):
        if not any(same_person(person, known) for known in members):
            members.append(person)
    if len(members) < _FEWEST:
        return
    for number, item in enumerate(minutes.items):
        gone = _gone(item, members)
        if item.decision is None or item.decision.outcome in _NO_DECISION:
            continue
        present = len(members) - gone
        if 2 * present < len(members):
            yield context.finding(
                context.say(
                    da=f"{gone} af {len(members)} medlemmer er fraværende. Mindst halvdelen skal "
                    "være til stede.",
                    en=f"{gone} of {len(members)} members are absent. At least half must be "
                    "present.",
                ),
                confidence=0.85,
                item=item,
                lines=item.lines,
                printed=[str(present)],
                computed=[str(-(-len(members) // 2))],
                suggestion=context.say(
                    da="Ret fraværet, eller før stedfortræderne på.",
                    en="Correct the absences, or enter the substitutes.",
                ),
                place=Place(item=number),
            )


def _gone(item: AgendaItem, members: list[Person]) -> int:
    return sum(
        any(same_person(member, absent) for member in members)
        for absent in item.absent
        if not absent.substitute
    )
