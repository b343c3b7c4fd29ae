"""A case's way over the bodies: what has been, this meeting, and what is still to come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sagsgang.minutes import AgendaItem, EarlierTreatment, Minutes
from sagsgang.web.archive.pages.blocks import Block, text_blocks
from sagsgang.web.bodies.naming import body_key

#: Body, date, item number, case number → the address of that treatment when the archive has it.
FindAddress = Callable[[str, date | None, str | None, str | None], str | None]


@dataclass(frozen=True, slots=True)
class Station:
    """One treatment of the case; `when` is `past`, `now` or `coming`."""

    when: str
    body: str
    date: date | None
    item: str | None = None
    blocks: tuple[Block, ...] = ()
    absent: tuple[str, ...] = ()
    url: str | None = None


def timeline(minutes: Minutes, item: AgendaItem, find: FindAddress) -> tuple[Station, ...]:
    """The stations in order; empty when the item names no other treatment than this one."""
    today = minutes.starts_at.date() if minutes.starts_at else None
    now = Station("now", minutes.body or "", today, item.number)
    case = item.case_number.canonical if item.case_number else None
    past = [_earlier(treatment, case, find) for treatment in item.earlier_treatments]
    known = {(body_key(station.body), station.date) for station in past}
    coming: list[Station] = []
    # An undated stop is to come unless the route itself names this meeting further down.
    is_before_now = any(_is_now(stop.body, stop.date, now) for stop in item.case_route)
    for stop in item.case_route:
        if _is_now(stop.body, stop.date, now):
            is_before_now = False
            continue
        if (body_key(stop.body), stop.date) in known:
            continue
        is_past = stop.date < today if stop.date and today else is_before_now
        url = find(stop.body, stop.date, None, case)
        (past if is_past else coming).append(
            Station("past" if is_past else "coming", stop.body, stop.date, url=url)
        )
    if not past and not coming:
        return ()
    past.sort(key=lambda station: station.date or date.min)
    if all(station.date for station in coming):
        # Where a date is missing, the order printed says more than the dates do.
        coming.sort(key=lambda station: station.date or date.max)
    return (*past, now, *coming)


def _is_now(body: str, day: date | None, now: Station) -> bool:
    return body_key(body) == body_key(now.body) and (
        day is None or now.date is None or day == now.date
    )


def _earlier(treatment: EarlierTreatment, case: str | None, find: FindAddress) -> Station:
    return Station(
        "past",
        treatment.body,
        treatment.date,
        treatment.item,
        text_blocks(treatment.text),
        tuple(f"{a.name} ({a.party})" if a.party else a.name for a in treatment.absent),
        find(treatment.body, treatment.date, treatment.item, case),
    )
