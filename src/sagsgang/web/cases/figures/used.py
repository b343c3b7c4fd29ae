"""A case's figures as the minutes tell them: what was computed, and from which files."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sagsgang.minutes import FigureSource, UsedFigure
from sagsgang.web.cases.figures.content import content_of, figures_of
from sagsgang.web.cases.figures.marks import keys_in
from sagsgang.web.cases.models import Case, FigureForm, Section
from sagsgang.web.cases.richtext.tree import read_tree

Content = dict[str, Any]


def used_figures(
    kept: Iterable[Content], public_keys: Iterable[str], frozen_at: datetime | None = None
) -> tuple[UsedFigure, ...]:
    """The figures as they were kept with a version; `public_keys` are those that stand in a section
    that everybody may read.
    """
    seen = frozenset(public_keys)
    return tuple(_used(each, each["key"] in seen, frozen_at) for each in kept)


def used_figures_of(
    case: Case, sections: Sequence[Section], unsaved: Mapping[int, str]
) -> tuple[UsedFigure, ...]:
    """Those that stand in the case as it reads on the screen."""
    htmls = [(row, unsaved.get(row.pk, row.html)) for row in sections]
    kept = [content_of(row) for row in figures_of(case, [html for _row, html in htmls])]
    return used_figures(
        kept, [key for row, html in htmls if row.is_public for key in keys_in(html)]
    )


def public_keys_of(sections: Iterable[Content]) -> list[str]:
    """The keys of the figures in the sections of a content that everybody may read."""
    return [
        key for each in sections if each.get("is_public", True) for key in keys_in(each["html"])
    ]


def _used(kept: Content, is_public: bool, frozen_at: datetime | None) -> UsedFigure:
    shown = kept["shown"]
    value = shown["rows"][-1]["cells"][-1]["value"]
    root = read_tree(kept["html"])
    caption = next(iter(root.elements("p")), root)
    return UsedFigure(
        key=kept["key"],
        indicator=shown["indicator"],
        title=shown["title"],
        text=(root if kept["form"] == FigureForm.NUMBER else caption).text,
        value=None if value is None else Decimal(value),
        unit=shown["unit"],
        period=shown["period"],
        area=shown["area"],
        group=tuple(shown["chosen"]),
        is_preliminary=shown["is_preliminary"],
        is_public=is_public,
        sources=tuple(
            FigureSource(
                source=each["source"],
                file_name=each["file_name"],
                file_sha256=each["file_sha256"],
                retrieved_at=datetime.fromisoformat(each["retrieved_at"]),
            )
            for each in shown["sources"]
        ),
        frozen_at=frozen_at,
    )
