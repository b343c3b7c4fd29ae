"""The page of what a case is tied to: other cases, the archive, and policies."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.cases.listing.forms import LinkForm
from sagsgang.web.cases.listing.link_selectors import (
    cases_to_link,
    link_rows,
)
from sagsgang.web.cases.listing.link_services import (
    case_link_address,
    case_link_remove,
)
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
@require_safe
def links(request: HttpRequest, pk: int) -> HttpResponse:
    """The ties, the search for more, and the policies."""
    return _page(request, pk)


@login_required
@require_POST
def link_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Tie the case to what is at an address."""
    case = case_found(request, pk, "case_edit")
    form = LinkForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            said = form.cleaned_data
            link = case_link_address(
                case=case,
                actor=request.user,
                address=said["address"],
                relation=said["relation"],
                title=said["title"],
            )
            return {"link": link.pk}

        if form.once("case_link_add", do) is not None:
            messages.success(request, _("It is tied to the case."))
            return see_other(_path(pk))
    return _page(request, pk, link_form=form)


@login_required
@require_POST
def link_remove(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Untie."""
    case = case_found(request, pk, "case_edit")

    def do() -> dict[str, Any]:
        case_link_remove(case=case, actor=request.user, link=link)
        return {}

    return pressed(request, "case_link_remove", do, _("It is no longer tied."), _path(pk))


def _page(
    request: HttpRequest,
    pk: int,
    *,
    link_form: LinkForm | None = None,
) -> HttpResponse:
    case = case_found(request, pk)
    words = request.GET.get("q", "").replace("\x00", "")[:200]
    has_error = link_form is not None and link_form.errors
    may_edit = case_may(request.user, "case_edit", case)
    context = {
        "case": case,
        "rows": link_rows(user=request.user, case=case),
        "policies": list(case.policies.all()),
        "may_edit": may_edit,
        "words": words,
        "found": cases_to_link(user=request.user, case=case, words=words) if may_edit else [],
        "link_form": link_form or LinkForm(auto_id="link-%s"),
        "trail": case_trail(case, Crumb(_("Earlier and related cases"))),
    }
    return render(request, "cases/listing/links.html", context, status=422 if has_error else 200)


def _path(pk: int) -> str:
    return reverse("cases:links", kwargs={"pk": pk})
