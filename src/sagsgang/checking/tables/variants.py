"""The ways to take the lines of a table when they are added: which count, and with what sign."""

from dataclasses import dataclass

from sagsgang.checking.tables.groups import lines_below
from sagsgang.checking.tables.labels import Role, is_bullet, is_income
from sagsgang.checking.tables.view import Direction, Line

#: For every way to take the lines: whether it takes totals only, and the sign of each line.
Signs = tuple[tuple[bool, tuple[int, ...]], ...]


def signs_of(direction: Direction) -> Signs:
    """The signs of all lines, for every way to take them."""
    below = lines_below(direction)
    features = [_Features.of(line, at in below) for at, line in enumerate(direction.lines)]
    return tuple((each.totals_only, tuple(map(each.sign, features))) for each in _VARIANTS)


class _Variant:
    """One way to take the lines: all, without asides, list points or what stands below its own
    sum, income counted against, or nothing but totals.
    """

    def __init__(
        self,
        *,
        asides: int = 1,
        bullets: int = 1,
        income: int = 1,
        below: int = 1,
        totals_only: bool = False,
    ) -> None:
        self.totals_only = totals_only
        self._below = below
        self._asides = asides
        self._bullets = bullets
        self._income = income

    def sign(self, features: "_Features") -> int:
        """1 to add the line, -1 to take it away, 0 to leave it out."""
        if self.totals_only:
            return int(features.is_total)
        if features.is_aside and not self._asides:
            return 0
        if features.is_below and not self._below:
            return 0
        if features.is_bullet and not self._bullets:
            return 0
        return self._income if features.is_income else 1


@dataclass(frozen=True, slots=True)
class _Features:
    """What the variants ask of a line."""

    is_total: bool
    is_aside: bool
    is_bullet: bool
    is_income: bool
    is_below: bool

    @classmethod
    def of(cls, line: Line, is_below: bool) -> "_Features":
        """Shares alone are an aside, and never count against anything."""
        has_shares = any(cell.is_percent for cell in line.cells)
        amounts = any(cell.is_number and not cell.is_percent for cell in line.cells)
        shares_only = has_shares and not amounts
        return cls(
            is_total=line.role is Role.TOTAL,
            is_aside=shares_only or line.role is Role.ASIDE,
            is_bullet=not shares_only and is_bullet(line.label),
            is_income=not shares_only and is_income(line.label),
            is_below=is_below,
        )


_VARIANTS = (
    _Variant(),
    _Variant(asides=0),
    _Variant(bullets=0),
    _Variant(asides=0, bullets=0),
    _Variant(asides=0, below=0),
    _Variant(income=-1),
    _Variant(asides=0, income=-1),
    _Variant(totals_only=True),
)
