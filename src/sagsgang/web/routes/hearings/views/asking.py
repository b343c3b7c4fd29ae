"""The pages of those who ask: the overview of a case's hearings, and what is done with them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes.hearings.forms import (
    ExtendForm,
    ReasonForm,
    RecordForm,
    StartForm,
    WithdrawForm,
)
from sagsgang.web.routes.hearings.permissions import (
    hearing_may,
    hearing_start_may,
    round_may,
)
from sagsgang.web.routes.hearings.selectors import (
    Overview,
    hearing_of_case,
    overview_of,
    overviews,
    round_get,
    rounds_of,
)
from sagsgang.web.routes.hearings.services import (
    answer_record,
    collected_html,
    hearing_close,
    hearing_collect,
    hearing_extend,
    hearing_remind,
    hearing_start,
    hearing_withdraw,
)
from sagsgang.web.routes.hearings.views.received import received_in

GET_POST = ["GET", "HEAD", "POST"]


def case_followed(request: HttpRequest, pk: int) -> Any:
    """The case, when its hearings may be followed or one begun; 404 otherwise."""
    case = case_found(request, pk)
    if not hearing_start_may(request.user, case) and not rounds_of(request.user, case):
        raise Http404
    return case


@login_required
@require_safe
def case_hearings(request: HttpRequest, pk: int) -> HttpResponse:
    """Every hearing of the case, body by body."""
    case = case_followed(request, pk)
    user = request.user
    shown = [_with_rights(user, each) for each in overviews(rounds_of(user, case))]
    context = {
        "case": case,
        "shown": shown,
        "may_start": hearing_start_may(user, case) and not case.is_closed,
        "button": OperationForm(auto_id=False),
        "trail": case_trail(case, Crumb(_("Hearings"))),
    }
    return render(request, "routes/hearings/overview.html", context)


def _with_rights(user: Any, overview: Overview) -> dict[str, Any]:
    asked = overview.asked
    return {
        "overview": overview,
        "may_extend": round_may(user, "hearing_extend", asked),
        "may_close": round_may(user, "hearing_close", asked),
        "may_collect": round_may(user, "hearing_collect", asked),
        "rows": [
            {
                "row": row,
                "may_record": hearing_may(user, "hearing_record", row.hearing),
                "may_remind": hearing_may(user, "hearing_remind", row.hearing),
                "may_withdraw": hearing_may(user, "hearing_withdraw", row.hearing),
            }
            for row in overview.rows
        ],
    }


@login_required
@require_http_methods(GET_POST)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a hearing."""
    case = case_followed(request, pk)
    if not hearing_start_may(request.user, case):
        raise PermissionDenied
    form = StartForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def do() -> dict[str, Any]:
            asked = hearing_start(
                actor=request.user,
                case=case,
                bodies=form.chosen(),
                sections={int(key) for key in said["sections"]},
                attachments={int(key) for key in said["attachments"]},
                with_points=said["with_points"],
                question=said["question"],
                deadline=said["deadline"],
                remind_on=said["remind_on"],
            )
            return {"round": asked.pk}

        details = form.once("hearing_start", do)
        if details is not None:
            asked = round_get(request.user, case, details["round"])
            if asked is not None:
                _say_started(request, overview_of(asked))
            return see_other(reverse("routes:case_hearings", args=[pk]))
    context = {
        "case": case,
        "form": form,
        "trail": _trail(case, _("New hearing")),
    }
    return render(request, "routes/hearings/start.html", context, status=_status(form))


def _say_started(request: HttpRequest, overview: Overview) -> None:
    count = len(overview.rows)
    said = ngettext("%(n)s body is asked.", "%(n)s bodies are asked.", count)
    messages.success(request, said % {"n": count})
    for row in overview.rows:
        for note in row.notes:
            messages.warning(request, note if str(row.body) in note else f"{row.body}: {note}")


@login_required
@require_http_methods(GET_POST)
def extend(request: HttpRequest, pk: int, round: int) -> HttpResponse:
    """More time for everybody."""
    case, asked = _round(request, pk, round, "hearing_extend")
    form = ExtendForm(request.POST or None)

    def do() -> dict[str, Any]:
        said = form.cleaned_data
        hearing_extend(
            actor=request.user, asked=asked, deadline=said["deadline"], reason=said["reason"]
        )
        return {}

    return _form_page(
        request,
        case,
        form,
        "hearing_extend",
        do,
        title=_("Extend the deadline"),
        button=_("Extend and tell all"),
        said=_("The deadline is extended, and all who are asked have been told."),
        lead=_("Everybody who is asked gets the new deadline."),
    )


@login_required
@require_http_methods(GET_POST)
def close(request: HttpRequest, pk: int, round: int) -> HttpResponse:
    """No more answers."""
    case, asked = _round(request, pk, round, "hearing_close")
    form = ReasonForm(request.POST or None)
    missing = overview_of(asked).missing

    def do() -> dict[str, Any]:
        hearing_close(actor=request.user, asked=asked, reason=form.cleaned_data["reason"])
        return {}

    lead = _("Everybody has answered. No newer answers are taken after this.")
    if missing:
        lead = ngettext(
            "%(n)s body has not answered, and cannot after this.",
            "%(n)s bodies have not answered, and cannot after this.",
            missing,
        ) % {"n": missing}
    return _form_page(
        request,
        case,
        form,
        "hearing_close",
        do,
        title=_("Close the hearing"),
        button=_("Close the hearing"),
        said=_("The hearing is closed."),
        lead=lead,
    )


@login_required
@require_http_methods(GET_POST)
def withdraw(request: HttpRequest, pk: int, hearing: int) -> HttpResponse:
    """One body need not answer."""
    case, found = _hearing(request, pk, hearing, "hearing_withdraw")
    form = WithdrawForm(request.POST or None)

    def do() -> dict[str, Any]:
        hearing_withdraw(actor=request.user, hearing=found, reason=form.cleaned_data["reason"])
        return {}

    words = {"body": found.stop.body}
    return _form_page(
        request,
        case,
        form,
        "hearing_withdraw",
        do,
        title=_("Take %(body)s out of the hearing") % words,
        button=_("Take out"),
        said=_("%(body)s is taken out of the hearing.") % words,
        lead=_("The body is told why. It stays on the case's way, as taken out."),
    )


@login_required
@require_POST
def remind(request: HttpRequest, pk: int, hearing: int) -> HttpResponse:
    """Remind one body now."""
    case, found = _hearing(request, pk, hearing, "hearing_remind")

    def do() -> dict[str, Any]:
        hearing_remind(actor=request.user, hearing=found)
        return {}

    said = _("%(body)s has been reminded.") % {"body": found.stop.body}
    path = reverse("routes:case_hearings", args=[case.pk])
    return pressed(request, "hearing_remind", do, said, path)


@login_required
@require_http_methods(GET_POST)
def record(request: HttpRequest, pk: int, hearing: int) -> HttpResponse:
    """What a body answered outside the system."""
    case, found = _hearing(request, pk, hearing, "hearing_record")
    form = RecordForm(
        request.POST or None,
        request.FILES or None,
        initial={"answered_on": timezone.localdate()},
    )
    files = received_in(form) if request.method == "POST" and form.is_valid() else []

    def do() -> dict[str, Any]:
        said = form.cleaned_data
        answer = answer_record(
            actor=request.user,
            hearing=found,
            answered_on=said["answered_on"],
            answered_by=said["answered_by"],
            received_how=said["received_how"],
            html=said["html"],
            is_nothing_to_remark=said["is_nothing_to_remark"],
            absent=said["absent"],
            dissent=said["dissent"],
            files=files,
        )
        return {"answer": answer.pk}

    words = {"body": found.stop.body}
    return _form_page(
        request,
        case,
        form,
        "hearing_record",
        do,
        title=_("Record the answer of %(body)s") % words,
        button=_("Record the answer"),
        said=_("The answer of %(body)s is recorded.") % words,
        lead=_("For a body that answers outside the system: by mail, on paper or by telephone."),
    )


@login_required
@require_http_methods(GET_POST)
def answers(request: HttpRequest, pk: int, round: int) -> HttpResponse:
    """All answers as one text; posted, they are laid in the case."""
    case, asked = _round(request, pk, round)
    overview = overview_of(asked)
    may_collect = round_may(request.user, "hearing_collect", asked)
    if request.method == "POST":
        if not may_collect:
            raise PermissionDenied

        def do() -> dict[str, Any]:
            return {"section": hearing_collect(actor=request.user, asked=asked).pk}

        path = reverse("routes:hearing_answers", args=[pk, round])
        return pressed(request, "hearing_collect", do, _("The answers are in the case."), path)
    rows = overview.answered
    context = {
        "case": case,
        "asked": asked,
        "overview": overview,
        "html": collected_html(asked, rows),
        "may_collect": may_collect and rows and case.state in ("draft", "sent", "approved"),
        "button": OperationForm(auto_id=False),
        "trail": _trail(case, _("Answers")),
    }
    return render(request, "routes/hearings/answers.html", context)


def _form_page(
    request: HttpRequest,
    case: Any,
    form: OperationForm,
    name: str,
    do: Callable[[], dict[str, Any]],
    *,
    title: str,
    button: str,
    said: str,
    lead: str,
) -> HttpResponse:
    """A form about a hearing: done, back to the overview; refused, what was typed stays."""
    back = reverse("routes:case_hearings", args=[case.pk])
    if request.method == "POST" and form.is_valid() and form.once(name, do) is not None:
        messages.success(request, said)
        return see_other(back)
    context = {
        "form": form,
        "title": title,
        "button": button,
        "lead": lead,
        "back": back,
        "trail": _trail(case, title),
    }
    return render(request, "routes/hearings/form.html", context, status=_status(form))


def _round(
    request: HttpRequest, pk: int, round: int, operation: str | None = None
) -> tuple[Any, Any]:
    case = case_found(request, pk)
    asked = round_get(request.user, case, round)
    if asked is None:
        raise Http404
    if operation and request.method != "POST" and not round_may(request.user, operation, asked):
        raise PermissionDenied
    return case, asked


def _hearing(request: HttpRequest, pk: int, hearing: int, operation: str) -> tuple[Any, Any]:
    case = case_found(request, pk)
    found = hearing_of_case(case, hearing)
    if found is None or not round_may(request.user, "hearing_follow", found.round):
        raise Http404
    # What happened meanwhile is told by the operation itself, when it is asked for.
    if request.method != "POST" and not hearing_may(request.user, operation, found):
        raise PermissionDenied
    return case, found


def _trail(case: Any, text: Any) -> list[Crumb]:
    back = Crumb(_("Hearings"), reverse("routes:case_hearings", args=[case.pk]))
    return case_trail(case, back, Crumb(text))


def _status(form: OperationForm) -> int:
    return 422 if form.errors else 200
