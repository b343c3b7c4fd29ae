"""Which sign a point of an OpenDocument list carries: the rule is stored, not the number."""

from dataclasses import dataclass, field

from lxml import etree

from sagsgang.reading.formats.enumeration import BULLET, numeral
from sagsgang.reading.formats.odt.names import STYLE, TEXT, number, tag_of, value

LEVELS = 10

_SHAPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip


@dataclass(slots=True)
class Counting:
    """A list that is being counted: its rule, and the number of the last point of each depth."""

    rule: etree._Element | None
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next_label(self, depth: int, start: int | None = None) -> str:
        """The sign of the next point at `depth` (from 0), whose number may be set by `start`."""
        place = min(depth, LEVELS - 1)
        level = self._level(place)
        last = self.counts[place]
        first = 1 if level is None else number(level, f"{TEXT}start-value") or 1
        self.counts[place] = start if start is not None else first if last is None else last + 1
        self.counts[place + 1 :] = [None] * (LEVELS - place - 1)
        return self._label(place)

    def _label(self, place: int) -> str:
        level = self._level(place)
        if level is None:
            return "" if self.rule is not None else BULLET
        if not tag_of(level).endswith(("-number", "outline-level-style")):
            return BULLET
        shown = number(level, f"{TEXT}display-levels") or 1
        parts = [self._numeral(depth) for depth in range(max(0, place - shown + 1), place + 1)]
        numbers = ".".join(filter(None, parts))
        if not self._numeral(place):
            return ""
        before, after = (value(level, f"{STYLE}num-{side}") or "" for side in ("prefix", "suffix"))
        return f"{before}{numbers}{after}".strip()

    def _numeral(self, place: int) -> str:
        level = self._level(place)
        shape = "1" if level is None else value(level, f"{STYLE}num-format") or ""
        count = self.counts[place]
        if not shape:
            return ""
        return numeral(1 if count is None else count, _SHAPES.get(shape, "decimal"))

    def _level(self, place: int) -> etree._Element | None:
        for level in [] if self.rule is None else self.rule:
            if number(level, f"{TEXT}level") == place + 1:
                return level
        return None
