"""F01: a total in a table is not the sum of its parts, beyond what the rounding of the printed
numbers allows.
"""

import re
from collections.abc import Iterator
from functools import partial

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.displaced import true_order
from sagsgang.checking.tables.mistakes import Mistake, judge
from sagsgang.checking.tables.relation import Relation, like
from sagsgang.checking.tables.sums import TooIntricate
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import AgendaItem, Minutes, Table

CODE = "F01"
TITLE = Words(da="Summen passer ikke med delene", en="Total differs from its parts")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM

#: Larger tables are not looked at: they are lists of data rather than tables for readers.
MAX_CELLS = 12_000

_ROUNDING = re.compile(r"\bafrund", re.IGNORECASE)
_OVERLAP = re.compile(
    r"\bflere gange\b|\bunikke\b"
    r"|\b(?:kan|er|fremgå|indgå|tælle[sr]?|optræder?)\b[^.\n]{0,60}\bi flere\b"
    r"|\bkan ikke (?:summeres|lægges sammen)\b|\bsummer(?:er|es)? ikke\b|\bikke udtømmende\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every table of every item: its sums, down the columns and along the rows."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            if len(table.rows) * len(table.rows[0] if table.rows else ()) > MAX_CELLS:
                yield context.skipped(
                    context.say(
                        da=f"Tabellen har {len(table.rows)} rækker; over {MAX_CELLS} celler "
                        "efterregnes ikke.",
                        en=f"The table has {len(table.rows)} rows; over {MAX_CELLS} cells are "
                        "not recomputed.",
                    ),
                    item=item,
                    lines=table.lines,
                )
                continue
            yield from _check_table(
                context, item, context.views.table(number, index), (number, index)
            )


def _check_table(
    context: Context, item: AgendaItem, view: TableView, place: tuple[int, int]
) -> Iterator[Answer]:
    table = item.tables[place[1]]
    text = partial(_text, item, table)
    try:
        judged = judge(view, lambda: bool(_ROUNDING.search(text())))
    except TooIntricate:
        yield context.skipped(
            context.say(
                da="Tabellen har så mange summer, at de ikke kan prøves på rimelig tid.",
                en="The table has so many totals that they cannot be tried in reasonable time.",
            ),
            item=item,
            lines=table.lines,
        )
        return
    for relation in judged.held:
        yield context.verified(
            relation.statement(),
            item=item,
            lines=_lines(table, relation),
            place=_place(place, *relation.spots),
        )
    for _ in judged.excused:
        yield context.suppressed(
            context.say(
                da="Forskellen kan skyldes afrunding, og teksten gør opmærksom på det.",
                en="The difference may come from rounding, and the text says so.",
            ),
            item=item,
        )
    overlaps = bool(judged.mistakes) and bool(_OVERLAP.search(text()))
    for mistake in judged.mistakes:
        if overlaps:
            yield context.suppressed(
                context.say(
                    da="Teksten siger, at delene kan overlappe eller ikke er udtømmende.",
                    en="The text says that the parts may overlap or are not exhaustive.",
                ),
                item=item,
            )
        else:
            yield _finding(context, item, view, mistake, place, text())


def _text(item: AgendaItem, table: Table) -> str:
    """What the item says around its tables."""
    return "\n".join([*(section.text for section in item.sections), table.caption or ""])


def _finding(
    context: Context,
    item: AgendaItem,
    view: TableView,
    mistake: Mistake,
    place: tuple[int, int],
    text: str,
) -> Answer:
    relation = mistake.relation
    table = item.tables[place[1]]
    if mistake.displaced is not None:
        return _displaced(context, item, table, mistake, mistake.displaced, place, text)
    meant = like(mistake.meant, relation)
    if mistake.culprit:
        row, column = mistake.culprit
        where = _joined(context, view.row_labels[row], view.column_labels[column])
        printed = _printed(mistake)
        return context.finding(
            context.say(
                da=f"{where}: der står {printed}, men både rækkens og kolonnens sum passer kun "
                f"med {meant}.",
                en=f"{where}: {printed} is printed, but the sums of both the row and the column "
                f"need {meant}.",
            ),
            confidence=mistake.confidence,
            item=item,
            lines=table.lines,
            printed=[printed],
            computed=[meant],
            suggestion=context.say(
                da=f"Ret {printed} til {meant}.", en=f"Change {printed} to {meant}."
            ),
            place=_place(place, mistake.culprit),
        )
    where = _names(context, relation)
    printed = relation.total.number
    added = f"{relation.written_parts()} = {meant}"
    total = _label(relation.direction.lines[relation.claim.total].label)
    return context.finding(
        context.say(
            da=f"{where}: {added}, men der står {printed}.",
            en=f"{where}: {added}, but {printed} is printed.",
        ),
        confidence=mistake.confidence,
        item=item,
        lines=_lines(table, relation),
        printed=[printed],
        computed=[meant],
        suggestion=context.say(
            da=f"Ret «{total}» til {meant}, eller find det led, der er forkert.",
            en=f"Change «{total}» to {meant}, or find the part that is wrong.",
        ),
        place=_place(place, relation.total_spot, *relation.spots),
    )


def _displaced(
    context: Context,
    item: AgendaItem,
    table: Table,
    mistake: Mistake,
    total: int,
    place: tuple[int, int],
    text: str,
) -> Answer:
    relation = mistake.relation
    where = _names(context, relation)
    cells = [cell for cell, _ in relation.parts]
    order = true_order(relation, total, text)
    parts = (
        order[:-1]
        if order
        else [cell for cell in (*cells, relation.total) if cell is not cells[total]]
    )
    added = f"{' + '.join(cell.number for cell in parts)} = {cells[total].number}"
    printed = relation.total.number
    suggestion = None
    if order:
        numbers = ", ".join(cell.number for cell in order)
        suggestion = context.say(
            da=f"Sæt tallene i rækkefølgen {numbers}; så passer både sum og procenter eller tekst.",
            en=f"Put the numbers in the order {numbers}; then the sum and the shares or the text "
            "agree.",
        )
    return context.finding(
        context.say(
            da=f"{where}: tallene ser ud til at stå forskudt. {added}, men som sum står der "
            f"{printed}.",
            en=f"{where}: the numbers seem displaced. {added}, but {printed} is printed as the "
            "sum.",
        ),
        confidence=mistake.confidence,
        item=item,
        lines=table.lines,
        printed=[*(cell.number for cell in cells), printed],
        computed=[cell.number for cell in order] if order else [],
        suggestion=suggestion,
        place=_place(place, *relation.spots),
    )


def _printed(mistake: Mistake) -> str:
    """The culprit's number as printed."""
    relation = mistake.relation
    for line in (*(part.line for part in relation.claim.parts), relation.claim.total):
        if relation.direction.cell_place(line, relation.lane) == mistake.culprit:
            return relation.direction.lines[line].cells[relation.lane].number
    return relation.total.number


def _names(context: Context, relation: Relation) -> str:
    """The labels of the total and of the lane, as far as they are printed."""
    total = relation.direction.lines[relation.claim.total].label
    return _joined(context, total, relation.direction.lane_labels[relation.lane])


def _joined(context: Context, *labels: str) -> str:
    names = [f"«{_label(name)}»" for name in labels if name.strip()]
    return ", ".join(names) or context.say(da="Tabellen", en="The table")


def _label(text: str) -> str:
    short = " ".join(text.split())
    return short if len(short) <= _LONGEST_LABEL else short[: _LONGEST_LABEL - 1].rstrip() + "…"


def _lines(table: Table, relation: Relation) -> tuple[int, int]:
    """The line of the row that holds the sum, where every row has a line of its own; else the
    table's lines.
    """
    first, last = table.lines
    heads = 1 if table.header else 0
    if relation.direction.is_down or last - first + 1 != len(table.rows) + heads:
        return table.lines
    line = first + heads + relation.total_spot[0]
    return line, line


def _place(place: tuple[int, int], *spots: tuple[int, int]) -> Place:
    return Place(item=place[0], table=place[1], cells=tuple(dict.fromkeys(spots)))
