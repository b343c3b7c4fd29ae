"""What a case's text promises becomes a follow-up, or is set aside with a reason."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import FollowUp, Kind, Origin, SettledPromise
from sagsgang.web.followup.permissions import promise_require
from sagsgang.web.followup.selectors.promises import promise_named
from sagsgang.web.followup.services.follow_ups import follow_up_made
from sagsgang.web.followup.services.held import words_of


@transaction.atomic
def promise_accept(
    *,
    actor: Any,
    case: Case,
    key: str,
    text: str,
    kind: str = Kind.REPORT,
    owner: User | None = None,
    owner_name: str = "",
    deadline: date | None = None,
    meeting: PlannedMeeting | None = None,
) -> FollowUp:
    """The promise is kept in mind: a follow-up of the case's body. Emits `follow_up_added`."""
    promise_require(actor, case)
    case = _locked(case)
    there = SettledPromise.objects.filter(case=case, key=key).first()
    if there is not None and there.follow_up is not None:
        return there.follow_up
    found = promise_named(case, key)
    if found is None:
        raise Refusal(_("The sentence is no longer in the case. Reload the page."))
    made = follow_up_made(
        actor,
        body=case.body,
        case=case,
        kind=kind,
        origin=Origin.PROMISE,
        text=text,
        quote=found.text,
        owner=owner,
        owner_name=owner_name,
        deadline=deadline,
        meeting=meeting,
    )
    SettledPromise.objects.update_or_create(
        case=case,
        key=key,
        defaults={
            "text": found.text,
            "follow_up": made,
            "reason": "",
            "by": actor,
            "at": timezone.now(),
        },
    )
    return made


@transaction.atomic
def promise_set_aside(*, actor: Any, case: Case, key: str, reason: str) -> SettledPromise:
    """It promises nothing that must be followed up. Emits `promise_set_aside`."""
    promise_require(actor, case)
    case = _locked(case)
    reason = words_of(reason, _("Write why it is set aside."), "reason", 300)
    found = promise_named(case, key)
    if found is None:
        raise Refusal(_("The sentence is no longer in the case. Reload the page."))
    there = SettledPromise.objects.filter(case=case, key=key).first()
    if there is not None:
        if there.follow_up_id is not None:
            raise Refusal(_("It is followed up already. Drop the follow-up instead."))
        return there
    made = SettledPromise.objects.create(
        case=case, key=key, text=found.text, reason=reason, by=actor, at=timezone.now()
    )
    _event(actor, case, "promise_set_aside", f"lagde et løfte til side i {{case}}: {reason}")
    return made


@transaction.atomic
def promise_bring_back(*, actor: Any, case: Case, key: str) -> None:
    """The suggestion is there again. Emits `promise_brought_back`."""
    promise_require(actor, case)
    case = _locked(case)
    gone, _each = SettledPromise.objects.filter(case=case, key=key, follow_up=None).delete()
    if gone:
        _event(actor, case, "promise_brought_back", "tog et løfte frem igen i {case}")


def _locked(case: Case) -> Case:
    cases = Case.objects.select_for_update(of=("self",)).select_related("body")
    return cases.get(pk=case.pk)


def _event(actor: Any, case: Case, code: str, sentence: str) -> None:
    event_record(
        code=code,
        sentence=f"{actor} {sentence.replace('{case}', case_in_words(case))}.",
        actor=actor,
        subject=case,
        subject_key=f"case:{case.pk}",
    )
