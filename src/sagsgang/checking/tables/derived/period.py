"""How many months a head spans: "Sept. 2020 – sept. 2023" is 37, "1. halvår 2024" is 6."""

import re
from functools import lru_cache

from sagsgang.checking.tables.labels import plain
from sagsgang.language.dates import MONTH_NUMBERS, MONTH_PATTERN

_SPAN = re.compile(
    rf"\b({MONTH_PATTERN})\b\.? ?((?:19|20)[0-9]{{2}})? ?(?:[-–−]|til(?: og med)?|t\.?o\.?m\.?) ?"
    rf"({MONTH_PATTERN})\b\.? ?((?:19|20)[0-9]{{2}})?"
)
_QUARTER = re.compile(r"\b[1-4]\.? ?(?:kvartal|kvt)\b")
_HALF_YEAR = re.compile(r"\b[12]\.? ?halvår\b")
_COUNTED = re.compile(r"\b([1-9][0-9]?) (?:måneder|mdr)\b")
_YEAR_ALONE = re.compile(r"(?:år |hele )?(?:19|20)[0-9]{2}")
#: Longer spans are no periods that anybody takes a monthly average of.
MAX_MONTHS = 240


@lru_cache(maxsize=1024)
def months_in(label: str) -> int | None:
    """The months from the first to the last named, both counted; None when no period is named."""
    text = plain(label)
    span = _SPAN.search(text)
    if span:
        first, first_year, last, last_year = span.groups()
        if first_year and not last_year:
            return None
        years = int(last_year) - int(first_year or last_year) if last_year else 0
        months = 12 * years + MONTH_NUMBERS[last] - MONTH_NUMBERS[first] + 1
        return months if 0 < months <= MAX_MONTHS else None
    counted = _COUNTED.search(text)
    if counted:
        return int(counted[1])
    if _HALF_YEAR.search(text):
        return 6
    if _QUARTER.search(text) and len(_QUARTER.findall(text)) == 1:
        return 3
    return 12 if _YEAR_ALONE.fullmatch(text) else None
