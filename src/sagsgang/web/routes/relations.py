"""Who else stands in a relation to a case because of its way: secretaries and members of the
bodies on it.

A hearing gives neither: whoever is heard sees what she was given (routes/hearings).
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import Standing
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import Relation
from sagsgang.web.routes.models import CaseStop, StopKind, StopState

#: The text was given to the body's members, or the body has treated it.
_SEEN = Q(dispatched_at__isnull=False) | Q(state=StopState.TREATED)


def _secretary_q(standing: Standing) -> Q:
    of_body = standing.bodies_q(Role.SECRETARY, "body__", body="pk")
    return of_body & ~Q(state=StopState.WITHDRAWN) & ~Q(kind=StopKind.HEARING)


def _on_route(standing: Standing, case: Case) -> bool:
    if not standing.has_any(Role.SECRETARY):
        return False
    stops = CaseStop.objects.filter(_secretary_q(standing), case=case)
    if case.state == "draft":
        stops = stops.filter(_SEEN)
    return stops.exists()


def _on_route_among(standing: Standing) -> Q:
    if not standing.has_any(Role.SECRETARY):
        return Q(pk__in=())
    stops = CaseStop.objects.filter(_secretary_q(standing), case=OuterRef("pk")).order_by()
    return Q(Exists(stops)) & (~Q(state="draft") | Q(Exists(stops.filter(_SEEN))))


def _member(standing: Standing, case: Case) -> bool:
    if not standing.seats:
        return False
    return _seats(standing).filter(case=case).exists()


def _member_among(standing: Standing) -> Q:
    if not standing.seats:
        return Q(pk__in=())
    return Q(Exists(_seats(standing).filter(case=OuterRef("pk")).order_by()))


def _seats(standing: Standing) -> QuerySet[CaseStop]:
    stops = CaseStop.objects.filter(_SEEN, body__in=standing.seats)
    return stops.exclude(kind=StopKind.HEARING)


ROUTE_SECRETARY = Relation("route_secretary", _on_route, _on_route_among)
MEMBER = Relation("member", _member, _member_among)
