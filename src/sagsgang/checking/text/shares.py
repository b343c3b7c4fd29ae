"""Shares that a text states beside what they are shares of: "87 af 339 (26 %)", "60 % af 24,8".

A percentage stands beside its part ("87 (26 %)", "41 unge eller 10 %") or beside its whole ("26 %
af de 339"). Where the words name all three, a share that does not follow is a mistake. Where the
third must be looked for in the sentences around, one that fits is verified; that none fits says
nothing, unless other shares of the same whole do fit, or one slip explains it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from sagsgang.checking.interval import Interval
from sagsgang.checking.quantities import Hedge, Passage, Prose, Quantity, Unit
from sagsgang.checking.slips import is_one_slip
from sagsgang.checking.text.claim import Claim, written_like

#: So many candidates for the whole are tried.
_MOST = 24
#: One digit tells a slip only in a figure of so many.
_TELLING = 3

_GAP = r"[^NMPQF|();]"
#: Within one clause: what stands after a comma is of something else.
_CLAUSE = r"[^NMPQF|();,]"
_OF = r"(?:ud af|af)(?: (?:de|i alt|de i alt|alle|samtlige|de \w+|[^NMPQF|();,]{3,40}? på))?"
_THAT_IS = (
    r"(?:svarende til|hvilket svarer til|hvilket er|hvilket giver|hvilket udgør|det svarer til"
    r"|det er|og det giver|og det er|dvs\.?|det vil sige|altså|eller|lig med|er lig|udgør|giver|er"
    r"|i alt|og udgør|og dermed)(?: altså| dermed| således| kun| hele| blot)?"
    r"(?: (?:en|et) (?:\w+ )?\w+ på)?"
)
_CHANGE = re.compile(
    r"stig|fald|vækst|fremgang|tilbagegang|flere|færre|øg|steget|vokse|redu|forøg|mer|mindre|spar"
)
_NOT_OF = r"(?! af (?:de |i alt )?[NM])"

#: All three are named. Groups `part`, `whole`, `share`.
_STRICT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<part>[NM]){_GAP}{{0,40}}? {_OF} (?P<whole>[NM]){_GAP}{{0,60}}?"
        rf"(?:\(|,? {_THAT_IS} )(?P<share>P)",
        rf"(?P<whole>[NM]){_GAP}{{0,80}}?,? (?:hvoraf|heraf|og heraf|deraf)(?: har| er| blev)? "
        rf"(?P<part>[NM]){_GAP}{{0,40}}?(?:\(|,? (?:svarende til|eller) )(?P<share>P)(?! af)",
        rf"(?P<share>P){_GAP}{{0,60}}?\((?P<part>[NM]){_GAP}{{0,30}}? {_OF} (?P<whole>[NM])",
        rf"(?P<part>[NM]){_GAP}{{0,60}}?(?:,? {_THAT_IS} |\()(?P<share>P) af {_CLAUSE}{{0,40}}?"
        rf"(?P<whole>[NM])",
        rf"(?P<share>P) af {_CLAUSE}{{0,40}}?(?P<whole>[NM]){_GAP}{{0,20}}?(?:,? {_THAT_IS} |\()"
        r"(?P<part>[NM])",
        rf"\baf de (?:i alt )?(?P<whole>[NM]){_GAP}{{0,60}}?\b(?P<part>[NM]) \((?P<share>P)\)",
    )
)
#: The share stands beside its part.
_BESIDE_PART = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<part>[NMT])(?:{_GAP}{{0,60}}?\(|{_GAP}{{0,40}}?,? {_THAT_IS} )(?P<share>P){_NOT_OF}",
        rf"(?P<share>P)(?: \(|,? {_THAT_IS} )(?P<part>[NM])",
        rf"(?P<part>[NM]){_GAP}{{0,60}}\| (?:det|dette) (?:er|svarer til|udgør|giver) "
        rf"(?P<share>P){_NOT_OF}",
    )
)
#: The share stands beside its whole.
_BESIDE_WHOLE = (re.compile(rf"(?P<share>P) af {_CLAUSE}{{0,50}}?(?P<whole>[NM])"),)
#: So much of a word tells it: "budgettet" and "budget".
_STEM = 5
_OF_WHAT = re.compile(r"[\s)]*af (?:det |den |de |vores |hele )?(?P<noun>[^\W\d_A-Z]{4,})")
_OTHER_WHOLE = re.compile(
    r"[\s)]*(?:af|over|under|af de|mere|flere|færre|mindre|højere|lavere|dyrere) "
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A share and the figure beside it, in one passage; `is_part` tells which figure it is."""

    passage: Passage
    share: Quantity
    figure: Quantity
    is_part: bool


def share_claims(prose: Prose) -> Iterator[Claim]:
    """The shares of counts and sums that the running text states, each told once."""
    taken: set[tuple[int, int]] = set()
    loose: list[_Pair] = []
    for passage in prose.passages:
        if "P" not in passage.shape:
            continue
        for claim in _strict(passage):
            if _key(claim.section, claim.stated) not in taken:
                taken.add(_key(claim.section, claim.stated))
                yield claim
        for pair in _pairs(passage):
            is_change = pair.is_part and _CHANGE.search(_between(pair))
            if _key(passage.section, pair.share) not in taken and not is_change:
                loose.append(pair)
    yield from _searched(loose, taken)


def _key(section: int, share: Quantity) -> tuple[int, int]:
    return section, share.start


def _strict(passage: Passage) -> Iterator[Claim]:
    for pattern in _STRICT:
        for match in pattern.finditer(passage.shape):
            part, whole, share = (
                passage.quantity(match.start(name)) for name in ("part", "whole", "share")
            )
            if part.unit is whole.unit and 0 < part.value <= whole.value:
                yield _claim(passage.section, share, part, whole, is_sure=True)


def _pairs(passage: Passage) -> Iterator[_Pair]:
    for patterns, name in ((_BESIDE_PART, "part"), (_BESIDE_WHOLE, "whole")):
        for pattern in patterns:
            for match in pattern.finditer(passage.shape):
                share = passage.quantity(match.start("share"))
                figure = passage.quantity(match.start(name))
                yield _Pair(passage, share, figure, name == "part")


def _searched(pairs: list[_Pair], taken: set[tuple[int, int]]) -> Iterator[Claim]:
    """The third figure of each pair, looked for around it: the one that fits best."""
    parts = {id(pair.figure) for pair in pairs if pair.is_part}
    wholes: dict[int, list[tuple[_Pair, Quantity]]] = defaultdict(list)
    unmet: list[_Pair] = []
    for pair in pairs:
        key = _key(pair.passage.section, pair.share)
        if key in taken:
            continue
        fitting = [each for each in _candidates(pair) if _with(pair, each).holds]
        found = min(fitting, key=lambda each: _distance(pair, each), default=None)
        if found is None:
            unmet.append(pair)
            continue
        taken.add(key)
        wholes[id(pair.passage)].append((pair, found))
        yield _with(pair, found)
    for pair in unmet:
        key = _key(pair.passage.section, pair.share)
        if key in taken:
            continue
        claim = _likely(pair, wholes[id(pair.passage)], parts)
        if claim:
            taken.add(key)
            yield claim


def _likely(pair: _Pair, wholes: list[tuple[_Pair, Quantity]], parts: set[int]) -> Claim | None:
    """The claim that a share nothing fits was meant as; None when the words point elsewhere.

    `wholes` are those of its passage. Sure when it is one slip from the whole of its neighbours or
    from the nearest figure; else a guess.
    """
    figure, share = pair.figure, pair.share
    if not pair.is_part:
        return _likely_part(pair)
    shared = [
        third
        for other, third in wholes
        if other.is_part
        and third.start < figure.start
        and third.unit is figure.unit
        and third.value >= figure.value
    ]
    nearest = [
        each
        for each in pair.passage.quantities
        if id(each) not in parts
        and each.end <= share.start
        and each.unit is figure.unit
        and each is not figure
        and _fits(pair, each)
        and _is_named(pair, each)
    ]
    for third in shared[:1]:
        claim = _with(pair, third)
        if _is_near(claim):
            return claim
    for third in nearest[-1:]:
        claim = _with(pair, third)
        if _is_near(claim) and len(share.number) >= _TELLING:
            return claim
    named = [each for each in nearest if each.is_exact]
    if not named or not figure.is_exact or figure.start > share.start:
        return None
    return replace(_with(pair, named[-1]), is_guess=True, confidence=0.7)


def _likely_part(pair: _Pair) -> Claim | None:
    """The part that a share beside its whole was meant of: the only figure there is before it."""
    before = [each for each in _candidates(pair) if each.start < pair.share.start]
    if len(before) != 1 or not before[0].is_exact or not pair.figure.is_exact:
        return None
    claim = _with(pair, before[0])
    is_told = _is_near(claim) and len(pair.share.number) >= _TELLING
    return claim if is_told else replace(claim, is_guess=True, confidence=0.7)


def _is_near(claim: Claim) -> bool:
    """True when one digit, or two swapped, in the share or in the part explains the difference."""
    part, whole = claim.terms
    if is_one_slip(claim.stated.number, claim.computed):
        return True
    share = abs(claim.stated.value) / 100
    meant = ((part, share * whole.value),) + (((whole, part.value / share),) if share else ())
    return any(
        len(figure.number) >= _TELLING and is_one_slip(figure.number, written_like(value, figure))
        for figure, value in meant
    )


def _after(pair: _Pair) -> str:
    passage = pair.passage
    for at, mark in zip(passage.at, passage.marks, strict=True):
        if mark.quantity is pair.share:
            return passage.shape[at + 1 : at + 20]
    return ""


def _between(pair: _Pair) -> str:
    """The words around the figure and its share, where a change would be named."""
    text = [
        at
        for at, mark in zip(pair.passage.at, pair.passage.marks, strict=True)
        if mark.quantity in (pair.figure, pair.share)
    ]
    return pair.passage.shape[max(0, text[0] - 40) : text[-1] + 20]


def _distance(pair: _Pair, third: Quantity) -> Decimal:
    """How far the share is from what the third figure gives."""
    claim = _with(pair, third)
    return abs(claim.value - claim.stated.value)


def _is_named(pair: _Pair, third: Quantity) -> bool:
    """True unless the words after the share say that it is of something else ("af budgettet")."""
    of = _OF_WHAT.match(_after(pair))
    if of is None:
        return not _OTHER_WHOLE.match(_after(pair))
    passage = pair.passage
    place = next(
        at for at, mark in zip(passage.at, passage.marks, strict=True) if mark.quantity is third
    )
    return of["noun"][:_STEM] in passage.shape[max(0, place - 60) : place + 30]


def _candidates(pair: _Pair) -> Iterator[Quantity]:
    """Figures of the same unit in the line: those before the pair, nearest first, then others."""
    unit = pair.figure.unit
    here = [
        each
        for each in pair.passage.quantities
        if each.unit is unit
        and each is not pair.figure
        and _fits(pair, each)
        and (not pair.is_part or _is_named(pair, each))
    ]
    before = [each for each in here if each.start < pair.share.start]
    after = [each for each in here if each.start > pair.share.start]
    return iter((*reversed(before), *after)[:_MOST])


def _fits(pair: _Pair, third: Quantity) -> bool:
    part, whole = (pair.figure, third) if pair.is_part else (third, pair.figure)
    if not 0 < part.value < whole.value or third.is_range or pair.figure.is_range:
        return False
    if third.is_word and third.noun != pair.figure.noun:
        return False
    return third.unit is not Unit.TIME or third.noun == pair.figure.noun


def _with(pair: _Pair, third: Quantity) -> Claim:
    part, whole = (pair.figure, third) if pair.is_part else (third, pair.figure)
    return _claim(pair.passage.section, pair.share, part, whole, is_sure=True)


def _claim(
    section: int, share: Quantity, part: Quantity, whole: Quantity, *, is_sure: bool
) -> Claim:
    sign = -1 if share.value < 0 else 1
    return Claim(
        section=section,
        stated=share,
        terms=(part, whole),
        written=f"{part.number} / {whole.number}",
        value=sign * 100 * part.value / whole.value,
        expected=_percent(part, whole).times(sign),
        confidence=0.95,
        is_sure=is_sure and all(map(_is_firm, (part, whole, share))),
    )


def _is_firm(quantity: Quantity) -> bool:
    """True but for bounds ("mere end") and ranges: "ca." has an interval that can be missed."""
    return not quantity.is_range and quantity.hedge not in (Hedge.AT_LEAST, Hedge.AT_MOST)


def _percent(part: Quantity, whole: Quantity) -> Interval:
    above, below = part.counted, whole.counted
    if below.low <= 0:
        return Interval(Decimal(0), Decimal(10) ** 9)
    return (above / below).times(100)
