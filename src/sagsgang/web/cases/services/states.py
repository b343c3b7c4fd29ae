"""How far a case has come: sent, recalled, approved, returned, revised, withdrawn, reopened,
closed.
"""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.models import Approval, Case, CaseState, CaseVersion
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.selectors import Unfinished, case_unfinished
from sagsgang.web.cases.services.locking import case_open, case_told
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal

_Reason = CaseVersion.Reason


@transaction.atomic
def case_send(*, actor: Any, case: Case) -> CaseVersion:
    """The officer has done writing: the case goes to its manager as it reads now."""
    locked = case_open(actor, "case_send", case)
    if unfinished := case_unfinished(locked):
        raise Refusal(unfinished_in_words(unfinished))
    version = version_make(case=locked, actor=actor, reason=_Reason.SENT)
    _become(locked, CaseState.SENT, case)
    _tell("case_sent", f"{actor} sendte {case_in_words(locked)} til godkendelse.", actor, locked)
    return version


def unfinished_in_words(unfinished: Unfinished) -> str:
    """What is left, in sentences that name the sections."""
    parts = []
    if unfinished.empty:
        parts.append(_("These sections are still empty: %(names)s.") % _names(unfinished.empty))
    if unfinished.lacks_points:
        parts.append(_("The recommendation has no points."))
    if unfinished.unrenewed:
        parts.append(
            _("Text of the earlier case that nobody has gone through: %(names)s.")
            % _names(unfinished.unrenewed)
        )
    if unfinished.unsettled:
        parts.append(_("Two texts wait for a choice between them."))
    return " ".join(parts)


def _names(sections: Any) -> dict[str, str]:
    return {"names": ", ".join(section.heading for section in sections)}


@transaction.atomic
def case_recall(*, actor: Any, case: Case) -> None:
    """The officer takes back what nobody has approved yet."""
    locked = case_open(actor, "case_recall", case)
    _become(locked, CaseState.DRAFT, case)
    _tell("case_recalled", f"{actor} hentede {case_in_words(locked)} hjem igen.", actor, locked)


@transaction.atomic
def case_approve(*, actor: Any, case: Case, comment: str = "") -> Approval:
    """The manager approves the case as it reads now; a secretary may put it on an agenda."""
    locked = case_open(actor, "case_approve", case)
    if unfinished := case_unfinished(locked):
        raise Refusal(unfinished_in_words(unfinished))
    version = version_make(case=locked, actor=actor, reason=_Reason.APPROVED)
    approval = Approval.objects.create(
        case=locked, version=version, is_approved=True, comment=comment.strip(), by=actor
    )
    _become(locked, CaseState.APPROVED, case)
    _tell("case_approved", f"{actor} godkendte {case_in_words(locked)}.", actor, locked)
    return approval


@transaction.atomic
def case_return(*, actor: Any, case: Case, comment: str) -> Approval:
    """The case goes back to its officer, who is told what is asked for."""
    locked = case_open(actor, "case_return", case)
    comment = comment.strip()
    if not comment:
        raise Refusal(_("Write what the officer should change."), "comment")
    version = version_make(case=locked, actor=actor, reason=_Reason.RETURNED)
    approval = Approval.objects.create(
        case=locked, version=version, is_approved=False, comment=comment, by=actor
    )
    _become(locked, CaseState.DRAFT, case)
    sentence = f"{actor} sendte {case_in_words(locked)} tilbage til {locked.officer}."
    _tell("case_returned", sentence, actor, locked)
    return approval


@transaction.atomic
def case_revise(*, actor: Any, case: Case) -> CaseVersion:
    """An approved case is opened as a draft again, for its next treatment."""
    locked = case_open(actor, "case_revise", case)
    version = version_make(case=locked, actor=actor, reason=_Reason.REVISED)
    _become(locked, CaseState.DRAFT, case)
    sentence = f"{actor} åbnede {case_in_words(locked)} igen for at skrive videre."
    _tell("case_revised", sentence, actor, locked)
    return version


@transaction.atomic
def case_withdraw(*, actor: Any, case: Case, reason: str) -> None:
    """The case goes nowhere, and it says why."""
    locked = case_open(actor, "case_withdraw", case)
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal(_("Write why the case is withdrawn."), "reason")
    if len(reason) > 300:
        raise Refusal(_("The reason is longer than 300 characters. Write it shorter."), "reason")
    locked.withdrawn_because = reason
    _become(locked, CaseState.WITHDRAWN, case)
    _tell("case_withdrawn", f"{actor} trak {case_in_words(locked)} tilbage.", actor, locked)


@transaction.atomic
def case_reopen(*, actor: Any, case: Case) -> None:
    """A withdrawn or closed case is a draft again."""
    locked = case_open(actor, "case_reopen", case)
    locked.withdrawn_because = ""
    _become(locked, CaseState.DRAFT, case)
    _tell("case_reopened", f"{actor} genåbnede {case_in_words(locked)}.", actor, locked)


@transaction.atomic
def case_close(*, actor: Any, case: Case) -> None:
    """After its last treatment the case is finished."""
    locked = case_open(actor, "case_close", case)
    _become(locked, CaseState.CLOSED, case)
    _tell("case_closed", f"{actor} afsluttede {case_in_words(locked)}.", actor, locked)


def _become(locked: Case, state: str, case: Case) -> None:
    locked.state = state
    locked.save(update_fields=["state", "withdrawn_because", "changed_at"])
    case_told(case, locked)


def _tell(code: str, sentence: str, actor: Any, case: Case) -> None:
    event_record(code=code, sentence=sentence, actor=actor, subject=case)
