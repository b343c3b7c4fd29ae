"""F16: a rank among the municipalities is none of 1–98."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.derived.ranks import MOST, Ranks, ranks_of
from sagsgang.checking.tables.mistakes import is_large
from sagsgang.checking.tables.naming import line_of_row, place_of, quoted, short
from sagsgang.checking.tables.notes import text_around
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F16"
TITLE = Words(
    da="Placeringen findes ikke blandt kommunerne", en="Rank outside the country's municipalities"
)
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every line of a table that holds ranks among the municipalities."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            if is_large(table):
                continue
            view = context.views.table(number, index)
            around = f"{item.title}\n{text_around(item, table)}"
            for ranks in ranks_of(view, around):
                yield from _answers(context, item, ranks, (number, index))


def _answers(
    context: Context, item: AgendaItem, ranks: Ranks, where: tuple[int, int]
) -> Iterator[Answer]:
    direction, table = ranks.direction, item.tables[where[1]]
    line = direction.lines[ranks.line]
    inside = [direction.cell_place(ranks.line, lane) for lane in ranks.inside]
    shown = ", ".join(line.cells[lane].number for lane in ranks.inside)
    yield context.verified(
        f"{shown}: 1–{MOST}", item=item, lines=table.lines, place=place_of(where, *inside)
    )
    for lane in ranks.outside:
        printed = line.cells[lane].text
        labels = quoted((line.label, direction.lane_labels[lane]))
        spot = direction.cell_place(ranks.line, lane)
        yield context.finding(
            context.say(
                da=f"{labels}: der står {printed}, men der er {MOST} kommuner.",
                en=f"{labels}: {printed} is printed, but there are {MOST} municipalities.",
            ),
            confidence=0.9,
            item=item,
            lines=line_of_row(table, spot[0]),
            printed=[printed],
            computed=[f"1–{MOST}"],
            suggestion=context.say(
                da=f"Se «{short(line.label)}» efter: en placering er et helt tal fra 1 til {MOST}.",
                en=f"Look at «{short(line.label)}»: a rank is a whole number from 1 to {MOST}.",
            ),
            place=place_of(where, spot),
        )
