"""The recommendation with the decision beside it, point by point where the minutes decide point by
point.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sagsgang.minutes import AgendaItem, Decision, DecisionPart, Recommendation
from sagsgang.web.archive.pages.blocks import Block, Point
from sagsgang.web.archive.pages.outcomes import Chip, outcome_chip


@dataclass(frozen=True, slots=True)
class Answer:
    """What was decided about one or more points; `covers` is how the page names them, "1, 2"."""

    covers: str
    chip: Chip | None
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of the recommendation; `answers` stand beside it. `point` is set when it is one
    point.
    """

    blocks: tuple[Block, ...]
    point: Point | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """`rows` when points and parts could be paired; otherwise `answers` stand beside the whole
    text.
    """

    rows: tuple[Row, ...] = ()
    answers: tuple[Answer, ...] = ()


def beside(item: AgendaItem, blocks: Sequence[Block]) -> Beside:
    """Pair the text of a recommendation (as blocks) with the item's decision."""
    decision = item.decision
    if decision is None:
        return Beside()
    if decision.parts and (rows := _rows(item.recommendations, decision, blocks)):
        return Beside(rows=rows)
    if decision.parts:
        return Beside(answers=tuple(_answer(part) for part in decision.parts))
    return Beside(answers=(Answer("", outcome_chip(decision.outcome), ""),))


def _rows(
    recommendations: Sequence[Recommendation], decision: Decision, blocks: Sequence[Block]
) -> tuple[Row, ...]:
    """One row a point, in the order printed; nothing when text and points do not surely match."""
    points = [point for block in blocks for point in block.points]
    covered = {number for part in decision.parts for number in part.covers}
    numbers = [recommendation.number for recommendation in recommendations]
    if len(points) != len(numbers) or not covered or not covered <= set(numbers):
        return ()
    following = iter(numbers)
    rows: list[Row] = []
    for block in blocks:
        if not block.points:
            rows.append(Row(blocks=(block,)))
            continue
        for point in block.points:
            number = next(following)
            answers = tuple(
                _answer(part, alone=True) for part in decision.parts if number in part.covers
            )
            rows.append(Row(blocks=(), point=point, answers=answers))
    return tuple(rows)


def _answer(part: DecisionPart, *, alone: bool = False) -> Answer:
    covers = "" if alone else ", ".join(str(number) for number in part.covers)
    return Answer(covers, outcome_chip(part.outcome), part.text)
