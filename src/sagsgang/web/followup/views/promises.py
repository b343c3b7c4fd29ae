"""What the texts of cases promise: made into follow-ups, or set aside with a reason."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.cases.views.found import case_found
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.followup import services
from sagsgang.web.followup.forms.follow_ups import FollowUpForm, ReasonForm
from sagsgang.web.followup.permissions import promise_may
from sagsgang.web.followup.selectors import owners_possible
from sagsgang.web.followup.selectors.choices import plans_possible
from sagsgang.web.followup.selectors.promises import all_suggestions, meeting_for, promise_named
from sagsgang.web.followup.views.found import is_done, register_trail


@login_required
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Every promise that nobody has looked at."""
    context = {
        "rows": all_suggestions(request.user),
        "trail": register_trail(Crumb(_("Promises in the cases' text"))),
    }
    return render(request, "followup/promises.html", context)


def _found(request: HttpRequest, case: int, key: str) -> tuple[Any, Any]:
    """The case and its promise; 404 when either is not there for the reader."""
    found = case_found(request, case)
    if not promise_may(request.user, found):
        raise PermissionDenied("promise_settle")
    promise = promise_named(found, key)
    if promise is None:
        raise Http404
    return found, promise


def _trail(case: Any) -> list[Crumb]:
    own = Crumb(_("Promises in the cases' text"), reverse("followup:promises"))
    return register_trail(own, Crumb(case.title))


def _case_page(case: Any) -> str:
    return f"{reverse('cases:case', args=[case.pk])}#opfoelgning"


@login_required
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, case: int, key: str) -> HttpResponse:
    """The promise with owner and day filled in, to be followed up."""
    found, promise = _found(request, case, key)
    if promise.settled is not None and promise.settled.follow_up_id:
        return see_other(reverse("followup:follow_up", args=[promise.settled.follow_up_id]))
    meeting = meeting_for(found, promise.promise)
    form = FollowUpForm(
        request.POST or None,
        owners=owners_possible(found.body),
        plans=plans_possible(found.body),
        initial={
            "text": promise.text[:500],
            "kind": promise.kind,
            "owner": found.officer_id,
            "meeting": meeting.pk if meeting else None,
            "deadline": None if meeting else promise.promise.last,
        },
    )
    if request.method == "POST" and is_done(
        request,
        form,
        "promise_accept",
        lambda: services.promise_accept(actor=request.user, case=found, key=key, **form.wanted()),
        _("The promise is on the register."),
    ):
        return see_other(_case_page(found))
    context = {
        "form": form,
        "title": _("Follow the promise up"),
        "quote": promise.text,
        "promise": promise.promise,
        "save": _("Put on the register"),
        "back": _case_page(found),
        "trail": register_trail(
            Crumb(_("Promises in the cases' text"), reverse("followup:promises")),
            Crumb(found.title),
        ),
    }
    return render(
        request, "followup/form.html", context, status=400 if request.method == "POST" else 200
    )


@login_required
@require_http_methods(["GET", "POST"])
def set_aside(request: HttpRequest, case: int, key: str) -> HttpResponse:
    """It promises nothing that must be followed up, and why."""
    found, promise = _found(request, case, key)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and is_done(
        request,
        form,
        "promise_set_aside",
        lambda: services.promise_set_aside(
            actor=request.user, case=found, key=key, reason=form.cleaned_data["reason"]
        ),
        _("It is set aside. It can be brought back on the case's page."),
    ):
        return see_other(_case_page(found))
    context = {
        "form": form,
        "title": _("Set the promise aside"),
        "quote": promise.text,
        "save": _("Set aside"),
        "back": _case_page(found),
        "trail": register_trail(
            Crumb(_("Promises in the cases' text"), reverse("followup:promises")),
            Crumb(found.title),
        ),
    }
    return render(
        request, "followup/form.html", context, status=400 if request.method == "POST" else 200
    )


@login_required
@require_POST
def bring_back(request: HttpRequest, case: int, key: str) -> HttpResponse:
    """The suggestion is there again."""
    found = case_found(request, case)

    def do() -> dict[str, Any]:
        services.promise_bring_back(actor=request.user, case=found, key=key)
        return {}

    said = _("The promise is among the suggestions again.")
    return pressed(request, "promise_bring_back", do, said, _case_page(found))
