"""F07: what an appropriation statement grants and how it is financed do not balance, neither in
the year nor over the years printed.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.appropriation import Balance, balance
from sagsgang.checking.tables.naming import place_of, quoted
from sagsgang.checking.tables.relation import like
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F07"
TITLE = Words(
    da="Bevilling og finansiering går ikke op", en="Appropriation and financing do not balance"
)
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every table that states an appropriation; one whose own totals fail is left to F01."""
    for number, item in enumerate(minutes.items):
        for index, table in enumerate(item.tables):
            judged = context.views.judged(number, index)
            if judged is None:
                continue
            stated = balance(context.views.table(number, index), table.caption or "")
            if stated is None:
                continue
            where = (number, index)
            for held in stated.held:
                yield context.verified(
                    held.statement(),
                    item=item,
                    lines=table.lines,
                    place=place_of(where, *held.spots),
                )
            if not judged.mistakes and judged.move is None:
                for failing in stated.failing:
                    yield _finding(context, item, failing, where, by_year=stated.by_year)


def _finding(
    context: Context,
    item: AgendaItem,
    failing: Balance,
    where: tuple[int, int],
    *,
    by_year: bool,
) -> Answer:
    printed, meant = failing.total.number, like(failing.sum, failing)
    over = context.say(da="Over alle år", en="Over all years")
    named = quoted([failing.label]) if by_year and failing.label else over
    others = context.say(
        da="De andre år går op hvert for sig. " if by_year else "",
        en="The other years balance each by itself. " if by_year else "",
    )
    return context.finding(
        context.say(
            da=f"{named}: bevilling og finansiering skal give 0, men {failing.statement()}. "
            f"{others}".strip(),
            en=f"{named}: appropriation and financing should give 0, but {failing.statement()}. "
            f"{others}".strip(),
        ),
        confidence=0.93 if by_year else 0.9,
        item=item,
        lines=item.tables[where[1]].lines,
        printed=[printed],
        computed=[meant],
        suggestion=context.say(
            da=f"Ret finansieringen {printed} til {meant}, eller find det beløb, der er forkert.",
            en=f"Change the financing {printed} to {meant}, or find the amount that is wrong.",
        ),
        place=place_of(where, *failing.spots),
    )
