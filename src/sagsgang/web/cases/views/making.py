"""Making a case: from a template, or from an earlier case."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.cases.forms import CaseCreateForm, ReuseForm
from sagsgang.web.cases.permissions import body_may_get_case
from sagsgang.web.cases.selectors import attachments_to_reuse, reusable_cases
from sagsgang.web.cases.services import case_create, case_reuse
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new case; for those who may make one for some committee."""
    form = CaseCreateForm(request.POST or None, user=request.user)
    if not form.is_possible and not form.fields["body"].queryset.exists():
        raise PermissionDenied("case_create")
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, object]:
            data = form.cleaned_data
            case = case_create(
                actor=request.user, body=data["body"], template=data["template"], **form.head()
            )
            return {"case": case.pk}

        if (details := form.once("case_create", do)) is not None:
            messages.success(request, _("The case is made. It is a draft until you send it."))
            return see_other(reverse("cases:write", args=[details["case"]]))
    context = {
        "form": form,
        "trail": [Crumb(_("Cases"), reverse("cases:list")), Crumb(_("New case"))],
        "earlier": reusable_cases(request.user, request.GET.get("soeg", "")),
        "sought": request.GET.get("soeg", ""),
    }
    return render(request, "cases/create.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def reuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Genbrug: a new draft from this case."""
    earlier = case_found(request, pk, "case_reuse")
    if not body_may_get_case(request.user, earlier.body):
        raise PermissionDenied("case_create")
    form = ReuseForm(request.POST or None, initial={"title": earlier.title})
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, object]:
            names = ("title", "number", "is_number_confirmed", "deadline")
            given = {name: form.cleaned_data[name] for name in names}
            return {"case": case_reuse(actor=request.user, earlier=earlier, **given).pk}

        if (details := form.once("case_reuse", do)) is not None:
            messages.success(
                request, _("The text is taken over. Go through each section before you send it.")
            )
            return see_other(reverse("cases:write", args=[details["case"]]))
    context = {
        "case": earlier,
        "form": form,
        "attachments": attachments_to_reuse(request.user, earlier),
        "trail": case_trail(earlier, Crumb(_("Genbrug"))),
    }
    return render(request, "cases/reuse.html", context, status=400 if form.errors else 200)
