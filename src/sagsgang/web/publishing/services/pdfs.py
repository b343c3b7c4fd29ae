"""The PDF of what is published: made once, kept under its hash; sealed when all have approved."""

from django.db import transaction
from django.utils import timezone

from sagsgang.web.cases.attachments.storage import bytes_keep
from sagsgang.web.meetings.minute_book.document import minutes_locked
from sagsgang.web.meetings.minute_book.selectors import approval_of
from sagsgang.web.publishing.models import Publication, PublicationKind, PublishedItem, PublishedPdf
from sagsgang.web.publishing.seal import seal_of_site
from sagsgang.web.publishing.setting import pdf_of


def pdfs_make(publication: int) -> None:
    """The job after a publication: its whole PDF is there before anybody asks for it."""
    found = Publication.objects.filter(pk=publication).first()
    if found is not None and found.state == Publication.State.PUBLISHED:
        pdf_make(publication=found)


def pdf_make(*, publication: Publication, item: PublishedItem | None = None) -> PublishedPdf:
    """The PDF of the whole or of one item; the one that was made before, where there is one."""
    number = item.number if item is not None else ""
    is_sealed = item is None and all_have_approved(publication)
    key = seal_of_site() if is_sealed else None
    wanted = {"publication": publication, "item": number, "is_sealed": key is not None}
    before = PublishedPdf.objects.filter(**wanted).first()
    if before is not None:
        return before
    data = pdf_of(publication, item)
    if key is not None:
        data = key.sealed(data, publication)
    with transaction.atomic():
        made, _is_new = PublishedPdf.objects.get_or_create(
            **wanted,
            defaults={
                "sha256": bytes_keep(data),
                "size": len(data),
                "made_at": timezone.now(),
            },
        )
    return made


def all_have_approved(publication: Publication) -> bool:
    """Whether these are minutes that everybody who took part has approved, and that say so."""
    if publication.kind != PublicationKind.MINUTES:
        return False
    meeting = publication.public.meeting
    locked = minutes_locked(meeting)
    if locked is None:
        return False
    approval = approval_of(meeting, locked)
    return not approval.missing and len(publication.head.get("sign_offs", ())) == approval.count
