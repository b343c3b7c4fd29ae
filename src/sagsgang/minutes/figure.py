"""A figure of the item that was computed from data: what it says, of what, and from which files."""

from datetime import datetime
from decimal import Decimal

from sagsgang.minutes.base import Noun


class FigureSource(Noun):
    """A file that a figure rests on, and when it was had from its source. Its name and hash are for
    machines: nothing that is printed says them.
    """

    source: str
    file_name: str = ""
    file_sha256: str = ""
    retrieved_at: datetime


class UsedFigure(Noun):
    """`key` names it in the item and `indicator` what computed it, both for machines: nothing that
    is printed says them. `text` is how it is told there. `value` is exact, in kroner where `unit`
    is kr, and + is overspend where the sign says that; None where there is none. `period` is 2025,
    2025Q2 or 2025M05. Of a table it is the whole in its last period; `group` are the members that
    alone count. `is_public` false: it stands only where the house reads.
    """

    key: str = ""
    indicator: str = ""
    title: str
    text: str
    value: Decimal | None = None
    unit: str
    period: str
    area: str
    group: tuple[str, ...] = ()
    is_preliminary: bool = False
    is_public: bool = True
    sources: tuple[FigureSource, ...] = ()
    frozen_at: datetime | None = None
