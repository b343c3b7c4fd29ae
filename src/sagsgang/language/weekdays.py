"""The Danish names of the days of the week; Monday is 0."""

import datetime

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_BY_STEM = {name[:3]: number for number, name in enumerate(WEEKDAYS)}
_SHORT = frozenset({"man", "tir", "tirs", "ons", "tor", "tors", "fre", "lør", "søn"})


def parse_weekday(text: str) -> int | None:
    """The day that the whole of `text` is: "Mandag", "mandagen", "tirs."; None for other words."""
    word = text.strip().lower().rstrip(".,:")
    if word.removesuffix("en") in WEEKDAYS or word in _SHORT:
        return _BY_STEM[word[:3]]
    return None


def weekday_name(day: datetime.date | int) -> str:
    """The name, in small letters, of a date's weekday or of a weekday's number (0–6)."""
    return WEEKDAYS[day if isinstance(day, int) else day.weekday()]
