"""Roll-forwards and ledgers: opening + in - out = closing, and each opening is the closing before.

The lines of one block run from an opening ("Primo", "Overført fra sidste år") to a closing
("Ultimo", "Overføres til næste år"). Which lines in between are taken away, their words or signs
say, and where they do not, the lanes that hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from sagsgang.checking.tables.cells import Cell, CellKind
from sagsgang.checking.tables.digits import wrong_digit
from sagsgang.checking.tables.labels import Role, is_ratio, plain, role_of
from sagsgang.checking.tables.lane import running
from sagsgang.checking.tables.plausible import SMALL
from sagsgang.checking.tables.relation import Spot, like, written
from sagsgang.checking.tables.view import Direction, TableView

_OPENING = re.compile(
    r"\bprimo\b|\boverført fra\b|\boverførsel(?:er)? fra\b|\boverførte? midler fra\b"
    r"|\b(?:åbnings|start|indgangs)(?:saldo|beholdning|balance)\b|\bindgående (?:saldo|beholdning)"
    r"|\bved (?:årets|periodens) (?:start|begyndelse)"
    r"|\b(?:saldo|beholdning) (?:pr\.? |den |d\. )?0?1[./-] ?(?:0?1\b|jan)"
)
_CLOSING = re.compile(
    r"\bultimo\b|\boverfør(?:es|t|sel|sler)? til (?:næste|det følgende|kommende|20[0-9]{2})"
    r"|\b(?:slut|ultimo|udgangs)(?:saldo|beholdning|balance)\b|\budgående (?:saldo|beholdning)"
    r"|\bsaldo (?:pr\.? |den |d\. )?31[./-] ?(?:12\b|dec)"
    r"|\bbeholdning (?:pr\.? |den |d\. )?31[./-] ?(?:12\b|dec)"
    r"|\bved (?:årets|periodens) (?:slutning|udgang|afslutning)"
)
_IN = re.compile(
    r"tilgang|indtægt|tilskud|bevilling|tilført|tilførsel|indbetal|tilsagn|\bnye?\b|modtaget"
    r"|\bhenlagt|henlæggelse|ankom|tilflyt|fødte|\brenter\b|\bindskud|optag"
)
_OUT = re.compile(
    r"afgang|forbrug|udgift|udbetal|afskriv|afslutte|\bsolgt|\bsalg\b|anvendt|afdrag|træk\b"
    r"|fraflyt|døde|\bløn\b|afvikl|nedskriv|brugt"
)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\b")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_QUARTER = re.compile(r"\b([1-4])\.? ?(?:kvartal|kvt)")
#: More lines between an opening and its closing are not tried with every sign.
MAX_BETWEEN = 8
MAX_NEUTRAL = 4
#: A slip that alone tells a roll-forward from a table that means otherwise has so many digits.
FEWEST_TELLING = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A closing that is the sum of its parts, or an opening that is the closing before it."""

    total: Cell
    spot: Spot
    parts: tuple[tuple[Cell, int], ...]
    part_spots: tuple[Spot, ...]
    is_carry: bool

    @property
    def sum(self) -> Decimal:
        """What should be printed."""
        return sum((sign * cell.value for cell, sign in self.parts), Decimal(0))

    @property
    def off(self) -> Decimal:
        """What is printed, less what should be."""
        return self.total.value - self.sum

    @property
    def slack(self) -> Decimal:
        """Half a unit of the last digit of every figure."""
        return running([cell for cell, _ in self.parts]).half + self.total.half

    @property
    def holds(self) -> bool:
        """True when it is as it should be, within rounding."""
        return abs(self.off) <= self.slack

    @property
    def is_telling(self) -> bool:
        """True when it says something that it holds: not all zeros, nor one figure repeated."""
        if self.is_carry:
            return self.total.value != 0
        return sum(cell.value != 0 for cell, _ in self.parts) >= 2

    @property
    def is_slip(self) -> bool:
        """True when one wrong digit or a small difference explains that it does not hold."""
        return wrong_digit(self) >= FEWEST_TELLING or abs(self.off) <= SMALL * abs(self.sum)

    def statement(self) -> str:
        """The step written out, with ≈ where it holds only by rounding."""
        if self.is_carry:
            sign = "=" if self.off == 0 else "≈"
            return f"ultimo {self.parts[0][0].number} {sign} primo {self.total.number}"
        if self.off == 0:
            return f"{written(self.parts)} = {self.total.number}"
        return f"{written(self.parts)} = {like(self.sum, self)} ≈ {self.total.number}"


@dataclass(frozen=True, slots=True)
class RollForward:
    """The steps of a table that hold, and those that fail though most others hold."""

    held: tuple[Step, ...]
    failing: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    opening: int
    between: tuple[int, ...]
    closing: int


def roll_forward(view: TableView) -> RollForward:
    """The roll-forwards of a table along its rows and down its columns."""
    held: list[Step] = []
    failing: list[Step] = []
    for direction in (view.down, view.across):
        blocks = list(_blocks(direction))
        carries = list(_carries(direction, blocks))
        _sort(carries, held, failing)
        for block in blocks:
            _sort(_closings(direction, block), held, failing)
    return RollForward(tuple(held), tuple(_one_each(failing)))


def _sort(steps: Sequence[Step], held: list[Step], failing: list[Step]) -> None:
    """Steps of one kind that fail are told only where more hold, or one as well and a slip."""
    good = [step for step in steps if step.holds]
    bad = [step for step in steps if not step.holds]
    telling = sum(step.is_telling for step in good)
    held.extend(step for step in good if step.is_telling)
    alone = not telling and len(bad) == 1 and bad[0].is_carry
    slips = (telling == len(bad) or alone) and all(step.is_slip for step in bad)
    if telling > len(bad) or slips:
        failing.extend(bad)


def _one_each(failing: Sequence[Step]) -> Iterator[Step]:
    """Of two steps that the same change of one figure would mend, the one whose figure it is."""
    told: set[Spot] = set()
    for step in failing:
        for other in failing:
            if other is step or abs(abs(other.off) - abs(step.off)) > step.slack:
                continue
            # A closing that is wrong fails its own sum and the opening after it.
            if step.is_carry and not other.is_carry and other.spot in step.part_spots:
                break
            # An opening that is wrong fails the closing of its own block.
            if not step.is_carry and other.is_carry and other.spot in step.part_spots:
                break
        else:
            if step.spot not in told:
                told.add(step.spot)
                yield step


def _blocks(direction: Direction) -> Iterator[_Block]:
    """Runs of lines from an opening to the next closing, with something in between."""
    opening: int | None = None
    for number, line in enumerate(direction.lines):
        text = plain(line.label)
        starts, ends = _OPENING.search(text) is not None, _CLOSING.search(text) is not None
        if starts and not ends and line.has_numbers:
            opening = number
        elif ends and not starts and line.has_numbers and opening is not None:
            yield _Block(opening, tuple(range(opening + 1, number)), number)
            opening = None


def _closings(direction: Direction, block: _Block) -> list[Step]:
    """The closing of every lane, with the signs under which most lanes hold."""
    best: list[Step] = []
    score = 0
    for lines in _readings(direction, block):
        if not 1 <= len(lines) <= MAX_BETWEEN:
            continue
        for signs in _signs(direction, lines):
            steps = [
                step
                for lane in range(len(direction.lane_labels))
                if (step := _closing(direction, block, lines, signs, lane)) is not None
            ]
            held = sum(step.holds and step.is_telling for step in steps)
            if held > score:
                best, score = steps, held
    return best


def _readings(direction: Direction, block: _Block) -> Iterator[tuple[int, ...]]:
    """The lines in between that count: all but subtotals, or subtotals alone."""
    role = {line: direction.lines[line].role for line in block.between}
    some = [line for line in block.between if direction.lines[line].has_numbers]
    yield tuple(line for line in some if role[line] not in (Role.TOTAL, Role.NET, Role.OF_WHICH))
    yield tuple(line for line in some if role[line] not in (Role.TOTAL, Role.OF_WHICH))
    yield tuple(line for line in some if role[line] is Role.TOTAL)
    yield tuple(line for line in some if role[line] is Role.NET)


def _signs(direction: Direction, lines: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Signs for the lines: all added as printed, then by their words, where those say anything."""
    yield (1,) * len(lines)
    choices: list[tuple[int, ...]] = []
    for line in lines:
        text = plain(direction.lines[line].label)
        goes, comes = _OUT.search(text) is not None, _IN.search(text) is not None
        choices.append((-1,) if goes and not comes else (1,) if comes and not goes else (1, -1))
    if sum(len(choice) > 1 for choice in choices) <= MAX_NEUTRAL:
        yield from product(*choices)


def _closing(
    direction: Direction, block: _Block, lines: Sequence[int], signs: Sequence[int], lane: int
) -> Step | None:
    if is_ratio(direction.lane_labels[lane]):
        return None
    at = [block.opening, *lines]
    cells = [direction.lines[line].cells[lane] for line in at]
    total = direction.lines[block.closing].cells[lane]
    if not total.is_number or not cells[0].is_number or total.is_percent:
        return None
    if any(cell.kind is CellKind.WORDS or cell.is_percent for cell in cells):
        return None
    counted = [
        (cell, sign, direction.cell_place(line, lane))
        for cell, sign, line in zip(cells, (1, *signs), at, strict=True)
        if cell.is_number
    ]
    return Step(
        total,
        direction.cell_place(block.closing, lane),
        tuple((cell, sign) for cell, sign, _ in counted),
        tuple(spot for _, _, spot in counted),
        is_carry=False,
    )


def _carries(direction: Direction, blocks: Sequence[_Block]) -> Iterator[Step]:
    """Every opening against the closing of the period before: of the lane before it in time where
    there is one block, else of the block before it in the same lane.
    """
    if len(blocks) == 1:
        (block,) = blocks
        for before, after in _successive(direction.lane_labels):
            yield from _carry(direction, (block.closing, before), (block.opening, after))
        return
    for one, other in pairwise(blocks):
        if other.opening - one.closing > 2:
            continue
        times = [
            _times(direction.lines[line].label)
            for line in (one.opening, one.closing, other.opening, other.closing)
        ]
        if times[1] and times[2] and times[2][0] - times[1][0] not in (0, 1):
            continue
        for lane in range(len(direction.lane_labels)):
            yield from _carry(direction, (one.closing, lane), (other.opening, lane))


def _carry(direction: Direction, before: tuple[int, int], after: tuple[int, int]) -> Iterator[Step]:
    closing = direction.lines[before[0]].cells[before[1]]
    opening = direction.lines[after[0]].cells[after[1]]
    if closing.is_number and opening.is_number and closing.is_percent == opening.is_percent:
        yield Step(
            opening,
            direction.cell_place(*after),
            ((closing, 1),),
            (direction.cell_place(*before),),
            is_carry=True,
        )


def _successive(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of lanes of which the second is the period right after the first."""
    times = [None if role_of(label) is not Role.PART else _moment(label) for label in labels]
    for (one, first), (other, second) in pairwise(enumerate(times)):
        if first is None or second is None or first[0] != second[0]:
            continue
        if second[1] - first[1] == 1:
            yield one, other
        elif first[1] - second[1] == 1:
            yield other, one


def _moment(label: str) -> tuple[str, int] | None:
    """A period as a number among its kind: years, quarters or months; None for none, or several."""
    text = plain(label)
    years = _times(text)
    month, quarter = _MONTH.findall(text), _QUARTER.findall(text)
    if len(years) > 1 or len(month) > 1 or len(quarter) > 1 or (month and quarter):
        return None
    year = years[0] if years else 0
    if month:
        return "month", 12 * year + _MONTHS.index(month[0])
    if quarter:
        return "quarter", 4 * year + int(quarter[0])
    return ("year", year) if years else None


def _times(label: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(label)]
