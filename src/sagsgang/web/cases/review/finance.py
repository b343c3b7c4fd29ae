"""How a case stands with finance: whether a statement is needed, asked for, valid or outdated."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from sagsgang.web.cases.models import Case, FinanceStatement
from sagsgang.web.cases.review.money_text import money_sha256

#: What one click writes.
NOTHING_TO_REMARK = "Intet at bemærke."


class FinanceState(StrEnum):
    """`waiting`: asked, not answered; `outdated`: the text about money has changed since."""

    NOT_NEEDED = "not_needed"
    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    OUTDATED = "outdated"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class Finance:
    """`latest` is the newest answered statement, `open_one` the one that waits for its answer."""

    state: FinanceState
    latest: FinanceStatement | None
    open_one: FinanceStatement | None
    history: tuple[FinanceStatement, ...]

    @property
    def is_late(self) -> bool:
        """Whether the answer's deadline has passed."""
        deadline = self.open_one.deadline if self.open_one else None
        return deadline is not None and deadline < timezone.localdate()


def finance_of(case: Case) -> Finance:
    """The case's standing with finance as its text is now."""
    rows = case.finance_statements
    is_prefetched = "finance_statements" in getattr(case, "_prefetched_objects_cache", {})
    history = tuple(
        rows.all() if is_prefetched else rows.select_related("asked_by", "answered_by", "version")
    )
    open_one = next((row for row in history if row.answered_at is None), None)
    answered = [row for row in history if row.answered_at is not None]
    latest = max(answered, key=lambda row: (row.answered_at, row.pk)) if answered else None
    return Finance(_state(case, latest, open_one), latest, open_one, history)


def finance_sentence(case: Case) -> str:
    """What is printed under the financial section: who said what; "" while nothing valid is said.

    Plain Danish text, to be escaped where it is shown.
    """
    finance = finance_of(case)
    latest = finance.latest
    if latest is None or latest.money_sha256 != money_sha256(case):
        return ""
    return f"Økonomipåtegning: {latest.text}"


def _state(
    case: Case, latest: FinanceStatement | None, open_one: FinanceStatement | None
) -> FinanceState:
    if open_one is not None:
        return FinanceState.WAITING
    if latest is None:
        needed = case.has_financial_implications
        return FinanceState.NOT_ASKED if needed else FinanceState.NOT_NEEDED
    is_same = latest.money_sha256 == money_sha256(case)
    return FinanceState.VALID if is_same else FinanceState.OUTDATED
