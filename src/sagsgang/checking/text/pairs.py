"""Which two levels a stated difference lies between, and how firmly the words say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sagsgang.checking.quantities import Quantity
from sagsgang.checking.text.deltas import Delta, Sort, Told
from sagsgang.checking.text.levels import Level, between, noun_of
from sagsgang.checking.text.readings import Strength

_LETTERS = "NMPTQ"
_WORDS = r"(?: [a-zæøåYDR./-]+)"
_FROM_TO = re.compile(
    rf"(?<![a-zæøå])fra (?P<old>[{_LETTERS}])[^{_LETTERS}F;]{{0,60}}?"
    rf"(?:(?: over|,) [{_LETTERS}][^{_LETTERS}F;]{{0,40}}?)?,?(?: og)? til{_WORDS}{{0,3}}"
    rf" (?P<new>[{_LETTERS}])"
)
_TO_FROM = re.compile(
    rf"(?<![a-zæøå])til{_WORDS}{{0,2}} (?P<new>[{_LETTERS}])[^{_LETTERS}F;]{{0,40}}? fra"
    rf" (?P<old>[{_LETTERS}])"
)
_AGAINST = re.compile(
    rf"(?P<new>[{_LETTERS}])[^{_LETTERS}F;]{{0,80}}?,? (?:mod|imod|sammenlignet med"
    rf"|sammenholdt med)"
    rf"{_WORDS}{{0,5}} (?P<old>[{_LETTERS}])"
)
_THAN = re.compile(
    r"(?<![a-zæøå])(?:end|i forhold til|sammenlignet med|over|under|ift\.)(?![a-zæøå])"
    r"(?:[^.;,]|, (?:hvor|som|der|da) ){0,75}\Z"
)
_TIME = re.compile(
    r"(?<![a-zæøåYD])(?:Y|D|året før|sidste år|foregående|forrige|sidst|før|tidligere"
    r"|for)(?![a-zæøå])"
)
_NOW = re.compile(r"(?<![a-zæøå])(?:i dag|nu|i øjeblikket|aktuelt)(?![a-zæøå])")
_RIGHT_AFTER = re.compile(r"\A(?: (?!og |mens |men )[a-zæøåYD]+){0,5},? fra \Z")
_SAME = re.compile(r"(?<![a-zæøå])(?:samme|tilsvarende)(?![a-zæøå])")
_SCOPE = re.compile(r"\A,? (?:på|inden for|indenfor|vedrørende|vedr\.|hos|til|for|i) (?!D|Y|alt)")
_SO_FAR = re.compile(
    r"(?<![a-zæøå])(?:pr\. D|ultimo|indtil|til og med|hidtil|foreløbig|halvår|efter T|ved udgangen)"
)
_RATE = re.compile(
    r"\A(?: [a-zæøå]+)?,? (?:om året|årligt|om måneden|månedligt|i gennemsnit|i snit|for hver)"
)
_LISTED = re.compile(r"[^.;]{0,20}(?:,| og| samt| eller) ?")
_OTHER = re.compile(
    r"måle|krav|gennemsnit|landsplan|norm|hele landet|forvent|ventet|planlagt|resten"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """From `old` to `new`."""

    old: Quantity
    new: Quantity
    strength: Strength


def pairs(run: Told, number: int, delta: Delta, near: list[Level]) -> list[Pair]:
    """The levels that a difference may lie between, the most certain readings first."""
    found = list(_planned(delta, near)) if delta.sort is Sort.BUDGET else []
    told = list(_told(run, number, delta, near))
    found += told
    found += _named_after(delta, near)
    if not told:
        found += _by_time(delta, near)
    # What the words say for certain of two levels is not turned around.
    known = {
        frozenset((id(each.old), id(each.new)))
        for each in found
        if each.strength is Strength.CERTAIN
    }
    found += [
        each
        for each in _any_two(delta, near)
        if frozenset((id(each.old), id(each.new))) not in known
    ]
    if _is_rate(delta):
        found = [replace(each, strength=Strength.POSSIBLE) for each in found]
    return found


def _is_rate(delta: Delta) -> bool:
    """True for what is so much a year, or on average: the levels are of more than one year."""
    words = (delta.share or delta.figure).after
    return bool(_RATE.match(words) or "gennemsnitlig" in delta.figure.before[-60:])


def _told(run: Told, number: int, delta: Delta, near: list[Level]) -> Iterator[Pair]:
    """ "fra A til B" and "B mod A" in the same sentence or the one before."""
    by_figure = {id(each.figure): each for each in near}
    for back in (0, 1):
        if back > number:
            break
        sentence = run.sentences[number - back]
        found = [
            (by_figure[id(old)], by_figure[id(new)])
            for pattern in (_FROM_TO, _TO_FROM, _AGAINST)
            for old, new in between(sentence, pattern)
            if id(old) in by_figure and id(new) in by_figure
        ]
        before = [
            (old, new)
            for old, new in found
            if back or max(old.figure.at, new.figure.at) < delta.figure.at
        ]
        chosen = before[-1:] or found[:1]
        for old, new in chosen:
            yield Pair(
                old.quantity,
                new.quantity,
                _firmness(run, delta, new, back, is_only=len(found) == 1),
            )
        for old, new in found:
            if (old, new) not in chosen:
                yield Pair(old.quantity, new.quantity, Strength.POSSIBLE)
        if chosen:
            return


def _firmness(run: Told, delta: Delta, new: Level, back: int, *, is_only: bool) -> Strength:
    if not new.is_near or _is_measured_otherwise(delta):
        return Strength.POSSIBLE
    others = [
        each
        for each in run.deltas(delta.sentence)
        if each is not delta and each.figure.unit is delta.figure.unit
    ]
    if others and not all(each.against for each in others):
        return Strength.POSSIBLE  # "14 flere piger og 7 flere drenge"
    if not back:
        return Strength.CERTAIN if new.follows == _leads_on(delta) else Strength.POSSIBLE
    if not delta.is_conclusion:
        return Strength.POSSIBLE
    return Strength.CERTAIN if is_only and not delta.against else Strength.LIKELY


def _leads_on(delta: Delta) -> bool:
    """True when the levels come right after: "faldet med 48 fra 1.248 til 1.200"."""
    words = (delta.share or delta.figure).after
    return _RIGHT_AFTER.match(words) is not None


def _is_measured_otherwise(delta: Delta) -> bool:
    """True when the words name something that is no level here: "end forventet"."""
    return bool(delta.against) and (
        _OTHER.search(delta.against) is not None or not _TIME.search(delta.against)
    )


def _named_after(delta: Delta, near: list[Level]) -> Iterator[Pair]:
    """From what is named after it: "A, hvilket er 15 mere end i det oprindelige budget (B)"."""
    after = [each for each in near if each.follows]
    if not after:
        return
    old = after[0]
    words = (delta.share or delta.figure).after
    if words != old.figure.before or not _THAN.search(words):
        return
    here = [each for each in near if not each.follows and not each.back]
    mains = [each for each in here if not each.figure.is_bracketed]
    if not mains:
        mains = [each for each in near if each.back == 1 and each.is_near]
    for main in mains:
        is_only = len(mains) == 1 and (delta.is_conclusion or not main.back)
        yield Pair(old.quantity, main.quantity, Strength.CERTAIN if is_only else Strength.LIKELY)


def _two(delta: Delta, before: list[Level]) -> tuple[list[Level], bool]:
    """The only two levels there are, and whether the difference is likely between them."""
    noun = noun_of(delta.figure.quantity)[:4]
    near = [each for each in before if each.is_near]
    same = [each for each in before if noun and noun_of(each.quantity)[:4] == noun]
    last = [each for each in near if each.back <= 1]
    choices = ([each for each in before if not each.back], last, near, same)
    close = next((each for each in choices if len(each) == 2), [])
    if not close and delta.sort is Sort.GAP:
        close = [each for each in near if each.back <= 2][-2:]
    if not close or delta.against or delta.sort is Sort.BUDGET:
        return [], False
    return close, delta.is_conclusion or delta.sort is not Sort.CHANGE


def _closest(labelled: list[Level]) -> list[Level]:
    """Those of the nearest sentence that has any, in the line of the difference or before it."""
    nearest = min((each.back for each in labelled), default=0)
    return [each for each in labelled if each.back == nearest]


def _is_before(old: Level, new: Level) -> bool:
    """True when the words beside two levels say that one was before the other."""
    if old.year and new.year:
        return old.year < new.year
    if new.year and _NOW.search(old.figure.lead[-25:]):
        return True
    return old.is_old and not new.is_old


def _by_time(delta: Delta, near: list[Level]) -> Iterator[Pair]:
    """ "I 2023 var der A. I 2024 var der B. Det er et fald på …"."""
    before = [each for each in near if not each.follows]
    found: list[tuple[Level, Level]] = []
    loose: list[tuple[Level, Level]] = []
    for old in before:
        for new in before:
            if old is new or not (old.is_near and new.is_near):
                continue
            if _is_before(old, new):
                found.append((old, new))
            elif old.year and not new.year and not new.is_old:
                loose += [(old, new), (new, old)]
    last = before[-1:]
    is_certain = (
        len(found) == 1
        and last[0] in found[0]
        and min(each.back for each in found[0]) <= 1
        and max(each.back for each in found[0]) <= 2
        and delta.is_conclusion
        and not _OTHER.search(delta.against)
        and _nouns_fit(*found[0])
        and not _SAME.search(delta.against)
        and not (delta.against and not _TIME.search(delta.against))
    )
    firmness = Strength.CERTAIN if is_certain else Strength.LIKELY
    if _is_measured_otherwise(delta) or _SAME.search(delta.against):
        firmness = Strength.POSSIBLE
    for old, new in found:
        yield Pair(old.quantity, new.quantity, firmness)
    if not found and firmness is not Strength.POSSIBLE and delta.is_conclusion:
        for old, new in loose:
            yield Pair(old.quantity, new.quantity, Strength.LIKELY)
    if found and firmness is Strength.LIKELY and last[0].is_near and last[0].is_dated:
        # A list of times: the change is from the first, or from one before the last.
        for old in before[:-1]:
            yield Pair(old.quantity, last[0].quantity, Strength.LIKELY)


def _nouns_fit(one: Level, other: Level) -> bool:
    """True unless the two are counts of things with different names."""
    first, second = noun_of(one.quantity), noun_of(other.quantity)
    return not first or not second or first[:4] == second[:4]


def _any_two(delta: Delta, near: list[Level]) -> Iterator[Pair]:
    before = [each for each in near if not each.follows]
    close, is_likely = _two(delta, before)
    weakest = Strength.HINTED if delta.is_conclusion else Strength.POSSIBLE
    for at, one in enumerate(before):
        for other in before[at + 1 :]:
            if one.quantity.value == other.quantity.value:
                continue
            is_list = _LISTED.fullmatch(one.figure.after) is not None  # "44 og 38 pladser"
            here = (
                not is_list
                and is_likely
                and one in close
                and other in close
                and _nouns_fit(one, other)
            )
            strength = Strength.LIKELY if here else weakest
            yield Pair(one.quantity, other.quantity, strength)
            yield Pair(other.quantity, one.quantity, strength)


def _planned(delta: Delta, near: list[Level]) -> Iterator[Pair]:
    """The budget and what was spent: the nearest of each, as `old` and `new`."""
    plans = [each for each in near if each.is_plan]
    actuals = [each for each in near if each.is_actual]
    named = [
        each
        for each in plans
        for word in ("oprindelig", "korrigeret", "vedtag")
        if word[:8] in delta.against + delta.figure.after[:60] and word[:8] in each.figure.lead
    ]
    plans = named or plans
    if plans and not actuals:
        # "Budgettet var et afkast på 6,5 mio. kr."
        others = [each for each in near if each not in plans and not each.follows]
        strength = Strength.LIKELY if len(others) == 1 else Strength.HINTED
        for other in others[-2:]:
            yield Pair(plans[-1].quantity, other.quantity, strength)
    close = (_closest(plans), _closest(actuals))
    for plan in plans:
        for actual in actuals:
            is_only = close == ([plan], [actual])
            is_said = is_only and (delta.is_conclusion or not min(plan.back, actual.back))
            is_part = _SO_FAR.search(actual.clause) or _SCOPE.match(delta.figure.after)
            strength = Strength.HINTED
            if is_said:
                strength = Strength.HINTED if is_part else Strength.CERTAIN
            elif delta.is_conclusion and not is_part:
                strength = Strength.LIKELY
            yield Pair(plan.quantity, actual.quantity, strength)
