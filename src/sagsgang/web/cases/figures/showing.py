"""A figure's answer as the HTML that stands in the section."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from sagsgang.figures.observation import Missing
from sagsgang.figures.overview.words import dimension_words as in_words
from sagsgang.figures.periods import Period
from sagsgang.figures.sources.titles import source_title
from sagsgang.web.cases.figures.drawing import chart_of
from sagsgang.web.cases.figures.style import Style
from sagsgang.web.cases.figures.wording import cell_words, number_words, sign_words
from sagsgang.web.cases.models import FigureForm
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.richtext.tree import Element, write_tree

Shown = dict[str, Any]


def figure_html(
    shown: Shown, style: Style, *, key: str, form: str, is_named: bool, words: str, case: int
) -> str:
    """The element that stands in the text, as a section keeps it."""
    if form == FigureForm.NUMBER:
        said = number_words(shown, style, is_named=is_named)
        return sanitise(write_tree([Element("p", {}, [Element("data", {"value": key}, [said])])]))[
            len("<p>") : -len("</p>")
        ]
    inside = [_line(caption_of(shown, style))]
    if form == FigureForm.CHART:
        inside.append(_picture(shown, key, case))
    inside.append(_table(shown, style))
    inside += [_line(line) for line in words.splitlines() if line.strip()]
    inside += [_line(line) for line in (_signs(shown), source_line(shown)) if line]
    return sanitise(write_tree([Element("figure", {"data-figure": key}, list(inside))]))


def caption_of(shown: Shown, style: Style) -> str:
    """ "Omgørelsesprocent, pct., 2024-2025 (2026-priser; minus er mindreforbrug)"."""
    told = [shown["title"], *shown["chosen"], style.unit_words(shown["unit"])]
    said = ", ".join(part for part in told if part)
    level = shown["price_level"]
    notes = [f"{level}-priser" if level else "", sign_words(shown, style)]
    noted = "; ".join(note for note in notes if note)
    return f"{said} ({noted})" if noted else said


def source_line(shown: Shown) -> str:
    """ "Foreløbige tal. Kilde: Ankestyrelsen, hentet 12-05-2026."."""
    newest: dict[str, str] = {}
    for each in shown["sources"]:
        name = source_title(each["source"])
        newest[name] = max(newest.get(name, ""), each["retrieved_at"])
    told = [f"{name}, hentet {day_of(moment)}" for name, moment in newest.items()]
    word = "Kilder" if len(told) > 1 else "Kilde"
    source = f"{word}: {'; '.join(told)}." if told else "Kilde: ingen."
    given = [f"{each['title']}: {each['value'].replace('.', ',')}" for each in shown["given"]]
    assumed = f"Forudsætninger: {'; '.join(given)}. " if given else ""
    return f"{'Foreløbige tal. ' if shown['is_preliminary'] else ''}{assumed}{source}"


def day_of(moment: str) -> str:
    """ "12-05-2026" of a moment as JSON has it."""
    return f"{timezone.localtime(datetime.fromisoformat(moment)):%d-%m-%Y}"


def hash_of(shown: Shown) -> str:
    """Which answer it is: SHA-256 of what it says, whenever it was computed."""
    said = {name: value for name, value in shown.items() if name != "computed_at"}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _picture(shown: Shown, key: str, case: int) -> Element:
    address = reverse("cases:figure_chart", args=[case, key])
    source = f"{address}?v={hash_of(shown)[:16]}"
    return Element("img", {"src": source, "alt": chart_of(shown).description}, [])


def _line(text: str) -> Element:
    return Element("p", {}, [text])


def _table(shown: Shown, style: Style) -> Element:
    periods = [Period.parse(code).in_danish() for code in shown["periods"]]
    rows = shown["rows"]
    head = Element("thead", {}, [_row([_first_head(shown), *periods])])
    body = []
    for row in rows:
        name = ", ".join(row["group"].values()) or ("I alt" if len(rows) > 1 else shown["title"])
        cells = [cell_words(cell, shown, style) for cell in row["cells"]]
        body.append(_row([name, *cells], is_head=False))
    return Element("table", {}, [head, Element("tbody", {}, list(body))])


def _first_head(shown: Shown) -> str:
    """What the rows are of: an empty head would say nothing to who hears the table."""
    return dimension_words(shown["by"]) if shown["by"] else "Tal"


def _row(texts: Sequence[str], *, is_head: bool = True) -> Element:
    cells = [
        Element("th", {"scope": "col" if is_head else "row"}, [text])
        if is_head or number == 0
        else Element("td", {}, [text])
        for number, text in enumerate(texts)
    ]
    return Element("tr", {}, list(cells))


def dimension_words(name: str) -> str:
    """A dimension in Danish, as the head of its column."""
    return in_words(name).capitalize()


def _signs(shown: Shown) -> str:
    """What the signs in the table mean, each once."""
    met = {cell["missing"] for row in shown["rows"] for cell in row["cells"] if cell["missing"]}
    return "; ".join(f"{each.sign} {each.words}" for each in Missing if each.value in met) + (
        "." if met else ""
    )
