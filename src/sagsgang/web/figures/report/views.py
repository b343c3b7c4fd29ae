"""The pages of reports: the list, one as it is put together, how it would be, and its editions."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.figures.report import BadReport
from sagsgang.web.bodies.selectors import workplace_bodies
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.figures.information.cards import GRAINS
from sagsgang.web.figures.information.wording import GRAIN_WORDS
from sagsgang.web.figures.permissions import figures_may
from sagsgang.web.figures.report.forms import (
    ClickForm,
    ReleaseForm,
    ReportForm,
    SectionForm,
    section_values,
)
from sagsgang.web.figures.report.reading import (
    edition_now,
    edition_released,
    members_known,
    municipalities_may,
    period_from,
    periods_known,
    release_get,
    report_get,
    reports_of,
)
from sagsgang.web.figures.report.writing import (
    report_change,
    report_make,
    report_release,
    report_section_remove,
    report_section_save,
)


@login_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The reports there are, with their editions."""
    if not municipalities_may(request.user, "figures_read"):
        raise PermissionDenied("figures_read")
    context = {
        "reports": [
            (each, figures_may(request.user, "report_write", each.municipality))
            for each in reports_of(request.user)
        ],
        "may_write": bool(municipalities_may(request.user, "report_write")),
        "trail": _trail(),
    }
    return render(request, "figures/report/reports.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """A new report."""
    homes = municipalities_may(request.user, "report_write")
    if not homes:
        raise PermissionDenied("report_write")
    form = ReportForm(request.POST or None, bodies=workplace_bodies(homes[0]))

    def do() -> Any:
        return report_make(actor=request.user, municipality=homes[0], **_named(form))

    made = _done(request, form, "report_make", do)
    if made is not None:
        return see_other(reverse("figures:report", args=[made["pk"]]))
    page = _form_page(
        _("New report"), _("Make"), reverse("figures:reports"), _trail(_("New report"))
    )
    return render(request, "figures/report/form.html", {**page, "form": form}, status=_status(form))


@login_required
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as it is put together."""
    found = _found(request, pk)
    context = {
        "report": found,
        "sections": found.sections.all(),
        "releases": found.releases.all(),
        "click": ClickForm(),
        **_periods(found),
        "trail": _trail(found.title),
    }
    return render(request, "figures/report/report.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Its title and whose it is."""
    found = _found(request, pk)
    form = ReportForm(
        request.POST or None,
        bodies=workplace_bodies(found.municipality),
        initial={"title": found.title, "body": found.body_id},
    )
    here = reverse("figures:report", args=[pk])

    def do() -> Any:
        return report_change(actor=request.user, report=found, **_named(form))

    if _done(request, form, "report_change", do) is not None:
        return see_other(here)
    page = _form_page(found.title, _("Save"), here, _trail(found.title))
    return render(request, "figures/report/form.html", {**page, "form": form}, status=_status(form))


@login_required
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, pk: int, section: int | None = None) -> HttpResponse:
    """A section: a new one, or one there is."""
    found = _found(request, pk)
    row = found.sections.filter(pk=section).first() if section else None
    if section and row is None:
        raise Http404
    form = SectionForm(
        request.POST or None,
        initial=section_values(row) if row else None,
        members=members_known(found.municipality),
    )
    here = reverse("figures:report", args=[pk])

    def do() -> Any:
        return report_section_save(actor=request.user, report=found, section=row, **form.told())

    if _done(request, form, "report_section_save", do) is not None:
        return see_other(here)
    title = row.title if row else _("New section")
    page = _form_page(title, _("Save"), here, _trail((found.title, here), title))
    return render(request, "figures/report/form.html", {**page, "form": form}, status=_status(form))


@login_required
@require_http_methods(["POST"])
def section_remove(request: HttpRequest, pk: int, section: int) -> HttpResponse:
    """Take a section out."""
    found = _found(request, pk)
    row = found.sections.filter(pk=section).first()
    form = ClickForm(request.POST)
    if row is not None:
        _done(
            request,
            form,
            "report_section_remove",
            lambda: report_section_remove(actor=request.user, section=row),
        )
    return see_other(reverse("figures:report", args=[pk]))


@login_required
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """How it would be for a period, and its release."""
    found = _found(request, pk)
    written = (request.POST or request.GET).get("period", "")
    period = period_from(written)
    form = ReleaseForm(request.POST or None, initial={"period": written})
    if found.body is None:
        del form.fields["is_for_agenda"]
    if period is None or not found.releases.filter(period=str(period)).exists():
        del form.fields["reason"]
    if request.method == "POST" and period is None and form.is_valid():
        form.add_error(None, _("Choose a period."))

    def do() -> Any:
        assert period is not None
        return report_release(
            actor=request.user,
            report=found,
            period=period,
            reason=form.cleaned_data.get("reason", ""),
            is_for_agenda=form.cleaned_data.get("is_for_agenda", False),
        )

    if period is not None:
        made = _done(request, form, "report_release", do, _("The report is released."))
        if made is not None:
            return see_other(reverse("figures:release", args=[made["pk"]]))
    edition, refused = None, ""
    if period is not None:
        try:
            edition = edition_now(found, period)
        except BadReport as error:
            refused = str(error)
    here = reverse("figures:report", args=[pk])
    context = {
        "report": found,
        "form": form,
        "edition": edition,
        "parts": _parts(edition),
        "refused": refused,
        "written": written,
        "period": period,
        **_periods(found, period),
        "may_release": figures_may(request.user, "report_release", found.municipality),
        "trail": _trail((found.title, here), _("Preview")),
    }
    return render(request, "figures/report/preview.html", context, status=_status(form))


@login_required
@require_safe
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """An edition, as it was released."""
    found = release_get(request.user, pk)
    if found is None:
        raise Http404
    edition = edition_released(found)
    others = [each for each in found.report.releases.all() if each.period == found.period]
    context = {
        "release": found,
        "edition": edition,
        "parts": _parts(edition),
        "newest": others[0] if others and others[0] != found else None,
        "trail": _trail(str(found)),
    }
    return render(request, "figures/report/release.html", context)


def _periods(report: Any, seen: Any = None) -> dict[str, Any]:
    """The periods to choose between, by their length, and the one that is chosen."""
    known, newest = periods_known(report)
    words = {grain: GRAIN_WORDS[name] for name, grain in GRAINS.items()}
    return {
        "periods": [(words[grain], periods) for grain, periods in known.items()],
        "chosen_period": seen or newest,
    }


def _parts(edition: Any) -> list[Any]:
    """Each section, its pictures safe to show: we drew them."""
    if edition is None:
        return []
    return [
        (part, [(each, mark_safe(each.svg)) for each in part.pictures]) for part in edition.parts
    ]


def _found(request: HttpRequest, pk: int) -> Any:
    found = report_get(request.user, pk, "report_write")
    if found is None:
        raise Http404
    return found


def _named(form: Any) -> dict[str, Any]:
    return {"title": form.cleaned_data["title"], "body": form.cleaned_data["body"]}


def _status(form: Any) -> int:
    return 400 if form.is_bound and form.errors else 200


def _done(
    request: HttpRequest, form: Any, name: str, do: Callable[[], Any], said: str = ""
) -> dict[str, Any] | None:
    """What was done, once; None when the form was not sent, or says why not."""
    if not form.is_bound or not form.is_valid():
        return None
    found: dict[str, Any] | None = form.once(name, lambda: {"pk": getattr(do(), "pk", None)})
    if found is not None:
        messages.success(request, said or _("It is saved."))
    return found


def _form_page(title: str, save: str, back: str, trail: list[Crumb]) -> dict[str, Any]:
    return {"title": title, "save": save, "back": back, "trail": trail}


def _trail(*more: str | tuple[str, str]) -> list[Crumb]:
    crumbs = [Crumb(_("Management information"), reverse("figures:information"))]
    crumbs.append(Crumb(_("Reports"), reverse("figures:reports") if more else None))
    return crumbs + [Crumb(e) if isinstance(e, str) else Crumb(*e) for e in more]
