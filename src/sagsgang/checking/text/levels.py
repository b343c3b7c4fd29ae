"""The figures a stated difference may lie between: what stands near it in the same unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.text.deltas import Delta, Told
from sagsgang.checking.text.sentences import Figure, Sentence

#: So many levels are tried; a paragraph with more is a list.
MOST = 6

_PART = re.compile(r"(?<![a-zæøå])(?:hvoraf|heraf|deraf)(?![a-zæøå])[^,;]*\Z")
_OLD = re.compile(
    r"(?<![a-zæøå])(?:året før|sidste år|foregående|forrige|året forinden|samme (?:periode|måned"
    r"|tid)"
    r"|tidligere|sidste (?:måling|undersøgelse|gang|opgørelse|opfølgning)|for (?:T|et år"
    r"|et halvt år) siden|før|sidst|begyndte|primo|i forvejen"
    r"|årsskiftet)(?![a-zæøå])"
)
_DATE = re.compile(r"(?<![a-zæøå])[YD](?![a-zæøå])")
_PLAN = re.compile(
    r"(?<![a-zæøå])(?:[a-zæøå]*budget[a-zæøå]*|[a-zæøå]*bevilling(?:en|er|erne)?|bevilget"
    r"|[a-zæøå]*ramme[nr]?"
    r"|overslaget|afsat|forudsat|kalkuleret)(?![a-zæøå])"
)
_ACTUAL = re.compile(
    r"(?<![a-zæøå])(?:[a-zæøå]*forbrug(?:et|t|te)?|bruges|bruger|brugte?|[a-zæøå]*regnskab(?:et)?"
    r"|[a-zæøå]*udgift(?:en|er|erne)?|koster|kostede|kostet|ende[r]? på|endte på|resultatet"
    r"|driften|[a-zæøå]*indtægt(?:en|er|erne)?)(?![a-zæøå])"
)
_PAUSE = re.compile(r"[,;:(]")
_NOT_ACTUAL = re.compile(r"mer(?:forbrug|udgift|indtægt)|mindre(?:forbrug|udgift|indtægt)")
_NO_NOUNS = frozenset(
    [
        "i",
        "på",
        "af",
        "og",
        "til",
        "fra",
        "mod",
        "ved",
        "med",
        "som",
        "der",
        "for",
        "hos",
        "om",
        "over",
        "under",
        "er",
        "var",
        "blev",
        "bliver",
        "har",
        "havde",
        "kom",
        "fik",
        "får",
        "går",
        "gik",
        "kan",
        "skal",
        "vil",
        "svarede",
        "flere",
        "færre",
        "mere",
        "mindre",
        "af",
        "eller",
        "men",
        "mens",
        "samt",
        "inden",
        "efter",
        "det",
        "den",
        "de",
        "en",
        "et",
        "nu",
        "pr",
        "end",
        "heraf",
        "hvoraf",
        "ud",
        "gange",
        "at",
        "drejer",
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A figure that a difference may be measured from or to; `back` sentences before it, on the
    same `is_near` line or another; `follows` when it stands after it in its sentence.
    """

    figure: Figure
    quantity: Quantity
    back: int
    is_near: bool
    follows: bool = False
    year: int | None = None

    @property
    def clause(self) -> str:
        """The words just before it, back to a comma."""
        return _PAUSE.split(self.figure.lead[-75:])[-1]

    @property
    def is_dated(self) -> bool:
        """True when a year or a date stands in the words before it."""
        return self.year is not None or bool(_DATE.search(self.figure.before))

    @property
    def is_old(self) -> bool:
        """True when the words say that this was so before."""
        return bool(_OLD.search(self.figure.lead[-60:]) or _OLD.search(self.figure.after[:45]))

    @property
    def is_plan(self) -> bool:
        """True for a budget or a frame."""
        return self._label() == "plan"

    @property
    def is_actual(self) -> bool:
        """True for what was spent, or is expected to be."""
        return self._label() == "actual"

    def _label(self) -> str:
        before = self.clause
        plan = max((match.end() for match in _PLAN.finditer(before)), default=-1)
        actual = max(
            (
                match.end()
                for match in _ACTUAL.finditer(before)
                if not _NOT_ACTUAL.search(match.group())
            ),
            default=-1,
        )
        if plan < 0 and actual < 0:
            return ""
        return "plan" if plan > actual else "actual"


def levels(run: Told, number: int, delta: Delta) -> list[Level]:
    """The levels before a difference, nearest last, then those after it in its sentence.

    `number` is its sentence's number in the run.
    """
    found: list[Level] = []
    here = run.sentences[number]
    for back in range(min(3, number), -1, -1):
        sentence = run.sentences[number - back]
        stated = run.deltas(sentence)
        used = {id(each.figure) for each in stated} | {id(each.share) for each in stated}
        for figure in sentence.figures:
            if id(figure) in used or (sentence is here and figure is delta.figure):
                continue
            quantity = in_unit(figure, delta.figure.quantity)
            if quantity is None or quantity.is_range or _PART.search(figure.before):
                continue
            found.append(
                Level(
                    figure=figure,
                    quantity=quantity,
                    back=back,
                    is_near=sentence.line == here.line,
                    follows=sentence is here and figure.at > delta.figure.at,
                    year=sentence.year_of(figure),
                )
            )
    before = [each for each in found if not each.follows][-MOST:]
    return before + [each for each in found if each.follows][:MOST]


def in_unit(figure: Figure, other: Quantity) -> Quantity | None:
    """The figure in the unit of another: percents for points, and a bare number for kroner or a
    time that is named elsewhere; None when it is of another kind.
    """
    one = figure.quantity
    if other.unit is Unit.POINT:
        return one if one.unit is Unit.PERCENT else None
    if other.unit is Unit.NUMBER and other.noun.startswith("point") and one.unit is Unit.PERCENT:
        return one
    if one.unit is other.unit:
        is_other = one.unit is Unit.TIME and other.noun and one.noun != other.noun
        return None if is_other else one
    is_bare = one.unit is Unit.NUMBER and not one.scale and not one.is_word and not noun_of(one)
    if (
        is_bare
        and other.unit is Unit.MONEY
        and (figure.is_bracketed or one.decimals or (abs(one.value) >= 1000 and not other.scale))
    ):
        return replace(
            one,
            unit=other.unit,
            scale=other.scale,
            value=one.value.scaleb(other.scale),
            half=one.half.scaleb(other.scale),
        )
    if is_bare and other.unit is Unit.TIME:
        return replace(one, unit=other.unit, noun=other.noun)
    return None


def noun_of(quantity: Quantity) -> str:
    """What is counted; empty when the word after the number is none that can be."""
    return "" if quantity.noun in _NO_NOUNS else quantity.noun


def between(sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[tuple[Figure, Figure]]:
    """The figures that a pattern's groups `old` and `new` stand for."""
    for match in pattern.finditer(sentence.shape):
        try:
            yield sentence.at(match.start("old")), sentence.at(match.start("new"))
        except KeyError:
            continue
