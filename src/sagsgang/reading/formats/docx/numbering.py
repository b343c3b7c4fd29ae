"""Which number or sign a point of a list carries: Word stores the rule, not the number."""

import re
from dataclasses import dataclass

from lxml import etree

from sagsgang.reading.formats.docx.names import W, child, number, switch, value
from sagsgang.reading.formats.docx.styles import Styles
from sagsgang.reading.formats.enumeration import BULLET, numeral

LEVELS = 9

_STYLES = {
    "decimal": "decimal", "decimalZero": "decimal-zero", "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha", "lowerRoman": "lower-roman", "upperRoman": "upper-roman",
}  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True, frozen=True)
class Level:
    """How the points of one depth are numbered; `pattern` holds %1 … %9 for the numbers."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    restarts: bool = True
    in_figures: bool = False


class Numbering:
    """The lists of a document; every call of `label` counts one point."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self.styles = styles
        self.rules: dict[str, etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.levels: dict[tuple[str, int], Level] = {}
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()
        for element in [] if root is None else root:
            if element.tag == f"{W}abstractNum":
                self.rules[value(element, "abstractNumId") or ""] = element
            elif element.tag == f"{W}num":
                self.lists[value(element, "numId") or ""] = element

    def label(self, name: str | None, depth: int | None) -> str:
        """The number or bullet of the next point of list `name`; "" when it carries none."""
        place = min(max(depth or 0, 0), LEVELS - 1)
        if name is None or name == "0" or name not in self.lists:
            return ""
        level = self._level(name, place)
        counts = self.counts.setdefault(self._rule(name), [None] * LEVELS)
        self._count(name, place, level, counts)
        if level.style == "bullet":
            return BULLET
        if level.style == "none" and not level.pattern:
            return ""
        return _PLACE.sub(
            lambda m: self._numeral(name, int(m[1]) - 1, level, counts), level.pattern
        )

    def depth_of(self, name: str, style: str | None) -> int:
        """How deep in list `name` the points of a paragraph style stand, when it does not say."""
        rule = self.rules.get(self._rule(name)) if name in self.lists else None
        for level in [] if rule is None or style is None else rule.findall(f"{W}lvl"):
            if value(child(level, "pStyle")) == style:
                return number(level, "ilvl") or 0
        return 0

    def _count(self, name: str, place: int, level: Level, counts: list[int | None]) -> None:
        override = number(child(self._override(name, place), "startOverride"))
        before = counts[place]
        if override is not None and (name, place) not in self.begun:
            counts[place] = override
        else:
            counts[place] = level.start if before is None else before + 1
        self.begun.add((name, place))
        for deeper in range(place + 1, LEVELS):
            if self._level(name, deeper).restarts:
                counts[deeper] = None

    def _numeral(self, name: str, place: int, shown: Level, counts: list[int | None]) -> str:
        level = self._level(name, place)
        count = counts[place]
        style = "decimal" if shown.in_figures else level.style
        return "" if style == "none" else numeral(level.start if count is None else count, style)

    def _rule(self, name: str) -> str:
        """The rule a list follows, through the style that some rules point to."""
        found = value(child(self.lists[name], "abstractNumId")) or ""
        linked = value(child(self.rules.get(found), "numStyleLink"))
        if linked is not None:
            other = self.styles.of(linked).numbering[0]
            if other in self.lists:
                return value(child(self.lists[other], "abstractNumId")) or found
        return found

    def _override(self, name: str, place: int) -> etree._Element | None:
        for element in self.lists[name].findall(f"{W}lvlOverride"):
            if number(element, "ilvl") == place:
                return element
        return None

    def _level(self, name: str, place: int) -> Level:
        if (name, place) not in self.levels:
            element = child(self._override(name, place), "lvl")
            rule = self.rules.get(self._rule(name))
            for candidate in [] if rule is None or element is not None else rule.findall(f"{W}lvl"):
                if number(candidate, "ilvl") == place:
                    element = candidate
            self.levels[name, place] = _read(element)
        return self.levels[name, place]


def _read(element: etree._Element | None) -> Level:
    if element is None:
        return Level(pattern="%1.")
    shape = value(child(element, "numFmt")) or "decimal"
    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        style=shape if shape in ("bullet", "none") else _STYLES.get(shape, "decimal"),
        pattern=value(child(element, "lvlText")) or "",
        restarts=number(child(element, "lvlRestart")) != 0,
        in_figures=bool(switch(child(element, "isLgl"))),
    )
