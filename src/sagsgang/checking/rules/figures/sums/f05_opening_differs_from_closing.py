"""F05: in a roll-forward an opening is not the closing before it, or a closing is not the opening
with what came and went.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.naming import line_of_row, place_of, quoted
from sagsgang.checking.tables.relation import like
from sagsgang.checking.tables.rollforward import Step, roll_forward
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F05"
TITLE = Words(da="Primo og ultimo hænger ikke sammen", en="Opening differs from closing")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every table with an opening and a closing; too large ones F01 tells."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            judged = context.views.judged(number, index)
            if judged is None:
                continue
            view = context.views.table(number, index)
            found = roll_forward(view)
            where = (number, index)
            for step in found.held:
                yield context.verified(
                    step.statement(),
                    item=item,
                    lines=line_of_row(table, step.spot[0]),
                    place=place_of(where, step.spot, *step.part_spots),
                )
            told = {mistake.culprit or mistake.relation.total_spot for mistake in judged.mistakes}
            for step in found.failing:
                if step.spot not in told:
                    yield _finding(context, item, view, step, where)


def _finding(
    context: Context, item: AgendaItem, view: TableView, step: Step, where: tuple[int, int]
) -> Answer:
    row, column = step.spot
    label = quoted((view.row_labels[row], view.column_labels[column]))
    printed, meant = step.total.number, like(step.sum, step)
    if step.is_carry:
        message = context.say(
            da=f"{label}: der står {printed}, men perioden før sluttede med {meant}.",
            en=f"{label}: {printed} is printed, but the period before closed with {meant}.",
        )
    else:
        added = step.statement().partition(" = ")[0]
        message = context.say(
            da=f"{label}: {added} = {meant}, men der står {printed}.",
            en=f"{label}: {added} = {meant}, but {printed} is printed.",
        )
    return context.finding(
        message,
        confidence=0.9,
        item=item,
        lines=line_of_row(item.tables[where[1]], row),
        printed=[printed],
        computed=[meant],
        suggestion=context.say(
            da=f"Ret {printed} til {meant}, eller find det beløb, der er forkert.",
            en=f"Change {printed} to {meant}, or find the amount that is wrong.",
        ),
        place=place_of(where, step.spot, *step.part_spots),
    )
