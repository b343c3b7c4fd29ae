"""A03: a member has two party letters in the same document."""

from collections.abc import Iterator

from sagsgang.checking.attendance.mentions import named
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "A03"
TITLE = Words(da="Medlemmet har to partibogstaver", en="Member has two party letters")
FAMILY = Family.ATTENDANCE
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every name that stands with two letters, and never twice on one list."""
    parties: dict[str, dict[str, int]] = {}
    places: dict[tuple[str, int | None, bool], set[str]] = {}
    for each in named(minutes):
        if each.party:
            letters = parties.setdefault(each.name, {})
            letters[each.party] = letters.get(each.party, 0) + 1
            places.setdefault((each.name, each.item, each.is_absence), set()).add(each.party)
    namesakes = {name for (name, _, _), letters in places.items() if len(letters) > 1}
    for name, letters in parties.items():
        if len(letters) < 2 or name in namesakes:
            continue
        usual, rare = sorted(letters, key=lambda letter: -letters[letter])[:2]
        yield context.finding(
            context.say(
                da=f"{name} står både som ({usual}) og ({rare}).",
                en=f"{name} stands both as ({usual}) and ({rare}).",
            ),
            confidence=0.9,
            printed=[f"{name} ({rare})"],
            computed=[f"{name} ({usual})"],
            suggestion=context.say(
                da="Ret det bogstav, der er forkert.", en="Correct the letter that is wrong."
            ),
        )
