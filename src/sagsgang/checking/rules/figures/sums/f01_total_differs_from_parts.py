"""F01: a total in a table is not the sum of its parts, beyond what the rounding of the printed
numbers allows.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.mistakes import MAX_CELLS, Judged, Mistake, is_large
from sagsgang.checking.tables.naming import lines_of, name_of, place_of, quoted, short
from sagsgang.checking.tables.notes import parts_may_overlap, says_parts_overlap, text_around
from sagsgang.checking.tables.relation import like
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import AgendaItem, Minutes, Table

CODE = "F01"
TITLE = Words(da="Summen passer ikke med delene", en="Total differs from its parts")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every table of every item: its sums, down the columns and along the rows."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            judged = context.views.judged(number, index)
            if judged is None:
                yield _too_much(context, item, table)
            else:
                view = context.views.table(number, index)
                yield from _answers(context, item, view, judged, (number, index))


def _too_much(context: Context, item: AgendaItem, table: Table) -> Answer:
    if is_large(table):
        reason = context.say(
            da=f"Tabellen har {len(table.rows)} rækker; over {MAX_CELLS} celler efterregnes ikke.",
            en=f"The table has {len(table.rows)} rows; over {MAX_CELLS} cells are not recomputed.",
        )
    else:
        reason = context.say(
            da="Tabellen har så mange summer, at de ikke kan prøves på rimelig tid.",
            en="The table has so many totals that they cannot be tried in reasonable time.",
        )
    return context.skipped(reason, item=item, lines=table.lines)


def _answers(
    context: Context, item: AgendaItem, view: TableView, judged: Judged, where: tuple[int, int]
) -> Iterator[Answer]:
    table = item.tables[where[1]]
    for relation in judged.held:
        yield context.verified(
            relation.statement(),
            item=item,
            lines=lines_of(table, relation),
            place=place_of(where, *relation.spots),
        )
    for _ in judged.excused:
        yield context.suppressed(
            context.say(
                da="Forskellen kan skyldes afrunding, og teksten gør opmærksom på det.",
                en="The difference may come from rounding, and the text says so.",
            ),
            item=item,
        )
    overlaps = bool(judged.mistakes) and (
        parts_may_overlap(text_around(item, table)) or says_parts_overlap(table)
    )
    for mistake in judged.mistakes:
        if overlaps:
            yield context.suppressed(
                context.say(
                    da="Teksten siger, at delene kan overlappe eller ikke er udtømmende.",
                    en="The text says that the parts may overlap or are not exhaustive.",
                ),
                item=item,
            )
        elif mistake.culprit:
            yield _one_cell(context, item, view, mistake, mistake.culprit, where)
        else:
            yield _sum(context, item, mistake, where)


def _one_cell(
    context: Context,
    item: AgendaItem,
    view: TableView,
    mistake: Mistake,
    culprit: tuple[int, int],
    where: tuple[int, int],
) -> Answer:
    row, column = culprit
    labels = quoted((view.row_labels[row], view.column_labels[column]))
    printed = view.grid[row][column].number
    meant = like(mistake.meant, mistake.relation)
    return context.finding(
        context.say(
            da=f"{labels or 'Tabellen'}: der står {printed}, men både rækkens og kolonnens sum "
            f"passer kun med {meant}.",
            en=f"{labels or 'The table'}: {printed} is printed, but the sums of both the row and "
            f"the column need {meant}.",
        ),
        confidence=mistake.confidence,
        item=item,
        lines=item.tables[where[1]].lines,
        printed=[printed],
        computed=[meant],
        suggestion=context.say(
            da=f"Ret {printed} til {meant}.", en=f"Change {printed} to {meant}."
        ),
        place=place_of(where, culprit),
    )


def _sum(context: Context, item: AgendaItem, mistake: Mistake, where: tuple[int, int]) -> Answer:
    relation = mistake.relation
    labels = name_of(relation)
    meant = like(mistake.meant, relation)
    printed = relation.total.number
    added = f"{relation.written_parts()} = {meant}"
    total = short(relation.direction.lines[relation.claim.total].label)
    return context.finding(
        context.say(
            da=f"{labels or 'Tabellen'}: {added}, men der står {printed}.",
            en=f"{labels or 'The table'}: {added}, but {printed} is printed.",
        ),
        confidence=mistake.confidence,
        item=item,
        lines=lines_of(item.tables[where[1]], relation),
        printed=[printed],
        computed=[meant],
        suggestion=context.say(
            da=f"Ret «{total}» til {meant}, eller find det led, der er forkert.",
            en=f"Change «{total}» to {meant}, or find the part that is wrong.",
        ),
        place=place_of(where, relation.total_spot, *relation.spots),
    )
