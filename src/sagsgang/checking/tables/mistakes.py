"""Which failing sums of a table are mistakes: what was meant, where it stands, how sure it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.tables.derived.words import is_money
from sagsgang.checking.tables.digits import FEWEST_TELLING, wrong_digit
from sagsgang.checking.tables.displaced import displaced_total
from sagsgang.checking.tables.explained import is_explained, reads_otherwise
from sagsgang.checking.tables.labels import is_plain_total, is_share, plain
from sagsgang.checking.tables.lane import Verdict
from sagsgang.checking.tables.misplaced import Displacement, find_move
from sagsgang.checking.tables.plausible import (
    Slip,
    holds_when_rounded,
    is_average_like,
    is_rounded_total,
    slip,
)
from sagsgang.checking.tables.relation import Relation, Spot
from sagsgang.checking.tables.sums import WHOLE, Claim, Sums, TooIntricate, find_sums
from sagsgang.checking.tables.view import Direction, TableView
from sagsgang.minutes import Table

#: Larger tables are not looked at.
MAX_CELLS = 60_000
#: A table with more sums that fail is none that was meant to add up, or not as it is read here.
MAX_FAILING = 100


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sum that fails. `displaced` is the part that should be the total; `culprit` the one cell
    two sums agree is wrong.

    `meant` is what the culprit, or the total when there is none, should be for the sum to hold.
    """

    relation: Relation
    confidence: float
    meant: Decimal
    displaced: int | None = None
    culprit: Spot | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a table's sums gave: those that hold, the mistakes, those that only a note on rounding
    saves, the lanes whose figures stand in the wrong order, and the move that mends several sums.
    """

    held: tuple[Relation, ...]
    mistakes: tuple[Mistake, ...]
    excused: tuple[Relation, ...]
    displaced: tuple[Mistake, ...] = ()
    move: Displacement | None = None


def is_large(table: Table) -> bool:
    """True for tables that are not judged: lists of data rather than tables for readers."""
    return len(table.rows) * len(table.rows[0] if table.rows else ()) > MAX_CELLS


def judge(view: TableView, rounding_is_noted: Callable[[], bool] = lambda: False) -> Judged:
    """The sums of a table, judged in both directions. Raises TooIntricate.

    `rounding_is_noted` is asked, when it matters, whether the text says that roundings may show.
    """
    held: list[Relation] = []
    failing: list[tuple[Relation, int]] = []
    unheld: list[Relation] = []
    for direction in (view.down, view.across):
        sums = find_sums(direction)
        for claim in (*sums.held, *sums.broken):
            held.extend(Relation(direction, claim, lane) for lane in claim.lanes(Verdict.HOLDS))
        failing.extend(_broken(direction, sums))
        failing.extend(_alone(direction, sums))
        unheld.extend(_unheld(direction, sums))
    if len(unheld) > MAX_FAILING:
        raise TooIntricate
    move = find_move(view, held, unheld)
    if move:
        mended = {relation.total_spot for relation in move.mended}
        failing = [each for each in failing if each[0].total_spot not in mended]
    likely = [
        mistake
        for relation, support in failing
        if not is_explained(relation, view)
        for mistake in _mistake(relation, support)
    ]
    settled = {relation.total_spot: relation.direction for relation in held}
    likely = [mistake for mistake in likely if not _follows(mistake.relation, settled)]
    excused: list[Relation] = []
    mistakes: list[Mistake] = []
    for mistake in _localised(likely):
        # Two sums that agree on one cell are no accident of rounding.
        if not mistake.culprit and holds_when_rounded(mistake.relation, is_noted=False):
            continue
        if (
            not mistake.culprit
            and holds_when_rounded(mistake.relation, is_noted=True)
            and rounding_is_noted()
        ):
            excused.append(mistake.relation)
            continue
        mistakes.append(mistake)
    return Judged(
        tuple(held),
        tuple(mistake for mistake in mistakes if mistake.displaced is None),
        tuple(excused),
        tuple(mistake for mistake in mistakes if mistake.displaced is not None),
        move,
    )


def _unheld(direction: Direction, sums: Sums) -> Iterator[Relation]:
    """Every sum that fails, of totals that hold in some lane or that call themselves plain."""
    for claim in sums.broken:
        yield from _failing(direction, claim)
    for claim in _plain_unresolved(direction, sums):
        yield from _failing(direction, claim)


def _failing(direction: Direction, claim: Claim) -> list[Relation]:
    return [Relation(direction, claim, lane) for lane in claim.lanes(Verdict.FAILS)]


def _broken(direction: Direction, sums: Sums) -> Iterator[tuple[Relation, int]]:
    """Lanes that fail where others hold, with how many do: 1 at most when as many fail."""
    for claim in sums.broken:
        failing, held = claim.lanes(Verdict.FAILS), len(claim.lanes(Verdict.HOLDS))
        for lane in failing:
            yield Relation(direction, claim, lane), held if held > len(failing) else 1


def _alone(direction: Direction, sums: Sums) -> Iterator[tuple[Relation, int]]:
    """The lanes of a plain total that holds nowhere, in no reading of the lines.

    One lane may be a slip; of several that all fail, each must look like a wrong digit.
    """
    for claim in _plain_unresolved(direction, sums):
        relations = _failing(direction, claim)
        if len(relations) > 1 and any(slip(relation) is not Slip.DIGITS for relation in relations):
            continue
        for relation in relations:
            if len(relation.parts) >= 2 and not reads_otherwise(relation):
                yield relation, 0


def _plain_unresolved(direction: Direction, sums: Sums) -> Iterator[Claim]:
    """The likeliest reading of every plain total that holds nowhere."""
    by_total: dict[int, list[Claim]] = {}
    for claim in sums.unresolved:
        by_total.setdefault(claim.total, []).append(claim)
    summed = {claim.total for claim in sums.unresolved if len(claim.parts) >= 2}
    for total, claims in by_total.items():
        if is_plain_total(direction.lines[total].label):
            # A total that holds nowhere, with its own parts beside it, would count those twice.
            once = [claim for claim in claims if not summed & {part.line for part in claim.parts}]
            nearest = [claim for claim in once if _is_near(direction, claim)]
            yield max(nearest or once or claims, key=_completeness)


def _is_near(direction: Direction, claim: Claim) -> bool:
    """True when every lane that fails does so by no more than a slip in its digits."""
    failing = _failing(direction, claim)
    return bool(failing) and all(wrong_digit(relation) >= 2 for relation in failing)


def _completeness(claim: Claim) -> tuple[bool, int, int]:
    """A run of totals is a total of totals; else the run that could be judged in most lanes, the
    nearest first.
    """
    has_totals = any(len(part.leaves) > 1 for part in claim.parts)
    return has_totals and claim.run == 1, -len(claim.lanes(Verdict.UNKNOWN)), claim.run


def _follows(relation: Relation, settled: dict[Spot, Direction]) -> bool:
    """True when every figure of it is a sum that holds the other way.

    Then it fails because some row (or column) in between is not complete, and is no mistake itself.
    """
    return all(
        spot in settled and settled[spot] is not relation.direction for spot in relation.spots
    )


def _mistake(relation: Relation, support: int) -> Iterator[Mistake]:
    """The relation as a mistake, when it surely is one; `support` counts the lanes that hold."""
    displaced = displaced_total(relation) if support else None
    likely = slip(relation)
    meant = relation.sum
    if displaced is not None:
        yield Mistake(relation, 0.97, meant, displaced)
    elif is_average_like(relation) and not (support and _is_one_of_a_kind(relation)):
        needed = FEWEST_TELLING + (not support) - (support >= 3 and _is_printed_alike(relation))
        if wrong_digit(relation) >= needed:
            yield Mistake(relation, 0.85, meant)
    elif support:
        if (
            likely
            or (support >= 2 and _adds_up_like_others(relation))
            or _is_one_of_a_kind(relation)
            or _is_share_of_all(relation)
        ):
            yield Mistake(relation, (0.97 if likely else 0.9) if support >= 2 else 0.93, meant)
    elif likely in (Slip.DIGITS, Slip.SMALL) and not is_rounded_total(relation):
        yield Mistake(relation, 0.9, meant)


def _is_share_of_all(relation: Relation) -> bool:
    """True for shares that add up to 100, or whose total says so."""
    is_share_lane = is_share(relation.direction.lane_labels[relation.lane])
    if not (relation.total.is_percent or is_share_lane):
        return False
    return relation.total.value == WHOLE or abs(relation.sum - WHOLE) <= relation.slack


def _adds_up_like_others(relation: Relation) -> bool:
    """True when what the lane counts cannot be counted twice, as the pupils of several classes can:
    money, what has a sign, and the columns of a row.
    """
    direction = relation.direction
    has_sign = any(cell.value < 0 for cell, _ in relation.parts)
    return not direction.is_down or has_sign or is_money(direction.lane_labels[relation.lane])


def _is_one_of_a_kind(relation: Relation) -> bool:
    """True when the lane and those that hold differ in a number or year only: "2024" and "2025",
    "Hold 1" and "Hold 2". No table adds up one of them and averages the other.
    """
    labels = relation.direction.lane_labels
    held = relation.claim.lanes(Verdict.HOLDS)
    kinds = {re.sub(r"[0-9]+", "0", plain(labels[lane])) for lane in (*held, relation.lane)}
    return bool(held) and len(kinds) == 1 and "0" in kinds.pop()


def _is_printed_alike(relation: Relation) -> bool:
    """True when the lane is printed with as many decimals as those that hold: no average is."""
    line = relation.direction.lines[relation.claim.total]
    held = relation.claim.lanes(Verdict.HOLDS)
    return all(line.cells[lane].decimals == relation.total.decimals for lane in held)


def _localised(mistakes: Sequence[Mistake]) -> Iterator[Mistake]:
    """Two failing sums that the same change of the cell they share would mend are one mistake:
    that cell.
    """
    left = list(mistakes)
    while left:
        mistake = left.pop(0)
        for other in left:
            shared = _shared_culprit(mistake, other)
            if shared:
                left.remove(other)
                mistake = shared
                break
        yield mistake


def _shared_culprit(one: Mistake, other: Mistake) -> Mistake | None:
    if one.relation.direction is other.relation.direction or one.displaced is not None:
        return None
    if other.displaced is not None:
        return None
    slack = min(one.relation.slack, other.relation.slack)
    off, its_off = one.relation.off, other.relation.off
    spots = other.relation.spots
    for spot, sign in one.relation.spots.items():
        if spot not in spots:
            continue
        change = off * sign
        if abs(change - its_off * spots[spot]) <= slack:
            leading = one if one.relation.total_spot == spot else other
            value = _value_at(leading.relation, spot)
            return Mistake(leading.relation, 0.99, value + change, culprit=spot)
    return None


def _value_at(relation: Relation, spot: Spot) -> Decimal:
    direction, lane = relation.direction, relation.lane
    for line in (*(part.line for part in relation.claim.parts), relation.claim.total):
        if direction.cell_place(line, lane) == spot:
            return direction.lines[line].cells[lane].value
    raise KeyError(spot)
