"""Writes of reports: one function an operation."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.figures.periods import Period
from sagsgang.figures.report import BadReport
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.figures.models import Report, ReportRelease, ReportSection
from sagsgang.web.figures.permissions import figures_require
from sagsgang.web.figures.report.reading import edition_now, part_of


@transaction.atomic
def report_make(*, actor: Any, municipality: Municipality, title: str, body: Body | None) -> Report:
    """A report without sections."""
    figures_require(actor, "report_write", municipality)
    made = Report.objects.create(
        municipality=municipality,
        body=body,
        title=title,
        created_by=actor,
        created_at=timezone.now(),
    )
    _tell("report_made", f"{actor} lavede rapporten “{title}”.", actor, made)
    return made


@transaction.atomic
def report_change(*, actor: Any, report: Report, title: str, body: Body | None) -> Report:
    """Its title and whose it is; editions keep theirs."""
    locked = _locked(actor, report)
    locked.title, locked.body = title, body
    locked.save(update_fields=["title", "body"])
    _tell("report_changed", f"{actor} ændrede rapporten “{title}”.", actor, locked)
    return locked


@transaction.atomic
def report_section_save(
    *, actor: Any, report: Report, section: ReportSection | None, **told: Any
) -> ReportSection:
    """A section as it is told; a new one at the end where there is none. Raises Refusal for one
    that cannot be computed for anything.
    """
    locked = _locked(actor, report)
    row = section or ReportSection(report=locked, order=0)
    for name, value in told.items():
        setattr(row, name, value)
    if not row.order:
        last = locked.sections.order_by("-order").first()
        row.order = last.order + 1 if last else 1
    try:
        part_of(row)
    except BadReport as error:
        raise Refusal(str(error)) from error
    row.save()
    sentence = f"{actor} skrev afsnittet “{row.title}” i rapporten “{locked}”."
    _tell("report_section_saved", sentence, actor, locked)
    return row


@transaction.atomic
def report_section_remove(*, actor: Any, section: ReportSection) -> None:
    """Take the section out; the editions that have it keep it."""
    locked = _locked(actor, section.report)
    section.delete()
    sentence = f"{actor} tog afsnittet “{section.title}” ud af rapporten “{locked}”."
    _tell("report_section_removed", sentence, actor, locked)


@transaction.atomic
def report_release(
    *, actor: Any, report: Report, period: Period, reason: str = "", is_for_agenda: bool = False
) -> ReportRelease:
    """The report for the period, frozen with its figures and words. Raises Refusal for a period
    that was released before without a reason to do it again, and for one with no figures at all.

    Those who hear of `report_released` may make a case of it, where `is_for_agenda`.
    """
    figures_require(actor, "report_release", report.municipality)
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if locked.releases.filter(period=str(period)).exists() and not reason.strip():
        raise Refusal(_("The period was released before. Say why it is released again."), "reason")
    try:
        edition = edition_now(locked, period)
    except BadReport as error:
        raise Refusal(str(error)) from error
    if all(part.trouble for part in edition.parts):
        raise Refusal(edition.parts[0].trouble)
    last = locked.releases.first()
    release = ReportRelease.objects.create(
        report=locked,
        number=last.number + 1 if last else 1,
        period=str(period),
        content=edition.as_dict(),
        sha256=edition.sha256,
        reason=reason.strip(),
        released_by=actor,
        released_at=timezone.now(),
    )
    event_record(
        code="report_released",
        sentence=f"{actor} frigav rapporten “{release}” som udgave {release.number}.",
        actor=actor,
        subject=release,
        details={"is_for_agenda": is_for_agenda, "sha256": edition.sha256},
    )
    return release


def _locked(actor: Any, report: Report) -> Report:
    figures_require(actor, "report_write", report.municipality)
    return Report.objects.select_for_update().get(pk=report.pk)


def _tell(code: str, sentence: str, actor: Any, report: Report) -> None:
    event_record(code=code, sentence=sentence, actor=actor, subject=report)
