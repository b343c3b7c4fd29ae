"""One follow-up: what asked for it, who has it, what came of it, and where it comes back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.followup import services
from sagsgang.web.followup.forms.follow_ups import (
    AddForm,
    BodyForm,
    ClickForm,
    EvidenceForm,
    FinishForm,
    FollowUpForm,
    PutOnForm,
    ReasonForm,
    ReportForm,
)
from sagsgang.web.followup.naming import address
from sagsgang.web.followup.permissions import operations_of
from sagsgang.web.followup.selectors import (
    continued_by,
    follow_up_history,
    owners_possible,
    shown,
)
from sagsgang.web.followup.selectors.choices import (
    attachments_possible,
    bodies_written_for,
    first_unsent,
    items_possible,
    may_reuse,
    meetings_possible,
    plans_possible,
)
from sagsgang.web.followup.selectors.evidence import evidence_of
from sagsgang.web.followup.views.found import follow_up_found, is_done, register_trail
from sagsgang.web.meetings.agendas.addresses import meeting_address

#: What a form of the page does → the operation of the gate.
OPERATIONS = {
    "begin": "follow_up_begin",
    "report": "follow_up_report",
    "evidence": "evidence_add",
    "finish": "follow_up_finish",
    "drop": "follow_up_drop",
    "reopen": "follow_up_reopen",
}


@login_required
@require_http_methods(["GET", "POST"])
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about it, and what the reader may do."""
    row = follow_up_found(request, pk)
    may = operations_of(request.user, row)
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    if request.method == "POST" and asked not in OPERATIONS:
        raise Http404
    forms = _forms(request, row, asked)
    if asked and _did(request, row, asked, forms[asked]):
        return see_other(address(row))
    if asked and OPERATIONS[asked] not in may:
        raise PermissionDenied(asked)
    context = {
        "row": row,
        "shown": shown(request.user, row),
        "may": dict.fromkeys(may, True),
        "forms": {name: form for name, form in forms.items() if OPERATIONS[name] in may},
        "asked": asked,
        "evidence": evidence_of(request.user, row),
        "continued": continued_by(request.user, row),
        "may_reuse": "evidence_add" in may and may_reuse(request.user, row),
        "case_shown": row.case is not None and case_may(request.user, "case_read", row.case),
        "history": follow_up_history(row),
        "trail": register_trail(*_above(row), Crumb(row.text[:80])),
    }
    return render(request, "followup/follow_up.html", context, status=400 if asked else 200)


def _above(row: Any) -> list[Crumb]:
    return [Crumb(row.parent.text[:60], address(row.parent))] if row.parent else []


def _forms(request: HttpRequest, row: Any, asked: str) -> dict[str, Any]:
    def data(name: str) -> Any:
        return request.POST if asked == name else None

    return {
        "begin": ClickForm(data("begin"), prefix="begin"),
        "report": ReportForm(data("report"), prefix="report", initial={"result": row.result}),
        "evidence": EvidenceForm(
            data("evidence"),
            prefix="evidence",
            attachments=attachments_possible(request.user, row),
            items=items_possible(request.user, row.body),
        ),
        "finish": FinishForm(data("finish"), prefix="finish"),
        "drop": ReasonForm(data("drop"), prefix="drop"),
        "reopen": ClickForm(data("reopen"), prefix="reopen"),
    }


def _did(request: HttpRequest, row: Any, asked: str, form: Any) -> bool:
    who: dict[str, Any] = {"actor": request.user, "follow_up": row}
    given = form.cleaned_data if form.is_valid() else {}
    wanted = {name: value for name, value in given.items() if name != "operation"}
    do, said = {
        "begin": (services.follow_up_begin, _("It is in progress.")),
        "report": (services.follow_up_report, _("The secretary has your report.")),
        "evidence": (services.evidence_add, _("The evidence is added.")),
        "finish": (services.follow_up_finish, _("It is done.")),
        "drop": (services.follow_up_drop, _("It is dropped. It can be taken up again.")),
        "reopen": (services.follow_up_reopen, _("It is taken up again.")),
    }[asked]
    return is_done(request, form, OPERATIONS[asked], lambda: do(**who, **wanted), said)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Something that the secretary writes down herself, for one body at a time."""
    bodies = bodies_written_for(request.user)
    if not bodies:
        raise PermissionDenied("follow_up_add")
    chosen = BodyForm(request.POST or request.GET or None, bodies=bodies)
    body = chosen.cleaned_data["body"] if chosen.is_valid() else None
    if body is None and len(bodies) == 1:
        body = bodies[0]
    page: dict[str, Any] = {"trail": register_trail(Crumb(_("New follow-up")))}
    if body is None:
        return render(
            request, "followup/choose_body.html", {**page, "form": BodyForm(bodies=bodies)}
        )
    form = AddForm(
        request.POST or None,
        bodies=[body],
        owners=owners_possible(body),
        plans=plans_possible(body),
        initial={"body": body.pk, "kind": "report"},
    )
    if request.method == "POST" and is_done(
        request,
        form,
        "follow_up_add",
        lambda: services.follow_up_add(actor=request.user, body=body, **form.wanted()),
        _("It is on the register."),
    ):
        return see_other(_made(form, "follow_up_add"))
    context = page | {
        "form": form,
        "title": _("New follow-up"),
        "lead": body,
        "save": _("Put on the register"),
        "back": reverse("followup:register"),
    }
    return render(request, "followup/form.html", context, status=_status(request))


def _made(form: Any, name: str) -> str:
    """The page of what the form made."""
    details = operation_details(key=form.cleaned_data["operation"], name=name) or {}
    if "pk" not in details:
        return reverse("followup:register")
    return reverse("followup:follow_up", args=[details["pk"]])


def _status(request: HttpRequest) -> int:
    return 400 if request.method == "POST" else 200


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is, who has it and by when."""
    row = follow_up_found(request, pk, "follow_up_edit")
    form = FollowUpForm(
        request.POST or None,
        owners=owners_possible(row.body),
        plans=plans_possible(row.body, row),
        has_kind=row.parent_id is None,
        initial={
            "text": row.text,
            "kind": row.kind,
            "owner": row.owner_id,
            "owner_name": row.owner_name,
            "meeting": row.meeting_id,
            "deadline": row.deadline,
        },
    )
    based_on = request.POST.get("based_on", "")
    if request.method == "POST" and is_done(
        request,
        form,
        "follow_up_edit",
        lambda: services.follow_up_edit(
            actor=request.user,
            follow_up=row,
            based_on=int(based_on) if based_on.isdecimal() else None,
            **form.wanted(),
        ),
        _("It is saved."),
    ):
        return see_other(address(row))
    context = {
        "form": form,
        "row": row,
        "title": _("Change the follow-up"),
        "lead": row.text,
        "save": _("Save"),
        "back": address(row),
        "trail": register_trail(Crumb(row.text[:80], address(row)), Crumb(_("Change"))),
    }
    return render(request, "followup/form.html", context, status=_status(request))


@login_required
@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """A named part of an evaluation, or an element of an analysis."""
    row = follow_up_found(request, pk, "follow_up_edit")
    if row.parent_id is not None or row.kind not in ("evaluation", "analysis"):
        raise Http404
    form = FollowUpForm(
        request.POST or None,
        owners=owners_possible(row.body),
        plans=plans_possible(row.body, row),
        has_kind=False,
        initial={
            "owner": row.owner_id,
            "owner_name": row.owner_name,
            "meeting": row.meeting_id,
            "deadline": row.deadline,
        },
    )
    if request.method == "POST" and is_done(
        request,
        form,
        "follow_up_part",
        lambda: services.follow_up_add(
            actor=request.user, body=row.body, parent=row, **form.wanted()
        ),
        _("The part is added."),
    ):
        return see_other(address(row))
    title = _("Add a part to it") if row.kind == "evaluation" else _("Add an element")
    context = {
        "form": form,
        "title": title,
        "lead": row.text,
        "save": title,
        "back": address(row),
        "trail": register_trail(Crumb(row.text[:80], address(row)), Crumb(title)),
    }
    return render(request, "followup/form.html", context, status=_status(request))


@login_required
@require_http_methods(["GET", "POST"])
def put_on(request: HttpRequest, pk: int) -> HttpResponse:
    """On the agenda of a meeting, with the decision that asked for it."""
    row = follow_up_found(request, pk, "follow_up_put_on")
    meetings = meetings_possible(request.user, row.body)
    wanted = next((each for each in meetings if each.plan_id == row.meeting_id), None)
    wanted = wanted or first_unsent(meetings)
    form = PutOnForm(
        request.POST or None,
        meetings=meetings,
        items=items_possible(request.user, row.body),
        initial={
            "meeting": wanted.pk if wanted else None,
            "title": _("Report back: %(what)s") % {"what": row.text[:250]},
        },
    )

    def do() -> Any:
        given = form.cleaned_data
        if given["item"]:
            return services.follow_up_tie(actor=request.user, follow_up=row, item=given["item"])
        return services.follow_up_put_on(
            actor=request.user,
            follow_up=row,
            meeting=given["meeting"],
            title=given["title"],
            late_reason=given["late_reason"],
        )

    said = _("It is on the agenda, with the decision that asked for it.")
    if request.method == "POST" and is_done(request, form, "follow_up_put_on", do, said):
        meeting = form.cleaned_data["meeting"]
        return see_other(meeting_address(meeting, "building") if meeting else address(row))
    context = {
        "form": form,
        "title": _("Put on the agenda as a report back"),
        "lead": row.text,
        "save": _("Put on the agenda"),
        "back": address(row),
        "no_agenda": not meetings,
        "body": row.body,
        "trail": register_trail(Crumb(row.text[:80], address(row)), Crumb(_("Agenda"))),
    }
    return render(request, "followup/form.html", context, status=_status(request))
