"""Amounts printed to the last krone: three of one item that add up, or would but for one slip.

Numbers of five or more telling digits do not add up by chance, wherever in the item they stand:
"1.658.739" in the account, "594.739" in the recommendation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from sagsgang.checking.interval import Interval
from sagsgang.checking.quantities import Prose, Quantity, Unit
from sagsgang.checking.slips import is_one_slip
from sagsgang.checking.text.claim import Claim, written_like

#: Of more different amounts only the first are tried.
_MOST = 24
#: So many digits, zeros at the end not counted, make a number telling.
_TELLING = 5


@dataclass(frozen=True, slots=True)
class _Amount:
    section: int
    quantity: Quantity

    @property
    def value(self) -> Decimal:
        return self.quantity.value

    @property
    def is_telling(self) -> bool:
        return len(str(abs(int(self.value))).rstrip("0")) >= _TELLING


def exact_claims(prose: Prose) -> Iterator[Claim]:
    """The differences of two amounts that are a third, and the parts of a year that are another."""
    amounts = _amounts(prose)
    if sum(each.is_telling for each in amounts) < 2:
        return
    told: set[Decimal] = set()
    held = list(_differences(amounts)) + list(_parts(prose, amounts))
    for claim in held:
        told |= {claim.stated.value, *(term.value for term in claim.terms)}
        yield claim
    for whole, part, rest in _triples(amounts):
        if not {whole.value, part.value, rest.value} & told and _is_off_by_a_slip(
            whole, part, rest
        ):
            yield _difference(whole, part, rest)
            told |= {whole.value, part.value, rest.value}


def _amounts(prose: Prose) -> list[_Amount]:
    """The amounts of money in whole kroner, each value once, in order."""
    found: dict[Decimal, _Amount] = {}
    for passage in prose.passages:
        if "M" not in passage.shape:
            continue
        for each in passage.quantities:
            is_exact = each.is_exact and not each.scale and each.value >= 10 ** (_TELLING - 1)
            if each.unit is Unit.MONEY and is_exact:
                found.setdefault(each.value, _Amount(passage.section, each))
    return list(found.values())[:_MOST]


def _triples(amounts: list[_Amount]) -> Iterator[tuple[_Amount, _Amount, _Amount]]:
    for one, other in combinations(sorted(amounts, key=lambda each: -each.value), 2):
        for rest in amounts:
            if rest is not one and rest is not other and rest.value < one.value:
                yield one, other, rest


def _differences(amounts: list[_Amount]) -> Iterator[Claim]:
    by_value = {each.value: each for each in amounts}
    seen: set[frozenset[Decimal]] = set()
    for whole, part in combinations(sorted(amounts, key=lambda each: -each.value), 2):
        difference = whole.value - part.value
        close = (difference, difference + 1, difference - 1)
        rest = next((by_value[near] for near in close if near in by_value), None)
        if rest is None or rest in (whole, part):
            continue
        key = frozenset((whole.value, part.value, rest.value))
        if key not in seen and sum(each.is_telling for each in (whole, part, rest)) >= 2:
            seen.add(key)
            yield _difference(whole, part, rest)


def _is_off_by_a_slip(whole: _Amount, part: _Amount, rest: _Amount) -> bool:
    """True when one digit of the rest, or two swapped, keep the three from adding up."""
    if not (rest.is_telling and (whole.is_telling or part.is_telling)):
        return False
    meant = written_like(whole.value - part.value, rest.quantity)
    return is_one_slip(rest.quantity.number, meant)


def _difference(whole: _Amount, part: _Amount, rest: _Amount) -> Claim:
    return Claim(
        section=rest.section,
        stated=rest.quantity,
        terms=(whole.quantity, part.quantity),
        written=f"{whole.quantity.number} - {part.quantity.number}",
        value=whole.value - part.value,
        expected=whole.quantity.interval - part.quantity.interval,
        confidence=0.8,
        sections=(whole.section, part.section),
    )


def _parts(prose: Prose, amounts: list[_Amount]) -> Iterator[Claim]:
    """Parts of a year named somewhere in the item: "svarende til 6/12"."""
    for passage in prose.passages:
        if "F" not in passage.shape:
            continue
        for fraction in passage.quantities:
            if fraction.unit is not Unit.FRACTION or fraction.is_word or fraction.value in (0, 1):
                continue
            for whole in amounts:
                meant = whole.value * fraction.value
                for part in amounts:
                    if part.is_telling and abs(part.value - meant) <= Decimal("0.5"):
                        yield Claim(
                            section=part.section,
                            stated=part.quantity,
                            terms=(whole.quantity, fraction),
                            written=f"{whole.quantity.number} × {fraction.number}",
                            value=meant,
                            expected=whole.quantity.interval * Interval.exactly(fraction.value),
                            confidence=0.8,
                            sections=(whole.section, passage.section),
                        )
