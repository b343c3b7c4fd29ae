"""A new case from the one that the follow-up came from."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.cases.forms import ReuseForm
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.followup import services
from sagsgang.web.followup.naming import address
from sagsgang.web.followup.selectors.choices import may_reuse
from sagsgang.web.followup.views.found import follow_up_found, is_done, register_trail


@login_required
@require_http_methods(["GET", "POST"])
def reuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Genbrug of the follow-up's case; the new draft stands at the follow-up."""
    row = follow_up_found(request, pk, "evidence_add")
    if not may_reuse(request.user, row):
        raise PermissionDenied("case_reuse")
    initial = {"title": row.case.title, "deadline": row.due}
    form = ReuseForm(request.POST or None, initial=initial)

    def do() -> object:
        names = ("title", "number", "is_number_confirmed", "deadline")
        head = {name: form.cleaned_data[name] for name in names}
        return services.follow_up_reuse(actor=request.user, follow_up=row, **head)

    said = _("The new case is a draft. Go through each section before you send it.")
    if request.method == "POST" and is_done(request, form, "follow_up_reuse", do, said):
        key = form.cleaned_data["operation"]
        made = operation_details(key=key, name="follow_up_reuse") or {}
        return see_other(reverse("cases:write", args=[made["pk"]]))
    title = _("Use the case again")
    context = {
        "form": form,
        "title": title,
        "lead": row.case.title,
        "save": _("Make the new case"),
        "back": address(row),
        "trail": register_trail(Crumb(row.text[:80], address(row)), Crumb(title)),
    }
    status = 400 if request.method == "POST" else 200
    return render(request, "followup/form.html", context, status=status)
