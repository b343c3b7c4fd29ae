"""Whether the table itself explains that a total is not the sum of what is shown."""

import re
from collections.abc import Sequence
from decimal import Decimal

from sagsgang.checking.tables.derived.words import is_money
from sagsgang.checking.tables.digits import FEWEST_TELLING, wrong_digit_of_total
from sagsgang.checking.tables.labels import Role, is_people, plain
from sagsgang.checking.tables.lane import Verdict, running
from sagsgang.checking.tables.relation import Relation
from sagsgang.checking.tables.view import TableView

#: A row that is the sum of those below it has no more of them.
MAX_CHILDREN = 50
#: A row is seen to be forgotten among so many.
FEWEST_BESIDE = 4
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_PROJECT = re.compile(r"projekt|anlægssum|bevilling|anskaffelse|ramme|overslag|investering|anlæg\b")


def reads_otherwise(relation: Relation) -> bool:
    """True when another reading than a plain sum explains the total: one that a table may well
    have meant.
    """
    total, slack, off, added = relation.total.value, relation.slack, relation.off, relation.sum
    values = [cell.value if sign > 0 else -cell.value for cell, sign in relation.parts]
    if abs(added + total) <= slack or abs(added - 2 * total) <= slack:
        return True
    # A row that is no part leaves a sum that holds, as exactly as the others do.
    if any(
        value and abs(off + value) <= slack / 4 and not _is_forgotten(relation, values, at)
        for at, value in enumerate(values)
    ):
        return True
    of_which = sum(
        (
            line.cells[relation.lane].value
            for line in relation.direction.lines
            if line.role is Role.OF_WHICH and line.cells[relation.lane].is_number
        ),
        Decimal(0),
    )
    if of_which and abs(off - of_which) <= slack:
        return True
    return abs(off + _parents(values, slack)) <= slack


def _is_forgotten(relation: Relation, values: Sequence[Decimal], at: int) -> bool:
    """True when an amount of money that the total lacks can only be a part of it: it is too large
    to be part of the row above, and too small to be the whole of others.
    """
    lane = relation.direction.lane_labels[relation.lane]
    is_plain_money = is_money(lane) and min(values) > 0 and len(values) >= FEWEST_BESIDE
    return is_plain_money and at > 0 and values[at - 1] < values[at] < max(values)


def _parents(values: Sequence[Decimal], slack: Decimal) -> Decimal:
    """The sum of the values that are themselves the sum of at least two values that follow them."""
    found = Decimal(0)
    for start, value in enumerate(values):
        following = Decimal(0)
        for count, child in enumerate(values[start + 1 : start + MAX_CHILDREN], start=1):
            following += child
            if count >= 2 and value and abs(following - value) <= slack:
                found += value
                break
    return found


def is_explained(relation: Relation, view: TableView) -> bool:
    """True when the table itself gives a reason why its total is not the sum of what is shown."""
    return (
        _holds_by_leaves(relation)
        or _has_meant_gaps(relation)
        or _goes_beyond_years(relation)
        or (_counts_people(relation, view) and wrong_digit_of_total(relation) < FEWEST_TELLING)
    )


def _goes_beyond_years(relation: Relation) -> bool:
    """True when the total of a project is more than its years: it began before, or goes on."""
    lines = relation.direction.lines
    years = all(_YEAR.search(lines[part.line].label) for part in relation.claim.parts)
    of_project = _PROJECT.search(plain(lines[relation.claim.total].label)) is not None
    return years and of_project and relation.off * relation.sum > 0


def _counts_people(relation: Relation, view: TableView) -> bool:
    """True when the total is too small, and people may have been counted several times."""
    direction = relation.direction
    labels = (
        direction.lines[relation.claim.total].label,
        direction.lane_labels[relation.lane],
        view.column_labels[0],
    )
    return relation.off < 0 and any(map(is_people, labels))


def _holds_by_leaves(relation: Relation) -> bool:
    """True when the total holds once the subtotals among its parts are replaced by their own
    parts.
    """
    leaves = relation.leaves
    if len(leaves) == len(relation.claim.parts) or any(
        part.sign != 1 for part in relation.claim.parts
    ):
        return False
    lane = running(leaves)
    return lane.verdict(relation.total) in (Verdict.HOLDS, Verdict.TRIVIAL)


def _has_meant_gaps(relation: Relation) -> bool:
    """True when an empty cell may hide what is missing: no other lane shows that it means zero."""
    if not relation.gaps or relation.off * relation.sum < 0:
        return False
    sure = (*relation.claim.lanes(Verdict.HOLDS), *relation.claim.lanes(Verdict.TRIVIAL))
    return not any(Relation(relation.direction, relation.claim, lane).gaps for lane in sure)
