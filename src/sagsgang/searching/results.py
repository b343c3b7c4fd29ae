"""What a search gives: hits with marked text, counts by facet, remarks. No HTML anywhere."""

from dataclasses import dataclass
from enum import StrEnum

from sagsgang.searching.item import PublicItem
from sagsgang.searching.notes import Note


class FacetName(StrEnum):
    """What hits can be narrowed by; several values of one facet mean any of them."""

    MUNICIPALITY = "municipality"
    BODY = "body"
    YEAR = "year"
    KIND = "kind"
    OUTCOME = "outcome"


class Order(StrEnum):
    """Best hits first, or newest first."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text as printed, marked when it is what was searched for."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found; `title` is the whole title, `snippet` the passage that shows why.

    The parts of each, put together, are plain text as the municipality wrote it; `snippet` has
    single blanks, and an ellipsis where it was cut.
    """

    item: PublicItem
    title: tuple[Part, ...]
    snippet: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many hits there would be with this value, and whether it was chosen."""

    value: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet: most hits first, years newest first, chosen values always.

    Counted with the choices made in all other facets, so that another value can be added.
    """

    name: FacetName
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits. `total` counts all pages; `page` is the one shown, from 1 to `pages`."""

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    notes: tuple[Note, ...]
    page: int
    pages: int
