"""Parts that are larger than their whole: "37 sager, hvoraf 41 …"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.levels import noun_of
from sagsgang.checking.text.sentences import Figure, Run

_OF_IT = re.compile(r"(?:hvoraf|heraf|deraf)(?: (?:er|var|blev|har|de|alene|ca\.|i alt))* \Z")
#: Counted things that a part may be of another kind than its whole.
_COUNTED = frozenset(
    [
        "personer",
        "borgere",
        "elever",
        "børn",
        "deltagere",
        "unge",
        "mænd",
        "kvinder",
        "medlemmer",
        "medarbejdere",
        "ansatte",
        "timer",
        "pladser",
        "boliger",
        "sager",
        "familier",
        "virksomheder",
        "besøgende",
        "gæster",
    ]
)


@dataclass(frozen=True, slots=True)
class TooLarge:
    """A part that cannot be: more than the whole it is a part of."""

    section: int
    whole: Quantity
    part: Quantity


def parts_too_large(told: Iterable[Run]) -> Iterator[TooLarge]:
    """Every part, named just after its whole, that is more than all of it."""
    for run in told:
        for sentence in run.sentences:
            for whole, part in zip(sentence.figures, sentence.figures[1:], strict=False):
                if _OF_IT.search(part.before) and _is_more(whole, part):
                    yield TooLarge(run.section, whole.quantity, part.quantity)


def _is_more(whole: Figure, part: Figure) -> bool:
    one, other = whole.quantity, part.quantity
    if one.unit is not other.unit or one.unit not in (Unit.NUMBER, Unit.MONEY):
        return False
    if not (one.is_exact and other.is_exact) or one.value <= 0:
        return False
    if one.unit is Unit.NUMBER:
        mine, yours = noun_of(one), noun_of(other)
        if mine and yours in _COUNTED and mine[:4] != yours[:4]:
            return False
    return other.interval.low > one.interval.high
