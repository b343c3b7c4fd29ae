"""F13: a figure of the running text is another than the one in the cell of the table it names."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.against_table import against_tables
from sagsgang.checking.sameness.begun import stems_of
from sagsgang.checking.sameness.meant_cells import Match
from sagsgang.checking.sameness.named_cells import NamedCells
from sagsgang.checking.sameness.printed_cells import MOST_CELLS, Figure, Figures
from sagsgang.checking.sameness.telling import excerpt, lines_of, place_of
from sagsgang.checking.tables.naming import quoted
from sagsgang.minutes import Minutes

CODE = "F13"
TITLE = Words(da="Teksten siger et andet tal end tabellen", en="Text differs from its table")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The figures of every item that has both text and tables."""
    for number, item in enumerate(minutes.items):
        mentions = context.views.mentions.of_item(number)
        if not mentions or not item.tables:
            continue
        figures = Figures.of(
            (index, table, context.views.table(number, index))
            for index, table in enumerate(item.tables)
        )
        if figures.is_cut:
            yield context.skipped(
                context.say(
                    da=f"Tabellerne har over {MOST_CELLS} celler; resten er ikke sammenlignet.",
                    en=f"The tables hold over {MOST_CELLS} cells; the rest were not compared.",
                ),
                item=item,
            )
        years = frozenset(_YEAR.findall(item.title))
        around = years | stems_of(item.title.lower())
        if not figures.are_of_years:
            # the year that the text names first is the one it is about
            around |= next((each.years for each in mentions if each.years), frozenset())
        cells = NamedCells.of(figures, context.views.mentions, around)
        for match in against_tables(mentions, cells, years):
            if match.agrees:
                yield _held(match, minutes, context)
            else:
                yield _differs(match, minutes, context)


def _held(match: Match, minutes: Minutes, context: Context) -> Answer:
    printed = " ".join(match.mention.quantity.text.split())
    cell, labels = match.figure.cell.number, _labels(match.figure)
    return context.verified(
        context.say(
            da=f"{printed} i teksten, {cell} i tabellen ({labels})",
            en=f"{printed} in the text, {cell} in the table ({labels})",
        ),
        item=minutes.items[match.mention.item],
        lines=lines_of(match.mention, minutes),
        place=place_of(match.mention),
        others=[_place(match, match.figure)],
    )


def _differs(match: Match, minutes: Minutes, context: Context) -> Answer:
    item = minutes.items[match.mention.item]
    here, there = match.mention.quantity.number, match.figure.cell.number
    labels, around = _labels(match.figure), excerpt(match.mention, item)
    da = f"I teksten står {here} («{around}»), i tabellen {there} ({labels})."
    en = f"The text has {here} («{around}»), the table {there} ({labels})."
    if match.elsewhere:
        other = _labels(match.elsewhere)
        da += f" {here} står i tabellen ved {other}."
        en += f" The table has {here} at {other}."
    return context.finding(
        context.say(da=da, en=en),
        confidence=match.confidence,
        item=item,
        lines=lines_of(match.mention, minutes),
        printed=[here],
        computed=[there],
        suggestion=context.say(
            da=f"Ret {here} i teksten eller {there} i tabellen.",
            en=f"Change {here} in the text or {there} in the table.",
        ),
        place=place_of(match.mention),
        others=[_place(match, each) for each in (match.figure, match.elsewhere) if each],
    )


def _labels(figure: Figure) -> str:
    return quoted((figure.across.text, figure.down.text))


def _place(match: Match, figure: Figure) -> Place:
    return Place(item=match.mention.item, table=figure.table, cells=((figure.row, figure.column),))
