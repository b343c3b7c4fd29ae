"""A document with its texts as they can be printed; what reading gives is so already."""

from datetime import datetime
from typing import TypeVar

from sagsgang.language.danish_time import TIME_ZONE
from sagsgang.language.printed import folded as folded_text
from sagsgang.minutes import Source, Table, UsedFigure
from sagsgang.minutes.base import Noun

Some = TypeVar("Some")


def folded(noun: Some) -> Some:
    """A document, or a part of one, with folded texts, moments to the minute by the Danish clock,
    tables whose rows are as long as their widest, and figures without the machine's names.
    """
    return _folded(noun)


def _folded(value: Some) -> Some:
    if isinstance(value, str):
        # An enumeration's words are its own.
        return value if type(value) is not str else folded_text(value)  # type: ignore[return-value]
    if isinstance(value, Source):
        return value
    if isinstance(value, Noun):
        update = {}
        for name, old in value.__dict__.items():
            if (new := _folded(old)) is not old and new != old:
                update[name] = new
        noun = value.model_copy(update=update) if update else value
        if isinstance(noun, UsedFigure):
            return _without_names(noun)  # type: ignore[return-value]
        return _even(noun) if isinstance(noun, Table) else noun  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = tuple(map(_folded, value))
        return parts if parts != value else value  # type: ignore[return-value]
    if isinstance(value, datetime):
        there = value.astimezone(TIME_ZONE) if value.tzinfo else value
        return there.replace(second=0, microsecond=0, tzinfo=None)
    return value


def _without_names(figure: UsedFigure) -> UsedFigure:
    """The figure as people are told of it: its sources by their titles, each once."""
    if not figure.sources and not figure.key and not figure.indicator:
        return figure
    # Loaded only here: few documents have figures, and the sources are many.
    from sagsgang.figures.sources.titles import source_title

    blank = {"file_name": "", "file_sha256": ""}
    sources = (
        each.model_copy(update=blank | {"source": folded_text(source_title(each.source))})
        for each in figure.sources
    )
    told = {"key": "", "indicator": "", "sources": tuple(dict.fromkeys(sources))}
    return figure.model_copy(update=told)


def _even(table: Table) -> Table:
    """The table with every row as long as the widest; a table with nothing in it has one cell."""
    header, rows = table.header, table.rows
    width = max((len(header), *map(len, rows)))
    if not width:
        return table.model_copy(update={"header": (), "rows": (("",),)})
    if all(len(row) == width for row in rows) and len(header) in (0, width):
        return table
    rows = tuple((*row, *[""] * (width - len(row))) for row in rows)
    header = (*header, *[""] * (width - len(header))) if header else ()
    return table.model_copy(update={"header": header, "rows": rows})
