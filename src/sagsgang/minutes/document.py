"""The minutes or agenda of one meeting: the document that everything else is about."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainSerializer, WithJsonSchema

from sagsgang.minutes.base import Lines, Noun
from sagsgang.minutes.item import AgendaItem
from sagsgang.minutes.person import Absence, Person

#: Local time to the minute, Europe/Copenhagen, printed as 2025-05-12T16:30.
LocalTime = Annotated[
    datetime,
    PlainSerializer(lambda at: at.isoformat(timespec="minutes"), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d$"}),
]


class DocumentKind(StrEnum):
    """Minutes record decisions; an agenda has none."""

    MINUTES = "minutes"
    AGENDA = "agenda"


class Unplaced(Noun):
    """Text that found no place in the document."""

    lines: Lines
    text: str


class Source(Noun):
    """The file that was read: its name, SHA-256, format, the dialect used, and how sure the
    reading is (0–1)."""

    name: str
    sha256: str
    format: str
    dialect: str
    confidence: float


class Addendum(Noun):
    """What was added after the minutes were locked; `item` is the number of the item it is to."""

    at: LocalTime
    text: str
    item: str | None = None


class SignOff(Person):
    """A member who took part has approved the minutes, or has with a `reservation`."""

    at: LocalTime
    reservation: str | None = None


class Minutes(Noun):
    """`starts_at` is local time in Europe/Copenhagen; null fields are what the text does not
    say."""

    kind: DocumentKind
    municipality: str | None = None
    body: str | None = None
    term: str | None = None
    starts_at: LocalTime | None = None
    place: str | None = None
    members: tuple[Person, ...] = ()
    contents: tuple[str, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    source: Source
    ends_at: LocalTime | None = None
    chair: str | None = None
    present: tuple[Person, ...] = ()
    absent: tuple[Absence, ...] = ()
    officials: tuple[Person, ...] = ()
    guests: tuple[Person, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The document as JSON values: the contract's fields always, optional ones only where
        known."""
        data = self.model_dump(mode="json", by_alias=True)
        _drop_unknown(data, _OPTIONAL_OF_DOCUMENT)
        for item in data["items"]:
            _drop_unknown(item, _OPTIONAL_OF_ITEM)
            for part in [*item["sections"], *item["earlier_treatments"]]:
                if part.get("is_public", True) and not part.get("is_closed", False):
                    part.pop("is_public", None)
                    part.pop("is_closed", None)
            for table in item["tables"]:
                _drop_unknown(table, ("caption",))
            for absence in [
                *item["absent"],
                *(a for t in item["earlier_treatments"] for a in t["absent"]),
            ]:
                _drop_unknown(absence, _OPTIONAL_OF_ABSENCE)
        for absence in data.get("absent", ()):
            _drop_unknown(absence, _OPTIONAL_OF_ABSENCE)
        return data


_OPTIONAL_OF_DOCUMENT = (
    "ends_at",
    "chair",
    "present",
    "absent",
    "officials",
    "guests",
    "addenda",
    "sign_offs",
)
_OPTIONAL_OF_ITEM = (
    "kind",
    "initials",
    "route_line",
    "closed_ground",
    "late_reason",
    "guests",
    "votes",
    "dissents",
    "disqualified",
    "stopped_by",
    "attachment_files",
    "public_title",
    "public_decision",
)
_OPTIONAL_OF_ABSENCE = ("notice", "substitute")


def _drop_unknown(data: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if data.get(name) in (None, [], ()):
            data.pop(name, None)
