"""Typed numbers that name the same thing as a figure that was computed from data.

Silent when unsure: the name must stand right before the number, in a sentence that tells of no
other period, place or group, and only one figure of the item may have that name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sagsgang.language.money import FACTORS, find_money, format_money
from sagsgang.language.percent import find_percents, format_percent
from sagsgang.minutes import AgendaItem, UsedFigure

#: A deviation from the budget is told in one of these words, + being overspend.
_DEVIATION = re.compile(r"\b(?P<word>merforbrug|mindreforbrug)\w{0,3}\b", re.IGNORECASE)
_LINK = (
    r"(?P<between>(?:\s(?:nu|samlet|i\salt|derfor|fortsat|således|dermed|altså|et|en|på\salt))*)"
    r"\s(?:på|er|var|udgør|udgjorde|bliver|blev|er\spå|lyder\spå)"
    r"(?:\s(?:nu|samlet|i\salt|fortsat|således))?(?:\s(?:cirka|omkring|knap|godt)|\sca\.)?\s\Z"
)
#: What tells that the sentence is about another time, place, part or plan.
_OTHER = re.compile(
    r"\b(?:sidste\s(?:år|måned|kvartal)|året\sfør|året\sinden|tidligere|forrige|oprindelig\w*|"
    r"forvente\w*|forventning\w*|skøn\w*|prognose\w*|budgettere\w*|måltal\w*|målet|målsætning\w*|"
    r"landet|landsgennemsnit\w*|landsplan|gennemsnit\w*|regionen|kommunegruppen|andre\skommuner|"
    r"heraf|hvoraf|hvis|scenari\w*|korrigere\w*|uden|bortset|ekskl\w*|fraregne\w*|siden|fra|til|"
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    r"kvartal\w*|halvår\w*|"
    r"(?:på|inden\sfor|hos|under)\s\w+(?:området|områderne|rammen|centret|afdelingen|indsatsen))\b",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?P<word>[\wÆØÅæøå]+s)\s(?:samlede\s)?\Z")
_OWN = frozenset({"kommunens", "årets", "udvalgets", "dets", "dens", "deres", "års"})
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d{2}(?![\d.,]*\d)")
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+(?=[A-ZÆØÅ»])|\n")
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Typed:
    """Number `start`–`end` of the text of section number `section`; `computed` is the figure's
    value printed in the same way.
    """

    figure: UsedFigure
    section: int
    start: int
    end: int
    printed: str
    computed: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class _Amount:
    """`value` and `half` of its last digit are in the figure's unit."""

    start: int
    end: int
    value: Decimal
    half: Decimal
    text: str
    scale: str
    decimals: int


def stands_in(figure: UsedFigure, item: AgendaItem) -> Iterator[tuple[int, int, int]]:
    """Where the figure stands as it was told: section, start and end."""
    if not figure.text:
        return
    for number, section in enumerate(item.sections):
        for match in re.finditer(re.escape(figure.text), section.text):
            yield number, match.start(), match.end()


def held_beside(item: AgendaItem) -> Iterator[Typed]:
    """Every typed number that one figure from data has something to say of."""
    told = [figure for figure in item.figures if figure.value is not None]
    if not told:
        return
    own = {spot for figure in told for spot in stands_in(figure, item)}
    for number, section in enumerate(item.sections):
        for start, end in _sentences(section.text):
            for unit in ("kr", "percent"):
                for amount in _amounts(section.text[start:end], unit):
                    at = start + amount.start
                    if any(n == number and a <= at < b for n, a, b in own):
                        continue
                    before = section.text[start:at]
                    sentence = section.text[start:end]
                    typed = _held(amount, before, sentence, unit, told)
                    if typed is not None:
                        figure, value, agrees = typed
                        yield Typed(
                            figure,
                            number,
                            at,
                            start + amount.end,
                            amount.text,
                            _printed(value, amount, figure),
                            agrees,
                        )


def _held(
    amount: _Amount, before: str, sentence: str, unit: str, told: list[UsedFigure]
) -> tuple[UsedFigure, Decimal, bool] | None:
    found = [
        (figure, name) for figure in told if figure.unit == unit and (name := _name(figure, before))
    ]
    answers = {(figure.value, figure.period, figure.group) for figure, _name in found}
    if len(answers) != 1:
        return None
    figure, name = found[0]
    assert figure.value is not None
    if not _is_about(figure, sentence, before[: name.start()]):
        return None
    value = figure.value
    if deviation := _DEVIATION.fullmatch(name["name"]):
        is_over = deviation["word"].lower() == "merforbrug"
        agrees = (value > 0) == is_over and abs(abs(value) - amount.value) <= amount.half
        return figure, value, agrees
    return figure, value, abs(value - amount.value) <= amount.half


def _name(figure: UsedFigure, before: str) -> re.Match[str] | None:
    """The figure's name, right before the number."""
    if _DEVIATION.match(figure.text):
        name = _DEVIATION.pattern.replace("(?P<word>", "(?:")
    else:
        title = re.sub(r"\s*\(.*?\)", "", figure.title).strip().casefold()
        if len(title) < _SHORTEST:
            return None
        name = rf"\b{re.escape(title)}(?:en|et|n|t)?\b"
    return re.search(rf"(?P<name>{name}){_LINK}", before, re.IGNORECASE)


def _is_about(figure: UsedFigure, sentence: str, ahead: str) -> bool:
    """Whether the sentence speaks of the figure's own period and group, as far as it says."""
    years = set(_YEAR.findall(sentence))
    if years - {figure.period}:
        # Of a month or a quarter no year is its own: the whole year may be meant.
        return False
    title = figure.title.casefold()
    if any(m[0].casefold()[:7] not in title for m in _OTHER.finditer(sentence)):
        return False
    genitive = _GENITIVE.search(ahead)
    if genitive and genitive["word"].casefold() not in _OWN | {f"{figure.area.casefold()}s"}:
        return False
    said = sentence.casefold()
    return all(member.casefold() in said for member in figure.group)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _amounts(sentence: str, unit: str) -> Iterator[_Amount]:
    if unit == "percent":
        for share in find_percents(sentence):
            if share.unit == "percent":
                number = share.number
                half, decimals = number.half_unit, _decimals(number.half_unit)
                yield _Amount(
                    share.start, share.end, share.value, half, share.text, "percent", decimals
                )
        return
    for money in find_money(sentence):
        decimals = _decimals(money.number.half_unit)
        yield _Amount(
            money.start,
            money.end,
            money.kroner,
            money.half_unit,
            money.text,
            money.scale,
            decimals,
        )


def _decimals(half: Decimal) -> int:
    """How many decimals a number was printed with, of half its last digit."""
    return max(0, -(half * 2).normalize().adjusted())


def _printed(value: Decimal, amount: _Amount, figure: UsedFigure) -> str:
    """The value as the number beside it is printed; with its word where that alone differs."""
    if amount.scale == "percent":
        return format_percent(value, amount.decimals)
    scale = next(each for each in FACTORS if each == amount.scale)
    size = format_money(
        abs(value) if _DEVIATION.match(figure.text) else value, scale, amount.decimals
    )
    if not _DEVIATION.match(figure.text):
        return size
    step = Decimal(1).scaleb(-amount.decimals)
    if (abs(value) / FACTORS[scale]).quantize(step, ROUND_HALF_UP) == amount.value / FACTORS[scale]:
        return f"{'merforbrug' if value > 0 else 'mindreforbrug'} på {size}"
    return size
