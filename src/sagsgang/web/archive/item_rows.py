"""What a document's items are as rows: the columns that lists need."""

from sagsgang.web.archive.models import Document, Item
from sagsgang.web.archive.reader import ReadFile, findings_by_item
from sagsgang.web.archive.slugs import case_slug, item_slugs
from sagsgang.web.bodies.naming import plain


def item_rows(document: Document, read: ReadFile) -> list[Item]:
    """A row for each item, in order, not yet in the table."""
    findings = findings_by_item(read.report, read.minutes)
    slugs = item_slugs([item.number for item in read.minutes.items])
    return [
        Item(
            document=document,
            position=position,
            number=plain(item.number or "")[:40],
            slug=slug,
            title=plain(item.title),
            is_closed=item.is_closed,
            case_number=plain(item.case_number.canonical)[:120] if item.case_number else "",
            case_slug=case_slug(item.case_number.canonical) if item.case_number else "",
            has_decision=item.decision is not None,
            outcome=(item.decision.outcome or "") if item.decision else "",
            findings=findings[position],
        )
        for position, (item, slug) in enumerate(zip(read.minutes.items, slugs, strict=True))
    ]
