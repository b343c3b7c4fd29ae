"""What is published, set as PDF."""

from django.utils import timezone

from sagsgang.rendering.printed import printed
from sagsgang.rendering.typst import pdf
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.publishing.selectors import minutes_of


def pdf_of(publication: Publication, item: PublishedItem | None = None) -> bytes:
    """The whole document, or one item of it under the head of its meeting."""
    minutes = minutes_of(publication, None if item is None else [item])
    if item is not None:
        keep = {"items": minutes.items, "addenda": (), "sign_offs": (), "contents": ()}
        minutes = minutes.model_copy(update=keep)
    public = publication.public
    day = danish_day(timezone.localdate(public.starts_at))
    return pdf(
        printed(minutes),
        masthead=str(public.body.municipality),
        running=(str(public.body), day),
        author=str(public.body.municipality),
        created=publication.published_at,
    )
