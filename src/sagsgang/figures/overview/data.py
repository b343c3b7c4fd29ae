"""The figures as a file: every value with its period and group, and where all of it is from."""

from typing import Any

from sagsgang.figures.figure import Figure
from sagsgang.figures.overview.overview import Overview
from sagsgang.figures.overview.words import dimension_words, note_words
from sagsgang.figures.sources.titles import member_words, source_title
from sagsgang.language.danish_time import day_in_denmark

HEAD = (
    *("Indikator", "Område", "Periode", "Opdelt efter", "Gruppe", "Værdi", "Enhed", "Mangler"),
    *("Foreløbig", "Prisniveau", "Kilde", "Hentet"),
)


def as_rows(overview: Overview) -> list[list[str]]:
    """A head and a row for each figure; values are exact, with a decimal comma."""
    return [list(HEAD), *(_row(overview, each) for each in overview.figures())]


def _row(overview: Overview, each: Figure) -> list[str]:
    group = dict(each.group)
    by = overview.wanted.by
    own = group.get(by, "") if by else ""
    limited = [member_words(name, member) for name, member in overview.wanted.where]
    title = ", ".join([overview.indicator.title, *limited])
    return [
        title,
        each.area,
        str(each.period),
        dimension_words(by) if own else "",
        member_words(by, own),
        "" if each.value is None else f"{each.value:f}".replace(".", ","),
        each.unit.words,
        each.missing.words if each.missing else "",
        "ja" if each.is_preliminary else "nej",
        str(each.price_level or ""),
        "; ".join(f"{source_title(o.source)}: {o.file_name}" for o in each.origins),
        day_in_denmark(each.retrieved_at).isoformat() if each.retrieved_at else "",
    ]


def as_json(overview: Overview) -> dict[str, Any]:
    """The same for a program, with the expression, its parameters and the files' sums. Values are
    strings: they are exact decimals.
    """
    declared = overview.indicator.declared
    return {
        "indicator": overview.indicator.id,
        "title": declared.title,
        "unit": declared.unit.value,
        "expression": declared.expression,
        "area": overview.wanted.area,
        "where": dict(overview.wanted.where),
        "by": overview.wanted.by,
        "smallest_cell": overview.wanted.smallest if declared.counts_people else None,
        "notes": list(note_words(overview)),
        "figures": [_told(each) for each in overview.figures()],
        "origins": [
            {
                "load": each.load,
                "source": each.source,
                "file": each.file_name,
                "sha256": each.file_sha256,
                "retrieved_at": each.retrieved_at.isoformat(),
            }
            for each in overview.origins()
        ],
    }


def _told(each: Figure) -> dict[str, Any]:
    return {
        "period": str(each.period),
        "group": dict(each.group),
        "value": None if each.value is None else f"{each.value:f}",
        "missing": each.missing.value if each.missing else None,
        "is_preliminary": each.is_preliminary,
        "price_level": each.price_level,
        "inputs": {
            name: None if used.value is None else f"{used.value:f}"
            for name, used in each.inputs.items()
        },
        "given": {name: f"{value:f}" for name, value in each.given.items()},
        "loads": [origin.load for origin in each.origins],
    }
