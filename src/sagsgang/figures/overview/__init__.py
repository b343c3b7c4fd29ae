"""An indicator over periods and groups, as it may be shown: figures, words, pictures and a file."""

from sagsgang.figures.overview.data import as_json, as_rows
from sagsgang.figures.overview.gathering import (
    dimensions_of,
    grains_of,
    has_data,
    members_of,
    overview,
    periods_of,
)
from sagsgang.figures.overview.overview import Overview, Wanted
from sagsgang.figures.overview.pictures import over_time, split_up
from sagsgang.figures.overview.words import change_words, dimension_words, lasting_words, note_words

__all__ = [
    "Overview",
    "Wanted",
    "as_json",
    "as_rows",
    "change_words",
    "dimension_words",
    "dimensions_of",
    "grains_of",
    "has_data",
    "lasting_words",
    "members_of",
    "note_words",
    "over_time",
    "overview",
    "periods_of",
    "split_up",
]
