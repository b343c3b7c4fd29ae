"""What happened on which day: cases and meetings put theirs in, and all is lived in order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sagsgang.web.example.building.clock import at

Happens = Callable[[], object]


@dataclass
class Timeline:
    """Things of the same hour happen in the order they were put in."""

    days: list[tuple[date, int, int, Happens]] = field(default_factory=list)

    def add(self, day: date, hour: int, happens: Happens) -> None:
        """Let it happen on that day at that hour."""
        self.days.append((day, hour, len(self.days), happens))

    def live(self) -> None:
        """Live through all of it, as if it was then."""
        for day, hour, _, happens in sorted(self.days, key=lambda each: each[:3]):
            with at(day, hour):
                happens()
