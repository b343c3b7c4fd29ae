"""L05: a table of figures has no row that names its columns."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "L05"
TITLE = Words(da="Tabellen har ingen overskrifter", en="Table without header")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_FEWEST = 3
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The tables whose first row is figures already."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            if table.header or len(table.rows) < _FEWEST or not table.rows[0]:
                continue
            first = table.rows[0]
            if len(first) < 2 or sum(map(_is_figure, first[1:])) * 2 <= len(first[1:]):
                continue
            yield context.finding(
                context.say(
                    da="Tabellens kolonner har ingen overskrifter.",
                    en="The columns of the table have no headings.",
                ),
                confidence=0.75,
                item=item,
                lines=table.lines,
                printed=[" | ".join(first)[:80]],
                suggestion=context.say(
                    da="Skriv en første række, der siger, hvad hver kolonne viser.",
                    en="Write a first row that says what each column shows.",
                ),
                place=Place(item=number, table=index),
            )


def _is_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and not _YEAR.fullmatch(cell.strip())
