"""Whether a derived figure that does not hold is a slip, or the table means something else."""

from decimal import Decimal

from sagsgang.checking.tables.derived.averages import is_between, is_mean_of_lines
from sagsgang.checking.tables.derived.formula import Formula, zeros_of
from sagsgang.checking.tables.derived.questions import Asked
from sagsgang.checking.tables.derived.settle import Settled, holds_anywhere, off_by
from sagsgang.checking.tables.derived.words import Kind, budgets_in, is_revenue
from sagsgang.checking.tables.labels import Role, role_of
from sagsgang.checking.tables.lane import Verdict
from sagsgang.checking.tables.mistakes import Judged
from sagsgang.checking.tables.view import Direction

#: A finding needs that its formula holds elsewhere by chance at most so often.
MAX_CHANCE = Decimal("0.01")
MAX_CHANCE_NAMED = Decimal("0.04")
MAX_CHANCE_UNNAMED = Decimal("0.000001")
FEWEST_UNNAMED = 3
#: A mean of lines may always be a weighted one; so sure must it be that it is none.
MAX_CHANCE_MEAN = Decimal("0.00000001")
MAX_CHANCE_OUTSIDE = Decimal("0.0001")
#: So many lanes must show their signs before one with the other sign is a mistake.
FEWEST_SIGNED = 3


def confidence_of(asked: Asked, settled: Settled, lane: int, sums: Judged | None) -> float:
    """How sure it is that the lane holds a mistake: 0 when the table may well be right."""
    held = len(settled.lanes(Verdict.HOLDS))
    failed = len(settled.lanes(Verdict.FAILS))
    fewest = 2 if settled.formula.fit and asked.kind is not Kind.RATIO else FEWEST_UNNAMED
    chance = (MAX_CHANCE_UNNAMED, MAX_CHANCE, MAX_CHANCE_NAMED)[settled.formula.fit]
    if held < fewest or (failed > 1 and 2 * failed > held) or settled.chance > chance:
        return 0.0
    if _is_near(asked, settled, lane, sums) or _is_meant_otherwise(asked, settled, lane):
        return 0.0
    if _is_by_design(asked, settled, lane, sums):
        return 0.0
    if is_mean_of_lines(settled.formula):
        question = asked.question
        between = is_between(question.direction, settled.formula, question.line, lane)
        if settled.chance > (MAX_CHANCE_MEAN if between else MAX_CHANCE_OUTSIDE):
            return 0.0
    return 0.95 if held >= 4 * failed else 0.88


def _is_by_design(asked: Asked, settled: Settled, lane: int, sums: Judged | None) -> bool:
    """True when the table may count something that it does not show.

    Then the total is off by as much as the rows together, or adds up a column that is not full
    ("Mindreforbrug" beside "Merforbrug"); or the words name another budget than those of the
    formula; or a corrected budget holds no wrong digit, and no total that holds.
    """
    question, formula = asked.question, settled.formula
    labels = question.direction.lane_labels
    line = question.direction.lines[question.line]
    if role_of(labels[lane]) is Role.TOTAL and any(cell.is_empty for cell in line.cells):
        return True
    off = {each: _off(asked, settled, each) for each in settled.lanes(Verdict.FAILS)}
    totals = [each for each in off if role_of(labels[each]) is Role.TOTAL]
    rows = sum((value for each, value in off.items() if each not in totals), Decimal(0))
    slack = _slack(asked, settled, lane)
    if len(off) > 1 and any(abs(off[each] - rows) <= slack for each in totals):
        return True
    if not formula.bottom and _names_another(asked, formula):
        return True
    if any(_is_former(_label(asked, term.line)) for term in formula.bottom):
        return not formula.is_printed  # What is spent is a share of the corrected budget.
    if asked.kind is Kind.BALANCE and not formula.is_printed:
        held = settled.lanes(Verdict.HOLDS)
        sure = any(role_of(labels[each]) is Role.TOTAL for each in held)
        return not (sure or _is_one_digit(asked, settled, lane))
    if _only_sign_differs(asked, settled, lane) and sums is not None:
        spot = question.direction.cell_place(question.line, lane)
        return any(spot in relation.spots for relation in sums.held)
    return False


def _is_former(label: str) -> bool:
    return not budgets_in(label).isdisjoint({"opr", "vedtag"})


def _names_another(asked: Asked, formula: Formula) -> bool:
    """True when the words name a budget or a date that the formula's lines do not; a year only
    when another line has it.
    """
    named = {word for term in formula.top for word in budgets_in(_label(asked, term.line))}
    others = {word for term in asked.question.terms for word in budgets_in(_label(asked, term))}
    wanted = budgets_in(_label(asked, asked.question.line)) - named
    if asked.kind is Kind.BALANCE:
        return False
    return any(not word.isdigit() or word in others for word in wanted)


def _label(asked: Asked, line: int) -> str:
    return asked.question.direction.lines[line].label


def _off(asked: Asked, settled: Settled, lane: int) -> Decimal:
    """The printed figure less what the formula gives."""
    value = settled.formula.value(asked.question.direction, lane, exactly=True)
    return asked.question.cell(lane).value - value.low if value else Decimal(0)


def _slack(asked: Asked, settled: Settled, lane: int) -> Decimal:
    value = settled.formula.value(asked.question.direction, lane)
    return (value.half if value else Decimal(0)) + asked.question.cell(lane).half


def _is_one_digit(asked: Asked, settled: Settled, lane: int) -> bool:
    """True when one digit, or two that changed places, makes the printed figure the right one."""
    cell = asked.question.cell(lane)
    unit = 2 * cell.half
    one = str(abs(int(cell.value / unit)))
    other = str(abs(int((cell.value - _off(asked, settled, lane)) / unit)))
    wrong = [at for at in range(len(one)) if one[at : at + 1] != other[at : at + 1]]
    if len(one) != len(other) or not wrong:
        return False
    first = wrong[0]
    swapped = one[:first] + one[first : first + 2][::-1] + one[first + 2 :]
    return len(wrong) == 1 or swapped == other


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
    zeros = zeros_of(cells)
    return max(cell.half for cell in cells).scaleb(zeros) if zeros else Decimal(0)


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
        and not is_revenue(question.direction.lane_labels[lane])
    )
