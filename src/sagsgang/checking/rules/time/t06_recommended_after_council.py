"""T06: a committee that recommends meets after the council that decides."""

from collections.abc import Iterator
from datetime import date

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, CaseStop, Minutes, SectionKind
from sagsgang.reference.bodies import body_key, same_body

CODE = "T06"
TITLE = Words(da="Behandlet efter at byrådet har afgjort", en="Treated after the council decides")
FAMILY = Family.TIME
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The committees on every item's route that come after the council's last date."""
    for number, item in enumerate(minutes.items):
        council = _council(item)
        if council is None or council.date is None or _is_past(council.date, minutes):
            continue
        for stop in item.case_route:
            if stop.date is not None and stop.date > council.date and _recommends(stop):
                yield _finding(context, number, item, stop, council)


def _finding(
    context: Context, number: int, item: AgendaItem, stop: CaseStop, council: CaseStop
) -> Answer:
    route = item.sections_of(SectionKind.CASE_ROUTE)
    return context.finding(
        context.say(
            da=f"{stop.body} behandler sagen den {_day(stop.date)}, men {council.body} har afgjort "
            f"den allerede den {_day(council.date)}.",
            en=f"{stop.body} takes the case on {stop.date}, but {council.body} has decided it on "
            f"{council.date}.",
        ),
        confidence=0.9,
        item=item,
        lines=route[0].lines if route else item.lines,
        printed=[
            f"{stop.body} den {_day(stop.date)}",
            f"{council.body} den {_day(council.date)}",
        ],
        suggestion=context.say(
            da="Ret datoen, eller lad udvalget behandle sagen før byrådet.",
            en="Correct the date, or let the committee take the case before the council.",
        ),
        place=Place(item=number),
    )


def _is_past(day: date, minutes: Minutes) -> bool:
    """True when the council took the case before this meeting: then it has come back."""
    return minutes.starts_at is not None and day < minutes.starts_at.date()


def _council(item: AgendaItem) -> CaseStop | None:
    stops = [stop for stop in item.case_route if stop.date and same_body(stop.body, "Byrådet")]
    return max(stops, key=lambda stop: stop.date or date.min, default=None)


def _recommends(stop: CaseStop) -> bool:
    """True for committees; advisory councils and MED bodies are heard, which T02 looks at."""
    if same_body(stop.body, "Byrådet"):
        return False
    words = body_key(stop.body)
    return bool(words) and words[-1].endswith("udvalg") and "med" not in words


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""
