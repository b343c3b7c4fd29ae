"""A document is published, supersedes the one before, or is withdrawn: deliberately, with a log."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.cases.services.versions import content_hash
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.services import job_enqueue
from sagsgang.web.meetings.agendas.selectors.meetings import meeting_place
from sagsgang.web.meetings.agendas.services.locked import (
    meeting_event,
    meeting_locked,
    meeting_open,
    reasoned,
)
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.publishing.checks import public_findings
from sagsgang.web.publishing.document import PublicDocument, public_document
from sagsgang.web.publishing.models import (
    Publication,
    PublicationKind,
    PublicMeeting,
    PublishedFile,
    PublishedItem,
)

PDF_JOB = "publication_pdf"
MADE, WITHDRAWN = "publication_made", "publication_withdrawn"
_WORDS = {PublicationKind.AGENDA: "dagsordenen", PublicationKind.MINUTES: "referatet"}


@transaction.atomic
def publication_make(*, actor: Any, meeting: Meeting, kind: str, because: str = "") -> Publication:
    """Publish the agenda or the minutes as they are now. What the checks block is refused. The same
    again is the publication there is. Emits `publication_made`.
    """
    locked = meeting_open(actor, "minutes_publish", meeting)
    return _made(actor, locked, kind, because)


@transaction.atomic
def publication_renew(*, meeting: Meeting, kind: str, because: str) -> Publication | None:
    """The house itself publishes anew what a person has published and has not withdrawn: all have
    approved, say. Emits `publication_made`.
    """
    locked = meeting_locked(meeting)
    if in_force(locked, kind) is None:
        return None
    return _made(None, locked, kind, because, is_forced=True)


def in_force(meeting: Meeting, kind: str) -> Publication | None:
    """The publication that everybody reads now."""
    rows = Publication.objects.filter(public__meeting=meeting, kind=kind)
    return rows.filter(state=Publication.State.PUBLISHED).select_related("public").first()


def _made(
    actor: Any, meeting: Meeting, kind: str, because: str, *, is_forced: bool = False
) -> Publication:
    document = public_document(meeting, kind)
    if document is None:
        raise Refusal(_nothing(kind))
    before = in_force(meeting, kind)
    is_same = before is not None and before.source_sha256 == document.source_sha256
    if before is not None and is_same and not is_forced:
        return before
    findings = public_findings(meeting, document)
    left = [each for each in findings if each.blocks]
    if left:
        named = " ".join(f"{each.where}: {each.message}" for each in left[:3])
        raise Refusal(_("This may not be published: %(what)s") % {"what": named})
    now = timezone.now()
    public = _public(meeting, now)
    if before is not None:
        before.state, before.ended_at, before.ended_by = Publication.State.SUPERSEDED, now, actor
        before.save(update_fields=["state", "ended_at", "ended_by"])
    told = document.minutes.as_json()
    items = told.pop("items")
    last = Publication.objects.filter(public=public, kind=kind).order_by("-number").first()
    made = Publication.objects.create(
        public=public,
        kind=kind,
        number=last.number + 1 if last else 1,
        head=told,
        source_sha256=document.source_sha256,
        sha256=content_hash(told | {"items": items}),
        findings=[each.as_log() for each in findings],
        published_at=now,
        published_by=actor,
        because=because.strip()[:300],
    )
    _kept(made, document, items)
    job_enqueue(name=PDF_JOB, arguments={"publication": made.pk}, key=f"pdf:{made.pk}")
    what = "offentliggjorde en ny udgave af" if last else "offentliggjorde"
    words = f"{what} {_WORDS[PublicationKind(kind)]}"
    meeting_event(MADE, words, actor, meeting, subject=made, publication=made.pk, kind=str(kind))
    return made


def _public(meeting: Meeting, now: Any) -> PublicMeeting:
    plan = meeting.plan
    public, is_new = PublicMeeting.objects.get_or_create(
        meeting=meeting,
        defaults={
            "body": plan.body,
            "body_slug": plan.body.slug,
            "place": meeting_place(plan),
            "starts_at": plan.starts_at,
            "changed_at": now,
        },
    )
    if not is_new:
        _changed(public, now)
    return public


def _changed(public: PublicMeeting, now: Any) -> None:
    public.revision += 1
    public.changed_at = now
    public.starts_at = public.meeting.plan.starts_at
    public.save(update_fields=["revision", "changed_at", "starts_at"])


def _kept(made: Publication, document: PublicDocument, items: list[dict[str, Any]]) -> None:
    rows = []
    for order, content in enumerate(items):
        item = document.items.get(content["number"] or "")
        case = item.stop.case if item is not None and item.stop is not None else None
        rows.append(
            PublishedItem(
                publication=made,
                order=order,
                number=content["number"] or "",
                title=content["title"][:300],
                is_closed=content["is_closed"],
                case=None if content["is_closed"] else case,
                content=content,
            )
        )
    PublishedItem.objects.bulk_create(rows)
    PublishedFile.objects.bulk_create(
        PublishedFile(
            publication=made,
            sha256=file.sha256,
            file_name=file.file_name,
            media_type=file.media_type,
            title=file.title[:200],
        )
        for file in document.files
    )


@transaction.atomic
def publication_withdraw(*, actor: Any, meeting: Meeting, kind: str, reason: str) -> Publication:
    """Take the document off: its address stays and says that, with the reason. Emits
    `publication_withdrawn`.
    """
    locked = meeting_open(actor, "minutes_publish", meeting)
    reason = reasoned(reason, _("Write why it is withdrawn: everybody reads it."))
    found = in_force(locked, kind)
    if found is None:
        raise Refusal(_("It is not published, so there is nothing to withdraw."))
    now = timezone.now()
    found.state, found.ended_at, found.ended_by = Publication.State.WITHDRAWN, now, actor
    found.withdrawn_because = reason
    found.save(update_fields=["state", "ended_at", "ended_by", "withdrawn_because"])
    _changed(found.public, now)
    meeting_event(
        WITHDRAWN,
        f"trak {_WORDS[PublicationKind(kind)]} tilbage fra offentligheden",
        actor,
        locked,
        subject=found,
        publication=found.pk,
        kind=str(kind),
        reason=reason,
    )
    return found


def _nothing(kind: str) -> str:
    if kind == PublicationKind.MINUTES:
        return _("The minutes are not locked yet. Lock them first; then they can be published.")
    return _("The agenda is not sent yet. Send it first; then it can be published.")
