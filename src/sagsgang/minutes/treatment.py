"""Where a case goes and where it has been: route, earlier treatments, references to other
meetings."""

import datetime

from sagsgang.minutes.base import Noun
from sagsgang.minutes.person import Absence


class CaseStop(Noun):
    """One station on the case's way: the body, and the date when one is printed."""

    body: str
    date: datetime.date | None = None


class EarlierTreatment(Noun):
    """What a body (another, or this one at an earlier meeting) said to the case."""

    body: str
    date: datetime.date | None = None
    item: str | None = None
    text: str = ""
    absent: tuple[Absence, ...] = ()
    #: Treated behind closed doors: the public reads only that it was.
    is_closed: bool = False


class Reference(Noun):
    """A mention of an item of another meeting."""

    body: str
    date: datetime.date | None = None
    item: str | None = None
