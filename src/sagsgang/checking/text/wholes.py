"""Sums that stand before their parts: "86 boliger, heraf 34 …, 40 … og 12 …"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sagsgang.checking.interval import Interval, added
from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.claim import Claim
from sagsgang.checking.text.deltas import Sort, Told
from sagsgang.checking.text.levels import in_unit, noun_of
from sagsgang.checking.text.outcomes import outcomes
from sagsgang.checking.text.readings import Reading, Strength, combined, settle
from sagsgang.checking.text.rests import is_rest
from sagsgang.checking.text.sentences import Figure, Sentence
from sagsgang.checking.text.signs import sign_of, signs_of
from sagsgang.checking.text.totals import DIRECT, JOINED, MOST, Part

#: So many sentences back the whole of a list may stand.
BACK = 4

_ALL = re.compile(
    r"(?<![a-zæøå])(?:består af|bestående af|består|nemlig|sat sammen af|sammensat af"
    r"|summen af)(?![a-zæøå])"
)
_DIVIDED = re.compile(
    r"(?<![a-zæøå])(?:fordel[a-zæøå]*|dækker over|omfatter|opdelt|delt|hhv\.?|henholdsvis"
    r"|indeholder)"
    r"(?![a-zæøå])|:"
)
_OF_IT = re.compile(r"(?<![a-zæøå])(?:heraf|hvoraf|deraf|af dem|af disse|heri)(?![a-zæøå])")
_OF_THEM = re.compile(
    r"(?<![a-zæøå])(?:ud )?af (?:de|det|den|i alt|de i alt|disse|samtlige|alle|vores) ?\Z"
)
_SOME = re.compile(
    r"(?<![a-zæøå])(?:bl\.? ?a\.|blandt andet|herunder|primært|især|f\.eks\.|fx|eksempelvis|skal"
    r"|mål"
    r"|hovedsagelig|største|overvejende|navnlig|mindst|flest|minimum|heriblandt|delvist|krydser"
    r"|flere gange|både)(?![a-zæøå])"
)
_BRACKET = re.compile(r"\A.(?: [a-zæøåA-Z.]+){0,3} \([^)]*\Z")
_OTHERS = re.compile(
    r"(?<![a-zæøå])(?:andre|andet|øvrige|resten|ved ikke|ikke ville|intet|ingen|ukendt)(?![a-zæøå])"
)
_COUNT = re.compile(r"\A(?: [a-zæøå]+){1,2}: ?\Z|\A(?: [a-zæøå]+){1,2}: ")
_AGAINST = re.compile(r"(?<![a-zæøå])(?:mod|end|i forhold til|sammenlignet)(?![a-zæøå])")
#: What two kinds are all there are, by the words beside their counts.
_COMPLEMENTS = (
    (r"pige|kvind|hun", r"dreng|mænd|mand|han"),
    (r"stemte for|for(?: forslaget)?\Z| ja", r"imod| nej"),
    (r"støtte|tilsagn|imødekom|godkend|bevilg", r"afsla|afvis|ikke"),
    (r"kommune[nr]", r"privat"),
    (r"udgift|drift", r"anlæg"),
)
_PAIRS = tuple((re.compile(one), re.compile(other)) for one, other in _COMPLEMENTS)
_INCOME = re.compile(r"indtægt|tilskud|refusion|salg")
_NET = re.compile(r"netto")


def wholes_first(run: Told) -> Iterator[Claim]:
    """Every list of parts with a figure before it that they make."""
    for number, sentence in enumerate(run.sentences):
        claims = list(_in_sentence(run, number)) if len(sentence.figures) > 2 else []
        if not claims and len(sentence.figures) > 1:
            claims = list(_of_earlier(run, number))
        yield from claims
        yield from _points(run, number)
    yield from outcomes(run)


def _in_sentence(run: Told, number: int) -> Iterator[Claim]:
    """The whole and its parts in one sentence, the first figure being the whole."""
    sentence = run.sentences[number]
    following = run.sentences[number + 1] if number + 1 < len(run.sentences) else None
    goes_on = following is not None and any(map(is_rest, following.figures[:1]))
    failing: list[Claim] = []
    for index, whole in enumerate(sentence.figures[:-2]):
        if whole.unit is Unit.FRACTION or run.sort_of(sentence, whole):
            continue
        parts = _list(run, sentence, whole.quantity, index + 1)
        if not 1 < len(parts) <= MOST or not _is_near_sum(whole, parts):
            continue
        words = whole.after + "".join(each.before for each in sentence.figures[index + 1 :])
        link = sentence.shape[whole.at : parts[0].figure.at]
        strength = _strength(sentence, whole, link, words, parts)
        if whole.unit is Unit.PERCENT and not (
            _OF_IT.search(link) or _OF_THEM.search(whole.before)
        ):
            continue
        is_first = all(each.unit is not whole.unit for each in sentence.figures[:index])
        is_linked = is_first or _OF_IT.search(link) or _ALL.search(link) or _DIVIDED.search(link)
        if goes_on or not is_linked or any(is_rest(each.figure) for each in parts):
            strength = min(strength, Strength.HINTED)
        if strength <= Strength.HINTED and not _is_joined(parts):
            continue
        if _is_told_otherwise(run, sentence, whole, parts):
            continue
        claim = settle(run.section, whole.quantity, _readings(whole, parts, strength, words))
        if claim and claim.holds:
            yield claim
            return
        if claim:
            failing.append(claim)
    yield from failing[:1]


def _is_told_otherwise(run: Told, sentence: Sentence, whole: Figure, parts: list[Part]) -> bool:
    """True when a part is what is left, or the difference of the two others: that is told there."""
    return len(parts) == 2 and any(
        is_rest(each.figure)
        or (run.sort_of(sentence, each.figure) and not run.sort_of(sentence, whole))
        for each in parts
    )


def _readings(
    whole: Figure, parts: list[Part], strength: Strength, words: str
) -> Iterator[Reading]:
    """The parts added up, and with the signs that the words give them."""
    stated = whole.quantity
    signs = signs_of([each.figure for each in parts])
    if _NET.search(f"{whole.before[-40:]}{words[:40]}") or _INCOME.search(words):
        signs = [-1 if _INCOME.search(each.figure.before) else 1 for each in parts]
    if -1 in signs and len(set(signs)) > 1:
        strength = min(strength, Strength.LIKELY)
        signed = [(sign, each.quantity) for sign, each in zip(signs, parts, strict=True)]
        yield combined(signed, stated, strength, is_size=True)
        strength = Strength.POSSIBLE if _NET.search(whole.before[-40:]) else strength
    yield combined([(1, each.quantity) for each in parts], stated, strength)


def _strength(
    sentence: Sentence, whole: Figure, link: str, words: str, parts: list[Part]
) -> Strength:
    if _SOME.search(words):
        return Strength.POSSIBLE
    is_bracketed = (
        not whole.is_bracketed
        and len(parts) > 2
        and all(each.figure.is_bracketed for each in parts)
    )
    if is_bracketed or _is_in_one_bracket(link, words) or _share_all(sentence, parts):
        return Strength.LIKELY
    if _ALL.search(link) and whole.unit is not Unit.PERCENT:
        return Strength.CERTAIN
    if _are_all(parts) and (_OF_IT.search(link) or _OF_THEM.search(whole.before)):
        return Strength.CERTAIN
    if _DIVIDED.search(link) and whole.unit is not Unit.PERCENT:
        return Strength.LIKELY
    is_of_it = _OF_IT.search(link) or _OF_THEM.search(whole.before)
    total = sum(each.quantity.value for each in parts)
    if is_of_it and whole.unit is Unit.MONEY and total > whole.quantity.interval.high:
        return Strength.LIKELY  # those named need not be all, but cannot be more
    if is_of_it and "yderligere" in words:
        return Strength.LIKELY
    is_whole = len(parts) > 2 or is_of_it
    return Strength.LIKELY if is_whole and _ends_with_others(parts) else Strength.HINTED


def _is_near_sum(whole: Figure, parts: list[Part]) -> bool:
    """True when the parts are in the reach of the whole: one wrong digit moves them no further."""
    most = sum(abs(each.quantity.value) for each in parts) + abs(whole.quantity.value)
    return most > 0 and abs(whole.quantity.value) * 12 >= most


def _is_in_one_bracket(link: str, words: str) -> bool:
    """True for "98,85 kr. (entré 80,78 kr. og butik 18,07 kr.)"; years tell another story."""
    return _BRACKET.search(link) is not None and "Y" not in words


def _share_all(sentence: Sentence, parts: list[Part]) -> bool:
    """True when the parts have their percents beside them, and these make 100."""
    shares = []
    for part in parts:
        at = sentence.figures.index(part.figure) + 1
        if at == len(sentence.figures) or sentence.figures[at].unit is not Unit.PERCENT:
            return False
        if not sentence.figures[at].is_bracketed:
            return False
        shares.append(sentence.figures[at].quantity.interval)
    return added(shares).meets(Interval(Decimal(100), Decimal(100)))


def _ends_with_others(parts: list[Part]) -> bool:
    """True when the last part is what the others are not: "… og 12 andre steder"."""
    last = parts[-1].figure
    return bool(_OTHERS.search(last.before[-30:]) or _OTHERS.search(last.after[:30]))


def _is_joined(parts: list[Part]) -> bool:
    """True when the parts stand as a list, none against another."""
    return all(
        JOINED.search(each.figure.before) and not _AGAINST.search(each.figure.before)
        for each in parts[1:]
    )


def _are_all(parts: list[Part]) -> bool:
    """True for two kinds that are all there are: girls and boys."""
    if len(parts) != 2:
        return False
    first, second = (each.figure.after[:30] for each in parts)
    return any(
        (one.search(first) and other.search(second)) or (one.search(second) and other.search(first))
        for one, other in _PAIRS[:1]
    )


def _list(run: Told, sentence: Sentence, whole: Quantity, start: int) -> list[Part]:
    """The figures from number `start` on in the unit of the whole: those in brackets when the first
    is, else those without.
    """
    found: list[Part] = []
    changes = {id(each.figure) for each in run.deltas(sentence)}
    for figure in sentence.figures[start:]:
        quantity = in_unit(figure, whole)
        if quantity is None or quantity.is_range:
            continue
        if DIRECT.search(figure.before):
            break  # it sums up what stands before it
        if id(figure) in changes and not sign_of(figure):
            continue
        found.append(Part(figure, quantity, 0))
    if found and _COUNT.match(found[0].figure.after):
        del found[0]  # "fordelt på 3 huse: …"
    return [each for each in found if each.figure.is_bracketed == found[0].figure.is_bracketed]


def _of_earlier(run: Told, number: int) -> Iterator[Claim]:
    """A sentence that shares out a figure of the sentences before it: "Heraf er 38 % …"."""
    sentence = run.sentences[number]
    link = sentence.shape[: sentence.figures[0].at]
    found: list[Claim] = []
    topic = None
    for back in range(number - 1, -1, -1):
        each = run.sentences[back]
        if each.line != sentence.line:
            break
        topic = each.figures[0] if each.figures else topic
    counted = [each.unit for each in sentence.figures]
    for whole, back, is_near in _candidates(run, number):
        if counted.count(whole.unit) + counted.count(Unit.NUMBER) < 2:
            continue
        parts = _list(run, sentence, whole.quantity, 0)
        if not 1 < len(parts) <= MOST or not _is_near_sum(whole, parts):
            continue
        strength = _strength(sentence, whole, link, sentence.shape, parts)
        is_topic = is_near and whole is topic and len(parts) > 2 and _ends_with_others(parts)
        if (back > 1 or not is_near) and not is_topic:
            strength = min(strength, Strength.HINTED)
        if strength <= Strength.HINTED and not _is_telling(
            run, sentence, whole, parts, link, back, is_near
        ):
            continue
        if _is_told_otherwise(run, sentence, whole, parts):
            continue
        claim = settle(
            run.section, whole.quantity, _readings(whole, parts, strength, sentence.shape)
        )
        if claim:
            found.append(claim)
    holding = [claim for claim in found if claim.holds]
    if holding:
        yield holding[0]
    elif found:
        yield min(found, key=lambda claim: abs(claim.value - claim.stated.value))


def _points(run: Told, number: int) -> Iterator[Claim]:
    """A line that leads to list points, and the first figure of each of them."""
    sentence = run.sentences[number]
    is_last = number + 1 < len(run.sentences) and run.sentences[number + 1].line > sentence.line
    if not is_last or sentence.bullet or not run.sentences[number + 1].bullet:
        return
    points: dict[int, list[Sentence]] = {}
    for following in run.sentences[number + 1 :]:
        if not following.bullet or len(points) > MOST:
            break
        points.setdefault(following.line, []).append(following)
    for whole in reversed(sentence.figures):
        first = [_first(point, whole.quantity) for point in points.values()]
        parts = [each for each in first if each]
        if len(parts) < 2 or len(parts) < len(points):
            continue
        is_told = _DIVIDED.search(sentence.shape[whole.at :]) and not _SOME.search(sentence.shape)
        strength = Strength.LIKELY if is_told else Strength.POSSIBLE
        readings = _readings(whole, parts, strength, "")
        claim = settle(run.section, whole.quantity, readings)
        if claim:
            yield claim
            return


def _first(point: list[Sentence], whole: Quantity) -> Part | None:
    """The first figure of a list point in the unit of the whole."""
    for figure in point[0].figures:
        quantity = in_unit(figure, whole)
        if quantity is not None and not quantity.is_range:
            return Part(figure, quantity, 0)
    return None


def _candidates(run: Told, number: int) -> Iterator[tuple[Figure, int, bool]]:
    """The figures before a sentence that may be the whole, nearest first; how many sentences back,
    and whether they stand in its line or the one that leads to its list.
    """
    sentence = run.sentences[number]
    for back in range(1, min(BACK, number) + 1):
        earlier = run.sentences[number - back]
        is_near = sentence.line == earlier.line or (
            earlier.line == sentence.line - 1
            and earlier.shape.endswith(":")
            and not (earlier.bullet or sentence.bullet)
        )
        for figure in reversed(earlier.figures):
            if run.sort_of(earlier, figure) in (None, Sort.BUDGET, Sort.REST):
                yield figure, back, is_near


def _is_telling(
    run: Told,
    sentence: Sentence,
    whole: Figure,
    parts: list[Part],
    link: str,
    back: int,
    is_near: bool,
) -> bool:
    """True when a sum that happens to hold is no chance: three parts, or the two of a sentence."""
    if whole.unit is Unit.PERCENT and not _OF_IT.search(link):
        return False
    if not _is_joined(parts):
        return False
    if len(parts) > 2:
        return True
    if any(is_rest(each.figure) or run.sort_of(sentence, each.figure) for each in parts):
        return False
    one, other = noun_of(parts[0].quantity), noun_of(parts[1].quantity)
    return back == 1 and is_near and (not one or not other or one[:4] == other[:4])
