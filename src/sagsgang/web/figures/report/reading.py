"""What is read of reports: who may see which, and what a report would be for a period."""

from typing import Any

from sagsgang.figures.engine import CannotCompute
from sagsgang.figures.overview import Wanted, overview, periods_of
from sagsgang.figures.periods import BadPeriod, Grain, Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.report import BadReport, Edition, Part, edition_from, edition_of
from sagsgang.figures.report import Report as Description
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.selectors import municipality_settings_get, workplace_municipalities
from sagsgang.web.figures.information.cards import GRAINS, LIMITS, members_told
from sagsgang.web.figures.models import Report, ReportRelease, ReportSection
from sagsgang.web.figures.permissions import figures_may
from sagsgang.web.figures.selectors import area_of, store


def municipalities_may(user: Any, operation: str) -> list[Municipality]:
    """Those of the user's municipalities in which she may do it."""
    return [each for each in workplace_municipalities(user) if figures_may(user, operation, each)]


def reports_of(user: Any) -> list[Report]:
    """The reports that she may read: all for who writes them, for others those with an edition."""
    found = Report.objects.filter(
        municipality__in=municipalities_may(user, "figures_read")
    ).select_related("municipality", "body")
    return [
        each
        for each in found.prefetch_related("releases")
        if each.releases.all() or figures_may(user, "report_write", each.municipality)
    ]


def report_get(user: Any, pk: int, operation: str) -> Report | None:
    """The report, where she may do this with it."""
    found = Report.objects.filter(pk=pk).select_related("municipality", "body").first()
    if found is None or not figures_may(user, operation, found.municipality):
        return None
    return found


def release_get(user: Any, pk: int) -> ReportRelease | None:
    """The edition, where she may read it."""
    found = ReportRelease.objects.filter(pk=pk)
    one = found.select_related("report__municipality", "report__body", "released_by").first()
    if one is None or not figures_may(user, "figures_read", one.report.municipality):
        return None
    return one


def edition_released(release: ReportRelease) -> Edition:
    """The edition as it was."""
    return edition_from(release.content)


def part_of(section: ReportSection) -> Part:
    """What the section asks for. Raises BadReport where its indicator is no longer told so."""
    return Part(
        title=section.title,
        indicator=section.indicator,
        grain=Grain(section.grain),
        count=section.count,
        by=section.by,
        where=tuple(sorted(section.limits.items())),
        has_picture=section.has_picture,
        has_table=section.has_table,
        words=section.words,
    )


def edition_now(report: Report, period: Period) -> Edition:
    """The report for a period, from what is loaded now. Raises BadReport."""
    parts = tuple(part_of(section) for section in report.sections.all())
    if not parts:
        raise BadReport("Rapporten har ingen afsnit endnu.")
    body = str(report.body) if report.body else ""
    smallest = municipality_settings_get(report.municipality).smallest_cell
    return edition_of(
        store().snapshot(),
        Description(report.title, body, parts),
        period,
        area_of(report.municipality),
        smallest=smallest,
    )


def period_from(text: str) -> Period | None:
    """The period that was written; None for anything else."""
    try:
        return Period.parse(text)
    except BadPeriod:
        return None


def members_known(municipality: Municipality) -> dict[str, tuple[str, ...]]:
    """What a section may be limited to, by dimension: the members that the figures have."""
    snapshot, area = store().snapshot(), area_of(municipality)
    return {name: members_told(snapshot, area, name) for name in LIMITS.values()}


def periods_known(report: Report) -> tuple[dict[Grain, list[Period]], Period | None]:
    """The periods that there are figures of the report's sections for, the latest first, by their
    length; and the newest that a section tells.
    """
    snapshot, area = store().snapshot(), area_of(report.municipality)
    smallest = municipality_settings_get(report.municipality).smallest_cell
    told: set[Period] = set()
    newest: list[Period] = []
    for section in report.sections.all():
        try:
            part = part_of(section)
            shown = indicator(part.indicator)
            wanted = Wanted(shown, area, part.grain, where=part.where, smallest=smallest)
            latest = overview(snapshot, wanted).latest
        except (BadReport, CannotCompute):
            continue
        if latest is not None:
            newest.append(latest.period)
            for grain in shown.declared.grains:
                told.update(periods_of(snapshot, shown, area, grain))
    if not newest:
        return {}, None
    last = max(newest, key=lambda each: (each.last, each.length))
    kept = sorted((each for each in told if each.last <= last.last), reverse=True)
    by_grain = {grain: [p for p in kept if p.grain is grain] for grain in GRAINS.values()}
    return {grain: periods for grain, periods in by_grain.items() if periods}, last
