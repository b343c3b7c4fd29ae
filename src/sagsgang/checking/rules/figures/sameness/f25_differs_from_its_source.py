"""F25: a number that somebody typed contradicts the figure of its item that comes from data."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.from_data import Typed, held_beside, stands_in
from sagsgang.checking.sameness.restated_tables import Restated, restated
from sagsgang.minutes import AgendaItem, Minutes, UsedFigure

CODE = "F25"
TITLE = Words(da="Andet tal end i kilden", en="Another figure than in its source")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every figure from data, and the numbers typed beside it that name the same thing."""
    for number, item in enumerate(minutes.items):
        for figure in item.figures:
            yield from _from_source(figure, item, number, context)
        for cell in restated(item):
            yield _in_table(cell, item, number, context)
        for typed in held_beside(item, minutes.body):
            place = _place(typed, number)
            if typed.agrees:
                yield context.verified(
                    context.say(
                        da=f"{typed.printed} svarer til tallet fra data",
                        en=f"{typed.printed} agrees with the figure from data",
                    ),
                    item=item,
                    lines=item.sections[typed.section].lines,
                    place=place,
                )
                continue
            told = typed.computed
            source = _sources(typed.figure)
            yield context.finding(
                context.say(
                    da=f"Der står {typed.printed}, men tallet fra data er {told}"
                    f"{f' (kilde: {source})' if source else ''}.",
                    en=f"It says {typed.printed}, but the figure from data is {told}"
                    f"{f' (source: {source})' if source else ''}.",
                ),
                confidence=0.9,
                item=item,
                lines=item.sections[typed.section].lines,
                printed=[typed.printed],
                computed=[told],
                suggestion=context.say(
                    da=f"Ret til {told}, eller skriv, hvad der adskiller de to tal.",
                    en=f"Change it to {told}, or say in what the two figures differ.",
                ),
                place=place,
            )


def _from_source(
    figure: UsedFigure, item: AgendaItem, number: int, context: Context
) -> Iterator[Answer]:
    """A figure that stands in the text as it was computed is verified from its source."""
    for section, start, end in stands_in(figure, item):
        files = ", ".join(dict.fromkeys(each.file_name for each in figure.sources))
        yield context.verified(
            context.say(
                da=f"{figure.text} er fra data{f' ({files})' if files else ''}",
                en=f"{figure.text} is from data{f' ({files})' if files else ''}",
            ),
            item=item,
            lines=item.sections[section].lines,
            place=Place(item=number, section=section, spans=((start, end),)),
        )


def _sources(figure: UsedFigure) -> str:
    """What its sources are called."""
    # Read when there is a finding: the sources read files of many kinds.
    from sagsgang.figures.sources.titles import source_title

    return ", ".join(dict.fromkeys(source_title(each.source) for each in figure.sources))


def _in_table(cell: Restated, item: AgendaItem, number: int, context: Context) -> Answer:
    """A cell of a typed table that differs from the same cell of the table from data."""
    return context.finding(
        context.say(
            da=f"Tabellen har {cell.printed} ved {cell.label}, men tabellen fra data har "
            f"{cell.computed}.",
            en=f"The table has {cell.printed} at {cell.label}, but the table from data has "
            f"{cell.computed}.",
        ),
        confidence=0.9,
        item=item,
        lines=item.tables[cell.table].lines,
        printed=[cell.printed],
        computed=[cell.computed],
        suggestion=context.say(
            da=f"Ret til {cell.computed}, eller slet den skrevne tabel.",
            en=f"Change it to {cell.computed}, or delete the typed table.",
        ),
        place=Place(item=number, table=cell.table, cells=((cell.row, cell.column),)),
        others=[
            Place(item=number, table=cell.source, cells=((cell.source_row, cell.source_column),))
        ],
    )


def _place(typed: Typed, item: int) -> Place:
    return Place(item=item, section=typed.section, spans=((typed.start, typed.end),))
