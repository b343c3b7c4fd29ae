"""P07: a table of people with so small counts that somebody may be known again."""

from collections.abc import Iterable, Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.privacy.counts import CountTable, count_people
from sagsgang.checking.privacy.suppression import Cell, Hidden, suppress
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.minutes.attachment import AttachedTable, Attachment
from sagsgang.minutes.base import Lines

CODE = "P07"
TITLE = Words(da="Små tal i en tabel over mennesker", en="Small cells in a table of people")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: A larger table is a register, or its suppression is work for a statistician.
_MOST_CELLS = 4_000
_MOST_HIDDEN = 40
_SHOWN = 4


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Tables that count people, in open items and attachments, with cells below `min_cell`."""
    for number, item in enumerate(minutes.items):
        for position, table in enumerate(item.tables if not item.is_closed else ()):
            if len(table.rows) * len(table.rows[0] if table.rows else ()) > _MOST_CELLS:
                yield context.skipped(_too_large(context), item=item, lines=table.lines)
                continue
            counted = count_people(table)
            if counted:
                yield from _told(context, counted, item, table.lines, (number, position))
    for attachment in context.attachments:
        for attached in attachment.tables:
            if len(attached.table.rows) * len(attached.table.rows[0]) > _MOST_CELLS:
                continue
            counted = count_people(attached.table, attached.fragment.where)
            if counted:
                yield from _told(context, counted, attached=(attachment, attached))


def _told(
    context: Context,
    counted: CountTable,
    item: AgendaItem | None = None,
    lines: Lines | None = None,
    position: tuple[int, int] | None = None,
    attached: tuple[Attachment, AttachedTable] | None = None,
) -> Iterator[Answer]:
    least = context.settings.min_cell
    small = sorted(cell for cell, count in counted.counts.items() if 0 < count < least)
    if not small:
        return
    equations = counted.equations if len(small) <= _MOST_HIDDEN else ()
    hidden = suppress(counted.counts, equations, least)
    first = small[0]
    where = None
    if attached:
        table = attached[1]
        where = table.place(first[0] + (1 if table.table.header else 0), first[1])
    yield context.finding(
        context.say(
            da=f"Tabellen tæller mennesker, og {_amount(len(small), 'celle', 'celler')} har under "
            f"{least}: {_listed(small, counted)}. Så få kan måske genkendes.",
            en=f"The table counts people, and {_amount(len(small), 'cell', 'cells')} "
            f"below {least}: {_listed(small, counted)}. So few may be known again.",
        ),
        confidence=0.6,
        item=item,
        lines=lines,
        printed=[str(counted.counts[cell]) for cell in small[:_SHOWN]],
        suggestion=_advice(context, hidden, counted),
        place=_place(position, small),
        others=[place] if (place := _place(position, sorted(hidden.secondary))) else [],
        attachment=attached[0].name if attached else None,
        where=where,
    )


def _advice(context: Context, hidden: Hidden, counted: CountTable) -> str:
    """What to hide: the small ones, what protects them, and the percentages made of either."""
    shares = {share for cell in hidden.primary | hidden.secondary for share in counted.shares[cell]}
    more = _listed(sorted(hidden.secondary), counted, most=12)
    return context.say(
        da="Skriv «under "
        f"{context.settings.min_cell}» eller slå grupper sammen."
        + (f" Skjul også {more}, ellers kan tallet regnes ud af summerne." if more else "")
        + (f" Skjul de {len(shares)} procenter, der er regnet af dem." if shares else ""),
        en=f"Write “below {context.settings.min_cell}” or put groups together."
        + (f" Hide {more} too, or the count follows from the totals." if more else "")
        + (f" Hide the {len(shares)} percentages made of them." if shares else ""),
    )


def _place(position: tuple[int, int] | None, cells: Iterable[Cell]) -> Place | None:
    marked = tuple(cells)
    if position is None or not marked:
        return None
    return Place(item=position[0], table=position[1], cells=marked)


def _listed(cells: list[Cell], counted: CountTable, most: int = _SHOWN) -> str:
    named = [f"«{counted.labels[cell]}» ({counted.counts[cell]})" for cell in cells[:most]]
    return ", ".join(named) + (" …" if len(cells) > most else "")


def _amount(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _too_large(context: Context) -> str:
    return context.say(
        da=f"Tabellen har over {_MOST_CELLS} celler; den er ikke set efter for små tal.",
        en=f"The table has over {_MOST_CELLS} cells; it was not looked through for small counts.",
    )
