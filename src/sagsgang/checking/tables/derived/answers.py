"""What a rule on derived figures says of the tables of a document."""

from collections.abc import Collection, Iterator
from functools import partial

from sagsgang.checking.context import Context
from sagsgang.checking.rule import Answer
from sagsgang.checking.tables.derived.figures import Figure, derive
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.checking.tables.mistakes import is_large
from sagsgang.checking.tables.naming import line_of_row, place_of, quoted, short
from sagsgang.minutes import AgendaItem, Minutes


def in_tables(minutes: Minutes, context: Context, kinds: Collection[Kind]) -> Iterator[Answer]:
    """Every table of every item: its derived figures of these kinds."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            if is_large(table):
                continue
            view = context.views.table(number, index)
            derived = derive(view, kinds, partial(context.views.judged, number, index))
            where = (number, index)
            for figure in derived.held:
                yield context.verified(
                    figure.statement(),
                    item=item,
                    lines=line_of_row(table, figure.spot[0]),
                    place=place_of(where, *figure.spots),
                )
            for figure in derived.mistaken:
                yield _finding(context, item, figure, where)
            if derived.left_off:
                yield context.skipped(
                    context.say(
                        da=f"{derived.left_off} rækker eller kolonner, der følger af andre, er "
                        "ikke prøvet: tabellen har for mange.",
                        en=f"{derived.left_off} rows or columns that follow from others were not "
                        "tried: the table has too many.",
                    ),
                    item=item,
                    lines=table.lines,
                )


def _finding(context: Context, item: AgendaItem, figure: Figure, where: tuple[int, int]) -> Answer:
    labels = quoted(figure.labels)
    working, printed, meant = figure.working(), figure.printed, figure.computed
    name = short(figure.labels[0])
    return context.finding(
        context.say(
            da=f"{labels}: {working}, men der står {printed}.",
            en=f"{labels}: {working}, but {printed} is printed.",
        ),
        confidence=figure.confidence,
        item=item,
        lines=line_of_row(item.tables[where[1]], figure.spot[0]),
        printed=[printed],
        computed=[meant],
        suggestion=context.say(
            da=f"Ret «{name}» til {meant}, eller find det tal, der er forkert.",
            en=f"Change «{name}» to {meant}, or find the figure that is wrong.",
        ),
        place=place_of(where, *figure.spots),
    )
