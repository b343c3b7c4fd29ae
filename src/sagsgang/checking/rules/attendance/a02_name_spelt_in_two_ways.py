"""A02: a member's name is spelt in two ways that differ by a letter or two."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from sagsgang.checking.attendance.mentions import named
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.collation import collation_key
from sagsgang.minutes import Minutes

CODE = "A02"
TITLE = Words(da="Navnet er stavet på to måder", en="Name spelt in two ways")
FAMILY = Family.ATTENDANCE
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: More names than this are those of several bodies.
_MOST = 120
#: A shorter name may well be another's.
_SHORTEST = 8


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every pair of names of members that are nearly the same, and never side by side."""
    seen: Counter[str] = Counter()
    parties: dict[str, set[str]] = {}
    places: dict[str, set[tuple[int | None, bool]]] = {}
    for each in named(minutes):
        seen[each.name] += 1
        parties.setdefault(each.name, set()).update([each.party] if each.party else [])
        places.setdefault(each.name, set()).add((each.item, each.is_absence))
    names = sorted(seen, key=collation_key)[:_MOST]
    for one, other in combinations(names, 2):
        apart = not (parties[one] and parties[other]) or parties[one] & parties[other]
        if not apart or places[one] & places[other] or not _is_near(one, other):
            continue
        rare, usual = sorted((one, other), key=lambda name: seen[name])
        yield context.finding(
            context.say(
                da=f"Navnet er skrevet både «{usual}» og «{rare}».",
                en=f"The name is written both “{usual}” and “{rare}”.",
            ),
            confidence=0.85,
            printed=[rare],
            computed=[usual],
            suggestion=context.say(
                da=f"Ret «{rare}» til «{usual}», eller omvendt.",
                en=f"Change “{rare}” to “{usual}”, or the other way.",
            ),
        )


def _is_near(one: str, other: str) -> bool:
    """One letter put in, left out, changed, or two swapped; as many words, the same initials."""
    if min(len(one), len(other)) < _SHORTEST or one.casefold() == other.casefold():
        return False
    words, others = one.split(), other.split()
    if len(words) != len(others) or [w[0] for w in words] != [w[0] for w in others]:
        return False
    differing = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(differing) == 1 and _one_edit(*differing[0])


def _one_edit(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(other) < 4:
        return False
    head = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[head:] == other[head + 1 :]
    if one[head + 1 :] == other[head + 1 :]:
        return True
    swapped = other[head : head + 2][::-1]
    return one[head:] == swapped + other[head + 2 :]
