"""Sagens gang: the way of a case number over bodies and meetings, with each body's decision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime

from sagsgang.minutes import AgendaItem, Minutes, Person
from sagsgang.web.archive.addresses import meeting_address
from sagsgang.web.archive.models import Item
from sagsgang.web.archive.naming import body_title, meeting_title
from sagsgang.web.archive.packing import json_to_show
from sagsgang.web.archive.pages.blocks import Block, text_blocks
from sagsgang.web.archive.pages.outcomes import CLOSED, Chip, outcome_chip
from sagsgang.web.archive.pages.timeline import timeline
from sagsgang.web.archive.selectors import address_finder, items_of_case
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.naming import body_key


@dataclass(frozen=True, slots=True)
class CaseStation:
    """A treatment of the case. `url` is empty for one that only other minutes tell of (`told_in`).

    `blocks` are the decision's words; `is_coming` is true of a treatment that was announced.
    """

    body: str
    date: date | None
    number: str = ""
    title: str = ""
    url: str = ""
    chips: tuple[Chip, ...] = ()
    blocks: tuple[Block, ...] = ()
    absent: tuple[str, ...] = ()
    told_in: str = ""
    is_coming: bool = False


@dataclass(frozen=True, slots=True)
class CasePage:
    """`number` as printed most lately, `titles` all that the case was called, newest first."""

    municipality: Municipality
    number: str
    titles: tuple[str, ...]
    stations: tuple[CaseStation, ...]
    bodies: int


def case_page(*, municipality: Municipality, slug: str) -> CasePage | None:
    """The page of a case; None when the archive has no item of it."""
    rows = items_of_case(municipality=municipality, slug=slug)
    if not rows:
        return None
    read = [(row, *_read(row)) for row in rows]
    held = [_held(row, item) for row, _, item in read]
    known = {(body_key(station.body), station.date) for station in held}
    told: dict[tuple[str, date | None], CaseStation] = {}
    for row, minutes, item in read:
        for station in _told(municipality, row, minutes, item):
            place = (body_key(station.body), station.date)
            # What a later meeting tells of is no longer to come.
            if place not in known and (place not in told or told[place].is_coming):
                told[place] = station
    stations = sorted((*held, *told.values()), key=lambda each: each.date or date.max)
    newest_first = [item for _, _, item in reversed(read)]
    return CasePage(
        municipality=municipality,
        number=next(item.case_number.text for item in newest_first if item.case_number),
        titles=tuple(dict.fromkeys(item.title for item in newest_first)),
        stations=tuple(stations),
        bodies=len({body_key(station.body) for station in stations}),
    )


def _read(row: Item) -> tuple[Minutes, AgendaItem]:
    """The document with this item alone, so that long documents cost little."""
    data = json_to_show(row.document.minutes)
    minutes = Minutes.model_validate({**data, "items": [data["items"][row.position]]})
    return minutes, minutes.items[0]


def _held(row: Item, item: AgendaItem) -> CaseStation:
    meeting = row.document.meeting
    decision = item.decision
    chip = outcome_chip(decision.outcome) if decision else None
    return CaseStation(
        body=body_title(meeting.body),
        date=localtime(meeting.starts_at).date() if meeting.starts_at else None,
        number=row.number,
        title=item.title,
        url=meeting_address(meeting, "item", item=row.slug),
        chips=tuple(each for each in (chip, CLOSED if item.is_closed else None) if each),
        blocks=text_blocks(decision.text) if decision else (),
        absent=tuple(_names(item.absent)),
    )


def _told(
    municipality: Municipality, row: Item, minutes: Minutes, item: AgendaItem
) -> Iterator[CaseStation]:
    """What the item says of the case at other meetings."""
    meeting = row.document.meeting
    told_in = f"{body_title(meeting.body)}, {meeting_title(meeting)}"
    for station in timeline(minutes, item, address_finder(municipality=municipality)):
        if station.when != "now":
            yield CaseStation(
                body=station.body,
                date=station.date,
                number=station.item or "",
                url=station.url or "",
                blocks=station.blocks,
                absent=station.absent,
                told_in=told_in,
                is_coming=station.when == "coming",
            )


def _names(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        yield f"{person.name} ({person.party})" if person.party else person.name
