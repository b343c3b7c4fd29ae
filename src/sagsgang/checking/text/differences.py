"""Differences that running text states beside their terms: budget and spending, what is left, how
far it is to a goal, and what a difference makes a level.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.changes import stated_in
from sagsgang.checking.text.claim import Claim
from sagsgang.checking.text.deltas import Sort, Told
from sagsgang.checking.text.levels import in_unit, noun_of
from sagsgang.checking.text.readings import Reading, Strength, combined, settle
from sagsgang.checking.text.rests import is_rest
from sagsgang.checking.text.sentences import Figure

_ALL = Decimal(100)
#: So many figures before what is left are tried as parts.
MOST = 8

_OTHER_SIGN = re.compile(
    r"afgiver|trækker|modsat|minus|fratræk|reducere[rs]|indtægt|falder|tilbageføre[rs]"
)

_PROFIT = re.compile(r"underskud|overskud|netto")
_WHOLE_BEFORE = re.compile(
    r"(?<![a-zæøå])(?:(?:ud )?af (?:de|det|den|alle|budgettet|puljen|bevillingen"
    r"|rammen)?(?: i alt)?(?: på)?"
    r"|i alt|samlet(?: set)?|puljen?(?: er)? på|budget(?:tet)?(?: [a-zæøå-]+){0,3}? (?:på|er|udgør)"
    r"|bevilget|bevilling(?:en)? (?:er )?på|afsat(?:te)?|afsatte|modtaget|kostede|koster"
    r"|har (?:kommunen )?)"
    r" ?\Z"
)
_WHOLE_AFTER = re.compile(r"\A[^;:|]{0,30}(?:tilbage|til rest|ubrugt) (?:af|i)[^,;|]{0,40}\Z")
_LEVEL_AFTER = re.compile(
    r"svarende til (?:et|en) (?:[a-zæøå]+ ){0,2}?[a-zæøå]*(?:forbrug|udgift|indtægt|niveau"
    r"|budget|antal)"
    r"[a-zæøå]* på \Z"
)
_REALLY = re.compile(r"(?<![a-zæøå])reel(?:t|le)(?![a-zæøå])")
_INCLUDING = re.compile(
    r"(?<![a-zæøå])(?:inkl\.?|inklusive|inkluderer|indeholder|omfatter|medregnet)(?![a-zæøå])"
)
_OVERRUN = re.compile(
    r"over(?:skr|sti)[a-zæøå]*(?: [a-zæøå]+){0,3}? med \Z|overskridelse[a-zæøå]*(?: er)? på \Z"
)


def difference_claims(told: Iterable[Told]) -> Iterator[Claim]:
    """Differences between what was planned and what came of it, and what is left of a whole."""
    for run in told:
        yield from stated_in(run, (Sort.BUDGET, Sort.GAP, Sort.REST))
        for number, sentence in enumerate(run.sentences):
            for index, figure in enumerate(sentence.figures):
                if is_rest(figure):
                    yield from _rest(run, number, index)
            yield from _level(run, number)
            yield from _really(run, number)


def _rest(run: Told, number: int, index: int) -> Iterator[Claim]:
    """What is left: a whole, less the parts between it and what is left."""
    sentence = run.sentences[number]
    rest = sentence.figures[index]
    before = _before(run, number, index)
    readings = list(_wholes(rest, before))
    after = sentence.figures[index + 1] if index + 1 < len(sentence.figures) else None
    if after is not None and before and _WHOLE_AFTER.match(rest.after):
        whole = in_unit(after, rest.quantity)
        if whole is not None:
            is_certain = before[-1].back <= 1 and before[-1].is_near
            strength = Strength.CERTAIN if is_certain else Strength.POSSIBLE
            terms = ((1, whole), (-1, before[-1].quantity))
            readings.append(combined(terms, rest.quantity, strength))
    claim = settle(run.section, rest.quantity, readings)
    if claim:
        yield claim


@dataclass(frozen=True, slots=True)
class _Term:
    """A figure in the unit of what it is computed to, and how many sentences back it stands."""

    figure: Figure
    quantity: Quantity
    back: int
    is_near: bool


def _before(run: Told, number: int, index: int) -> list[_Term]:
    """The figures before one in its unit, nearest last; changes are left out."""
    sentence = run.sentences[number]
    stated = sentence.figures[index].quantity
    found: list[_Term] = []
    for back in range(min(4, number), -1, -1):
        earlier = run.sentences[number - back]
        if sentence.line - earlier.line > 1:
            continue
        changes = {id(each.figure) for each in run.deltas(earlier) if each.sort is Sort.CHANGE}
        for figure in earlier.figures if back else earlier.figures[:index]:
            quantity = in_unit(figure, stated)
            if quantity is not None and not quantity.is_range and id(figure) not in changes:
                found.append(_Term(figure, quantity, back, earlier.line == sentence.line))
    return found[-MOST:]


def _wholes(rest: Figure, before: list[_Term]) -> Iterator[Reading]:
    stated = rest.quantity
    if stated.unit is Unit.PERCENT:
        terms = [(-1, each.quantity) for each in before if each.back <= 1]
        if terms and sum(each.value for _, each in terms) < _ALL:
            yield combined(terms, stated, Strength.LIKELY, whole=_ALL)
        return
    candidates = []
    for at in range(len(before) - 1):
        whole, parts = before[at], before[at + 1 :]
        taken = sum((abs(each.quantity.value) for each in parts), Decimal(0))
        if whole.quantity.value > 0 and taken <= whole.quantity.value:
            candidates.append((whole, parts))
    marked = [each for each, _ in candidates if _WHOLE_BEFORE.search(each.figure.before[-50:])]
    for whole, parts in candidates:
        strength = Strength.HINTED
        if whole in marked and whole.back <= 2 and whole.is_near:
            is_alone = len(marked) == 1 and len(parts) <= 3 and whole.back <= 1
            is_certain = (
                is_alone and _nouns_agree(whole.figure, rest) and not _PROFIT.search(rest.before)
            )
            strength = Strength.CERTAIN if is_certain else Strength.LIKELY
        elif whole.back <= 1 and whole.is_near and len(candidates) == 1:
            strength = Strength.LIKELY
        turned = [each for each in parts if _OTHER_SIGN.search(each.figure.before)]
        if turned:
            strength = min(strength, Strength.LIKELY)
            terms = [(1 if each in turned else -1, each.quantity) for each in parts]
            yield combined([(1, whole.quantity), *terms], stated, Strength.LIKELY)
        yield combined(
            [(1, whole.quantity), *((-1, part.quantity) for part in parts)], stated, strength
        )


def _nouns_agree(whole: Figure, rest: Figure) -> bool:
    one, other = noun_of(whole.quantity), noun_of(rest.quantity)
    return whole.unit is not Unit.NUMBER or not one or not other or one[:4] == other[:4]


def _level(run: Told, number: int) -> Iterator[Claim]:
    """ "Rammen er 161,6. Der ventes et merforbrug på 68, svarende til et forbrug på 230"."""
    sentence = run.sentences[number]
    for at in range(1, len(sentence.figures)):
        stated, difference = sentence.figures[at], sentence.figures[at - 1]
        if not _LEVEL_AFTER.search(stated.before) or stated.unit is not difference.unit:
            continue
        sign = -1 if re.search(r"mindre|besparelse|fald|reduktion", difference.before) else 1
        bases = [each for each in _before(run, number, at - 1) if each.back <= 2][-3:]
        readings = [
            combined(
                ((1, base.quantity), (sign, difference.quantity)),
                stated.quantity,
                Strength.LIKELY if base is bases[-1] else Strength.POSSIBLE,
            )
            for base in bases
        ]
        claim = settle(run.section, stated.quantity, readings)
        if claim:
            yield claim


def _really(run: Told, number: int) -> Iterator[Claim]:
    """An overrun and what it includes: "inkl. en pulje på 23,2, så der reelt er tale om 45"."""
    sentence = run.sentences[number]
    if len(sentence.figures) < 2 or not _REALLY.search(sentence.shape):
        return
    for at in range(1, len(sentence.figures)):
        included, stated = sentence.figures[at - 1], sentence.figures[at]
        if (
            included.unit is not stated.unit
            or not _REALLY.search(stated.before)
            or not _INCLUDING.search(included.before)
        ):
            continue
        bases = [
            each for each in _before(run, number, at - 1) if _OVERRUN.search(each.figure.before)
        ]
        readings = [
            combined(((1, base.quantity), (1, included.quantity)), stated.quantity, Strength.LIKELY)
            for base in bases
        ]
        claim = settle(run.section, stated.quantity, readings)
        if claim:
            yield claim
