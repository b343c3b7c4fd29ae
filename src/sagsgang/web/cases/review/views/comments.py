"""The comments of a case: read them all, write one, answer, settle and unsettle."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.audit.answers import pressed
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.review.comment_selectors import comment_get
from sagsgang.web.cases.review.comment_services import (
    comment_add,
    comment_answer,
    comment_settle,
    comment_unsettle,
)
from sagsgang.web.cases.review.forms import AnswerForm, CommentForm
from sagsgang.web.cases.review.panel import comments_context
from sagsgang.web.cases.selectors import sections_of
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, pk: int) -> HttpResponse:
    """Every comment, and the form for a new one; a section of the address is chosen beforehand."""
    case = case_found(request, pk, "case_comments_read")
    form = None
    if request.method == "POST":
        case_found(request, pk, "case_comment")
        form = CommentForm(request.POST, sections=sections_of(case))
        if form.is_valid():
            said = form.cleaned_data

            def do() -> dict[str, Any]:
                comment = comment_add(
                    case=case,
                    actor=request.user,
                    text=said["text"],
                    section=said["section"],
                    quote=said["quote"],
                )
                return {"comment": comment.pk}

            done = form.once("comment_add", do)
            if done is not None:
                messages.success(request, _("The comment is written."))
                return see_other(_back(request, pk, done["comment"]))
    context = comments_context(request, case, form=form)
    return render(
        request,
        "cases/review/comments_page.html",
        {**(context or {}), "case": case, "trail": case_trail(case, Crumb(_("Comments")))},
        status=422 if form is not None else 200,
    )


@login_required
@require_POST
def answer(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Answer a comment."""
    case = case_found(request, pk, "case_comment")
    found = comment_get(user=request.user, case=case, pk=comment)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            made = comment_answer(comment=found, actor=request.user, text=form.cleaned_data["text"])
            return {"comment": made.pk}

        if form.once("comment_answer", do) is not None:
            messages.success(request, _("The answer is written."))
            return see_other(_back(request, pk, found.answers_id or found.pk))
    context = comments_context(request, case, answer_form=form, answers_to=found.pk)
    return render(
        request,
        "cases/review/comments_page.html",
        {**(context or {}), "case": case, "trail": case_trail(case, Crumb(_("Comments")))},
        status=422,
    )


@login_required
@require_POST
def settle(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Say that a comment is dealt with."""
    said = _("The comment is settled.")
    return _press(request, pk, comment, "comment_settle", comment_settle, said)


@login_required
@require_POST
def unsettle(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Open a settled comment again."""
    said = _("The comment is open again.")
    return _press(request, pk, comment, "comment_unsettle", comment_unsettle, said)


def _press(
    request: HttpRequest, pk: int, comment: int, name: str, do: Callable[..., None], said: str
) -> HttpResponse:
    case = case_found(request, pk)
    if not case_may(request.user, "case_comment", case):
        raise PermissionDenied(name)
    found = comment_get(user=request.user, case=case, pk=comment)
    if found is None:
        raise Http404

    def once() -> dict[str, Any]:
        do(comment=found, actor=request.user)
        return {}

    return pressed(request, name, once, said, _back(request, pk, found.answers_id or found.pk))


def _back(request: HttpRequest, pk: int, comment: int) -> str:
    """To the page that the form stood on, at the comment; only pages about comments know forms."""
    pages = {"sag": "cases:case", "skriv": "cases:write"}
    page = pages.get(request.POST.get("fra", ""), "cases:comments")
    return f"{reverse(page, kwargs={'pk': pk})}#kommentar-{comment}"
