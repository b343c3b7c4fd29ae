"""What in a text taken over from last time is tied to its time: dates, years, quarters, amounts."""

import re
from dataclasses import dataclass
from typing import Literal

from sagsgang.language.dates import find_dates
from sagsgang.language.money import find_money
from sagsgang.language.percent import find_percents
from sagsgang.language.periods import find_periods
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.richtext.tree import Element, Nodes, read_tree, write_tree

Kind = Literal["date", "period", "amount", "share", "year"]
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d{2}(?![\d.,/-]*\d)")
_QUARTER = re.compile(
    r"\b(?:[1-4]\.|første|andet|tredje|fjerde)\s+kvartal(?:\s+(?:19|20)\d{2})?", re.I
)
#: Where a year is not given, one is needed to see that a date is a date.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Renewal:
    """`text` at `start`–`end` of a run of text, and what it is."""

    start: int
    end: int
    text: str
    kind: Kind


def find_renewals(text: str) -> list[Renewal]:
    """What must be looked at anew in a run of text, in order, nothing twice."""
    found: list[tuple[int, int, Kind]] = []
    found += [(d.start, d.end, "date") for d in find_dates(text, _ANY_YEAR)]
    found += [(p.start, p.end, "period") for p in find_periods(text, _ANY_YEAR)]
    found += [(m.start(), m.end(), "period") for m in _QUARTER.finditer(text)]
    found += [(m.start, m.end, "amount") for m in find_money(text)]
    found += [(p.start, p.end, "share") for p in find_percents(text)]
    found += [(m.start(), m.end(), "year") for m in _YEAR.finditer(text)]
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


def _marked(nodes: Nodes, found: list[Renewal]) -> Nodes:
    made: Nodes = []
    for node in nodes:
        if not isinstance(node, str) and node.tag in ("data", "figure"):
            # A figure of the case renews itself.
            made.append(node)
            continue
        if not isinstance(node, str):
            made.append(Element(node.tag, node.attributes, _marked(node.children, found)))
            continue
        at = 0
        for renewal in find_renewals(node):
            made.append(node[at : renewal.start])
            made.append(Element("mark", {}, [renewal.text]))
            found.append(renewal)
            at = renewal.end
        made.append(node[at:])
    return [node for node in made if node != ""]
