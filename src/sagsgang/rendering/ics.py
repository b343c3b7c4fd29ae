"""Meetings as calendars read them (RFC 5545): an invitation to one, or a calendar to follow."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from sagsgang.language.danish_time import TIME_ZONE

Method = Literal["REQUEST", "CANCEL", "PUBLISH"]
MEDIA_TYPE = "text/calendar"
#: No line is longer than this in bytes, the break not counted.
_OCTETS = 75
#: Summer time begins and ends on the last Sunday of March and October, at one o'clock in UTC.
_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Copenhagen",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event: `uid` stays the same for ever, `sequence` counts its changes, `stamp` is when it
    was last changed. `attendee` is a name and a mail address.
    """

    uid: str
    sequence: int
    stamp: datetime
    starts_at: datetime
    ends_at: datetime
    summary: str
    place: str = ""
    description: str = ""
    url: str = ""
    organizer: tuple[str, str] | None = None
    attendee: tuple[str, str] | None = None
    is_cancelled: bool = False


def calendar_text(event: CalendarEvent, method: Method) -> str:
    """An invitation to one event, lines folded and ended as the format asks."""
    event = replace(event, is_cancelled=event.is_cancelled or method == "CANCEL")
    return _whole([*_head(method), *_event(event), "END:VCALENDAR"])


def calendar_feed(name: str, events: Iterable[CalendarEvent]) -> str:
    """A calendar that others follow: asked for anew by them, four times a day at most."""
    about = (
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    )
    lines = _head("PUBLISH", *about)
    for event in events:
        lines += _event(event)
    return _whole([*lines, "END:VCALENDAR"])


def _whole(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _head(method: Method, *about: str) -> list[str]:
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sagsgang//Sagsgang//DA",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *about,
        *_ZONE,
    ]


def _event(event: CalendarEvent) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"LAST-MODIFIED:{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/Copenhagen:{_local(event.starts_at)}",
        f"DTEND;TZID=Europe/Copenhagen:{_local(event.ends_at)}",
        f"SUMMARY:{_text(event.summary)}",
    ]
    for name, value in (("LOCATION", event.place), ("DESCRIPTION", event.description)):
        if value:
            lines.append(f"{name}:{_text(value)}")
    if event.url:
        lines.append(f"URL:{_one_line(event.url)}")
    if event.organizer:
        name, mail = event.organizer
        lines.append(f"ORGANIZER;CN={_parameter(name)}:mailto:{_one_line(mail)}")
    if event.attendee:
        name, mail = event.attendee
        lines.append(
            f"ATTENDEE;CN={_parameter(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE"
            f":mailto:{_one_line(mail)}"
        )
    return [
        *lines,
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(TIME_ZONE):%Y%m%dT%H%M%S}"


def _text(words: str) -> str:
    """A value of text: four characters have a meaning and are escaped, control ones go."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    for letter in ("\\", ";", ","):
        words = words.replace(letter, f"\\{letter}")
    return _one_line(words.replace("\n", "\\n"))


def _parameter(words: str) -> str:
    """A value of a parameter: in quotation marks, which it cannot hold itself."""
    return f'"{_one_line(words).replace(chr(34), chr(39))}"'


def _one_line(words: str) -> str:
    return "".join(letter for letter in words if letter >= " " and letter != "\x7f")


def _folded(line: str) -> str:
    """Broken so that no piece is over 75 bytes and no letter is torn; each next begins with a
    blank.
    """
    pieces, piece, size = [], "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += length
    return "\r\n".join([*pieces, piece])
