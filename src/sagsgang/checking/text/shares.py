"""Shares that a sentence states beside the counts they are computed from: "87 af 339 (26 %)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sagsgang.checking.interval import Interval
from sagsgang.checking.quantities import Passage, Prose, Quantity
from sagsgang.checking.text.claim import Claim

_GAP = r"[^NMPQF|();]"
_OF = r"(?:ud af|af)(?: (?:de|i alt|de i alt|alle|samtlige))?"

#: Each with the groups `part`, `whole` and `share`; N and M are counts and sums, P a percentage.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 87 af 339 virksomheder (26 %) · 87 ud af 339, svarende til 26 %
        rf"(?P<part>[NM]){_GAP}{{0,40}}? {_OF} (?P<whole>[NM]){_GAP}{{0,60}}?"
        r"(?:\(|,? (?:svarende til|hvilket svarer til|dvs\.|altså|eller|det svarer til|lig med"
        r"|hvilket er|hvilket giver)(?: en (?:andel|svarprocent|besvarelsesprocent) på)? )"
        r"(?P<share>P)",
        # 339 virksomheder, hvoraf 87 (26 %)
        rf"(?P<whole>[NM]){_GAP}{{0,80}}?,? (?:hvoraf|heraf|og heraf|deraf)(?: har| er| blev)? "
        rf"(?P<part>[NM]){_GAP}{{0,40}}?(?:\(|,? svarende til )(?P<share>P)",
        # 26 % (87 af 339)
        rf"(?P<share>P){_GAP}{{0,60}}?\((?P<part>[NM]){_GAP}{{0,30}}? {_OF} (?P<whole>[NM])",
    )
)


def share_claims(prose: Prose) -> Iterator[Claim]:
    """The shares of counts or sums stated in one sentence of the running text."""
    for passage in prose.passages:
        if "P" not in passage.shape:
            continue
        for pattern in _PATTERNS:
            for match in pattern.finditer(passage.shape):
                claim = _claim(passage, match)
                if claim:
                    yield claim


def _claim(passage: Passage, match: re.Match[str]) -> Claim | None:
    part, whole, share = (
        passage.quantity(match.start(name)) for name in ("part", "whole", "share")
    )
    if part.unit is not whole.unit or whole.value <= 0:
        return None
    return Claim(
        section=passage.section,
        stated=share,
        terms=(part, whole),
        written=f"{part.number} / {whole.number}",
        value=100 * part.value / whole.value,
        expected=_quotient(part, whole),
        confidence=0.95,
        is_sure=part.is_exact and whole.is_exact,
    )


def _quotient(part: Quantity, whole: Quantity) -> Interval:
    above, below = part.counted, whole.counted
    if below.low <= 0:
        return Interval(Decimal(0), Decimal(10) ** 9)
    return (above / below).times(100)
