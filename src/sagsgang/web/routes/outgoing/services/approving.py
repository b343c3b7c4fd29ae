"""Those it was left to approve the answer, or return it with what they want changed."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.models import OutgoingAnswer, OutgoingApproval
from sagsgang.web.routes.outgoing.notices import answer_returned, approvers_asked, approving_done
from sagsgang.web.routes.outgoing.permissions import outgoing_require
from sagsgang.web.routes.outgoing.selectors import progress_of, sits_in
from sagsgang.web.routes.outgoing.services.writing import outgoing_open

_State = OutgoingAnswer.State


@transaction.atomic
def outgoing_ask(*, actor: Any, answer: OutgoingAnswer) -> OutgoingAnswer:
    """Ask everyone it was left to, all anew. Emits `outgoing_asked`."""
    fresh = outgoing_open(answer)
    outgoing_require(actor, "outgoing_ask", fresh)
    if not has_words(fresh.html):
        raise Refusal(_("The answer has no text yet."), "html")
    words = list(fresh.approvals.select_related("person__user"))
    left_by = fresh.delegated_by
    for each in words:
        if each.person.user is None or not each.person.user.is_active:
            raise Refusal(
                _("%(name)s has no account here and cannot approve.") % {"name": each.person},
                "approvers",
            )
        if left_by is not None and not sits_in(each.person, left_by.body_id):
            raise Refusal(
                _("%(name)s has left %(body)s. Choose somebody else.")
                % {"name": each.person, "body": left_by.body},
                "approvers",
            )
    fresh.approvals.update(revision=fresh.revision, is_approved=None, comment="", at=None)
    fresh.state = _State.AWAITING
    fresh.save(update_fields=["state", "changed_at"])
    names = ", ".join(str(each.person) for each in words)
    _tell("outgoing_asked", f"{actor} bad {names} godkende", actor, fresh)
    approvers_asked(fresh)
    return fresh


@transaction.atomic
def outgoing_approve(
    *, actor: Any, answer: OutgoingAnswer, revision: int, comment: str = ""
) -> OutgoingAnswer:
    """Approve the text of `revision`; when all have, it can be sent. Emits `outgoing_approved`,
    and `outgoing_approved_by_all` at the last.
    """
    fresh, word = _word_of(actor, answer, revision)
    word.is_approved, word.comment, word.at = True, comment.strip(), timezone.now()
    word.revision = fresh.revision
    word.save()
    _tell("outgoing_approved", f"{word.person} godkendte", actor, fresh)
    if progress_of(fresh).is_whole:
        fresh.state = _State.APPROVED
        fresh.save(update_fields=["state", "changed_at"])
        _tell("outgoing_approved_by_all", "Alle har godkendt", actor, fresh)
        approving_done(fresh, actor)
    return fresh


@transaction.atomic
def outgoing_return(
    *, actor: Any, answer: OutgoingAnswer, revision: int, comment: str
) -> OutgoingAnswer:
    """Send the answer back with what should be changed. Emits `outgoing_returned`."""
    fresh, word = _word_of(actor, answer, revision)
    if not comment.strip():
        raise Refusal(_("Write what should be changed."), "comment")
    word.is_approved, word.comment, word.at = False, comment.strip(), timezone.now()
    word.revision = fresh.revision
    word.save()
    fresh.state = _State.DRAFT
    fresh.save(update_fields=["state", "changed_at"])
    _tell("outgoing_returned", f"{word.person} sendte rettelser til", actor, fresh)
    answer_returned(fresh, word, actor)
    return fresh


def _word_of(
    actor: Any, answer: OutgoingAnswer, revision: int
) -> tuple[OutgoingAnswer, OutgoingApproval]:
    fresh = outgoing_open(answer)
    outgoing_require(actor, "outgoing_approve", fresh)
    if revision != fresh.revision:
        raise Refusal(
            _("The text was changed while you read it. Read it again before you approve.")
        )
    word = fresh.approvals.select_related("person").get(person__user=actor)
    return fresh, word


def _tell(code: str, did: str, actor: Any, answer: OutgoingAnswer) -> None:
    event_record(
        code=code,
        sentence=f"{did} høringssvaret til {answer.recipient} i {case_in_words(answer.case)}.",
        actor=actor,
        subject=answer,
        subject_key=f"case:{answer.case_id}",
        details={"outgoing": answer.pk, "revision": answer.revision},
    )
