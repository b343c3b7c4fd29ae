"""What was read of a file and what it would change, as the JSON that its page shows."""

from decimal import Decimal
from typing import Any

from sagsgang.figures.sources import BadFile, Reading, source
from sagsgang.figures.sources.titles import group_words, series_title, thin_words
from sagsgang.figures.store import Preview
from sagsgang.language.numbers import format_number

#: So many of the changes are shown.
SHOWN = 25


def preview_told(reading: Reading, seen: Preview, figures: int) -> dict[str, Any]:
    """The preview, ready to be shown; what changes it changes this."""
    first, last = reading.first, reading.last
    return {
        "rows": reading.rows,
        "figures": figures,
        "unit": reading.unit,
        "first": first.in_danish() if first else "",
        "last": last.in_danish() if last else "",
        "columns": [[role, name] for role, name in reading.columns.items()],
        "warnings": list(reading.warnings),
        "questions": [
            *(each.words for each in reading.questions),
            *(thin_words(each, reading.columns) for each in seen.thin),
        ],
        "new": seen.new,
        "same": seen.same,
        "changed": seen.changed,
        "gone": seen.gone,
        "changes": [
            {
                "what": series_title(each.series, reading.columns),
                "group": group_words(each.group),
                "period": each.period.in_danish(),
                "before": number_told(each.before),
                "after": number_told(each.after),
                "place": each.place,
            }
            for each in seen.changes[:SHOWN]
        ],
        "unusual": [
            {
                "what": series_title(each.series, reading.columns),
                "group": group_words(each.group),
                "period": each.period.in_danish(),
                "value": number_told(each.value),
                "usual": number_told(each.usual),
                "place": each.place,
            }
            for each in seen.unusual[:SHOWN]
        ],
        "others": [source(each).title for each in seen.other_sources],
        "asks": bool(seen.asks or reading.questions),
    }


def problems_told(bad: BadFile) -> list[dict[str, Any]]:
    """The problems of a refused file, each with its place, what is wrong and what to do."""
    return [
        {
            "place": each.place,
            "text": each.text,
            "wrong": each.wrong,
            "remedy": each.remedy,
        }
        for each in bad.problems
    ]


def number_told(value: Decimal | None) -> str:
    """A number as it is shown; "–" for none."""
    if value is None:
        return "–"
    return format_number(value, 0 if value == value.to_integral_value() else 2)
