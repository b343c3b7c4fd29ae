"""F02: the figures of a row or column stand in the wrong places: moved back, every sum holds."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.displaced import true_order
from sagsgang.checking.tables.misplaced import Displacement, Move
from sagsgang.checking.tables.mistakes import Mistake
from sagsgang.checking.tables.naming import name_of, place_of, quoted
from sagsgang.checking.tables.notes import text_around
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F02"
TITLE = Words(da="Tallene står forskudt", en="Figures displaced")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM

_WRITTEN = 3


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every table of every item; which sums there are, F01 says."""
    for number, item in enumerate(minutes.items):
        for index in range(len(item.tables)):
            judged = context.views.judged(number, index)
            if judged is None:
                continue
            for mistake in judged.displaced:
                yield _lane(context, item, mistake, (number, index))
            if judged.move:
                view = context.views.table(number, index)
                yield _move(context, item, view, judged.move, (number, index))


def _lane(context: Context, item: AgendaItem, mistake: Mistake, where: tuple[int, int]) -> Answer:
    """One lane, in which a part is the sum of all the others."""
    relation, total = mistake.relation, mistake.displaced or 0
    table = item.tables[where[1]]
    labels = name_of(relation)
    cells = [cell for cell, _ in relation.parts]
    order = true_order(relation, total, text_around(item, table))
    unordered = [cell for cell in (*cells, relation.total) if cell is not cells[total]]
    parts = order[:-1] if order else unordered
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
            da=f"{labels or 'Tabellen'}: tallene ser ud til at stå forskudt. {added}, men som sum "
            f"står der {printed}.",
            en=f"{labels or 'The table'}: the numbers seem displaced. {added}, but {printed} is "
            "printed as the sum.",
        ),
        confidence=mistake.confidence,
        item=item,
        lines=table.lines,
        printed=[*(cell.number for cell in cells), printed],
        computed=[cell.number for cell in order] if order else [],
        suggestion=suggestion,
        place=place_of(where, *relation.spots),
    )


def _move(
    context: Context,
    item: AgendaItem,
    view: TableView,
    move: Displacement,
    where: tuple[int, int],
) -> Answer:
    """Figures whose move mends several sums at once."""
    labels = _moved(view, move)
    sums = "; ".join(move.statements(_WRITTEN))
    more = len(move.mended) - _WRITTEN
    printed = [cell.number or "–" for cell in move.printed]
    meant = [cell.number or "–" for cell in move.meant]
    rest = context.say(da=f" og {more} til", en=f" and {more} more") if more > 0 else ""
    said = {
        Move.CELLS: context.say(da="to tal er byttet om", en="two figures have changed places"),
        Move.SHIFT: context.say(
            da="tallene er rykket én plads", en="the figures have moved by one place"
        ),
        Move.LINES: context.say(
            da="tallene i to linjer er byttet om", en="the figures of two lines have changed places"
        ),
    }[move.move]
    return context.finding(
        context.say(
            da=f"{labels}: {said}. {len(move.mended)} summer passer ikke, som der står, men gør "
            f"det, når tallene flyttes: {sums}{rest}.",
            en=f"{labels}: {said}. {len(move.mended)} sums fail as printed and hold once the "
            f"figures are moved: {sums}{rest}.",
        ),
        confidence=0.97,
        item=item,
        lines=item.tables[where[1]].lines,
        printed=printed,
        computed=meant,
        suggestion=context.say(
            da=f"Skriv {', '.join(meant)}, hvor der nu står {', '.join(printed)}.",
            en=f"Write {', '.join(meant)} where {', '.join(printed)} stands now.",
        ),
        place=place_of(where, *move.spots),
    )


def _moved(view: TableView, move: Displacement) -> str:
    """The labels of the row or column in which the figures stand, or of both lines."""
    rows = sorted({row for row, _ in move.spots})
    columns = sorted({column for _, column in move.spots})
    if len(rows) == 1 or (len(rows) == 2 and len(columns) > 2):
        names = [view.row_labels[row] for row in rows]
    elif len(columns) <= 2:
        names = [view.column_labels[column] for column in columns]
    else:
        names = [view.row_labels[row] for row in rows]
    return quoted(names) or "Tabellen"
