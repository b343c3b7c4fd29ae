"""Tags of the archive's pages: blocks of text as HTML, names, addresses and labels."""

from collections.abc import Iterable

from django import template
from django.utils.functional import Promise
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sagsgang.checking.output.excerpt import Bit
from sagsgang.minutes import DocumentKind, ItemKind, Notice
from sagsgang.searching import Part
from sagsgang.web.archive import naming
from sagsgang.web.archive.addresses import meeting_address
from sagsgang.web.archive.models import Item
from sagsgang.web.archive.pages.blocks import Block, Cell, Point, is_number
from sagsgang.web.archive.pages.item_kinds import ITEM_KINDS
from sagsgang.web.archive.pages.marks import marked_html
from sagsgang.web.archive.pages.outcomes import Chip
from sagsgang.web.archive.results import ImportOutcome, ImportResult
from sagsgang.web.archive.selectors import StoredDocument

register = template.Library()
register.filter(naming.municipality_title)
register.filter(naming.body_title)
register.filter(naming.meeting_title)
register.filter(is_number)

_KINDS = {
    DocumentKind.MINUTES: gettext_lazy("Minutes"),
    DocumentKind.AGENDA: gettext_lazy("Agenda"),
}
_NOTICES = {
    Notice.WITH_NOTICE: gettext_lazy("with notice"),
    Notice.WITHOUT_NOTICE: gettext_lazy("without notice"),
}
_RESULTS = {
    ImportOutcome.IMPORTED: Chip(gettext_lazy("Added"), "success"),
    ImportOutcome.REPLACED: Chip(gettext_lazy("Replaced an older reading"), "success"),
    ImportOutcome.ALREADY_THERE: Chip(gettext_lazy("Already there"), "plain"),
    ImportOutcome.COPY: Chip(gettext_lazy("There in another format"), "plain"),
    ImportOutcome.FAILED: Chip(gettext_lazy("Not read"), "error"),
    ImportOutcome.REFUSED: Chip(gettext_lazy("Not put into the archive"), "error"),
}


@register.filter
def kind_title(kind: str) -> str | Promise:
    """What a kind of document is called."""
    return _KINDS[DocumentKind(kind)]


@register.filter
def item_kind_title(kind: ItemKind) -> str | Promise:
    """What an item asks for."""
    return ITEM_KINDS[kind]


@register.filter
def notice_title(notice: Notice) -> str | Promise:
    """Whether an absence was announced."""
    return _NOTICES[notice]


@register.filter
def result_chips(result: ImportResult) -> list[Chip]:
    """The label of an import's result."""
    return [_RESULTS[result.outcome]]


@register.filter
def page_address(document: StoredDocument, page: str) -> str:
    """The address of a page about a document: `meeting`, `source` or `data`."""
    return document.address(page)


@register.simple_tag
def item_address(document: StoredDocument, item: Item) -> str:
    """The address of an item of a document."""
    return document.address("item", item=item.slug)


@register.filter
def other_address(document: StoredDocument) -> str:
    """The address of the meeting's other document."""
    kind = "" if document.kind_in_address else DocumentKind.AGENDA.value
    return meeting_address(document.meeting, "meeting", kind)


@register.filter
def marked(parts: Iterable[Part | Bit]) -> SafeString:
    """Text with what was searched for, or found, in `<mark>`; every word of it escaped."""
    return mark_safe(
        "".join(
            f"<mark>{escape(part.text)}</mark>" if part.is_marked else escape(part.text)
            for part in parts
        )
    )


@register.filter
def point_html(point: Point) -> SafeString:
    """The words of a list's point, marked."""
    return marked_html(point.text, point.marks)


@register.simple_tag
def block_html(block: Block, heading: str) -> SafeString:
    """A paragraph, list or table; every word of it escaped. `heading` names a table without
    caption.
    """
    if block.kind == "paragraph":
        marks = block.marks or ((),) * len(block.lines)
        lines = (marked_html(*each) for each in zip(block.lines, marks, strict=True))
        return format_html("<p>{}</p>", mark_safe("<br>".join(lines)))
    if block.kind == "list":
        return _list_html(block)
    return _table_html(block, heading)


def _list_html(block: Block) -> SafeString:
    # The printed number stands as text, so that `1)` and `a.` stay what they were on paper.
    points = (
        (
            format_html('<span class="marker">{}</span> ', point.marker) if point.marker else "",
            marked_html(point.text, point.marks),
        )
        for point in block.points
    )
    kind = "numbered" if any(point.marker for point in block.points) else "bulleted"
    return format_html(
        '<ul class="points {}" role="list">{}</ul>',
        kind,
        format_html_join("", "<li>{}<span>{}</span></li>", points),
    )


def _table_html(block: Block, heading: str) -> SafeString:
    name = _("Table %(number)s") % {"number": block.number}
    title = block.caption or heading
    label = f"{name}: {title}" if title else name
    head = (
        format_html("<thead><tr>{}</tr></thead>", _cells(block.head, "col")) if block.head else ""
    )
    rows = format_html_join("\n", "<tr>{}</tr>", ((_cells(row, "row"),) for row in block.rows))
    return format_html(
        '<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="{}">'
        '<table class="table table--compact printed-table"><caption class="{}">{}</caption>'
        "{}<tbody>{}</tbody></table></div>",
        label,
        "" if block.caption else "sr-only",
        block.caption or label,
        head,
        rows,
    )


def _cells(cells: Iterable[Cell], scope: str) -> SafeString:
    return mark_safe("".join(_cell(cell, scope) for cell in cells))


def _cell(cell: Cell, scope: str) -> str:
    text = marked_html(cell.text, cell.marks)
    if cell.is_header:
        return f'<th scope="{scope}">{text}</th>'
    return f'<td class="number">{text}</td>' if cell.is_number else f"<td>{text}</td>"
