"""The quantities that take part in no relation: of which kinds they are, and whether one is to be
seen beside them that no rule recomputes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from checking_mutations import Document
from checking_quantities import Spot

from sagsgang.language.numbers import Number, parse_number

#: More numbers in a paragraph or row than this are not tried against each other.
MOST = 24

SUM, SHARE, REPEATED, ALONE = (
    "is a sum or difference of two beside it",
    "is the share of two beside it",
    "is printed again in the item",
    "nothing beside it explains it",
)


def uncovered(document: Document) -> Iterator[tuple[Spot, str]]:
    """Each quantity without a relation, and what is to be seen beside it."""
    covered = document.taking_part()
    groups: dict[tuple, list[tuple[int, Spot, Number]]] = {}
    printed: Counter[tuple[int, str]] = Counter()
    for at, spot in enumerate(document.spots):
        number = parse_number(spot.printed)
        if number is None:
            continue
        printed[spot.item, spot.printed.lstrip("-−–")] += 1
        for group in _groups(document, spot):
            groups.setdefault(group, []).append((at, spot, number))
    explained = {at: SUM for members in groups.values() for at in _sums(members)}
    explained |= {at: SHARE for members in groups.values() for at in _shares(members)}
    for at, spot in enumerate(document.spots):
        if at in covered:
            continue
        bare = spot.printed.lstrip("-−–")
        is_again = printed[spot.item, bare] > 1 and sum(map(str.isdigit, bare)) > 2
        yield spot, explained.get(at, REPEATED if is_again else ALONE)


def _groups(document: Document, spot: Spot) -> Iterator[tuple]:
    """What it stands together with: its paragraph, or its row."""
    if spot.cell:
        yield spot.item, "row", spot.cell[0], spot.cell[1]
    else:
        text = document.minutes.items[spot.item].sections[spot.section].text
        yield spot.item, spot.section, text.count("\n\n", 0, spot.start)


def _sums(members: Iterable[tuple[int, Spot, Number]]) -> Iterator[int]:
    """Those of one unit of which two, added, give a third; small numbers agree by accident."""
    by_unit: dict[str, list[tuple[int, Number]]] = {}
    for at, spot, number in members:
        by_unit.setdefault("share" if "percent" in spot.unit else spot.unit, []).append(
            (at, number)
        )
    for numbers in by_unit.values():
        if len(numbers) > MOST:
            continue
        for three in combinations(numbers, 3):
            a, b, c = sorted((abs(number.value) for _, number in three), reverse=True)
            unit = max(number.half_unit for _, number in three) * 2
            if c >= 20 * unit and abs(a - b - c) <= (0 if unit == 1 else unit):
                yield from (at for at, _ in three)


def _shares(members: Iterable[tuple[int, Spot, Number]]) -> Iterator[int]:
    """A percentage and the two numbers it is the share of."""
    members = list(members)
    shares = [(at, number) for at, spot, number in members if "percent" in spot.unit]
    others = [(at, number) for at, spot, number in members if "percent" not in spot.unit]
    if not shares or len(others) > MOST:
        return
    for (a, one), (b, two) in combinations(others, 2):
        small, large = sorted((abs(one.value), abs(two.value)))
        if small < 10 or small == large:
            continue
        for at, share in shares:
            ratios = (
                small * 100 / large,
                (large - small) * 100 / large,
                (large - small) * 100 / small,
            )
            if any(abs(ratio - abs(share.value)) <= share.half_unit for ratio in ratios):
                yield from (at, a, b)
