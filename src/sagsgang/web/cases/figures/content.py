"""Which figures stand in a case's text, and what is kept of them with its versions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sagsgang.web.cases.figures.marks import figures_set, keys_in
from sagsgang.web.cases.models import Case, CaseFigure, Section

Content = dict[str, Any]


def figures_of(case: Case, htmls: Iterable[str] | None = None) -> list[CaseFigure]:
    """The figures that stand in the text, in their order there; of `htmls`, the HTML of sections,
    where it is told, else of what was saved.
    """
    if htmls is None:
        htmls = Section.objects.filter(case=case).values_list("html", flat=True)
    keys = list(dict.fromkeys(key for html in htmls for key in keys_in(html)))
    if not keys:
        return []
    rows = {row.key: row for row in CaseFigure.objects.filter(case=case)}
    return [rows[key] for key in keys if key in rows]


def figures_content(case: Case) -> dict[str, list[Content]]:
    """`{"figures": …}` for the content of a case; nothing where it has none."""
    rows = figures_of(case)
    return {"figures": [content_of(row) for row in rows]} if rows else {}


def content_of(row: CaseFigure) -> Content:
    """What is kept of a figure with a version of its case."""
    return {
        "key": row.key,
        "form": row.form,
        "html": row.html,
        "indicator": row.indicator,
        "shown": row.shown,
    }


def figures_settled(case: Case, html: str) -> str:
    """Sanitised HTML in which each of the case's figures says what it says, whatever was sent."""
    keys = keys_in(html)
    if not keys:
        return figures_set(html, {})
    rows = CaseFigure.objects.filter(case=case, number__in=[int(key[1:]) for key in keys])
    return figures_set(html, {row.key: row.html for row in rows})


def figures_in(content: Mapping[str, Any] | None) -> Sequence[Content]:
    """The figures kept in the content of a case, of whichever age."""
    return (content or {}).get("figures", ())
