"""What is marked in a text or a cell: numbers that a finding is about, and numbers that hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Mark:
    """From `start` to `end` of a shown text stands what a finding or a relation is about.

    `finding` is the finding's number on its page, 0 for a relation that holds; `address` is where
    the finding is described, `anchor` how others come here, `statement` what was recomputed.
    """

    start: int
    end: int
    finding: int = 0
    address: str = ""
    anchor: str = ""
    statement: str = ""


def marked_html(text: str, marks: Sequence[Mark]) -> SafeString:
    """The text with its marks, every word of it escaped.

    Marks may overlap and reach outside the text. After a finding's number stands the finding's
    own, as a link, so that nobody depends on seeing colours.
    """
    if not marks:
        return escape(text)
    return mark_safe("".join(_pieces(text, marks)))


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The text cut where a mark begins or ends; the marks that hold now are kept along the way."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            opening[start].append(mark)
            closing[end].append(mark)
    now: list[Mark] = []
    for start, end in pairwise(sorted({0, len(text), *opening, *closing})):
        now += opening[start]
        yield _piece(text[start:end], now)
        for mark in closing[end]:
            now.remove(mark)
            if mark.finding:
                yield _reference(mark)


def _piece(text: str, marks: Sequence[Mark]) -> str:
    shown: str = escape(text)
    held = list(dict.fromkeys(mark.statement for mark in marks if not mark.finding))
    if held:
        shown = format_html('<span class="held" title="{}">{}</span>', "; ".join(held), shown)
    return f"<mark>{shown}</mark>" if any(mark.finding for mark in marks) else shown


def _reference(mark: Mark) -> str:
    # In one string: a line feed in between would be a blank that is not in the minutes.
    return format_html(
        '<a class="mark-ref"{} href="{}"><span class="sr-only"> {} </span>{}</a>',
        format_html(' id="{}"', mark.anchor) if mark.anchor else "",
        mark.address,
        _("finding"),
        mark.finding,
    )
