"""L01: a table of money says nowhere in what it is counted."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes, Table

CODE = "L01"
TITLE = Words(da="Enheden mangler i tabellen", en="Unit missing in a table")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_FEWEST = 3
_BUDGETS = re.compile(r"budget|forbrug|regnskab|udgift|indtægt|bevilling|afvigelse", re.IGNORECASE)
_UNIT = re.compile(r"kr\b|kroner|mio\b|mia\b|%|pct|antal|timer|personer|årsværk", re.IGNORECASE)
_TABLE_UNIT = re.compile(
    r"\(?i? ?(?:hele |1\.000 |t\.? ?|mio\.? |tusinde )kr|tabellen[^.\n]{0,60}kr", re.IGNORECASE
)
_AMOUNT = re.compile(r"[-−]?[0-9][0-9.]*(?:,[0-9]+)?")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The tables with words of economy and no unit, in themselves or in the text around."""
    for number, item in enumerate(minutes.items):
        text = "\n".join(section.text for section in item.sections)
        for index, table in enumerate(item.tables):
            words = " ".join((*table.header, *(row[0] for row in table.rows if row)))
            if len(table.rows) < _FEWEST or not _BUDGETS.search(words):
                continue
            around = " ".join((table.caption or "", words, *(c for row in table.rows for c in row)))
            if _UNIT.search(around) or _TABLE_UNIT.search(text) or _amounts(table) < _FEWEST:
                continue
            yield context.finding(
                context.say(
                    da="Tabellen viser beløb, men der står ikke, om de er i kr., 1.000 kr. eller "
                    "mio. kr.",
                    en="The table shows amounts, but not whether in kr., 1,000 kr. or millions.",
                ),
                confidence=0.7,
                item=item,
                lines=table.lines,
                printed=[" | ".join(table.header)[:80]] if table.header else [],
                suggestion=context.say(
                    da="Skriv enheden over tabellen: «i 1.000 kr.».",
                    en="Write the unit above the table: “in 1,000 kr.”.",
                ),
                place=Place(item=number, table=index),
            )


def _amounts(table: Table) -> int:
    return sum(bool(_AMOUNT.fullmatch(cell.strip())) for row in table.rows for cell in row[1:])
