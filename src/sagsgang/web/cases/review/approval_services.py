"""Approving several cases at once, each with its own result; and what keeps a case from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import Happening
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.review.obstacles import obstacles_of
from sagsgang.web.cases.selectors import case_get
from sagsgang.web.cases.services import case_approve
from sagsgang.web.design.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case of several; `message` is empty when it was approved."""

    case: int
    title: str
    message: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the details of the operation."""
        return {"case": self.case, "title": self.title, "message": self.message}


def approval_refuse(happening: Happening) -> None:
    """Called when a case is approved: raises Refusal, which undoes it, while something stands in
    the way.
    """
    found = obstacles_of(happening.subject)
    if found:
        raise Refusal(" ".join(each.text for each in found))


@transaction.atomic
def cases_approve(*, keys: Iterable[int], actor: User) -> list[Outcome]:
    """Approve each case that can be; one that cannot does not keep the others back."""
    outcomes = []
    for key in dict.fromkeys(keys):
        case = case_get(actor, key)
        if case is None:
            outcomes.append(Outcome(key, _("The case"), _("It is not there any more.")))
            continue
        outcomes.append(_approve_one(case, actor))
    return outcomes


def _approve_one(case: Case, actor: User) -> Outcome:
    try:
        with transaction.atomic():
            case_approve(actor=actor, case=case)
    except Refusal as refusal:
        return Outcome(case.pk, case.title, str(refusal.message))
    except PermissionDenied:
        return Outcome(
            case.pk, case.title, _("It is not waiting for your approval: somebody was quicker.")
        )
    return Outcome(case.pk, case.title)
