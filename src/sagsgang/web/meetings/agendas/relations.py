"""The chair reads the cases of the agenda she goes through before the members do."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from sagsgang.web.bodies.standing import Standing
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import Relation
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.meetings.relations import meetings_q

_DRAFTS = (MeetingState.BUILDING, MeetingState.GONE_THROUGH)


def _items(standing: Standing) -> QuerySet[Item]:
    meetings = Meeting.objects.filter(meetings_q("chair", standing), state__in=_DRAFTS)
    return Item.objects.filter(
        meeting__in=meetings.order_by(), removed_at__isnull=True, stop__isnull=False
    ).order_by()


def _goes_through(standing: Standing, case: Case) -> bool:
    return bool(standing.seats) and _items(standing).filter(stop__case=case).exists()


def _goes_through_among(standing: Standing) -> Q:
    if not standing.seats:
        return Q(pk__in=())
    return Q(Exists(_items(standing).filter(stop__case=OuterRef("pk"))))


#: She stands to such a case as a member stands to one that was given out.
GOES_THROUGH = Relation("member", _goes_through, _goes_through_among)
