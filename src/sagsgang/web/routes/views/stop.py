"""One treatment: its meeting, waiting, moving, giving out, and what it decided."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.bodies.selectors import workplace_bodies
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes import services
from sagsgang.web.routes.earlier import earlier_of
from sagsgang.web.routes.forms import (
    AppendForm,
    ClickForm,
    MeetingForm,
    MoveForm,
    PostponeForm,
    RecordForm,
    WithdrawForm,
)
from sagsgang.web.routes.moving import place_of
from sagsgang.web.routes.pages.way_page import way_of
from sagsgang.web.routes.permissions import stop_may
from sagsgang.web.routes.selectors import points_put_to, route_of
from sagsgang.web.routes.views.found import is_done, stop_found, way_trail

#: What a button of the page does → the operation of the gate.
OPERATIONS = {
    "meeting": "stop_schedule",
    "postpone": "stop_postpone",
    "withdraw": "stop_withdraw",
    "move": "stop_move",
    "decide": "stop_move",
    "dispatch": "stop_dispatch",
}


@login_required
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, pk: int, stop_pk: int) -> HttpResponse:
    """Everything that can be done with a treatment that is to come, and what was decided before."""
    found = stop_found(request, pk, stop_pk)
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    if request.method == "POST" and asked not in OPERATIONS:
        raise Http404
    may = {name: stop_may(request.user, op, found) for name, op in OPERATIONS.items()}
    shown = way_of(request.user, found.case)
    card = next(c for c in shown.cards if c.stop.pk == found.pk)
    forms = _forms(request, asked, shown.plan.meetings.get(found.body_id, []), card.proposal)
    is_over = found.state in ("treated", "withdrawn")
    if asked and (is_over or may[asked]):
        if _did(request, found, asked, forms[asked]):
            return see_other(reverse("routes:way", args=[pk]))
    elif asked:
        raise PermissionDenied(OPERATIONS[asked])
    context = {
        "case": found.case,
        "card": card,
        "may": may,
        "forms": {name: form for name, form in forms.items() if may[name]},
        "error": forms[asked].non_field_errors() if asked and not may[asked] else [],
        "earlier": earlier_of(found),
        "trail": way_trail(found.case, Crumb(str(found.body))),
    }
    return render(request, "routes/stop.html", context, status=400 if asked else 200)


def _forms(request: HttpRequest, asked: str, meetings: Any, proposal: Any) -> dict[str, Any]:
    def data(name: str) -> Any:
        return request.POST if asked == name else None

    chosen = {"meeting": proposal.pk} if proposal else None
    return {
        "meeting": MeetingForm(
            data("meeting"), prefix="meeting", meetings=meetings, initial=chosen
        ),
        "postpone": PostponeForm(data("postpone"), prefix="postpone", meetings=meetings),
        "withdraw": WithdrawForm(data("withdraw"), prefix="withdraw"),
        "move": MoveForm(data("move"), prefix="move"),
        "decide": ClickForm(data("decide"), prefix="decide"),
        "dispatch": ClickForm(data("dispatch"), prefix="dispatch"),
    }


def _did(request: HttpRequest, found: Any, asked: str, form: Any) -> bool:
    actor = request.user

    def do() -> dict[str, Any]:
        data = form.cleaned_data
        if asked == "meeting":
            services.stop_schedule(actor=actor, stop=found, meeting=data["meeting"])
            text = _("%(body)s treats the case on that meeting.")
        elif asked == "postpone":
            services.stop_postpone(
                actor=actor,
                stop=found,
                reason=data["reason"],
                until=data["until"],
                meeting=data["meeting"],
            )
            text = _("The treatment in %(body)s is postponed.")
        elif asked == "withdraw":
            services.stop_withdraw(actor=actor, stop=found, reason=data["reason"])
            text = _("The treatment in %(body)s is withdrawn.")
        elif asked == "move":
            place = place_of(found, route_of(found.case), data["where"])
            if place is not None:
                step, is_beside = place
                services.stop_move(actor=actor, stop=found, step=step, is_beside=is_beside)
            text = _("%(body)s is moved on the way.")
        elif asked == "decide":
            services.stop_let_decide(actor=actor, stop=found)
            text = _("%(body)s settles the case.")
        else:
            services.stop_dispatch(actor=actor, stop=found)
            text = _("The case is given out to %(body)s.")
        messages.success(request, text % {"body": found.body})
        return {"stop": found.pk}

    return is_done(form, f"{OPERATIONS[asked]}_{asked}", do)


@login_required
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: int, stop_pk: int) -> HttpResponse:
    """What the body decided, written by hand."""
    found = stop_found(request, pk, stop_pk)
    is_over = found.state not in ("planned", "scheduled", "postponed")
    if is_over and request.method == "GET":
        return see_other(reverse("routes:way", args=[pk]))
    if not is_over and not stop_may(request.user, "stop_record", found):
        raise PermissionDenied("stop_record")
    form = RecordForm(
        request.POST or None,
        bodies=[each for each in workplace_bodies(found.case.municipality) if each != found.body],
        points=points_put_to(found),
        initial={"decided_on": _met_on(found)},
    )

    def do() -> dict[str, Any]:
        names = ("decided_on", "item_number", "decision_text", "outcome", "next_body", "absent")
        given = {name: form.cleaned_data[name] for name in names}
        services.stop_record(
            actor=request.user, stop=found, points=form.cleaned_data["points"], **given
        )
        messages.success(
            request, _("What %(body)s decided is written down.") % {"body": found.body}
        )
        return {"stop": found.pk}

    if request.method == "POST" and is_done(form, "stop_record", do):
        return see_other(reverse("routes:way", args=[pk]))
    context = {
        "case": found.case,
        "stop": found,
        "form": form,
        "trail": way_trail(found.case, Crumb(_("Write the decision"))),
    }
    return render(request, "routes/record.html", context, status=400 if form.errors else 200)


def _met_on(found: Any) -> Any:
    today = timezone.localdate()
    if found.meeting is None:
        return None
    return min(timezone.localdate(found.meeting.starts_at), today)


@login_required
@require_http_methods(["GET", "POST"])
def append(request: HttpRequest, pk: int, stop_pk: int) -> HttpResponse:
    """An addition to a recorded decision; what stands there stays."""
    found = stop_found(request, pk, stop_pk)
    if not stop_may(request.user, "stop_append", found):
        raise PermissionDenied("stop_append")
    form = AppendForm(request.POST or None)

    def do() -> dict[str, Any]:
        made = services.stop_append(actor=request.user, stop=found, text=form.cleaned_data["text"])
        messages.success(request, _("The addition stands under the decision."))
        return {"addendum": made.pk}

    if request.method == "POST" and is_done(form, "stop_append", do):
        return see_other(reverse("routes:way", args=[pk]))
    context = {
        "case": found.case,
        "stop": found,
        "form": form,
        "trail": way_trail(found.case, Crumb(_("Add to the decision"))),
    }
    return render(request, "routes/append.html", context, status=400 if form.errors else 200)
