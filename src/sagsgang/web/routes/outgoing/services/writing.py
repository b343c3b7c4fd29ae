"""An outgoing answer is begun and changed; any change of what is approved asks all anew."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.hearings.timing import written
from sagsgang.web.routes.models import CaseStop, OutgoingAnswer, OutgoingApproval
from sagsgang.web.routes.outgoing.notices import approvers_asked
from sagsgang.web.routes.outgoing.permissions import outgoing_begin_require, outgoing_require
from sagsgang.web.routes.outgoing.selectors import progress_of, sits_in
from sagsgang.web.routes.outgoing.services.calls import warnings_arrange
from sagsgang.web.routes.services.stops_locked import case_locked

_State = OutgoingAnswer.State


@transaction.atomic
def outgoing_begin(
    *,
    actor: Any,
    case: Case,
    recipient: str,
    subject: str,
    deadline: date,
    approvers: Sequence[Person],
    html: str = "",
    delegated_by: CaseStop | None = None,
) -> OutgoingAnswer:
    """Begin an answer to somebody's hearing; `approvers` are those it is left to.

    Emits `outgoing_begun`.
    """
    locked = case_locked(case)
    outgoing_begin_require(actor, locked)
    if deadline < timezone.localdate():
        raise Refusal(
            _("The deadline %(day)s has passed. Ask for more time, and write the new deadline.")
            % {"day": written(deadline)},
            "deadline",
        )
    chosen = _possible(locked, recipient, subject, approvers, delegated_by)
    answer = OutgoingAnswer.objects.create(
        case=locked,
        delegated_by=delegated_by,
        recipient=_line(recipient)[:200],
        subject=_line(subject)[:300],
        deadline=deadline,
        html=sanitise(html),
        created_by=actor,
    )
    OutgoingApproval.objects.bulk_create(
        OutgoingApproval(answer=answer, person=person) for person in chosen
    )
    _tell(
        "outgoing_begun",
        f"{actor} begyndte på et høringssvar til {answer.recipient} i {case_in_words(locked)}.",
        actor,
        answer,
    )
    warnings_arrange(answer)
    return answer


@transaction.atomic
def outgoing_save(
    *,
    actor: Any,
    answer: OutgoingAnswer,
    recipient: str,
    subject: str,
    deadline: date,
    html: str,
    approvers: Sequence[Person],
    revision: int,
    delegated_by: CaseStop | None = None,
) -> OutgoingAnswer:
    """Change the answer. `revision` is the one the changes are based on: somebody else's newer
    text is never overwritten. Emits `outgoing_saved`.
    """
    fresh = outgoing_open(answer)
    outgoing_require(actor, "outgoing_edit", fresh)
    if revision != fresh.revision:
        raise Refusal(
            _(
                "Somebody has changed the answer meanwhile. Your text is still here: copy it, "
                "load the page again and put the two together."
            ),
            "html",
        )
    chosen = _possible(fresh.case, recipient, subject, approvers, delegated_by)
    if deadline != fresh.deadline and deadline < timezone.localdate():
        raise Refusal(
            _("The deadline %(day)s has passed. Ask for more time, and write the new deadline.")
            % {"day": written(deadline)},
            "deadline",
        )
    before = (fresh.recipient, fresh.subject, fresh.html)
    fresh.recipient, fresh.subject = _line(recipient)[:200], _line(subject)[:300]
    fresh.html, fresh.deadline, fresh.delegated_by = sanitise(html), deadline, delegated_by
    is_new_text = before != (fresh.recipient, fresh.subject, fresh.html)
    added = _approvers_set(fresh, chosen)
    is_new_round = fresh.state != _State.DRAFT and (is_new_text or added)
    if is_new_text:
        fresh.revision += 1
        if fresh.state != _State.DRAFT:
            fresh.approvals.update(revision=fresh.revision, is_approved=None, at=None)
    if is_new_round:
        fresh.state = _State.AWAITING
    elif fresh.state == _State.AWAITING and progress_of(fresh).is_whole:
        # Those whose word was missing were taken off.
        fresh.state = _State.APPROVED
    fresh.save()
    anew = ", så alle skal godkende igen" if is_new_text and is_new_round else ""
    _tell(
        "outgoing_saved",
        f"{actor} rettede høringssvaret til {fresh.recipient} i {case_in_words(fresh.case)}{anew}.",
        actor,
        fresh,
        revision=fresh.revision,
    )
    warnings_arrange(fresh)
    if is_new_round:
        approvers_asked(fresh, again=is_new_text)
    return fresh


def outgoing_open(answer: OutgoingAnswer) -> OutgoingAnswer:
    """The answer as it is now, with its case locked."""
    case = case_locked(answer.case)
    fresh = OutgoingAnswer.objects.select_related("delegated_by__body").get(pk=answer.pk)
    fresh.case = case
    return fresh


def _approvers_set(answer: OutgoingAnswer, chosen: list[Person]) -> bool:
    """Whether somebody came to; those who are no longer chosen are taken off."""
    have = {each.person_id: each for each in answer.approvals.all()}
    wanted = {person.pk for person in chosen}
    answer.approvals.exclude(person__in=wanted).delete()
    new = [person for person in chosen if person.pk not in have]
    OutgoingApproval.objects.bulk_create(
        OutgoingApproval(answer=answer, person=person, revision=answer.revision) for person in new
    )
    return bool(new)


def _possible(
    case: Case,
    recipient: str,
    subject: str,
    approvers: Sequence[Person],
    delegated_by: CaseStop | None,
) -> list[Person]:
    if not _line(recipient):
        raise Refusal(_("Write who the answer is for."), "recipient")
    if not _line(subject):
        raise Refusal(_("Write what the answer is about."), "subject")
    chosen = list({person.pk: person for person in approvers}.values())
    if not chosen:
        raise Refusal(_("Choose at least one person who approves the answer."), "approvers")
    if delegated_by is not None and delegated_by.case_id != case.pk:
        raise Refusal(_("The treatment belongs to another case."), "delegated_by")
    for person in chosen:
        if person.municipality_id != case.municipality_id or person.user is None:
            raise Refusal(
                _("%(name)s has no account here and cannot approve.") % {"name": person},
                "approvers",
            )
        if delegated_by is not None and not sits_in(person, delegated_by.body_id):
            raise Refusal(
                _("%(name)s is not a member of %(body)s, which left the answer to its members.")
                % {"name": person, "body": delegated_by.body},
                "approvers",
            )
    return chosen


def _line(words: str) -> str:
    return " ".join(words.split())


def _tell(code: str, sentence: str, actor: Any, answer: OutgoingAnswer, **details: Any) -> None:
    event_record(
        code=code,
        sentence=sentence,
        actor=actor,
        subject=answer,
        subject_key=f"case:{answer.case_id}",
        details={"outgoing": answer.pk, **details},
    )
