"""The checks beside the text: asked by the editor, and the forms that set a finding aside."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.cases.checks.forms import FindingForm, SuppressForm
from sagsgang.web.cases.checks.reading import TOO_MUCH, draft_read
from sagsgang.web.cases.checks.selectors import CaseFinding, as_json, case_findings
from sagsgang.web.cases.checks.services import finding_suppress, finding_unsuppress
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.selectors import case_get
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal


def _case(request: HttpRequest, pk: int) -> Any:
    case = case_get(request.user, pk)
    if case is None:
        raise Http404
    return case


def _checked_draft(request: HttpRequest, pk: int) -> JsonResponse:
    """The findings of the case with what is on the screen, saved or not, as JSON."""
    case = _case(request, pk)
    try:
        findings = case_findings(case, draft=draft_read(request.body))
    except TOO_MUCH:
        return JsonResponse(
            {"error": _("The text is too long to be checked as one writes.")}, status=413
        )
    except Refusal as refusal:
        return JsonResponse({"error": str(refusal.message)}, status=400)
    may = case_may(request.user, "finding_suppress", case)
    return JsonResponse({"findings": as_json(findings), "may_suppress": may})


@require_http_methods(["GET", "HEAD", "POST"])
def finding_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that sets a finding aside; the editor sends it too, and is told in JSON."""
    case = _may_suppress(request, pk)
    if request.method != "POST":
        form = SuppressForm(
            initial={name: request.GET.get(name, "") for name in ("rule", "fingerprint")}
        )
        return _page(request, case, form)
    form = SuppressForm(request.POST)
    done = None
    if form.is_valid():
        data = form.cleaned_data

        def do() -> dict[str, Any]:
            row = finding_suppress(
                actor=request.user,
                case=case,
                code=data["rule"],
                fingerprint=data["fingerprint"],
                reason=data["reason"],
            )
            return {"reason": row.reason}

        done = form.once("finding_suppress", do)
    if _asks_json(request):
        if done is None:
            return JsonResponse({"error": _errors(form)}, status=400)
        return JsonResponse({"set_aside": {"reason": done["reason"], "by": str(request.user)}})
    if done is None:
        return _page(request, case, form, status=422)
    messages.success(request, _("The finding is set aside. The reason is printed with the case."))
    return _back(case.pk)


@require_POST
def finding_take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo: the finding is shown again."""
    case = _may_suppress(request, pk)
    form = FindingForm(request.POST)
    done = None
    if form.is_valid():
        data = form.cleaned_data

        def do() -> dict[str, Any]:
            finding_unsuppress(
                actor=request.user, case=case, code=data["rule"], fingerprint=data["fingerprint"]
            )
            return {"taken_up": True}

        done = form.once("finding_unsuppress", do)
    if _asks_json(request):
        if done is None:
            return JsonResponse({"error": _errors(form)}, status=400)
        return JsonResponse({"set_aside": None})
    if done is None:
        messages.error(request, _errors(form))
    return _back(case.pk)


def _may_suppress(request: HttpRequest, pk: int) -> Any:
    case = _case(request, pk)
    if not case_may(request.user, "finding_suppress", case):
        raise PermissionDenied("finding_suppress")
    return case


def _page(request: HttpRequest, case: Any, form: SuppressForm, status: int = 200) -> HttpResponse:
    rule, fingerprint = form["rule"].value(), form["fingerprint"].value()
    found = [f for f in case_findings(case) if (f.rule, f.fingerprint) == (rule, fingerprint)]
    trail = [Crumb(_("Set aside a finding"))]
    context = {"case": case, "form": form, "finding": found[0] if found else None, "trail": trail}
    return render(request, "cases/checks/set_aside.html", context, status=status)


def _back(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("cases:case_checks", args=[pk]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
def case_checks(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor asks by POST; who opens the address sees every finding of what was saved."""
    if request.method == "POST":
        return _checked_draft(request, pk)
    case = _case(request, pk)
    context = {
        "case": case,
        "rows": [(finding, _button(finding)) for finding in case_findings(case)],
        "may_suppress": case_may(request.user, "finding_suppress", case),
        "trail": [Crumb(_("Checks of the case"))],
    }
    return render(request, "cases/checks/findings.html", context)


def _button(finding: CaseFinding) -> FindingForm:
    known = {"rule": finding.rule, "fingerprint": finding.fingerprint}
    return FindingForm(initial=known, auto_id=False)


def _asks_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def _errors(form: FindingForm) -> str:
    return " ".join(str(error) for errors in form.errors.values() for error in errors)
