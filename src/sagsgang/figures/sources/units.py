"""In which unit a file tells its money: as whoever loads it, a heading or a column says."""

import re
from collections.abc import Iterable
from decimal import Decimal

from sagsgang.figures.sources.source import BadFile, Problem
from sagsgang.language.money import FACTORS, Scale, parse_scale

_SPELLED: dict[str, Scale] = {
    "kr": "kr.",
    "kroner": "kr.",
    "dkk": "kr.",
    "1.000 kr": "t.kr.",
    "1000 kr": "t.kr.",
    "t.kr": "t.kr.",
    "tkr": "t.kr.",
    "t. kr": "t.kr.",
    "tusinde kr": "t.kr.",
    "mio. kr": "mio. kr.",
    "mio.kr": "mio. kr.",
    "mio kr": "mio. kr.",
    "mio": "mio. kr.",
    "mia. kr": "mia. kr.",
}
#: The units that whoever loads may say.
UNITS = ("kr.", "1.000 kr.", "mio. kr.")
#: Danish for what is printed with an amount that was told in a unit.
PRINTED: dict[Scale, str] = {
    "kr.": "kr.",
    "t.kr.": "1.000 kr.",
    "mio. kr.": "mio. kr.",
    "mia. kr.": "mia. kr.",
}


def scale_named(text: str) -> Scale:
    """The unit that a person wrote: "kr.", "1.000 kr.", "mio. kr.". Raises BadFile."""
    told = " ".join(text.casefold().replace("\xa0", " ").split()).removesuffix(".")
    found = _SPELLED.get(told)
    if found is None:
        known = ", ".join(f"“{unit}”" for unit in UNITS)
        raise BadFile([Problem(f"Enheden “{text}” er ukendt", f"Skriv en af {known}.")])
    return found


def scale_in_heading(heading: str) -> Scale | None:
    """The unit that a heading ends with or has in brackets: "Beløb (1.000 kr.)"."""
    told = " ".join(heading.split())
    return parse_scale(told) if re.search(r"kr|mio|kroner", told, re.IGNORECASE) else None


def scale_above(lines: Iterable[str]) -> Scale | None:
    """The unit that a caption over the table tells; the first that does."""
    for line in lines:
        if found := scale_in_heading(line):
            return found
    return None


def factor(scale: Scale) -> Decimal:
    """How many kroner one of it is."""
    return Decimal(FACTORS[scale])
