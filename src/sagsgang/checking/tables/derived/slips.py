"""Whether a derived figure that does not hold is a slip, or the table means something else."""

from decimal import Decimal

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.derived.averages import is_between, is_mean_of_lines
from sagsgang.checking.tables.derived.questions import Asked
from sagsgang.checking.tables.derived.settle import Settled, holds_anywhere, off_by
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.checking.tables.labels import is_income
from sagsgang.checking.tables.lane import Verdict
from sagsgang.checking.tables.mistakes import Judged
from sagsgang.checking.tables.view import Direction

#: A finding needs that its formula holds elsewhere by chance at most so often.
MAX_CHANCE = Decimal("0.005")
MAX_CHANCE_UNNAMED = Decimal("0.0001")
#: A mean of lines may always be a weighted one; so sure must it be that it is none.
MAX_CHANCE_MEAN = Decimal("0.00000001")
#: So many lanes must show their signs before one with the other sign is a mistake.
FEWEST_SIGNED = 3


def confidence_of(asked: Asked, settled: Settled, lane: int, sums: Judged | None) -> float:
    """How sure it is that the lane holds a mistake: 0 when the table may well be right."""
    held = len(settled.lanes(Verdict.HOLDS))
    failed = len(settled.lanes(Verdict.FAILS))
    fewest = 3 if asked.kind is Kind.RATIO or not settled.formula.fit else 2
    chance = MAX_CHANCE if settled.formula.fit else MAX_CHANCE_UNNAMED
    if held < fewest or (failed > 1 and 2 * failed > held) or settled.chance > chance:
        return 0.0
    if _is_near(asked, settled, lane, sums) or _is_meant_otherwise(asked, settled, lane):
        return 0.0
    if (
        is_mean_of_lines(settled.formula)
        and settled.chance > MAX_CHANCE_MEAN
        and is_between(asked.question.direction, settled.formula, asked.question.line, lane)
    ):
        return 0.0
    return 0.95 if held >= 4 * failed else 0.88


def _is_near(asked: Asked, settled: Settled, lane: int, sums: Judged | None) -> bool:
    """True when roundings that do not show may explain the difference."""
    direction = asked.question.direction
    formula = settled.formula
    cell = asked.question.cell(lane)
    value = formula.value(direction, lane)
    if value is None:
        return True
    off = max(value.low - cell.value, cell.value - value.high, Decimal(0))
    if formula.bottom or formula.divisors:
        # Shares are cut off as often as rounded, or mended so that they make 100. Those that fail
        # within the interval fail for terms that are exact.
        off = off or off_by(asked.question, formula, lane)
        return off <= 2 * cell.half or cell.value == 100
    rounded = [_hidden_half(direction, term.line) for term in formula.top] + [
        _hidden_half(direction, asked.question.line)
    ]
    return off <= cell.half + sum(rounded, Decimal(0)) + _slack_of_sums(asked, settled, lane, sums)


def _hidden_half(direction: Direction, line: int) -> Decimal:
    """Half of the ten (hundred, …) that all figures of a line look rounded to; zero for none."""
    cells = [cell for cell in direction.lines[line].cells if cell.is_number and cell.value]
    if len(cells) < 2:
        return Decimal(0)
    zeros = min(_zeros(cell) for cell in cells)
    return max(cell.half for cell in cells).scaleb(zeros) if zeros else Decimal(0)


def _zeros(cell: Cell) -> int:
    digits = str(abs(int(cell.value / (2 * cell.half))))
    return len(digits) - len(digits.rstrip("0"))


def _slack_of_sums(asked: Asked, settled: Settled, lane: int, sums: Judged | None) -> Decimal:
    """What a total may be off by when it was added up from rounded figures."""
    if sums is None:
        return Decimal(0)
    direction = asked.question.direction
    spots = {direction.cell_place(asked.question.line, lane)}
    spots.update(settled.formula.spots(direction, lane))
    slack = {
        relation.total_spot: relation.slack
        for relation in sums.held
        if relation.total_spot in spots
    }
    return sum(slack.values(), Decimal(0))


def _is_meant_otherwise(asked: Asked, settled: Settled, lane: int) -> bool:
    question = asked.question
    if holds_anywhere(question, asked.candidates, lane, but=[settled.formula]):
        return not _only_sign_differs(asked, settled, lane) or not _sign_is_telling(
            asked, settled, lane
        )
    return False


def _only_sign_differs(asked: Asked, settled: Settled, lane: int) -> bool:
    cell = asked.question.cell(lane)
    value = settled.formula.value(asked.question.direction, lane)
    return (
        value is not None
        and (-value).low <= cell.value + cell.half
        and (cell.value - cell.half <= (-value).high)
    )


def _sign_is_telling(asked: Asked, settled: Settled, lane: int) -> bool:
    """True when the other lanes print their signs, and this one counts what they count."""
    question = asked.question
    others = [each for each in settled.lanes(Verdict.HOLDS) if question.cell(each).value]
    negative = sum(question.cell(each).value < 0 for each in others)
    first = settled.formula.top[0]
    sign = first.cell(question.direction, lane).value > 0
    alike = all((first.cell(question.direction, each).value > 0) == sign for each in others)
    return (
        len(others) >= FEWEST_SIGNED
        and negative > 0
        and alike
        and not is_income(question.direction.lane_labels[lane])
    )
