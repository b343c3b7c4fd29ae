"""Sums that stand after their parts: "…, i alt 25", "Tilsammen blev det 4,3 mio. kr."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.claim import Claim
from sagsgang.checking.text.levels import in_unit, noun_of
from sagsgang.checking.text.readings import Reading, Strength, combined, settle
from sagsgang.checking.text.sentences import Figure, Run, Sentence
from sagsgang.checking.text.signs import sign_of, signs_of

#: So many parts are added; a longer list is a table.
MOST = 12
#: So many lines back the changes that a sum sums up may stand.
LINES = 8

_WORDS = r"(?:i alt|ialt|tilsammen|til sammen|sammenlagt|samlet set|samlet|totalt|total|alt i alt)"
#: What stands just before a sum.
DIRECT = re.compile(
    rf"(?:\A|[,(–-] ?|(?<![a-zæøå])(?:og|så|altså|dvs\.|dermed|det giver|hvilket giver|bliver"
    rf"|blev det|er)) ?"
    rf"{_WORDS}(?: (?:på|er|blev|blev det|bliver|bliver det|giver det|er det|til|ca\.))? ?\Z"
    rf"|(?<![a-zæøå])(?:det giver|hvilket giver|giver tilsammen|giver i alt|summen er|sum:?) ?\Z"
)
_LOOSE = re.compile(rf"(?<![a-zæøå]){_WORDS}(?![a-zæøå])[^;:()]{{0,80}}\Z")
_OPENS = re.compile(
    rf"\A ?(?:{_WORDS}|det giver|dermed|så|de (?:to|tre|fire|fem|seks"
    rf"|N) (?:[a-zæøå]+ ){{0,2}})(?![a-zæøå])"
)
_AFTER = re.compile(r"\A(?: [a-zæøå]+){0,2},? (?:i alt|tilsammen|sammenlagt)(?![a-zæøå])")
_PREPOSITION = re.compile(
    r"(?<![a-zæøå])(?:med|for|til|af|på|fra|over|ved|hos|blandt|har|om) i alt \Z"
)
#: What stands between the points of a list in a sentence.
JOINED = re.compile(
    r",|(?<![a-zæøå])(?:og|samt|mens|plus|yderligere|hertil|dertil)(?![a-zæøå])|\+|\(\Z"
)
_APART = re.compile(
    r"(?<![a-zæøå])(?:hvoraf|heraf|deraf|herunder|ud af|af de)(?![a-zæøå])"
    r"|(?<![a-zæøå])(?:mod|fra|til|end)(?: kun| blot)? ?\Z"
)
_YEARLY = re.compile(
    r"\A,? (?:årligt|om året|pr\. år|pr\. måned|om måneden|hver|i hvert)(?![a-zæøå])"
)


#: What follows a sum that is about something else than what stands before it.
_GOES_ON = re.compile(
    r"\A(?: [a-zæøå-]+){1,3} (?:er|har|var|blev|får|fik|kan|skal|vil|kom|deltog"
    r"|svarede)(?![a-zæøå])"
)
_PERIOD = re.compile(
    r"\A,? (?:i perioden|i årene|over|frem (?:til|mod)|fra|om året|årligt|for hele|på landsplan)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A figure in the unit of the sum, and the sentence it stands in, so many back."""

    figure: Figure
    quantity: Quantity
    back: int


def totals_after(run: Run) -> Iterator[Claim]:
    """Every figure that calls itself the sum of what stands before it."""
    for number, sentence in enumerate(run.sentences):
        for index, figure in enumerate(sentence.figures):
            if figure.unit in (Unit.PERCENT, Unit.POINT, Unit.FRACTION):
                continue
            is_direct = bool(DIRECT.search(figure.before))
            if not is_direct and not (
                _LOOSE.search(sentence.shape[: figure.at][-110:]) or _AFTER.match(figure.after)
            ):
                continue
            readings = list(_readings(run, number, index, is_direct=is_direct))
            claim = settle(run.section, figure.quantity, readings)
            if claim:
                yield claim


def _readings(run: Run, number: int, index: int, *, is_direct: bool) -> Iterator[Reading]:
    sentence = run.sentences[number]
    total = sentence.figures[index]
    here = _parts(sentence, total.quantity, 0, index)
    count = _count_told(sentence, total)
    opens = bool(_OPENS.match(sentence.shape))
    if len(here) > 1:
        yield from _of_list(total, here, count, is_direct=is_direct)
    else:
        line = [
            _parts(run.sentences[at], total.quantity, number - at)
            for at in range(max(0, number - MOST), number)
            if run.sentences[at].line == sentence.line
        ]
        if line and line[-1]:
            listed = [*line[-1], *here]
            if len(listed) > 1:
                is_said = is_direct and opens and not _GOES_ON.match(total.after)
                yield from _of_list(total, listed, count, is_direct=is_said)
        if len(line) > 2 and opens and is_direct and all(len(each) == 1 for each in line):
            plain = [(1, each[0].quantity) for each in line]  # "Første kvartal: 78. Andet: 85. …"
            yield combined(plain, total.quantity, Strength.LIKELY)
    yield from _of_points(run, number, total, count, opens=opens)
    yield from _of_changes(run, number, total, here, opens=opens)


def _count_told(sentence: Sentence, total: Figure) -> int:
    """How many parts the words say: "de tre sidste beløb giver tilsammen"; 0 when they do not."""
    for figure in sentence.figures:
        if figure is not total and figure.before.endswith("de ") and figure.unit is Unit.NUMBER:
            value = figure.quantity.value
            return int(value) if 1 < value <= MOST and value == int(value) else 0
    return 0


def _parts(sentence: Sentence, stated: Quantity, back: int, end: int | None = None) -> list[Part]:
    """The figures of a sentence that may be parts of a sum, up to number `end`."""
    found: list[Part] = []
    for figure in sentence.figures[:end]:
        quantity = in_unit(figure, stated)
        if quantity is None or quantity.is_range or _YEARLY.match(figure.after):
            continue
        found.append(Part(figure, quantity, back))
    return found[-MOST:]


def _of_list(total: Figure, parts: list[Part], count: int, *, is_direct: bool) -> Iterator[Reading]:
    """The parts of one sentence, all of them or the last ones."""
    stated = total.quantity
    is_list = all(JOINED.search(each.figure.before) for each in parts[1:])
    is_apart = any(_APART.search(each.figure.before) for each in parts[1:])
    strength = Strength.LIKELY
    is_other = _PREPOSITION.search(total.before) or _PERIOD.match(total.after)
    if is_direct and is_list and not is_apart and not is_other:
        strength = Strength.CERTAIN if _kinds_agree(total, parts) else Strength.HINTED
    elif not is_list or is_apart or not is_direct:
        strength = Strength.POSSIBLE
    elif is_other:
        strength = Strength.HINTED
    signs = signs_of([each.figure for each in parts])
    if -1 in signs and 1 in signs:
        strength = min(strength, Strength.LIKELY)
        signed = [(sign, each.quantity) for sign, each in zip(signs, parts, strict=True)]
        yield combined(signed, stated, strength, is_size=True)
    plain = [(1, each.quantity) for each in parts]
    yield combined(plain, stated, strength)
    yield from _last_ones(plain, stated, count)


def _last_ones(
    plain: list[tuple[int, Quantity]], stated: Quantity, count: int
) -> Iterator[Reading]:
    for start in range(1, len(plain) - 1):
        is_told = len(plain) - start == count
        yield combined(plain[start:], stated, Strength.LIKELY if is_told else Strength.POSSIBLE)


def _kinds_agree(total: Figure, parts: list[Part]) -> bool:
    """False when other things are counted: "5 hold og 8 kurser, i alt 260 deltagere"."""
    if total.unit is not Unit.NUMBER:
        return True
    nouns = {noun_of(each.quantity)[:4] for each in parts} - {""}
    own = noun_of(total.quantity)[:4]
    return not own or not nouns or own in nouns or len(parts) > 2


def _of_points(
    run: Run, number: int, total: Figure, count: int, *, opens: bool
) -> Iterator[Reading]:
    """The list points just before, with the first figure of each."""
    sentence = run.sentences[number]
    first: dict[int, Part] = {}
    for back in range(1, number + 1):
        earlier = run.sentences[number - back]
        if earlier.line == sentence.line:
            continue
        if not earlier.bullet or len(first) > MOST:
            break
        parts = _parts(earlier, total.quantity, back)
        if parts:
            first[earlier.line] = parts[0]
    plain = [(1, first[line].quantity) for line in sorted(first)]
    if len(plain) > 1:
        strength = Strength.LIKELY if opens and not count else Strength.POSSIBLE
        yield combined(plain, total.quantity, strength)
        yield from _last_ones(plain, total.quantity, count)


def _of_changes(
    run: Run, number: int, total: Figure, here: list[Part], *, opens: bool
) -> Iterator[Reading]:
    """The changes that the paragraphs before tell, each with a word for its sign."""
    sentence = run.sentences[number]
    told: list[Part] = []
    for back in range(1, number + 1):
        earlier = run.sentences[number - back]
        if sentence.line - earlier.line > LINES or len(told) > MOST:
            break
        told[:0] = _parts(earlier, total.quantity, back)
    signed = [(sign_of(each.figure), each.quantity) for each in [*told, *here]][-MOST:]
    for start in range(len(signed) - 1):
        tail = signed[start:]
        if any(not sign for sign, _ in tail):
            continue
        is_mixed = len({sign for sign, _ in tail}) > 1
        strength = Strength.POSSIBLE
        if is_mixed and start == 0:
            strength = Strength.LIKELY if opens else Strength.HINTED
        yield combined(tail, total.quantity, strength, is_size=True)
