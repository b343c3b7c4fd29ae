"""The same case in two documents: which items are of it, and the figures that both tell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagsgang.checking.context import Context
from sagsgang.checking.quantities import read_prose
from sagsgang.checking.sameness.begun import stems_of
from sagsgang.checking.sameness.index import Mentions
from sagsgang.checking.sameness.mention import read_mentions
from sagsgang.checking.sameness.repeated import Twice, repeated
from sagsgang.minutes import AgendaItem, Minutes

#: A case that comes back later than this has new figures.
MOST_DAYS = 120
#: So many items of other documents are compared with one item, and so many in all.
MOST_OF_A_CASE, MOST_IN_ALL = 8, 200
#: The other item's number, where figures of both are told apart by the item they stand in.
OTHER = -2


@dataclass(frozen=True, slots=True)
class SameCase:
    """Item number `item` of the document, and the item of another that is of the same case."""

    item: int
    other: AgendaItem
    document: Minutes

    def told_in_both(self, context: Context) -> Iterator[Twice]:
        """The figures that both items tell; the document's own mention first, of the other's the
        item is `OTHER`.
        """
        own = context.views.minutes.items[self.item]
        here = list(read_mentions(own, self.item, context.views.prose(self.item)))
        there = list(read_mentions(self.other, OTHER, read_prose(self.other)))
        if not here or not there:
            return
        for pair in repeated(Mentions.of([*here, *there], is_one_case=True)):
            if pair.one.item != pair.other.item:
                yield pair if pair.one.item == self.item else _turned(pair)


def _turned(pair: Twice) -> Twice:
    years = (pair.years[1], pair.years[0]) if pair.years else None
    return Twice(pair.other, pair.one, pair.confidence, years)


def same_cases(minutes: Minutes, companions: Sequence[Minutes]) -> tuple[list[SameCase], bool]:
    """The items of other documents with the case number and the title of one here, and whether
    some were left out for their number.
    """
    wanted = defaultdict(list)
    for number, item in enumerate(minutes.items):
        if item.case_number and not item.is_closed:
            wanted[item.case_number.canonical].append(number)
    found: list[SameCase] = []
    counted: dict[int, int] = defaultdict(int)
    is_cut = False
    for document in companions:
        if not _are_near(minutes, document):
            continue
        for other in document.items:
            for number in wanted.get(other.case_number.canonical if other.case_number else "", ()):
                if not _have_one_title(minutes.items[number], other):
                    continue
                if counted[number] >= MOST_OF_A_CASE or len(found) >= MOST_IN_ALL:
                    is_cut = True
                    continue
                counted[number] += 1
                found.append(SameCase(number, other, document))
    return found, is_cut


def _are_near(one: Minutes, other: Minutes) -> bool:
    """True for two meetings a short time apart; the same meeting in another file is none."""
    if one.municipality and other.municipality and one.municipality != other.municipality:
        return False
    if one.starts_at is None or other.starts_at is None:
        return one.body != other.body
    if one.body == other.body and one.starts_at.date() == other.starts_at.date():
        return False
    return abs((one.starts_at.date() - other.starts_at.date()).days) <= MOST_DAYS


def _have_one_title(one: AgendaItem, other: AgendaItem) -> bool:
    mine, yours = stems_of(one.title.lower()), stems_of(other.title.lower())
    return bool(mine) and 2 * len(mine & yours) >= len(mine | yours)
