"""Reading the comments of a case: only for those whom the gate lets."""

from dataclasses import dataclass

from django.db.models import Prefetch

from sagsgang.web.cases.models import Case, Comment
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.services.searchable import plain_text


@dataclass(frozen=True, slots=True)
class CommentThread:
    """A comment with its answers; `is_quote_there` when its words still stand in the section."""

    comment: Comment
    answers: tuple[Comment, ...]
    is_quote_there: bool


def comment_threads(*, user: object, case: Case) -> list[CommentThread] | None:
    """The comments, unsettled first, then as they came; None for those who may not read them."""
    if not case_may(user, "case_comments_read", case):
        return None
    replies = Prefetch("replies", Comment.objects.select_related("author"))
    found = case.comments.filter(answers__isnull=True)
    found = found.select_related("author", "section", "settled_by").prefetch_related(replies)
    threads = [
        CommentThread(each, tuple(each.replies.all()), _is_quote_there(each)) for each in found
    ]
    return sorted(threads, key=lambda thread: thread.comment.settled_at is not None)


def comment_get(*, user: object, case: Case, pk: int) -> Comment | None:
    """The comment of the case, for those who may read it."""
    if not case_may(user, "case_comments_read", case):
        return None
    return case.comments.filter(pk=pk).select_related("answers", "case", "section").first()


def comments_open(*, case: Case) -> int:
    """How many comments are not settled."""
    return case.comments.filter(answers__isnull=True, settled_at__isnull=True).count()


def _is_quote_there(comment: Comment) -> bool:
    if not comment.quote or comment.section is None:
        return True
    return comment.quote in plain_text(comment.section.html)
