"""What the case's way says in the case's own text: where it goes, what was decided, who settles it.

The words are part of the case, and so they are Danish whatever language the page has.
"""

from django.utils import timezone

from sagsgang.minutes import CaseStop as Station
from sagsgang.minutes import EarlierTreatment, SectionKind
from sagsgang.reading.content.attendance import absences
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.section_lines import Lines, SectionLine
from sagsgang.web.routes.deciding import deciding_body
from sagsgang.web.routes.models import CaseStop, StopKind, StopState
from sagsgang.web.routes.planning import day_of
from sagsgang.web.routes.selectors import route_of

KINDS = (SectionKind.CASE_ROUTE, SectionKind.EARLIER_TREATMENTS, SectionKind.DECIDING_BODY)
_DOES = {
    StopKind.HEARING: "høring",
    StopKind.INFORMATION: "orientering",
    StopKind.RECOMMENDATION: "indstilling",
    StopKind.DECISION: "beslutning",
}


def lines_of(case: Case) -> Lines:
    """The lines of the three sections, from the way as it is now."""
    stops = [stop for stop in route_of(case) if stop.state != StopState.WITHDRAWN]
    treated = [stop for stop in stops if stop.state == StopState.TREATED]
    treated.sort(key=lambda stop: (str(stop.decided_on), stop.pk))
    return {
        SectionKind.CASE_ROUTE.value: tuple(_station(stop) for stop in stops),
        SectionKind.EARLIER_TREATMENTS.value: tuple(_earlier(stop) for stop in treated),
        SectionKind.DECIDING_BODY.value: _decider(case, stops),
    }


def _station(stop: CaseStop) -> SectionLine:
    on = day_of(stop)
    does = _DOES[StopKind(stop.kind)]
    if stop.is_deciding:
        does = "afgør sagen"
    elif stop.kind == StopKind.HEARING and on and stop.state != StopState.TREATED:
        does = "høring, frist for svar"
    if on is None:
        does += ", uden dato endnu"
    text = f"{stop.body} den {on:%d-%m-%Y}" if on else str(stop.body)
    return SectionLine(text, does, drawn=Station(body=str(stop.body), date=on))


def _earlier(stop: CaseStop) -> SectionLine:
    assert stop.decided_on is not None
    said = [line for line in stop.decision_text.splitlines() if line.strip()]
    said += [f"Punkt {p.numbers}: {p.text}" for p in stop.decided_points.all() if p.text]
    said += [
        f"Tilføjet {timezone.localdate(addendum.at):%d-%m-%Y}: {' '.join(addendum.text.split())}"
        for addendum in stop.addenda.all()
    ]
    absent = (f"Fraværende: {stop.absent}",) if stop.absent else ()
    number = f", punkt {stop.item_number}" if stop.item_number else ""
    return SectionLine(
        f"{stop.body} den {stop.decided_on:%d-%m-%Y}{number}",
        below=(*said, *absent),
        drawn=EarlierTreatment(
            body=str(stop.body),
            date=stop.decided_on,
            item=stop.item_number or None,
            text="\n\n".join(said),
            absent=absences(stop.absent, "Fraværende"),
        ),
    )


def _decider(case: Case, stops: list[CaseStop]) -> tuple[SectionLine, ...]:
    """The one that settles it on its way; before it has one, the one of the delegation plan."""
    settles = next((stop.body for stop in stops if stop.is_deciding), None)
    body = settles or deciding_body(case)
    return (SectionLine(str(body)),) if body else ()
