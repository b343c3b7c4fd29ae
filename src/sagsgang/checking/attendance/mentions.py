"""Every place where the document names a member: the roster, the absences, the votes."""

from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.language.names import parse_people
from sagsgang.minutes import Minutes, Person


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed; `item` is the item's number from 0, None for the head of the document."""

    name: str
    party: str | None
    item: int | None
    is_absence: bool = False


def named(minutes: Minutes) -> Iterator[Named]:
    """Every member named on a roster, as absent, or in a vote; the same one many times."""
    for person in (*minutes.members, *minutes.present):
        yield Named(_plain(person.name), person.party, None)
    for person in minutes.absent:
        yield Named(_plain(person.name), person.party, None, is_absence=True)
    for number, item in enumerate(minutes.items):
        for person in item.absent:
            yield Named(_plain(person.name), person.party, number, is_absence=True)
        for vote in item.votes:
            for text in (*vote.for_, *vote.against, *vote.abstained):
                for voter in parse_people(text):
                    yield Named(_plain(voter.name), voter.party, number)


def same_person(one: Person | Named, other: Person | Named) -> bool:
    """The same name; party letters must agree only when both are printed."""
    if _plain(one.name).casefold() != _plain(other.name).casefold():
        return False
    return one.party is None or other.party is None or one.party == other.party


def _plain(name: str) -> str:
    return " ".join(name.split())
