"""Reading which cases wait for a finance reviewer."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case, CaseState, FinanceStatement, Section
from sagsgang.web.cases.permissions import LIVING, cases_readable_q
from sagsgang.web.cases.review.finance import Finance, FinanceState, finance_of

AT_MOST = 100
_WRITABLE = (CaseState.DRAFT, CaseState.SENT)
_TO_DO = (FinanceState.WAITING, FinanceState.OUTDATED)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A case with how it stands with finance."""

    case: Case
    finance: Finance


def finance_queue(*, user: object) -> list[QueueRow]:
    """The cases that the user's statement is asked for, then those whose statement is outdated.

    The nearest deadline first; at most `AT_MOST`.
    """
    reviewed = standing_of(user).bodies_q(Role.FINANCE_REVIEWER)
    cases = Case.objects.filter(reviewed, cases_readable_q(user), state__in=LIVING)
    cases = cases.select_related("body", "officer").defer("search_text")
    asked = FinanceStatement.objects.filter(case=OuterRef("pk"), answered_at__isnull=True)
    # Only a case that was changed after its answer can have an outdated one.
    older = FinanceStatement.objects.filter(
        case=OuterRef("pk"), answered_at__lt=OuterRef("changed_at")
    )
    cases = cases.annotate(waits=Exists(asked), asked_for=Subquery(asked.values("deadline")[:1]))
    cases = cases.filter(Q(waits=True) | Q(Exists(older), state__in=_WRITABLE))
    statements = FinanceStatement.objects.select_related("asked_by", "answered_by", "version")
    sections = Section.objects.select_related("appropriation_statement")
    cases = cases.prefetch_related(
        Prefetch("sections", sections), "points", Prefetch("finance_statements", statements)
    )
    found = cases.order_by("-waits", F("asked_for").asc(nulls_last=True), "pk")[:AT_MOST]
    rows = (QueueRow(case, finance_of(case)) for case in found)
    return [row for row in rows if row.finance.state in _TO_DO]
