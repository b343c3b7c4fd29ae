"""The page of a case, and its versions with what is different between them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.attachments.gate import may_see_closed_attachments
from sagsgang.web.cases.differences import content_difference
from sagsgang.web.cases.permissions import body_may_get_case, case_may
from sagsgang.web.cases.section_lines import section_lines
from sagsgang.web.cases.selectors import (
    choices_among,
    points_of,
    sections_of,
    version_get,
    versions_of,
)
from sagsgang.web.cases.services import version_restore
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb

_ACTIONS = (
    "case_edit",
    "case_send",
    "case_recall",
    "case_revise",
    "case_withdraw",
    "case_reopen",
    "case_close",
    "case_share",
    "case_set_closed",
    "case_versions_read",
    "case_reuse",
)


@login_required
@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Head, text, points, and what later rooms show of it."""
    found = case_found(request, pk)
    points, sections = points_of(found), sections_of(found)
    may = {name: case_may(request.user, name, found) for name in _ACTIONS}
    may["case_reuse"] = may["case_reuse"] and body_may_get_case(request.user, found.body)
    context = {
        "case": found,
        "sections": sections,
        "lines": section_lines(found, {each.kind for each in sections}),
        "points": points,
        "choices": choices_among(points),
        "show_points_alone": bool(points) and not any(s.kind == "recommendation" for s in sections),
        "co_officers": list(found.co_officers.all()),
        "policies": list(found.policies.all()),
        "may": may,
        "trail": case_trail(found),
    }
    return render(request, "cases/case.html", context)


@login_required
@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every version: who, when, why; two can be chosen to be compared."""
    found = case_found(request, pk, "case_versions_read")
    page = Paginator(versions_of(found), 50).get_page(request.GET.get("side"))
    context = {
        "case": found,
        "page": page,
        "trail": case_trail(found, Crumb(_("Versions"))),
    }
    return render(request, "cases/versions.html", context)


@login_required
@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The case as it read in one version."""
    found = case_found(request, pk, "case_versions_read")
    shown = version_get(found, number)
    if shown is None:
        raise Http404
    context = {
        "case": found,
        "version": shown,
        "attachments": _told(request, found, shown.content)["attachments"],
        "may_restore": case_may(request.user, "case_edit", found),
        "form": OperationForm(),
        "trail": case_trail(
            found,
            Crumb(_("Versions"), reverse("cases:versions", args=[pk])),
            Crumb(_("Version %(number)s") % {"number": number}),
        ),
    }
    return render(request, "cases/version.html", context)


@login_required
@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What is different from version `fra` to version `til`."""
    found = case_found(request, pk, "case_versions_read")
    asked = [request.GET.get(name, "") for name in ("fra", "til")]
    numbers = sorted(int(text) if text.isdecimal() and len(text) < 9 else 0 for text in asked)
    before, after = (version_get(found, number) for number in numbers)
    if before is None or after is None:
        raise Http404
    context = {
        "case": found,
        "before": before,
        "after": after,
        "difference": content_difference(
            _told(request, found, before.content), _told(request, found, after.content)
        ),
        "trail": case_trail(
            found,
            Crumb(_("Versions"), reverse("cases:versions", args=[pk])),
            Crumb(_("Differences")),
        ),
    }
    return render(request, "cases/compare.html", context)


@login_required
@require_POST
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let the case read as it did in a version again."""
    found = case_found(request, pk, "case_edit")
    shown = version_get(found, number)
    if shown is None:
        raise Http404
    form = OperationForm(request.POST)

    def do() -> dict[str, object]:
        return {"made": version_restore(actor=request.user, case=found, version=shown).number}

    details = form.once("version_restore", do) if form.is_valid() else None
    if details is None:
        messages.error(request, " ".join(form.non_field_errors()) or _("It was not done."))
    else:
        told = {"number": number, "before": details["made"] - 1}
        messages.success(
            request,
            _(
                "The case reads as in version %(number)s again. Regret it? What it read before is "
                "version %(before)s, which can be brought back the same way."
            )
            % told,
        )
    return see_other(reverse("cases:versions", args=[pk]))


def _told(request: HttpRequest, found: Any, content: dict[str, Any]) -> dict[str, Any]:
    """A version's content without the closed attachments, for those who may not know of them."""
    if may_see_closed_attachments(request.user, found):
        return content
    open_ones = [a for a in content["attachments"] if not a["is_closed"]]
    return content | {"attachments": open_ones}
