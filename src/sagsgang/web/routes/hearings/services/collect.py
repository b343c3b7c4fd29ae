"""The answers are laid in the case, each body's words as they were written."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sagsgang.minutes import SectionKind
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.models import Attachment, AttachmentVersion, Case, CaseVersion, Section
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.services import search_text_update, version_make
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.hearings.permissions import round_require
from sagsgang.web.routes.hearings.selectors import Row, overview_of
from sagsgang.web.routes.hearings.services.opening import round_open
from sagsgang.web.routes.hearings.timing import written
from sagsgang.web.routes.models import HearingFile, HearingRound

HEADING = "Høringssvar"


@transaction.atomic
def hearing_collect(*, actor: Any, asked: HearingRound) -> Section:
    """Put the answers into the case as a section, and the files that came with them as
    attachments. Done again it takes newer answers in. Emits `hearing_collected`.
    """
    fresh = round_open(asked)
    round_require(actor, "hearing_collect", fresh)
    case = fresh.case
    if case.state not in ("draft", "sent", "approved"):
        raise Refusal(_("The case is finished; nothing is put into it any more."))
    rows = overview_of(fresh).answered
    if not rows:
        raise Refusal(_("Nobody has answered yet, so there is nothing to put into the case."))
    section = fresh.collected_in
    html = sanitise(collected_html(fresh, rows))
    if section is None:
        last = case.sections.aggregate(last=Max("order"))["last"] or 0
        section = Section(
            case=case, order=last + 1, heading=_heading(fresh), kind=SectionKind.INVOLVEMENT
        )
    else:
        section.revision += 1
    section.html, section.changed_by = html, actor
    section.save()
    files = sum(_files_attach(case, row, actor) for row in rows)
    fresh.collected_in, fresh.collected_at = section, timezone.now()
    fresh.save(update_fields=["collected_in", "collected_at"])
    search_text_update(case)
    version_make(case=case, actor=actor, reason=CaseVersion.Reason.HEARING)
    event_record(
        code="hearing_collected",
        sentence=f"{actor} lagde {len(rows)} høringssvar i {case_in_words(case)}.",
        actor=actor,
        subject=case,
        details={"round": fresh.pk, "section": section.pk, "files": files},
    )
    return section


def collected_html(asked: HearingRound, rows: list[Row]) -> SafeString:
    """All answers as one text: a heading for each body, then its own words."""
    return format_html_join("", "{}", ((_row_html(row),) for row in rows))


def _row_html(row: Row) -> SafeString:
    answer = row.answer
    assert answer is not None
    facts = [f"Svar af {written(answer.answered_on)}"]
    if answer.is_late:
        facts.append("modtaget efter fristen")
    if answer.answered_by:
        facts.append(f"ved {answer.answered_by} ({answer.received_how})")
    parts = [
        format_html("<h3>{}</h3><p><em>{}.</em></p>", row.body, ", ".join(facts)),
        # Sanitised when it was sent; it is said here word for word.
        mark_safe(answer.html),
    ]
    if answer.dissent:
        parts.append(format_html("<p><strong>Mindretalsudtalelse:</strong> {}</p>", answer.dissent))
    if answer.absent:
        parts.append(format_html("<p>Fraværende: {}</p>", answer.absent))
    names = [file.title for file in answer.files.all()]
    if names:
        parts.append(format_html("<p>Vedlagt: {}</p>", ", ".join(names)))
    return format_html_join("", "{}", ((part,) for part in parts))


def _heading(asked: HearingRound) -> str:
    others = HearingRound.objects.filter(case=asked.case, collected_in__isnull=False)
    return f"{HEADING} ({written(asked.deadline)})" if others.exists() else HEADING


def _files_attach(case: Case, row: Row, actor: Any) -> int:
    files: list[HearingFile] = list(row.answer.files.all()) if row.answer else []
    there = set(
        AttachmentVersion.objects.filter(attachment__case=case).values_list("sha256", flat=True)
    )
    added = 0
    for file in files:
        if file.sha256 in there:
            continue
        last = case.attachments.aggregate(last=Max("order"))["last"] or 0
        attachment = Attachment.objects.create(
            case=case, order=last + 1, title=f"{HEADING}, {row.body}: {file.title}"[:200]
        )
        AttachmentVersion.objects.create(
            attachment=attachment,
            number=1,
            file_name=file.file_name,
            media_type=file.media_type,
            size=file.size,
            sha256=file.sha256,
            uploaded_by=actor,
            findings=file.findings,
        )
        added += 1
    return added
