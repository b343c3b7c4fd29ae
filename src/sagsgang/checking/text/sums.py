"""Sums that running text states beside their parts, before them or after them."""

from collections.abc import Iterable, Iterator

from sagsgang.checking.text.claim import Claim
from sagsgang.checking.text.deltas import Told
from sagsgang.checking.text.totals import totals_after
from sagsgang.checking.text.wholes import wholes_first


def sum_claims(told: Iterable[Told]) -> Iterator[Claim]:
    """Stated sums with the parts that the words give them; a sum is told once."""
    for run in told:
        known: set[tuple[int, ...]] = set()
        for claim in (*totals_after(run), *wholes_first(run)):
            figures = tuple(sorted({each.start for each in (claim.stated, *claim.terms)}))
            if figures not in known:
                known.add(figures)
                yield claim
