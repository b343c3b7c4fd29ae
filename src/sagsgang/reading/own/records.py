"""One line of our own layout → a person, a station, an attachment: the pieces between the signs."""

import re
from datetime import date, datetime

from sagsgang.language.printed import list_read, record_read, value_read
from sagsgang.language.printed_dates import day_read, moment_read
from sagsgang.minutes import (
    Absence,
    AttachmentFile,
    CaseNumber,
    CaseStop,
    FigureSource,
    FollowUp,
    Person,
    Reference,
    SignOff,
    UsedFigure,
    Vote,
)
from sagsgang.minutes.labels import (
    CASE_NUMBER_KINDS,
    FOLLOW_UPS,
    NOTICES,
    Said,
    word_read,
)
from sagsgang.reading.own.figure_words import amount_read, period_read
from sagsgang.reading.own.walk import NotOurs

_WITH_PARTY = re.compile(r"(.+) \(([^()]+)\)")


class Pieces:
    """The pieces of a record behind its first, taken one by one; none may be left."""

    def __init__(self, shown: str, *, has_first: bool = True) -> None:
        pieces = record_read(shown)
        self.first = pieces[0] if has_first else ""
        self._rest = pieces[1:] if has_first else pieces

    def value(self, label: str) -> str | None:
        """What stands behind "label: "; None when no piece does."""
        for piece in self._rest:
            if piece.startswith(f"{label}: "):
                self._rest.remove(piece)
                return piece[len(label) + 2 :]
        return None

    def text(self, label: str) -> str | None:
        """The text that stands behind "label: "."""
        value = self.value(label)
        return None if value is None else value_read(value)

    def names(self, label: str) -> tuple[str, ...]:
        """The list that stands behind "label: "."""
        value = self.value(label)
        return () if value is None else list_read(value)

    def has(self, word: str) -> bool:
        """Whether a piece is this word."""
        if word not in self._rest:
            return False
        self._rest.remove(word)
        return True

    def day(self) -> date | None:
        """The day that is a piece of its own."""
        for piece in self._rest:
            if (day := day_read(piece)) is not None:
                self._rest.remove(piece)
                return day
        return None

    def rest(self) -> list[str]:
        """What is left, taken."""
        rest, self._rest = self._rest, []
        return rest

    def finish(self) -> None:
        """Raises NotOurs when a piece is left."""
        if self._rest:
            raise NotOurs(f"record: {self._rest[0]}")


def name_and_party(words: str) -> tuple[str, str | None]:
    """ "Ada Holm (A)" as the name and the party."""
    match = _WITH_PARTY.fullmatch(words)
    return (value_read(match[1]), value_read(match[2])) if match else (value_read(words), None)


def _person(pieces: Pieces) -> tuple[str, str | None]:
    if pieces.has(Said.NO_PARTY):
        return value_read(pieces.first), None
    if (party := pieces.text(Said.PARTY)) is not None:
        return value_read(pieces.first), party
    return name_and_party(pieces.first)


def person_read(shown: str) -> Person:
    pieces = Pieces(shown)
    name, party = _person(pieces)
    pieces.finish()
    return Person(name=name, party=party)


def absence_read(shown: str) -> Absence:
    pieces = Pieces(shown)
    name, party = _person(pieces)
    notice = next((notice for notice, word in NOTICES.items() if pieces.has(word)), None)
    substitute = pieces.text(Said.SUBSTITUTE)
    pieces.finish()
    return Absence(name=name, party=party, notice=notice, substitute=substitute)


def sign_off_read(shown: str) -> SignOff:
    pieces = Pieces(shown)
    name, party = _person(pieces)
    at = moment_read(pieces.value(Said.AT) or "")
    reservation = pieces.text(Said.RESERVATION)
    pieces.finish()
    if at is None:
        raise NotOurs("sign_offs")
    return SignOff(name=name, party=party, at=at, reservation=reservation)


def case_number_read(shown: str) -> CaseNumber:
    pieces = Pieces(shown)
    text = value_read(pieces.first)
    canonical = pieces.text(Said.CANONICAL)
    is_valid = not pieces.has(Said.INVALID)
    (kind,) = pieces.rest()
    return CaseNumber(
        text=text,
        kind=word_read(CASE_NUMBER_KINDS, kind),
        canonical=text if canonical is None else canonical,
        is_valid=is_valid,
    )


def stop_read(shown: str) -> CaseStop:
    pieces = Pieces(shown)
    stop = CaseStop(body=value_read(pieces.first), date=pieces.day())
    pieces.finish()
    return stop


def reference_read(shown: str) -> Reference:
    pieces = Pieces(shown)
    reference = Reference(
        body=value_read(pieces.first), date=pieces.day(), item=pieces.text(Said.ITEM)
    )
    pieces.finish()
    return reference


def follow_up_read(shown: str) -> FollowUp:
    pieces = Pieces(shown)
    when = pieces.value(Said.WHEN)
    follow_up = FollowUp(
        action=word_read(FOLLOW_UPS, pieces.first),
        to=pieces.text(Said.TO),
        when=None if when is None else day_read(when),
    )
    pieces.finish()
    return follow_up


def vote_read(shown: str) -> Vote:
    pieces = Pieces(shown, has_first=False)
    pieces.has(Said.NO_VOTES)
    sides = {
        "for": pieces.names(Said.FOR),
        "against": pieces.names(Said.AGAINST),
        "abstained": pieces.names(Said.ABSTAINED),
    }
    vote = Vote(question=pieces.text(Said.QUESTION), result=pieces.text(Said.RESULT), **sides)
    pieces.finish()
    return vote


def attachment_file_read(shown: str) -> AttachmentFile:
    pieces = Pieces(shown)
    added_after = pieces.value(Said.ADDED_AFTER)
    attachment = AttachmentFile(
        title=value_read(pieces.first),
        url=pieces.text(Said.ADDRESS),
        is_closed=pieces.has(Said.CLOSED),
        sha256=pieces.text(Said.SHA256),
        added_after=None if added_after is None else day_read(added_after),
    )
    pieces.finish()
    return attachment


def figure_read(shown: str) -> UsedFigure:
    pieces = Pieces(shown)
    text, exactly = pieces.text(Said.IN_TEXT) or "", pieces.text(Said.EXACTLY)
    value, unit = amount_read(text if exactly is None else exactly)
    sources = []
    while (source := pieces.text(Said.SOURCE)) is not None:
        retrieved_at = _minute(pieces.value(Said.RETRIEVED))
        sources.append(FigureSource(source=source, retrieved_at=retrieved_at))
    frozen = pieces.value(Said.FROZEN_AT)
    figure = UsedFigure(
        title=value_read(pieces.first),
        text=text,
        value=value,
        unit=unit,
        period=period_read(pieces.text(Said.PERIOD) or ""),
        area=pieces.text(Said.AREA) or "",
        group=pieces.names(Said.ONLY),
        is_preliminary=pieces.has(Said.PRELIMINARY),
        is_public=not pieces.has(Said.NOT_PUBLIC),
        sources=tuple(sources),
        frozen_at=None if frozen is None else _minute(frozen),
    )
    pieces.finish()
    return figure


def _minute(shown: str | None) -> datetime:
    if (moment := moment_read(shown or "")) is None:
        raise NotOurs(f"moment: {shown}")
    return moment
