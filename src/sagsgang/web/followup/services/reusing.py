"""What was asked for comes back as a case of its own: last year's, used again."""

from typing import Any

from django.db import transaction

from sagsgang.web.cases.models import Case
from sagsgang.web.cases.services import case_reuse
from sagsgang.web.followup.models import FollowUp
from sagsgang.web.followup.services.follow_ups import evidence_add


@transaction.atomic
def follow_up_reuse(*, actor: Any, follow_up: FollowUp, **head: Any) -> Case:
    """A new draft by *Genbrug* of the follow-up's case, which the follow-up points at. Emits
    `case_reused` and `evidence_added`.
    """
    if follow_up.case is None:
        raise ValueError("a follow-up without a case has nothing to use again")
    case = case_reuse(actor=actor, earlier=follow_up.case, **head)
    evidence_add(actor=actor, follow_up=follow_up, text="Ny sag, der følger op", case=case)
    return case
