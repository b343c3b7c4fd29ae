"""How a meeting from FirstAgenda Publication (JSON) becomes lines that read like ordinary minutes.

The programme serves a meeting at `/api/agenda/dagsorden/{id}`: the body, the meeting, its members
and the agenda items, each with its text as HTML. The list of meetings, `/api/agenda/udvalgsliste`,
holds none of that and is refused.
"""

import json
from datetime import datetime, timedelta

from sagsgang.language.danish_time import TIME_ZONE
from sagsgang.reading.canonical import Canonical, Unreadable
from sagsgang.reading.formats.firstagenda_fields import (
    BODY,
    DESCRIPTIONS,
    ENDS,
    ITEMS,
    MEETING,
    MEMBERS,
    NAMES,
    PLACES,
    STARTS,
    Json,
    Record,
    record_of,
    records,
    words,
)
from sagsgang.reading.formats.firstagenda_item import write_item, write_text
from sagsgang.reading.formats.flow import Flow

NAME = "firstagenda"

_PLAIN_NAMES = frozenset({"dagsorden", "referat", "tillægsdagsorden", "møde"})


def is_firstagenda(data: bytes) -> bool:
    """Whether `data` is JSON that names FirstAgenda's fields, be it a meeting or a list of them."""
    if not data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"{", b"[")):
        return False
    text = _decoded(data)
    return '"Dagsordenpunkter"' in text or ('"Udvalg"' in text and '"Moede' in text)


def firstagenda_lines(data: bytes) -> Canonical:
    """The meeting in `data` as canonical text.

    Raises Unreadable when `data` is not JSON, is JSON of another shape, or holds no agenda item.
    """
    meeting = _meeting(data)
    body = " ".join(words(record_of(meeting, BODY), NAMES)[:1])
    about = record_of(meeting, MEETING)
    flow = Flow()
    flow.add("Dagsorden")  # In its place: what the title is depends on the items.
    _write_head(about, flow)
    items = [item for name in ITEMS for item in _list(meeting, name) if isinstance(item, dict)]
    # Only an answer that knows both says something: some municipalities' are all false.
    mixed = {item.get("IsOpen") for item in items} >= {True, False}
    decided = False
    for place, item in enumerate(items, start=1):
        closed = mixed and item.get("IsOpen") is False
        decided = write_item(item, place, flow, closed=closed) or decided
    flow.lines[0] = f"{_kind(meeting, about, decided)} {body}".rstrip()
    return flow.canonical(NAME)


def _meeting(data: bytes) -> Record:
    """The object that holds the agenda items."""
    try:
        answer: Json = json.loads(_decoded(data))
    except (ValueError, RecursionError):
        raise Unreadable(
            "filen er ikke gyldig JSON (måske er den ikke hentet helt); hent mødet igen"
        ) from None
    if isinstance(answer, list) and len(answer) == 1:
        answer = answer[0]
    if isinstance(answer, dict):
        if any(_list(answer, name) for name in ITEMS):
            return answer
        if any(isinstance(answer.get(name), list) for name in ITEMS):
            raise Unreadable("mødet fra FirstAgenda har ingen dagsordenspunkter")
        if "Udvalg" in answer and not record_of(answer, MEETING):
            raise Unreadable(
                "filen er FirstAgendas liste over udvalg og møder; hent ét møde ad gangen"
            )
    raise Unreadable("filen er JSON, men ikke et møde fra FirstAgenda")


def _decoded(data: bytes) -> str:
    """JSON is UTF-8, or UTF-16 or -32, which the zero bytes tell; a byte order mark is left out."""
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _list(record: Record, name: str) -> list[Json]:
    value = record.get(name)
    return value if isinstance(value, list) else []


def _kind(meeting: Record, about: Record, decided: bool) -> str:
    """What the document calls itself: minutes when anything is decided, whatever the name says."""
    if meeting.get("TillaegsDagsorden") is True or about.get("IsSupplementaryAgenda") is True:
        return "Tillægsdagsorden"
    return "Referat" if decided else "Dagsorden"


def _write_head(about: Record, flow: Flow) -> None:
    """When, where and who."""
    for name in words(about, NAMES):
        if name.lower() not in _PLAIN_NAMES:
            flow.add(name)
    start, end = (next(iter(words(about, names)), "") for names in (STARTS, ENDS))
    if start:
        flow.add(f"Mødedato {_moment(start, end)}")
    for place in words(about, PLACES):
        flow.add(f"Mødested {place}")
    present: list[str] = []
    absent: list[str] = []
    for member in records(about, MEMBERS):
        away = member.get("Absent") is True or member.get("ParticipationCancelled") is True
        (absent if away else present).extend(words(member, NAMES)[:1])
    if present:
        flow.add(f"Mødedeltagere {', '.join(present)}")
    if absent:
        flow.add(f"Fraværende: {', '.join(absent)}")
    for description in DESCRIPTIONS:
        if isinstance(text := about.get(description), str):
            write_text(text, flow)


def _moment(start: str, end: str) -> str:
    """The date and clock time of a meeting; what is no moment is given back as it stands."""
    begins, ends = _local(start), _local(end)
    if begins is None:
        return start
    text = f"{begins:%d-%m-%Y}"
    if (begins.hour, begins.minute) != (0, 0):
        text += f" kl. {begins:%H:%M}"
        if ends is not None and ends > begins and ends.date() == begins.date():
            text += f" - {ends:%H:%M}"
    return text


def _local(text: str) -> datetime | None:
    """The moment in Danish time, without zone; a moment without zone already is."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None or moment.utcoffset() in (timedelta(hours=1), timedelta(hours=2)):
            return moment.replace(tzinfo=None)
        return moment.astimezone(TIME_ZONE).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
