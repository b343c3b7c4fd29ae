"""What running text says of where a deviation comes from, against the deviation: the rest that
nobody explains.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.interval import added
from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.deltas import Delta, Sort, Told
from sagsgang.checking.text.sentences import Sentence

#: A smaller rest of what is only the main causes is not worth a note.
LEAST = Decimal("0.1")
#: So many sentences are read on from where the causes begin.
REACH = 12
#: So many changes must be told before they are taken for the parts of a total change.
FEWEST = 4

_CAUSES = re.compile(
    r"(?<![a-zæøå])(?:[a-zæøå]*forklaring(?:er|en|erne)?|skyldes|føres tilbage til|henføres til"
    r"|tilskrives|årsag(?:en|er|erne)?)(?![a-zæøå])"
)
_ALL = re.compile(
    r"(?<![a-zæøå])hele [a-zæøå]+ (?:kan|skyldes)|(?<![a-zæøå])(?:udelukkende|alene|fuldt ud"
    r"|i sin helhed)(?![a-zæøå])"
)
_OTHER_WAY = re.compile(
    r"modsat|anden vej|omvendt|til gengæld|modregn|modgås|opvejes|trækker (?:fra|ned|op)"
)
_WHOLE = re.compile(r"(?<![a-zæøå])(?:alle|samlet|samlede|under ét|i alt|hele)(?![a-zæøå])")


@dataclass(frozen=True, slots=True)
class Explained:
    """A deviation and its causes with their signs; `rest` is what they leave.

    `is_all` when the words say that these are all there are.
    """

    section: int
    total: Quantity
    causes: tuple[tuple[int, Quantity], ...]
    direction: int
    is_all: bool

    @property
    def sum(self) -> Decimal:
        """What the causes come to, with the sign of the total where that is more than zero."""
        return sum((sign * each.value for sign, each in self.causes), Decimal(0))

    @property
    def rest(self) -> Decimal:
        """What the causes leave of the total."""
        return self.total.value - self.sum

    @property
    def holds(self) -> bool:
        """True when the causes make the total within its rounding."""
        made = added(each.counted.times(sign) for sign, each in self.causes)
        return made.meets(self.total.interval)

    @property
    def is_worth_a_note(self) -> bool:
        """True when a good part of the total is left."""
        return abs(self.rest) >= LEAST * abs(self.total.value)


def explained(told: Iterable[Told]) -> Iterator[Explained]:
    """The deviations of an item that are followed by their causes."""
    for run in told:
        for number, sentence in enumerate(run.sentences):
            for delta in run.deltas(sentence)[:1]:
                found = _budget(run, number, delta) or _changes(run, number, delta)
                if found:
                    yield found


def _budget(run: Told, number: int, delta: Delta) -> Explained | None:
    """A deviation from the budget, and the amounts in brackets after its causes."""
    total = delta.figure.quantity
    if delta.sort is not Sort.BUDGET or total.unit is not Unit.MONEY or not total.is_exact:
        return None
    causes: list[tuple[int, Quantity]] = []
    is_all = False
    has_begun = False
    for sentence in run.sentences[number : number + REACH]:
        amounts = _bracketed(sentence, total, after=delta if sentence is delta.sentence else None)
        if _CAUSES.search(sentence.shape) and sentence is not delta.sentence:
            if has_begun and not amounts:
                continue
            has_begun = True
            is_all = is_all or bool(_ALL.search(sentence.shape))
        if not has_begun:
            continue
        sign = -1 if _OTHER_WAY.search(sentence.shape) else 1
        causes += [(sign, each) for each in amounts]
    if len(causes) < 3:
        return None
    return Explained(run.section, total, tuple(causes), 1, is_all)


def _bracketed(sentence: Sentence, total: Quantity, after: Delta | None) -> list[Quantity]:
    """The amounts in brackets; in a sentence of the other way also those without."""
    is_other_way = bool(_OTHER_WAY.search(sentence.shape))
    return [
        each.quantity
        for each in sentence.figures
        if each.unit is total.unit
        and (each.is_bracketed or (is_other_way and len(sentence.figures) == 1))
        and (after is None or each.at > after.figure.at)
        and not each.quantity.is_range
    ]


def _changes(run: Told, number: int, delta: Delta) -> Explained | None:
    """A change of all, and the changes of each kind that the sentences after it tell."""
    total = delta.figure.quantity
    if (
        delta.sort is not Sort.CHANGE
        or total.unit is not Unit.NUMBER
        or not delta.direction
        or not _WHOLE.search(delta.sentence.shape)
    ):
        return None
    causes: list[tuple[int, Quantity]] = []
    for following in run.sentences[number + 1 : number + REACH]:
        for each in run.deltas(following):
            quantity = each.figure.quantity
            if each.sort is Sort.CHANGE and quantity.unit is total.unit and each.direction:
                causes.append((each.direction * delta.direction, quantity))
    if len(causes) < FEWEST or len({sign for sign, _ in causes}) < 2:
        return None
    return Explained(run.section, total, tuple(causes), delta.direction, is_all=False)
