"""What the house itself publishes comes into the archive, and leaves it when it is withdrawn."""

import logging

from sagsgang.rendering.html import document_page
from sagsgang.web.archive.results import ImportOutcome
from sagsgang.web.archive.services import archive_import, archive_withdraw
from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.jobs.services import job_enqueue
from sagsgang.web.publishing.models import Publication
from sagsgang.web.publishing.selectors import minutes_of
from sagsgang.web.publishing.wording import SLUGS

JOB = "archive_publication"
_KEPT_OUT = frozenset({ImportOutcome.FAILED, ImportOutcome.REFUSED})
_log = logging.getLogger("sagsgang.archive")


def subscribe() -> None:
    """Told once, when the website starts."""
    event_subscribe("publication_made", published)
    event_subscribe("publication_withdrawn", withdrawn)


def published(happening: Happening) -> None:
    """The version before leaves at once, as something in it may have had to; the new one is read
    as a job.
    """
    made: Publication = happening.subject
    archive_withdraw(public=made.public_id, kind=made.kind, but=made)
    job_enqueue(name=JOB, arguments={"publication": made.pk}, key=f"archive:publication:{made.pk}")


def withdrawn(happening: Happening) -> None:
    """Nobody finds it any more."""
    taken: Publication = happening.subject
    archive_withdraw(public=taken.public_id, kind=taken.kind)


def publication_archive(*, publication: int) -> None:
    """The job: the public page is read as any other document is. Done again, or when it is no
    longer in force, it changes nothing.
    """
    found = Publication.objects.select_related("public__body").get(pk=publication)
    if found.state != Publication.State.PUBLISHED:
        return
    public = found.public
    result = archive_import(
        data=document_page(minutes_of(found)).encode(),
        name=f"{SLUGS[found.kind]}-{public.body_slug}-{public.place}.html",
        publication=found,
    )
    if result.outcome in _KEPT_OUT:
        _log.warning("publication %d is not in the archive: %s", found.pk, result.message)
