"""What in a text taken over from last time is tied to its time: dates, years, quarters, amounts,
and every number beside a figure that was renewed.
"""

import re
from dataclasses import dataclass
from typing import Literal

from sagsgang.language.dates import find_dates
from sagsgang.language.money import find_money
from sagsgang.language.percent import find_percents
from sagsgang.language.periods import find_periods
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.richtext.tree import Element, Nodes, read_tree, write_tree

Kind = Literal["date", "period", "amount", "share", "year", "number"]
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d{2}(?![\d.,/-]*\d)")
#: Beside a renewed figure any number may be of last time; a word such as A00 is none.
_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/-])")
_QUARTER = re.compile(
    r"\b(?:[1-4]\.|første|andet|tredje|fjerde)\s+kvartal(?:\s+(?:19|20)\d{2})?", re.I
)
#: What is read as one piece with a figure in it.
_TOGETHER = ("p", "li", "td", "th")
#: Where a year is not given, one is needed to see that a date is a date.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Renewal:
    """`text` at `start`–`end` of a run of text, and what it is."""

    start: int
    end: int
    text: str
    kind: Kind


def find_renewals(text: str, *, is_beside_figure: bool = False) -> list[Renewal]:
    """What must be looked at anew in a run of text, in order, nothing twice."""
    found: list[tuple[int, int, Kind]] = []
    found += [(d.start, d.end, "date") for d in find_dates(text, _ANY_YEAR)]
    found += [(p.start, p.end, "period") for p in find_periods(text, _ANY_YEAR)]
    found += [(m.start(), m.end(), "period") for m in _QUARTER.finditer(text)]
    found += [(m.start, m.end, "amount") for m in find_money(text)]
    found += [(p.start, p.end, "share") for p in find_percents(text)]
    found += [(m.start(), m.end(), "year") for m in _YEAR.finditer(text)]
    if is_beside_figure:
        found += [(m.start(), m.end(), "number") for m in _NUMBER.finditer(text)]
    kept: list[Renewal] = []
    # The longest reading of a place counts: a date before the year in it.
    for start, end, kind in sorted(found, key=lambda f: (f[0], -f[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Renewal(start, end, text[start:end], kind))
    return kept


def renewals_of(html: str) -> list[Renewal]:
    """What must be looked at anew in a section."""
    found: list[Renewal] = []
    _marked(read_tree(html).children, found)
    return found


def html_marked(html: str) -> str:
    """The section's HTML with `<mark>` around what must be looked at anew."""
    return write_tree(_marked(read_tree(sanitise(html)).children, []))


def _marked(nodes: Nodes, found: list[Renewal], *, is_beside_figure: bool = False) -> Nodes:
    made: Nodes = []
    for node in nodes:
        if not isinstance(node, str) and node.tag in ("data", "figure"):
            # A figure of the case renews itself.
            made.append(node)
            continue
        if not isinstance(node, str):
            beside = is_beside_figure or (node.tag in _TOGETHER and any(node.elements("data")))
            children = _marked(node.children, found, is_beside_figure=beside)
            made.append(Element(node.tag, node.attributes, children))
            continue
        at = 0
        for renewal in find_renewals(node, is_beside_figure=is_beside_figure):
            made.append(node[at : renewal.start])
            made.append(Element("mark", {}, [renewal.text]))
            found.append(renewal)
            at = renewal.end
        made.append(node[at:])
    return [node for node in made if node != ""]
