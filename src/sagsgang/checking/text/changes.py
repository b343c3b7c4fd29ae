"""Changes and differences that running text states beside the levels they lie between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.claim import Claim
from sagsgang.checking.text.deltas import Delta, Sort, Told
from sagsgang.checking.text.levels import Level, levels
from sagsgang.checking.text.pairs import Pair, pairs
from sagsgang.checking.text.readings import Reading, Strength, combined, in_percent, settle

_TURNED = re.compile(
    r"overskud|underskud|indtægt|anlæg|beholdning|finansier|salg|resultat(?!et)|tillæg|oprindelig"
    r"|overfør|omplacer"
)


def change_claims(told: Iterable[Told]) -> Iterator[Claim]:
    """Changes between two levels: "fra 1.248 til 1.200, et fald på 48 (3,8 %)"."""
    for run in told:
        yield from stated_in(run, (Sort.CHANGE,))


def stated_in(run: Told, sorts: tuple[Sort, ...]) -> Iterator[Claim]:
    """What the differences of these sorts in a section come to."""
    for number, sentence in enumerate(run.sentences):
        for delta in run.deltas(sentence):
            if delta.sort in sorts:
                yield from _claims(run, number, delta)


def _claims(run: Told, number: int, delta: Delta) -> Iterator[Claim]:
    stated = delta.figure.quantity
    if stated.unit is Unit.PERCENT:
        yield from _in_percent(run, number, delta)
        return
    near = levels(run, number, delta)
    if not near:
        return
    found = list(pairs(run, number, delta, near))
    size = abs_of(stated)
    is_size = not delta.direction or (delta.sort is Sort.BUDGET and _may_be_turned(run, number))
    claim = settle(
        run.section, size, [_difference(delta, pair, size, is_size=is_size) for pair in found]
    )
    if claim:
        yield _as_printed(claim, stated)
    if delta.share and (claim is None or claim.holds):
        yield from _share(run, delta, delta.share.quantity, near, found, claim)


def _as_printed(claim: Claim, stated: Quantity) -> Claim:
    """The claim on a size as one on the figure with its sign."""
    if stated.value >= 0:
        return claim
    return replace(claim, stated=stated, value=-claim.value, expected=-claim.expected)


def abs_of(quantity: Quantity) -> Quantity:
    """A printed minus beside a word for less says the same twice."""
    return replace(quantity, value=-quantity.value) if quantity.value < 0 else quantity


def _may_be_turned(run: Told, number: int) -> bool:
    """True where the levels may be income or a surplus, of which more is less spending, or a budget
    that was changed since.
    """
    line = run.sentences[number].line
    near = run.sentences[max(0, number - 3) : number + 1]
    return any(_TURNED.search(each.shape) for each in near if line - each.line <= 1)


def _difference(delta: Delta, pair: Pair, stated: Quantity, *, is_size: bool) -> Reading:
    up = ((1, pair.new), (-1, pair.old))
    down = ((1, pair.old), (-1, pair.new))
    if not is_size:
        return combined(up if delta.direction > 0 else down, stated, pair.strength)
    is_down = pair.new.value < pair.old.value
    return combined(down if is_down else up, stated, pair.strength, is_size=True)


def _share(
    run: Told,
    delta: Delta,
    share: Quantity,
    near: list[Level],
    found: list[Pair],
    claim: Claim | None,
) -> Iterator[Claim]:
    """The same in percent: of the level that the difference was found to start from."""
    size = abs_of(share)
    readings = []
    for pair in found:
        if claim is not None and set(claim.terms) != {pair.old, pair.new}:
            continue
        reading = in_percent(pair.old, pair.new, delta.direction, pair.strength)
        if reading:
            readings.append(reading)
    if claim is None:
        readings = [replace(each, strength=Strength.POSSIBLE) for each in readings]
        close = [each for each in near if each.is_near and each.back <= 1]
        for each in near:
            strength = Strength.POSSIBLE
            if close == [each]:
                is_certain = each.is_old or each.is_plan or not each.back
                strength = Strength.CERTAIN if is_certain else Strength.LIKELY
            readings += _parts(delta, each.quantity, strength)
    answer = settle(run.section, size, readings)
    if answer:
        yield _as_printed(answer, share)


def _parts(delta: Delta, level: Quantity, strength: Strength) -> Iterator[Reading]:
    """The difference in percent of the only level that is told: the old one, or what the new one
    was before.
    """
    difference = delta.figure.quantity
    size = abs(difference.counted)
    before = level.counted - size if delta.direction > 0 else level.counted + size
    for below, firm in ((level.counted, strength), (before, Strength.POSSIBLE)):
        if below.low <= 0:
            continue
        yield Reading(
            terms=(difference, level),
            written=f"{difference.number} / {level.number}",
            value=100 * size.middle / below.middle,
            expected=(size / below).times(100),
            strength=firm,
            is_sum=False,
        )


def _in_percent(run: Told, number: int, delta: Delta) -> Iterator[Claim]:
    """ "en stigning på 16,3 %" of counts or sums, without the difference beside it."""
    stated = abs_of(delta.figure.quantity)
    readings: list[Reading] = []
    for unit in (Unit.NUMBER, Unit.MONEY, Unit.TIME):
        like = _like(delta, unit)
        near = levels(run, number, like)
        for pair in pairs(run, number, like, near):
            reading = in_percent(pair.old, pair.new, delta.direction, pair.strength)
            if reading:
                readings.append(reading)
    claim = settle(run.section, stated, readings)
    if claim:
        yield _as_printed(claim, delta.figure.quantity)


def _like(delta: Delta, unit: Unit) -> Delta:
    """The difference as if it were stated in a unit, to find its levels."""
    quantity = replace(delta.figure.quantity, unit=unit, noun="")
    return replace(delta, figure=replace(delta.figure, quantity=quantity))
