"""T02: a body that is to be heard meets after the body that decides."""

from collections.abc import Iterator
from datetime import date

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, CaseStop, Minutes, SectionKind
from sagsgang.reference.bodies import body_key, same_body

CODE = "T02"
TITLE = Words(da="Hørt efter at sagen er afgjort", en="Heard after the deciding body has decided")
FAMILY = Family.TIME
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The stops of every item's route, against the last date of the deciding body."""
    for number, item in enumerate(minutes.items):
        decided = _decided(item)
        if decided is None:
            continue
        body, day = decided
        for stop in item.case_route:
            if stop.date is None or stop.date <= day or not _is_heard(stop):
                continue
            route = item.sections_of(SectionKind.CASE_ROUTE)
            yield context.finding(
                context.say(
                    da=f"{stop.body} behandler sagen den {_day(stop.date)}, "
                    f"efter at {body} har afgjort den ({_day(day)}).",
                    en=f"{stop.body} takes the case on {stop.date.isoformat()}, "
                    f"after {body} has decided it on {day.isoformat()}.",
                ),
                confidence=0.9,
                item=item,
                lines=route[0].lines if route else item.lines,
                printed=[f"{stop.body} den {_day(stop.date)}", f"{body} den {_day(day)}"],
                suggestion=context.say(
                    da="Læg høringen før afgørelsen, eller ret datoen.",
                    en="Hear the body before the decision, or correct the date.",
                ),
                place=Place(item=number),
            )


def _decided(item: AgendaItem) -> tuple[str, date] | None:
    """The deciding body and its last date on the route: the council, else the one named as
    deciding.
    """
    stops = [stop for stop in item.case_route if stop.date is not None]
    wanted = [stop for stop in stops if same_body(stop.body, "Byrådet")]
    if not wanted and item.deciding_body:
        wanted = [stop for stop in stops if same_body(stop.body, item.deciding_body)]
    if not wanted:
        return None
    last = max((stop.date, stop.body) for stop in wanted if stop.date is not None)
    return last[1], last[0]


def _is_heard(stop: CaseStop) -> bool:
    """Advisory councils, MED bodies and hearings; never the municipality's own council."""
    if same_body(stop.body, "Byrådet"):
        return False
    words = body_key(stop.body)
    return bool(words) and (
        words[-1] == "råd" or "med" in words or any("høring" in word for word in words)
    )


def _day(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year}"
