"""Reading which cases wait for a finance reviewer."""

from dataclasses import dataclass

from django.db.models import F, Prefetch

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case, CaseState, FinanceStatement
from sagsgang.web.cases.permissions import LIVING, cases_readable_q
from sagsgang.web.cases.review.finance import Finance, FinanceState, finance_of

AT_MOST = 50
_WRITABLE = (CaseState.DRAFT, CaseState.SENT)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A case with how it stands with finance."""

    case: Case
    finance: Finance


def finance_queue(*, user: object) -> list[QueueRow]:
    """The cases that the user's statement is asked for, then those whose statement is outdated.

    The nearest deadline first; at most `AT_MOST` of each.
    """
    reviewed = standing_of(user).bodies_q(Role.FINANCE_REVIEWER)
    cases = Case.objects.filter(reviewed, cases_readable_q(user), state__in=LIVING)
    cases = cases.select_related("body", "officer").defer("search_text")
    statements = FinanceStatement.objects.select_related("asked_by", "answered_by", "version")
    cases = cases.prefetch_related(Prefetch("finance_statements", statements))
    waiting = cases.filter(finance_statements__answered_at__isnull=True)
    waiting = waiting.filter(finance_statements__isnull=False)
    waiting = waiting.order_by(F("finance_statements__deadline").asc(nulls_last=True), "pk")
    # Only a case that was changed after its answer can have an outdated one.
    changed = cases.filter(state__in=_WRITABLE, finance_statements__answered_at__lt=F("changed_at"))
    changed = changed.exclude(pk__in=waiting.order_by().values("pk")).distinct()
    changed = changed.prefetch_related("sections", "points")
    rows = [QueueRow(case, finance_of(case)) for case in waiting[:AT_MOST]]
    outdated = (QueueRow(case, finance_of(case)) for case in changed[:AT_MOST])
    return rows + [row for row in outdated if row.finance.state is FinanceState.OUTDATED]
