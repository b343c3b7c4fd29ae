"""Reminding finance the day before an answer's deadline, and the day after that it is late."""

from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone

from sagsgang.web.bodies.models import Role
from sagsgang.web.cases.models import FinanceStatement
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import LIVING
from sagsgang.web.cases.review.people import in_role, officers_of
from sagsgang.web.cases.review.telling import tell
from sagsgang.web.jobs.services import job_enqueue

REMIND = "finance_remind"
_HOUR = time(8)


def reminder_plan(statement: FinanceStatement) -> None:
    """Leave the two jobs of a statement that has a deadline; those of the past are left out."""
    if statement.deadline is None:
        return
    for days in (-1, 1):
        day = statement.deadline + timedelta(days=days)
        run_at = datetime.combine(day, _HOUR, tzinfo=timezone.get_default_timezone())
        if run_at > timezone.now():
            job_enqueue(
                name=REMIND,
                arguments={"statement": statement.pk},
                key=f"{REMIND}:{statement.pk}:{days}",
                run_at=run_at,
            )


def finance_remind(statement: int) -> None:
    """Tell the reviewers, and the officers once it is late; nothing when it was answered."""
    found = FinanceStatement.objects.select_related("case__body").filter(pk=statement).first()
    if found is None or found.answered_at is not None or found.deadline is None:
        return
    case = found.case
    if case.state not in LIVING:
        return
    is_late = found.deadline < timezone.localdate()
    users, why = in_role(Role.FINANCE_REVIEWER, case), f"du er økonomikonsulent for {case.body}."
    about = f"Økonomipåtegningen af {case_in_words(case)}"
    text = f"{about} skal gives senest {found.deadline:%d.%m.%Y}."
    if is_late:
        text = f"{about} skulle være givet {found.deadline:%d.%m.%Y}."
    path = reverse("cases:finance", kwargs={"pk": case.pk})
    tell(users=users, case=case, code=REMIND, text=text, why=why, path=path)
    if is_late:
        told = {user.pk for user in users}
        officers = [user for user in officers_of(case) if user.pk not in told]
        why = "du er sagsbehandler på sagen."
        tell(users=officers, case=case, code=REMIND, text=text, why=why, path=path)
