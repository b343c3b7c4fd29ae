"""Products a text states: a formula written out, a part of a year, a month of a year, a price for
each.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from sagsgang.checking.interval import Interval
from sagsgang.checking.quantities import Hedge, Passage, Prose, Quantity, Unit
from sagsgang.checking.slips import is_one_slip
from sagsgang.checking.text.claim import Claim, written_like

_MOST = 24
#: One wrong digit tells a slip only in a figure of so many digits.
_TELLING = 3

_FORMULA = re.compile(
    r"[NMTPF](?: [^\W\d_]+){0,3} ?(?:[x×*·/+−–-] ?[NMTPF](?: [^\W\d_]+){0,3} ?){1,11}"
    r"= ?(?P<stated>[NMTP])"
)
_OPERATOR = re.compile(r" ([x×*·/+−–-]) ?$|([x×*·/+−–-]) ?$")

_THAT_IS = (
    r"(?:,|:| \(|=)? ?(?:det vil sige|svarende til|dvs\.?|altså|eller|hvilket er|hvilket giver|er"
    r"|giver|udgør|i alt|det er|og dermed|hvilket svarer til)? ?(?:kun |i alt )?"
)
_PART_OF = re.compile(
    rf"(?P<part>F)(?: af [^NMPFT|]{{0,40}}?(?P<whole>[NMT])?)?[^NMPFT|]{{0,12}}?{_THAT_IS}"
    r"(?P<stated>[NMT])"
)
_A_YEAR = r"(?:om året|årligt|pr\. år|på årsbasis|på et år|et helt år|hele året|på helårsbasis)"
_A_MONTH = r"(?:om måneden|pr\. måned|månedligt|i måneden|hver måned|pr\. md\.?)"
_MONTHLY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<year>[NM])[^NM|]{{0,30}} {_A_YEAR}[^NM|]{{0,80}}"
        rf"(?P<month>[NM])[^NM|]{{0,15}} {_A_MONTH}",
        rf"(?P<month>[NM])[^NM|]{{0,15}} {_A_MONTH}[^NM|]{{0,60}}{_A_YEAR}[^NM|]{{0,30}}"
        r"(?P<year>[NM])",
    )
)
#: A yearly amount over years, and a price for each of a number, with their sums.
_OVER_YEARS = re.compile(
    rf"(?P<year>M) {_A_YEAR} i (?P<years>T)(?:,| |,? dvs\.|,? altså|,? svarende til)? ?"
    r"(?:i alt|tilsammen|dvs\.|altså|svarende til) (?P<stated>M)"
)
_PRICED = re.compile(
    r"(?P<rate>M) (?:pr\.|per|for hver) (?P<noun>[^\W\d_]{4,})[^NMPT|()]{0,12}? "
    r"(?:for|til|ved|af|x|gange) (?:de |i alt )?(?P<count>N)[^NMPT|()]{0,25}?,? "
    r"(?:i alt|tilsammen|dvs\.|altså|svarende til|det giver) (?P<stated>M)"
)
_MONTH_BESIDE = re.compile(
    r"(?P<year>M)(?: eller| \(|,? dvs\.|,? svarende til|, altså)? ?"
    rf"(?P<month>M)[^M|()]{{0,15}} {_A_MONTH}"
)
_FOR_EACH = re.compile(
    r"(?P<rate>[NMT])[^NMPT|()]{0,25}? (?:(?:pr\.|per|for hver) (?P<noun>[^\W\d_]{4,})"
    r"|i (?P<hour>timen))"
)
_FOLLOWS = re.compile(
    r"(?:det er|svarer til|svarende til|hvilket er|eller|dvs\.?|giver|altså|dermed) \Z"
)
#: So much of a word tells it: "borgere" and "borger".
_STEM = 5
_TIME_NOUNS = ("måned", "uge", "kvartal", "dag", "døgn", "halvår", "gang", "år")


def product_claims(prose: Prose) -> Iterator[Claim]:
    """The products and quotients that the running text states, each told once."""
    taken: set[tuple[int, int]] = set()
    for passage in prose.passages:
        for find in (_formulas, _parts_of, _months, _totals, _rates):
            for claim in find(passage):
                key = (claim.section, claim.stated.start)
                if key not in taken:
                    taken.add(key)
                    yield claim


def _figures(passage: Passage, unit: Unit, but: Quantity) -> list[Quantity]:
    """Figures of a unit in the line, nearest first: those before `but`, then those after it."""
    here = [each for each in passage.quantities if each.unit is unit and each is not but]
    before = [each for each in here if each.start < but.start]
    after = [each for each in here if each.start > but.start]
    return [each for each in (*reversed(before), *after)[:_MOST] if not each.is_range]


def _formulas(passage: Passage) -> Iterator[Claim]:
    if "=" not in passage.shape:
        return
    for match in _FORMULA.finditer(passage.shape):
        stated = passage.quantity(match.start("stated"))
        places = [at for at in passage.at if match.start() <= at < match.start("stated")]
        terms = [passage.quantity(at) for at in places if passage.shape[at] in "NMTPF"]
        signs = [_operator(passage.shape[first + 1 : second]) for first, second in pairwise(places)]
        if len(terms) != len(places) or None in signs:
            continue
        value, expected = _evaluated(terms, [sign for sign in signs if sign])
        written = terms[0].number + "".join(
            f" {sign} {term.number}" for sign, term in zip(signs, terms[1:], strict=True)
        )
        if value is not None and expected is not None:
            yield Claim(passage.section, stated, tuple(terms), written, value, expected, 0.95)


def _operator(between: str) -> str | None:
    found = _OPERATOR.search(between)
    return (found[1] or found[2]) if found else None


def _evaluated(terms: list[Quantity], signs: list[str]) -> tuple[Decimal | None, Interval | None]:
    """Products first, then sums; percent are hundredths in a product."""
    values = [(_factor(terms[0], terms[0].value), _scaled(terms[0]))]
    pending: list[tuple[int, tuple[Decimal, Interval]]] = []
    sign = 1
    for operator, term in zip(signs, terms[1:], strict=True):
        value, interval = _factor(term, term.value), _scaled(term)
        if operator in "x×*·":
            values[-1] = (values[-1][0] * value, values[-1][1] * interval)
        elif operator == "/":
            if interval.low <= 0 <= interval.high:
                return None, None
            values[-1] = (values[-1][0] / value, values[-1][1] / interval)
        else:
            pending.append((sign, values.pop()))
            values.append((value, interval))
            sign = 1 if operator == "+" else -1
    pending.append((sign, values.pop()))
    total, interval = Decimal(0), Interval.exactly(0)
    for each, (value, part) in pending:
        total += each * value
        interval = interval + part.times(each)
    return total, interval


def _factor(term: Quantity, value: Decimal) -> Decimal:
    return value / 100 if term.unit is Unit.PERCENT else value


def _scaled(term: Quantity) -> Interval:
    """Whole numbers that stand in a formula are what was keyed in: nothing was rounded."""
    is_whole = term.is_exact and not term.decimals and not term.scale
    interval = Interval.exactly(term.value) if is_whole else term.interval
    return interval.times(Decimal("0.01")) if term.unit is Unit.PERCENT else interval


def _parts_of(passage: Passage) -> Iterator[Claim]:
    """A part of a year's amount: "5/12 af beløbet, det vil sige 227.750 kr."."""
    if "F" not in passage.shape:
        return
    for match in _PART_OF.finditer(passage.shape):
        part = passage.quantity(match.start("part"))
        stated = passage.quantity(match.start("stated"))
        whole = passage.group(match, "whole")
        made = partial(_share_of, passage.section, stated, part)
        if whole is not None and whole.unit is stated.unit:
            yield made(whole)
        else:
            yield from _best(passage, stated, made)


def _share_of(section: int, stated: Quantity, part: Quantity, whole: Quantity) -> Claim:
    return Claim(
        section=section,
        stated=stated,
        terms=(whole, part),
        written=f"{whole.number} × {part.number}",
        value=whole.value * part.value,
        expected=whole.interval * part.interval,
        confidence=0.95,
        is_sure=all(map(_is_firm, (whole, part, stated))),
    )


def _months(passage: Passage) -> Iterator[Claim]:
    """A year's amount and a month's: twelve to one."""
    if "måned" not in passage.shape and "md" not in passage.shape:
        return
    for pattern in (*_MONTHLY, _MONTH_BESIDE):
        for match in pattern.finditer(passage.shape):
            year = passage.quantity(match.start("year"))
            month = passage.quantity(match.start("month"))
            if year.unit is month.unit and (year.unit is Unit.MONEY or year.noun == month.noun):
                yield _twelfth(passage.section, month, year)


def _is_firm(quantity: Quantity) -> bool:
    """True but for bounds ("mere end") and ranges: "ca." has an interval that can be missed."""
    return not quantity.is_range and quantity.hedge not in (Hedge.AT_LEAST, Hedge.AT_MOST)


def _twelfth(section: int, month: Quantity, year: Quantity) -> Claim:
    return Claim(
        section=section,
        stated=month,
        terms=(year,),
        written=f"{year.number} / 12",
        value=year.value / 12,
        expected=year.interval.times(Decimal(1) / 12),
        is_sure=year.is_exact and month.is_exact,
    )


def _totals(passage: Passage) -> Iterator[Claim]:
    """A yearly amount over some years, a price for each of a number: what they come to."""
    for pattern, one, other in ((_OVER_YEARS, "year", "years"), (_PRICED, "rate", "count")):
        for match in pattern.finditer(passage.shape):
            amount, times = (passage.quantity(match.start(name)) for name in (one, other))
            stated = passage.quantity(match.start("stated"))
            if one == "year" and times.noun != "year":
                continue
            if one == "rate" and times.noun[:_STEM] != match["noun"][:_STEM]:
                continue
            yield Claim(
                section=passage.section,
                stated=stated,
                terms=(amount, times),
                written=f"{amount.number} × {times.number}",
                value=amount.value * times.value,
                expected=amount.interval.times(times.value),
                confidence=0.9,
                is_sure=all(map(_is_firm, (amount, times, stated))) and not times.decimals,
            )


def _rates(passage: Passage) -> Iterator[Claim]:
    """An amount for each of what is counted: "4,5 timer pr. borger"."""
    if " pr. " not in passage.shape and " i timen" not in passage.shape:
        return
    for match in _FOR_EACH.finditer(passage.shape):
        rate = passage.quantity(match.start("rate"))
        if not _FOLLOWS.search(passage.shape, 0, match.start()):
            continue
        for count in _counts(passage, match["noun"] or match["hour"], rate)[:2]:
            made = partial(_for_each, passage.section, rate, count)
            found = list(_best(passage, rate, made, may_guess=False))
            if found:
                yield from found
                break


def _counts(passage: Passage, noun: str, rate: Quantity) -> list[Quantity]:
    """How many of the noun there are, nearest first."""
    if noun in ("timen", "time"):
        return [each for each in _figures(passage, Unit.TIME, rate) if each.noun == "hour"]
    if noun.startswith(_TIME_NOUNS):
        return []
    return [
        each
        for each in _figures(passage, Unit.NUMBER, rate)
        if each.noun[:_STEM] == noun[:_STEM] and each.value > 0
    ]


def _for_each(section: int, rate: Quantity, count: Quantity, amount: Quantity) -> Claim:
    return Claim(
        section=section,
        stated=rate,
        terms=(amount, count),
        written=f"{amount.number} / {count.number}",
        value=amount.value / count.value,
        expected=amount.counted / count.counted,
        is_sure=amount.is_exact and count.is_exact and rate.is_exact,
    )


def _best(
    passage: Passage,
    stated: Quantity,
    made: Callable[[Quantity], Claim],
    *,
    may_guess: bool = True,
) -> Iterator[Claim]:
    """The claim that holds best with a larger figure around; else the nearest, if one slip off."""
    claims = [
        made(each) for each in _figures(passage, stated.unit, stated) if each.value > stated.value
    ]
    holding = [claim for claim in claims if claim.holds]
    if holding:
        yield min(holding, key=lambda claim: abs(claim.value - stated.value))
        return
    nearest = [claim for claim in claims[:1] if claim.terms[0].start < stated.start]
    if nearest and may_guess and _is_near(nearest[0]):
        yield nearest[0]
    elif nearest and may_guess and nearest[0].is_sure:
        yield replace(nearest[0], is_guess=True, confidence=0.7)


def _is_near(claim: Claim) -> bool:
    if claim.stated.is_word or len(claim.stated.number) < _TELLING:
        return False
    if is_one_slip(claim.stated.number, claim.computed):
        return True
    whole = claim.terms[0]
    if not claim.value or len(whole.number) < _TELLING:
        return False
    meant = whole.value * claim.stated.value / claim.value
    return is_one_slip(whole.number, written_like(meant, whole))
