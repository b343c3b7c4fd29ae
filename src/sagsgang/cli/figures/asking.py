"""What was asked for on the command line becomes questions to the store, and their answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from sagsgang.cli.language import _
from sagsgang.figures.engine import COUNTRY, Answer, Question, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import Period
from sagsgang.figures.plainly import recomputed
from sagsgang.figures.registry import indicator
from sagsgang.figures.store import Snapshot, Store
from sagsgang.figures.suppression import suppress
from sagsgang.language.danish_time import TIME_ZONE
from sagsgang.language.numbers import parse_number


class CannotAsk(ValueError):
    """Words that make no question; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers by period, in the order asked, small counts of people hidden. `recomputed` is
    what the plain recomputation gives of each whole, empty where it was not asked for.
    """

    indicator: Indicator
    by: tuple[str, ...]
    answers: Mapping[Period, Answer]
    recomputed: Mapping[Period, Decimal | Missing]

    def figures(self) -> tuple[Figure, ...]:
        """Every figure, the groups before their whole."""
        return tuple(
            each for answer in self.answers.values() for each in (*answer.groups, answer.whole)
        )


def ask(
    *,
    name: str,
    periods: Sequence[str],
    by: Sequence[str],
    where: Sequence[str],
    given: Sequence[str],
    area: str | None,
    price_level: int | None,
    at: str | None,
    folder: Path,
    is_recomputed: bool,
) -> Asked:
    """The answers. Raises CannotAsk, BadPeriod, UnknownIndicator, CannotCompute, StoreDamaged."""
    asked = indicator(name)
    if not folder.is_dir():
        raise CannotAsk(_("there are no figures in {}").format(folder))
    snapshot = Store(folder).snapshot(_moment(at))
    of = _area(area, snapshot, asked)
    limits: dict[str, list[str]] = {}
    for dimension, member in map(_pair, where):
        limits.setdefault(dimension, []).append(member)
    told = {parameter: _number(value) for parameter, value in map(_pair, given)}
    split = tuple(each for text in by for each in text.split(",") if each)
    answers, plain = {}, {}
    for text in periods:
        for written in text.split(","):
            period = Period.parse(written)
            question = Question(asked, period, of, split, limits, told, price_level)
            answers[period] = compute(snapshot, question)
            if is_recomputed:
                full = dict(answers[period].whole.given)
                plain[period] = recomputed(
                    snapshot, Question(asked, period, of, split, limits, full, price_level)
                )
    return _shown(Asked(asked, split, answers, plain))


def _shown(asked: Asked) -> Asked:
    """Of people, small counts are hidden before anything is printed."""
    if not asked.indicator.declared.counts_people:
        return asked
    figures = iter(suppress(asked.figures()))
    answers = {
        period: Answer(tuple(next(figures) for _each in answer.groups), next(figures))
        for period, answer in asked.answers.items()
    }
    plain: dict[Period, Decimal | Missing] = {
        period: answers[period].whole.missing or value for period, value in asked.recomputed.items()
    }
    return Asked(asked.indicator, asked.by, answers, plain)


def _pair(text: str) -> tuple[str, str]:
    name, is_pair, value = text.partition("=")
    if not is_pair or not name.strip():
        raise CannotAsk(_("{} is not name=value").format(repr(text)))
    return name.strip(), value.strip()


def _number(text: str) -> Decimal:
    number = parse_number(text)
    if number is None:
        raise CannotAsk(_("{} is not a number; write e.g. 5.000.000 or 2,5").format(repr(text)))
    return number.value


def _moment(text: str | None) -> datetime | None:
    """A day is meant with all that came in on it; without a time zone it is Danish time."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
        return datetime.combine(day, time.max, TIME_ZONE)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CannotAsk(
            _("{} is not a moment; write e.g. 2025-05-12 or 2025-05-12T14:30").format(repr(text))
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=TIME_ZONE)


def _area(text: str | None, snapshot: Snapshot, asked: Indicator) -> str:
    """The area that is named, or the only one there is."""
    series = {each.series for each in asked.declared.inputs.values() if each.area is None}
    there = {
        covered_area
        for load in snapshot.loads.values()
        for covered, covered_area, _period in load.covers
        if covered in series
    }
    if text is not None:
        from sagsgang.figures.sources.areas import area_named

        if text in there:
            return text
        code = area_named(text)
        if code is None:
            raise CannotAsk(_("{} is no municipality").format(repr(text)))
        return code
    own = there - {COUNTRY}
    if len(own) > 1:
        raise CannotAsk(_("which municipality? There is {}").format(", ".join(sorted(own))))
    return next(iter(own), COUNTRY)
