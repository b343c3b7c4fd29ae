"""One case's whole way, and what waits for a body."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.routes.models import LIVING, CaseStop, StopState


def route_of(case: Case) -> list[CaseStop]:
    """Every treatment of the case in order, withdrawn ones too, with what each decided."""
    stops = list(
        CaseStop.objects.filter(case=case)
        .select_related(
            "body",
            "meeting__body__municipality__settings",
            "version",
            "recorded_by",
            "referred_by__body",
            "hearing__round",
        )
        .prefetch_related("decided_points__next_body", "addenda__by")
        .order_by("step", "body__sort_key", "pk")
    )
    for stop in stops:
        # The same object: what the gate has found out about the case holds for each of them.
        stop.case = case
    return stops


def stop_get(*, case: Case, pk: int) -> CaseStop | None:
    """The treatment of this case with that key."""
    stops = CaseStop.objects.select_related("body", "meeting", "version", "recorded_by")
    found = stops.filter(case=case, pk=pk).first()
    if found:
        found.case = case
    return found


def stops_waiting(body: Body, user: Any = None) -> QuerySet[CaseStop]:
    """Treatments to come in the body, of living cases; only those `user` may read when told."""
    stops = CaseStop.objects.filter(
        body=body, state__in=LIVING, case__state__in=("draft", "sent", "approved")
    )
    if user is not None:
        stops = stops.filter(readable(user))
    return stops.select_related("case", "meeting", "body").order_by(
        "meeting__starts_at", "wanted_on", "case_id", "step"
    )


def stops_treated(body: Body, user: Any) -> QuerySet[CaseStop]:
    """What the body has treated and `user` may read, the newest first."""
    stops = CaseStop.objects.filter(readable(user), body=body, state=StopState.TREATED)
    return stops.select_related("case", "body").order_by("-decided_on", "-pk")


def readable(user: Any) -> Q:
    """The treatments of cases that the user may read."""
    cases = Case.objects.filter(cases_readable_q(user), pk=OuterRef("case_id"))
    return Q(Exists(cases.order_by()))


def points_put_to(stop: CaseStop) -> list[tuple[int, str]]:
    """The points of the recommendation that the body answers, as they were given to it."""
    if stop.version is not None:
        return [(each["number"], each["text"]) for each in stop.version.content["points"]]
    return list(stop.case.points.values_list("number", "text"))
