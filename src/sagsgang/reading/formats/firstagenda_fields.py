"""What FirstAgenda's JSON calls its fields, in older (Danish) and newer (English) answers."""

from collections.abc import Iterator
from typing import TypeAlias

from sagsgang.reading.formats.flow import fold

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Record: TypeAlias = dict[str, Json]

ITEMS = ("Dagsordenpunkter", "AgendaItems", "Items")
BODY = ("Udvalg", "Committee")
MEETING = ("Moede", "Meeting")
NAMES = ("Navn", "Name", "Caption", "Title", "Titel")
NUMBERS = ("Punktnummer", "Number")
CASE_NUMBERS = ("SagsNummer", "CaseNumber")
TEXTS = ("Html", "Tekst", "Text", "Content", "Body", "Value", "Decision", "Beslutning")
STARTS = ("Dato", "MeetingBeginUtc", "MeetingBegin")
ENDS = ("MeetingEndUtc", "MeetingEnd")
PLACES = ("Sted", "Location")
DESCRIPTIONS = ("Description", "Beskrivelse")
MEMBERS = ("Moededeltagere", "Participants", "Attendees")
ITEM_ATTENDEES = ("ExternalAgendaItemAttendees", "AgendaItemAttendees")
FIELDS = ("Felter", "Fields", "Presentations")
DECISIONS = ("ItemDecision", "Decision", "Beslutning")
ATTACHMENTS = ("Bilag", "Documents", "Attachments")


def record_of(record: Record, names: tuple[str, ...]) -> Record:
    """The first object that stands under one of `names`, else an empty one."""
    found = (value for name in names if isinstance(value := record.get(name), dict))
    return next(found, {})


def records(record: Record, names: tuple[str, ...]) -> Iterator[Record]:
    """The objects under `names`, alone or in lists; a bare text counts as an object's name."""
    for name in names:
        value = record.get(name)
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                yield entry
            elif text := word(entry):
                yield {NAMES[0]: text}


def words(record: Record, names: tuple[str, ...]) -> list[str]:
    """The different texts that stand under `names`, in that order, folded, none of them empty."""
    return list(dict.fromkeys(filter(None, (word(record.get(name)) for name in names))))


def word(value: Json) -> str:
    """A text or number as folded text; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return fold(str(value))
