"""What stands beside the text of a case: comments, files, ties, finance, the way to approval."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.cases.attachments.selectors import attachment_rows
from sagsgang.web.cases.listing.link_selectors import link_rows
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.review.comment_selectors import comment_threads
from sagsgang.web.cases.review.finance import finance_of
from sagsgang.web.cases.review.forms import AnswerForm, CommentForm
from sagsgang.web.cases.selectors import sections_of


def comments_context(
    request: HttpRequest,
    case: Case,
    *,
    form: CommentForm | None = None,
    answer_form: AnswerForm | None = None,
    answers_to: int | None = None,
    origin: str = "",
) -> dict[str, Any] | None:
    """What `cases/review/comments.html` shows; None for those who may not read comments.

    `origin` is the page to return to (`sag`, `skriv`); an `answer_form` with errors belongs to the
    comment `answers_to`.
    """
    threads = comment_threads(user=request.user, case=case)
    if threads is None:
        return None
    may_comment = case_may(request.user, "case_comment", case)
    if form is None and may_comment:
        chosen = request.GET.get("afsnit", "")
        form = CommentForm(
            sections=sections_of(case),
            initial={"section": int(chosen) if chosen.isdecimal() else None},
        )
    return {
        "case": case,
        "threads": threads,
        "open_count": sum(1 for thread in threads if thread.comment.settled_at is None),
        "may_comment": may_comment,
        "form": form,
        "answer_form": answer_form or AnswerForm(),
        "answers_to": answers_to,
        "origin": origin,
    }


def comments_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """The comments beside the case as it is read."""
    return _comments(request, case, "sag")


def comments_panel_writing(request: HttpRequest, case: Case) -> SafeString | None:
    """The comments beside the case as it is written."""
    return _comments(request, case, "skriv")


def finance_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """How the case stands with finance, with a link to the statement."""
    context = {
        "case": case,
        "finance": finance_of(case),
        "may_ask": case_may(request.user, "finance_ask", case),
        "may_answer": case_may(request.user, "finance_answer", case),
    }
    return render_to_string("cases/review/finance_panel.html", context, request)


def approval_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """The way to approval, for a manager of a case that waits for it."""
    if not case_may(request.user, "case_approve", case):
        return None
    return render_to_string("cases/review/approval_panel.html", {"case": case}, request)


def attachments_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """The files that the reader may see, and the way to attach more."""
    context = {
        "case": case,
        "rows": attachment_rows(user=request.user, case=case),
        "may_attach": case_may(request.user, "case_attach", case),
    }
    return render_to_string("cases/attachments/panel.html", context, request)


def links_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """What the case is tied to, as far as the reader may read it."""
    rows = link_rows(user=request.user, case=case)
    may_edit = case_may(request.user, "case_edit", case)
    if not rows and not may_edit:
        return None
    context = {"case": case, "rows": rows, "may_edit": may_edit}
    return render_to_string("cases/listing/links_panel.html", context, request)


def _comments(request: HttpRequest, case: Case, origin: str) -> SafeString | None:
    context = comments_context(request, case, origin=origin)
    if context is None:
        return None
    return render_to_string("cases/review/comments.html", context, request)
