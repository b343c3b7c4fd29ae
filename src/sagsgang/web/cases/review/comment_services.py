"""Writing in the margin of a case: a comment, an answer, settled and unsettled again."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.models import Case, Comment
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.review.people import officers_of
from sagsgang.web.cases.review.telling import tell
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.design.refusal import Refusal

LONGEST = 5000


@transaction.atomic
def comment_add(
    *, case: Case, actor: User, text: str, section: int | None = None, quote: str = ""
) -> Comment:
    """Write at a section (None: the case as a whole), at the words `quote` of it if any."""
    locked = case_open(actor, "case_comment", case)
    if section is not None and not locked.sections.filter(pk=section).exists():
        raise Refusal(_("The section is not there any more. Load the page again."), "section")
    comment = Comment.objects.create(
        case=locked,
        section_id=section,
        quote=" ".join(quote.split())[:300],
        text=_checked(text),
        author=actor,
    )
    event_record(
        code="comment_added",
        sentence=f"{actor} skrev en kommentar i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"comment": comment.pk},
    )
    _tell(comment, locked, actor, f"{actor} har skrevet en kommentar i {case_in_words(locked)}.")
    return comment


@transaction.atomic
def comment_answer(*, comment: Comment, actor: User, text: str) -> Comment:
    """Answer a comment; an answer to an answer belongs to the same comment."""
    locked = case_open(actor, "case_comment", comment.case)
    first = comment.answers or comment
    answer = Comment.objects.create(
        case=locked,
        section=first.section,
        answers=first,
        text=_checked(text),
        author=actor,
    )
    event_record(
        code="comment_answered",
        sentence=f"{actor} svarede på en kommentar i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"comment": first.pk},
    )
    _tell(first, locked, actor, f"{actor} har svaret på en kommentar i {case_in_words(locked)}.")
    return answer


@transaction.atomic
def comment_settle(*, comment: Comment, actor: User) -> None:
    """Say that the comment is dealt with; doing it again changes nothing."""
    _settle(comment, actor, settled=True)


@transaction.atomic
def comment_unsettle(*, comment: Comment, actor: User) -> None:
    """Open a settled comment again."""
    _settle(comment, actor, settled=False)


def _settle(comment: Comment, actor: User, *, settled: bool) -> None:
    locked = case_open(actor, "case_comment", comment.case)
    first = Comment.objects.select_for_update().get(pk=comment.answers_id or comment.pk)
    if (first.settled_at is not None) is settled:
        return
    first.settled_at = timezone.now() if settled else None
    first.settled_by = actor if settled else None
    first.save(update_fields=["settled_at", "settled_by"])
    did = "markerede en kommentar som klaret" if settled else "genåbnede en kommentar"
    event_record(
        code="comment_settled" if settled else "comment_unsettled",
        sentence=f"{actor} {did} i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"comment": first.pk},
    )


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise Refusal(_("Write the comment first."), "text")
    if len(text) > LONGEST:
        raise Refusal(
            _("The comment is too long: at most %(n)s characters.") % {"n": LONGEST}, "text"
        )
    return text


def _tell(comment: Comment, case: Case, actor: User, text: str) -> None:
    """The officers, and those who wrote under the same comment before."""
    took_part = {comment.author_id, *comment.replies.values_list("author_id", flat=True)}
    officers = officers_of(case)
    path = f"{reverse('cases:case', kwargs={'pk': case.pk})}#kommentar-{comment.pk}"
    why = "du er sagsbehandler på sagen."
    shared = {
        "case": case,
        "code": "comment_written",
        "text": text,
        "path": path,
        "actor": actor,
        "operation": "case_comments_read",
    }
    tell(users=officers, why=why, **shared)  # type: ignore[arg-type]
    known = {user.pk for user in officers}
    others = User.objects.filter(pk__in=took_part - known, is_active=True)
    tell(users=others, why="du har skrevet i kommentaren.", **shared)  # type: ignore[arg-type]
