"""A member follows a case, or no longer does."""

from django.db import transaction

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_require
from sagsgang.web.meetings.models import FollowedCase


@transaction.atomic
def case_follow(*, actor: User, case: Case) -> FollowedCase:
    """She is told what becomes of the case, as far as she may read it. Emits `case_followed`."""
    case_require(actor, "case_read", case)
    followed, is_new = FollowedCase.objects.get_or_create(user=actor, case=case)
    if is_new:
        _leave_event("case_followed", f"{actor} følger {case_in_words(case)}.", actor)
    return followed


@transaction.atomic
def case_unfollow(*, actor: User, case: Case) -> None:
    """She is told no more; it needs no right to the case. Emits `case_unfollowed`."""
    gone, _ = FollowedCase.objects.filter(user=actor, case=case).delete()
    if gone:
        _leave_event("case_unfollowed", f"{actor} følger ikke længere en sag.", actor)


def _leave_event(code: str, sentence: str, actor: User) -> None:
    """About the person, not the case: what she follows is hers."""
    event_record(code=code, sentence=sentence, actor=actor, subject=actor)
