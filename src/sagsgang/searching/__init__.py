"""Minutes → index, query → hits: agenda items found by Danish words, without a server."""

from sagsgang.searching.folder import IndexIsBeingWritten, NoIndex
from sagsgang.searching.item import PublicItem, public_items
from sagsgang.searching.notes import Note, NoteKind
from sagsgang.searching.query import Field
from sagsgang.searching.query_help import HelpLine, query_help
from sagsgang.searching.reading import SearchIndex
from sagsgang.searching.results import Facet, FacetName, FacetValue, Hit, Order, Part, Results
from sagsgang.searching.writing import SearchWriter, rebuild

__all__ = [
    "Facet",
    "FacetName",
    "FacetValue",
    "Field",
    "HelpLine",
    "Hit",
    "IndexIsBeingWritten",
    "NoIndex",
    "Note",
    "NoteKind",
    "Order",
    "Part",
    "PublicItem",
    "Results",
    "SearchIndex",
    "SearchWriter",
    "public_items",
    "query_help",
    "rebuild",
]
