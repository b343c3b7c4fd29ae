"""What the texts of cases promise, and what became of each promise."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from sagsgang.reading.content.promises import Promised, TextPromise, find_promises
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case, CaseState
from sagsgang.web.cases.richtext.blocks import plain_text
from sagsgang.web.followup.models import Kind, SettledPromise
from sagsgang.web.followup.permissions import promise_may, promises_may_q
from sagsgang.web.meetings.models import ItemDecision

#: So many of the cases that changed last are read for the list of every promise.
AT_MOST = 150
#: A draft promises nothing yet, and what was withdrawn no longer.
READ = (CaseState.SENT, CaseState.APPROVED, CaseState.CLOSED)
_KINDS = {
    Promised.REPORT: Kind.REPORT,
    Promised.EVALUATION: Kind.EVALUATION,
    Promised.RESUMPTION: Kind.REPORT,
}


@dataclass(frozen=True, slots=True)
class CasePromise:
    """A sentence of a case; `settled` is what somebody made of it."""

    case: Case
    key: str
    promise: TextPromise
    settled: SettledPromise | None = None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.promise.text

    @property
    def kind(self) -> str:
        """What kind of follow-up it would be."""
        return _KINDS[self.promise.promised]


def promise_key(text: str) -> str:
    """The same for the same words, however they are broken into lines."""
    return sha256(" ".join(text.split()).casefold().encode()).hexdigest()


@lru_cache(maxsize=2048)
def _read(text: str, day: date) -> tuple[TextPromise, ...]:
    return tuple(find_promises(text, day))


def promises_in(case: Case, decided: Iterable[ItemDecision] | None = None) -> list[CasePromise]:
    """Every promise of the text, read as of the day on which the case was begun; and of decisions
    from which no follow-up was made, as of the day of the meeting. `decided` are those of the
    case, where they have been asked for.
    """
    rows = _decided([case]) if decided is None else decided
    begun = timezone.localdate(case.created_at)
    texts = [(plain_text(section.html), begun) for section in case.sections.all() if section.html]
    texts += [(point.text, begun) for point in case.points.all()]
    texts += [(row.text, timezone.localdate(row.item.meeting.plan.starts_at)) for row in rows]
    settled = {row.key: row for row in case.settled_promises.all()}
    found: dict[str, CasePromise] = {}
    for text, day in texts:
        for promise in _read(text, day):
            key = promise_key(promise.text)
            found.setdefault(key, CasePromise(case, key, promise, settled.get(key)))
    return list(found.values())


def _decided(cases: Iterable[Case]) -> QuerySet[ItemDecision]:
    """The open decisions on the cases that were given out and asked for nothing by themselves."""
    rows = ItemDecision.objects.filter(
        item__stop__case__in=[case.pk for case in cases],
        item__is_closed=False,
        communicated_at__isnull=False,
        asked_for__isnull=True,
    )
    return rows.select_related("item__meeting__plan", "item__stop")


def promise_named(case: Case, key: str) -> CasePromise | None:
    """The promise with this key in the text as it is now."""
    return next((each for each in promises_in(case) if each.key == key), None)


def suggestions_of(user: Any, case: Case) -> list[CasePromise]:
    """What nobody has looked at yet, for those who may."""
    if case.state not in READ:
        return []
    # Most cases promise nothing: the gate, which asks the database, is asked of the others.
    found = _unsettled(promises_in(case))
    return found if found and promise_may(user, case) else []


def _unsettled(found: Iterable[CasePromise]) -> list[CasePromise]:
    return [each for each in found if each.settled is None]


def set_aside_of(user: Any, case: Case) -> list[SettledPromise]:
    """What was set aside in the case, for those who may bring it back."""
    if not promise_may(user, case):
        return []
    return list(case.settled_promises.filter(follow_up=None).select_related("by"))


def all_suggestions(user: Any) -> list[CasePromise]:
    """What nobody has looked at in the cases that the user is officer, manager or secretary of."""
    standing = standing_of(user)
    if standing.user is None:
        return []
    cases = Case.objects.filter(promises_may_q(user), state__in=READ).defer("search_text")
    cases = cases.select_related("body", "officer").prefetch_related(
        "sections", "points", "settled_promises"
    )
    rows = list(cases.order_by("-changed_at", "-pk")[:AT_MOST])
    decided: dict[int, list[ItemDecision]] = defaultdict(list)
    for decision in _decided(rows):
        if decision.item.stop is not None:
            decided[decision.item.stop.case_id].append(decision)
    found = (each for case in rows for each in promises_in(case, decided[case.pk]))
    return _in_order(_unsettled(found))


def _in_order(found: Iterable[CasePromise]) -> list[CasePromise]:
    return sorted(found, key=lambda each: each.promise.last or date.max)


def meeting_for(case: Case, promise: TextPromise) -> PlannedMeeting | None:
    """The last meeting of the case's body within the days promised, when there is one to come."""
    if promise.first is None or promise.last is None:
        return None
    found = PlannedMeeting.objects.filter(
        Q(starts_at__date__gte=max(promise.first, timezone.localdate())),
        body=case.body_id,
        cancelled_because="",
        starts_at__date__lte=promise.last,
    )
    return found.order_by("-starts_at").first()
