"""What is known of a rounded number: an interval, and the four rules of arithmetic on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included. Source: the rounding of printed numbers."""

    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, value: Decimal | int) -> "Interval":
        """The one value."""
        return cls(Decimal(value), Decimal(value))

    @property
    def middle(self) -> Decimal:
        """Half-way between the ends."""
        return (self.low + self.high) / 2

    @property
    def half(self) -> Decimal:
        """Half its width."""
        return (self.high - self.low) / 2

    def meets(self, other: "Interval") -> bool:
        """True when some value is in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)

    def __abs__(self) -> "Interval":
        if self.low >= 0:
            return self
        return -self if self.high <= 0 else Interval(Decimal(0), max(-self.low, self.high))

    def __mul__(self, other: "Interval") -> "Interval":
        ends = (
            self.low * other.low,
            self.low * other.high,
            self.high * other.low,
            self.high * other.high,
        )
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Raises ZeroDivisionError when zero is among the divisors."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("an interval that holds zero")
        # Divided directly: a reciprocal would be rounded, and 280 / 896 not be 0,3125.
        ends = (
            self.low / other.low,
            self.low / other.high,
            self.high / other.low,
            self.high / other.high,
        )
        return Interval(min(ends), max(ends))

    def times(self, factor: Decimal | int) -> "Interval":
        """The interval with every value multiplied."""
        ends = self.low * factor, self.high * factor
        return Interval(*ends) if factor >= 0 else Interval(*reversed(ends))


def added(intervals: Iterable[Interval]) -> Interval:
    """The sum; zero of none."""
    return sum(intervals, Interval.exactly(0))
