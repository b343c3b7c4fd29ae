"""What is published, set as PDF."""

from sagsgang.rendering.paper import document_pdf
from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.publishing.selectors import minutes_of


def pdf_of(publication: Publication, item: PublishedItem | None = None) -> bytes:
    """The whole document, or one item of it under the head of its meeting."""
    minutes = minutes_of(publication, None if item is None else [item])
    if item is not None:
        keep = {"items": minutes.items, "addenda": (), "sign_offs": (), "contents": ()}
        minutes = minutes.model_copy(update=keep)
    return document_pdf(minutes, created=publication.published_at)
