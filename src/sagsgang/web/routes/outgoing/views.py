"""The pages of outgoing answers: those of a case, and the one answer, also on a telephone."""

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
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes.outgoing.forms import (
    ApproveForm,
    CopyForm,
    DispatchForm,
    GiveUpForm,
    OutgoingForm,
    ReturnForm,
)
from sagsgang.web.routes.outgoing.permissions import (
    ALLOWED,
    is_approver,
    outgoing_begin_may,
    outgoing_may,
    outgoing_require,
)
from sagsgang.web.routes.outgoing.selectors import (
    bodies_for_copy,
    is_late,
    is_urgent,
    outgoing_get,
    outgoing_of,
    progress_of,
)
from sagsgang.web.routes.outgoing.services import (
    outgoing_approve,
    outgoing_ask,
    outgoing_begin,
    outgoing_copy,
    outgoing_dispatch,
    outgoing_return,
    outgoing_save,
    outgoing_withdraw,
)

GET_POST = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def case_outgoing(request: HttpRequest, pk: int) -> HttpResponse:
    """The answers written in a case."""
    case = case_found(request, pk)
    answers = outgoing_of(request.user, case)
    may_begin = outgoing_begin_may(request.user, case)
    if not answers and not may_begin:
        raise Http404
    context = {
        "case": case,
        "rows": [
            {"answer": each, "progress": progress_of(each), "is_urgent": is_urgent(each)}
            for each in answers
        ],
        "may_begin": may_begin,
        "trail": case_trail(case, Crumb(_("Hearing answers"))),
    }
    return render(request, "routes/outgoing/list.html", context)


@login_required
@require_http_methods(GET_POST)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin an answer."""
    case = case_found(request, pk)
    if not outgoing_begin_may(request.user, case):
        raise PermissionDenied
    form = OutgoingForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            made = outgoing_begin(actor=request.user, case=case, **form.said())
            return {"outgoing": made.pk}

        details = form.once("outgoing_begin", do)
        if details is not None:
            messages.success(request, _("The draft is kept. Ask for approval when it is ready."))
            return see_other(_path(details["outgoing"]))
    return _writing(request, case, form, _("New hearing answer"), _list_path(case))


@login_required
@require_http_methods(GET_POST)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the answer."""
    answer = _asked(request, pk)
    outgoing_require(request.user, "outgoing_edit", answer)
    initial = {
        "recipient": answer.recipient,
        "subject": answer.subject,
        "deadline": answer.deadline,
        "html": answer.html,
        "delegated_by": answer.delegated_by_id or "",
        "approvers": [each.person_id for each in answer.approvals.all()],
        "revision": answer.revision,
    }
    form = OutgoingForm(request.POST or None, case=answer.case, initial=initial)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            revision = form.cleaned_data["revision"] or 0
            outgoing_save(actor=request.user, answer=answer, revision=revision, **form.said())
            return {}

        if form.once("outgoing_save", do) is not None:
            messages.success(request, _("The answer is kept."))
            return see_other(_path(pk))
    return _writing(request, answer.case, form, _("Change the answer"), _path(pk), answer)


@login_required
@require_safe
def outgoing(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer: its text first, then what the reader can do with it."""
    return _page(request, _asked(request, pk))


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for approval."""
    answer = _asked(request, pk)

    def do() -> dict[str, Any]:
        outgoing_ask(actor=request.user, answer=answer)
        return {}

    said = _("Those who approve the answer have been told.")
    return pressed(request, "outgoing_ask", do, said, _path(pk))


@login_required
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve the text as it was read."""
    answer = _asked(request, pk)
    form = ApproveForm(request.POST)

    def do() -> dict[str, Any]:
        said = form.cleaned_data
        outgoing_approve(
            actor=request.user,
            answer=answer,
            revision=said["revision"],
        )
        return {}

    return _done(request, answer, form, "outgoing_approve", do, _("You have approved the answer."))


@login_required
@require_POST
def return_(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back with what should be changed."""
    answer = _asked(request, pk)
    form = ReturnForm(request.POST)

    def do() -> dict[str, Any]:
        said = form.cleaned_data
        outgoing_return(
            actor=request.user,
            answer=answer,
            revision=said["revision"],
            comment=said["comment"],
        )
        return {}

    said = _("The answer is sent back with your comment.")
    return _done(request, answer, form, "outgoing_return", do, said, field="return_form")


@login_required
@require_POST
def dispatch(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that it was sent."""
    answer = _asked(request, pk)
    form = DispatchForm(request.POST)

    def do() -> dict[str, Any]:
        said = form.cleaned_data
        outgoing_dispatch(
            actor=request.user,
            answer=answer,
            dispatched_on=said["dispatched_on"],
            dispatched_how=said["dispatched_how"],
        )
        return {}

    said = _("It is noted that the answer was sent.")
    return _done(request, answer, form, "outgoing_dispatch", do, said, field="dispatch_form")


@login_required
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Give bodies a copy."""
    answer = _asked(request, pk)
    form = _copy_form(answer, request.POST)
    bodies = {body.pk: body for body in bodies_for_copy(answer)}

    def do() -> dict[str, Any]:
        chosen = [bodies[int(key)] for key in form.cleaned_data["bodies"]]
        made = outgoing_copy(actor=request.user, answer=answer, bodies=chosen)
        return {"copies": [each.pk for each in made]}

    said = _("The copy is on the case's way, as information.")
    return _done(request, answer, form, "outgoing_copy", do, said, field="copy_form")


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """No answer is sent."""
    answer = _asked(request, pk)
    form = GiveUpForm(request.POST)

    def do() -> dict[str, Any]:
        outgoing_withdraw(actor=request.user, answer=answer, reason=form.cleaned_data["reason"])
        return {}

    said = _("The answer is given up.")
    return _done(request, answer, form, "outgoing_withdraw", do, said, field="give_up_form")


def _asked(request: HttpRequest, pk: int) -> Any:
    found = outgoing_get(request.user, pk)
    if found is None:
        raise Http404
    return found


def _done(
    request: HttpRequest,
    answer: Any,
    form: OperationForm,
    name: str,
    do: Callable[[], dict[str, Any]],
    said: str,
    *,
    field: str = "failed_form",
) -> HttpResponse:
    if form.is_valid() and form.once(name, do) is not None:
        messages.success(request, said)
        # An approver does not see an answer that she has sent back.
        is_shown = outgoing_get(request.user, answer.pk) is not None
        return see_other(_path(answer.pk) if is_shown else reverse("routes:hearings"))
    return _page(request, answer, {field: form})


def _page(request: HttpRequest, answer: Any, forms: dict[str, Any] | None = None) -> HttpResponse:
    user: Any = request.user
    may = {operation: outgoing_may(user, operation, answer) for operation in ALLOWED}
    words = list(answer.approvals.all())
    own = next((each for each in words if each.person.user_id == user.pk), None)
    reads_case = case_may(user, "case_read", answer.case)
    trail = [Crumb(_("Hearings"), reverse("routes:hearings")), Crumb(answer.subject)]
    if reads_case:
        back = Crumb(_("Hearing answers"), _list_path(answer.case))
        trail = case_trail(answer.case, back, Crumb(answer.subject))
    context = {
        "answer": answer,
        "may": may,
        "words": words,
        "own": own if is_approver(standing_of(user), answer) else None,
        "has_said": own is not None
        and own.is_approved is not None
        and own.revision == answer.revision,
        "progress": progress_of(answer),
        "is_late": is_late(answer),
        "is_urgent": is_urgent(answer),
        "sent_late": answer.dispatched_on is not None and answer.dispatched_on > answer.deadline,
        "return_form": ReturnForm(initial={"revision": answer.revision}, auto_id="return-%s"),
        "dispatch_form": DispatchForm(
            initial={"dispatched_on": timezone.localdate()}, auto_id="dispatch-%s"
        ),
        "copy_form": _copy_form(answer),
        "give_up_form": GiveUpForm(auto_id="give-up-%s"),
        "button": OperationForm(auto_id=False),
        "trail": trail,
        **(forms or {}),
    }
    status = 422 if forms else 200
    return render(request, "routes/outgoing/answer.html", context, status=status)


def _copy_form(answer: Any, data: Any = None) -> CopyForm:
    form = CopyForm(data, auto_id="copy-%s")
    form.fields["bodies"].choices = [(body.pk, str(body)) for body in bodies_for_copy(answer)]
    if data is None and answer.delegated_by is not None:
        form.initial["bodies"] = [answer.delegated_by.body_id]
    return form


def _writing(
    request: HttpRequest,
    case: Any,
    form: OutgoingForm,
    title: str,
    back: str,
    answer: Any = None,
) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "title": title,
        "back": back,
        "answer": answer,
        "trail": case_trail(case, Crumb(_("Hearing answers"), _list_path(case)), Crumb(title)),
    }
    status = 422 if form.errors else 200
    return render(request, "routes/outgoing/write.html", context, status=status)


def _path(pk: int) -> str:
    return reverse("routes:outgoing", args=[pk])


def _list_path(case: Any) -> str:
    return reverse("routes:case_outgoing", args=[case.pk])
