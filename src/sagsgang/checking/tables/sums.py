"""Which sums a table claims: for every total, which lines are its parts, and in which lanes it
adds up.

The lines are read in order and kept on a stack. A total looks for the run of lines before it that
adds up to it
in every lane; when found, the run is replaced by the total, so that nested totals and totals of
totals
fall out by themselves. Totals printed above their parts are found by reading the lines backwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.labels import Role, is_ratio, is_share, is_weight
from sagsgang.checking.tables.lane import Running, Verdict
from sagsgang.checking.tables.variants import Signs, signs_of
from sagsgang.checking.tables.view import Direction, Line

#: A total whose parts are not a whole run since the total before has no more of them.
MAX_PARTS = 300
#: How many cells are added up, over and over, before a table counts as too intricate: so many, and
#: each cell of it so many times. A long table with one total takes few of them.
MAX_EFFORT = 100_000
MAX_TIMES = 12

#: So many shares must add up before one that does not is a mistake.
FEWEST_SHARES = 2
#: All of something, in percent.
WHOLE = 100


class TooIntricate(Exception):
    """A table with so many totals that trying every sum would take too long."""


@dataclass(slots=True)
class Effort:
    """How many cells may still be added up."""

    left: int

    def spend(self, cells: int) -> None:
        """Raises TooIntricate when nothing is left."""
        self.left -= cells
        if self.left < 0:
            raise TooIntricate


@dataclass(frozen=True, slots=True)
class Part:
    """An addend: the position of its line, its sign, and the lines it is the sum of, or itself."""

    line: int
    sign: int = 1
    leaves: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A total and its parts, with the verdict of every lane that could be judged.

    `run` is 2 when the parts are the whole run since the total before or a break, 1 when they are
    all there is,
    0 when the run only begins somewhere.
    """

    total: int
    parts: tuple[Part, ...]
    verdicts: tuple[Verdict, ...]
    run: int

    def lanes(self, verdict: Verdict) -> tuple[int, ...]:
        """The lanes with this verdict."""
        return tuple(lane for lane, found in enumerate(self.verdicts) if found is verdict)

    @property
    def holds(self) -> bool:
        """True when it adds up in at least one lane and fails in none."""
        return bool(self.lanes(Verdict.HOLDS)) and not self.lanes(Verdict.FAILS)


@dataclass(slots=True)
class Sums:
    """What was found: sums that hold, sums that fail in some lanes, totals that hold nowhere."""

    held: list[Claim] = field(default_factory=list)
    broken: list[Claim] = field(default_factory=list)
    unresolved: list[Claim] = field(default_factory=list)


def find_sums(direction: Direction) -> Sums:
    """The sums of one direction of a table, each total counted once. Raises TooIntricate."""
    if not any(line.role in (Role.TOTAL, Role.NET) for line in direction.lines):
        return Sums()
    effort = Effort(MAX_EFFORT + MAX_TIMES * len(direction.lines) * len(direction.lane_labels))
    signs = signs_of(direction)
    downward = _Reading(direction, effort, signs, backwards=False)
    upward = _Reading(direction, effort, signs, backwards=True)
    first, second = (
        (downward, upward) if downward.strength >= upward.strength else (upward, downward)
    )
    second = _Reading(direction, effort, signs, backwards=second.backwards, settled=first)
    return _merged(first, second)


def _merged(first: "_Reading", second: "_Reading") -> Sums:
    sums = Sums(held=[*first.held, *second.held])
    settled = {claim.total for claim in sums.held}
    for claim in (*first.broken, *second.broken):
        if claim.total not in settled:
            sums.broken.append(claim)
            settled.add(claim.total)
    parts = {part.line for claim in (*sums.held, *sums.broken) for part in claim.parts}
    downward, upward = (second, first) if first.backwards else (first, second)
    # What stands below the first line can only be the parts of that: it has nothing above.
    on_top = (claim for claim in upward.unresolved if claim.total == 0)
    for claim in (*downward.unresolved, *on_top):
        run_used = all(part.line in parts for part in claim.parts)
        if claim.total not in settled and not (claim.total in parts and run_used):
            sums.unresolved.append(claim)
    return sums


class _Reading:
    """One reading of the lines, down or up; what `settled` found to hold is taken as it is."""

    def __init__(
        self,
        direction: Direction,
        effort: Effort,
        signs: Signs,
        *,
        backwards: bool,
        settled: "_Reading | None" = None,
    ) -> None:
        self.direction = direction
        self._effort = effort
        self._is_share = tuple(map(is_share, direction.lane_labels))
        self._is_ratio = tuple(map(is_ratio, direction.lane_labels))
        self._signs = signs
        self.backwards = backwards
        self.held: list[Claim] = []
        self.broken: list[Claim] = []
        self.unresolved: list[Claim] = []
        self._stack: list[Part] = []
        self._run_start = 0
        self._known = {claim.total: claim for claim in settled.held} if settled else {}
        self._taken = {leaf for claim in self._known.values() for leaf in _lines_under(claim)}
        self._read()

    @property
    def strength(self) -> int:
        """How many lanes hold, over all sums found."""
        return sum(len(claim.lanes(Verdict.HOLDS)) for claim in self.held)

    def _read(self) -> None:
        order = range(len(self.direction.lines))
        for position in reversed(order) if self.backwards else order:
            line = self.direction.lines[position]
            if position in self._taken:
                continue
            if line.breaks:
                self._run_start = len(self._stack)
            elif position in self._known:
                self._push(position, self._known[position])
            elif line.role in (Role.TOTAL, Role.NET) and self._stack:
                self._total(position)
            elif line.role is not Role.OF_WHICH:
                self._stack.append(Part(position, leaves=(position,)))

    def _push(self, position: int, claim: Claim) -> None:
        leaves = tuple(leaf for part in claim.parts for leaf in part.leaves)
        self._stack.append(Part(position, leaves=leaves))

    def _total(self, position: int) -> None:
        claims = list(self._claims(position))
        held = [claim for claim in claims if claim.holds]
        broken = [claim for claim in claims if _is_mostly_held(claim)]
        trivial = [claim for claim in claims if _is_trivial(claim)]
        role = self.direction.lines[position].role
        if held:
            self._settle(max(held, key=_preference), self.held)
        elif broken and (role is Role.TOTAL or max(map(_support_for_net, broken)) >= 2):
            self._settle(max(broken, key=_preference), self.broken)
        elif trivial and role is Role.TOTAL:
            self._replace(trivial[0])
        else:
            if role is Role.TOTAL:
                self.unresolved.extend(claim for claim in claims if claim.run)
            self._stack.append(Part(position, leaves=(position,)))
        self._run_start = len(self._stack)

    def _settle(self, claim: Claim, kept: list[Claim]) -> None:
        kept.append(claim)
        self._replace(claim)

    def _replace(self, claim: Claim) -> None:
        """Put the total where its parts, and what was passed over among them, stood."""
        parts = {part.line for part in claim.parts}
        first = next(index for index, part in enumerate(self._stack) if part.line in parts)
        del self._stack[first:]
        self._push(claim.total, claim)

    def _claims(self, position: int) -> Iterator[Claim]:
        """Every run of lines just before the total, in the variants that the labels allow."""
        total = self.direction.lines[position]
        run_start = self._run_start if self._run_start < len(self._stack) else 0
        tried: set[tuple[int, ...]] = set()
        for totals_only, signs_of_lines in self._signs:
            signs = tuple(signs_of_lines[part.line] for part in self._stack)
            if signs in tried:
                continue
            tried.add(signs)
            used: list[Part] = []
            lanes = [Running() for _ in total.cells]
            for start in range(len(self._stack) - 1, -1, -1):
                part, sign = self._stack[start], signs[start]
                if sign:
                    self._effort.spend(len(lanes))
                    used.append(Part(part.line, sign, part.leaves))
                    for lane, cell in zip(
                        lanes, self.direction.lines[part.line].cells, strict=True
                    ):
                        lane.add(cell, sign)
                # Far back only whole runs are tried: a list of data has a total of all of it.
                is_far = len(self._stack) - start > MAX_PARTS
                if not used or (is_far and start not in (0, run_start)):
                    continue
                verdicts = self._verdicts(lanes, total)
                run = 2 if start == run_start else int(start == 0)
                if totals_only:
                    run = 0
                if run or Verdict.HOLDS in verdicts or Verdict.TRIVIAL in verdicts:
                    parts = sorted(used, key=lambda each: each.line)
                    yield Claim(position, tuple(parts), verdicts, run)

    def _verdicts(self, lanes: list[Running], total: Line) -> tuple[Verdict, ...]:
        """What every lane says; lanes that need not add up say nothing when they do not.

        Shares of one whole do add up: where most shares of a table do, one that fails is told, and
        so is one whose total is all, 100, beside any lane that holds.
        """
        found = [lane.verdict(cell) for lane, cell in zip(lanes, total.cells, strict=True)]
        shares = [
            number
            for number, cell in enumerate(total.cells)
            if cell.is_percent or self._is_share[number]
        ]
        held = sum(found[number] is Verdict.HOLDS for number in shares)
        failed = sum(found[number] is Verdict.FAILS for number in shares)
        add_up = held >= FEWEST_SHARES and held > failed
        for number, verdict in enumerate(found):
            if verdict is not Verdict.FAILS:
                continue
            if number in shares:
                all_of_it = Verdict.HOLDS in found or is_weight(self.direction.lane_labels[number])
                whole = all_of_it and _is_whole(lanes[number], total.cells[number])
                found[number] = verdict if add_up or whole else Verdict.UNKNOWN
            elif self._is_ratio[number]:
                found[number] = Verdict.UNKNOWN
        return tuple(found)


def _is_whole(shares: Running, total: Cell) -> bool:
    """True when the total says 100, or the shares add up to it and the total is no average."""
    if total.value == WHOLE:
        return True
    return abs(shares.total - WHOLE) <= shares.half and abs(total.value) > shares.largest


def _lines_under(claim: Claim) -> Iterator[int]:
    for part in claim.parts:
        yield part.line
        yield from part.leaves


def _is_mostly_held(claim: Claim) -> bool:
    """Fails in fewer lanes than it holds in, or in as many when the parts are a whole run."""
    held, failed = len(claim.lanes(Verdict.HOLDS)), len(claim.lanes(Verdict.FAILS))
    return held > failed or (held == failed > 0 and claim.run > 0)


def _support_for_net(claim: Claim) -> int:
    """How many lanes hold, and one more when the parts are a whole run: chance seldom is that."""
    return len(claim.lanes(Verdict.HOLDS)) + (claim.run > 0)


def _is_trivial(claim: Claim) -> bool:
    return bool(claim.lanes(Verdict.TRIVIAL)) and not claim.lanes(Verdict.FAILS)


def _preference(claim: Claim) -> tuple[int, int, int, int]:
    held, failed = len(claim.lanes(Verdict.HOLDS)), len(claim.lanes(Verdict.FAILS))
    return held, -failed, claim.run, len(claim.parts)
