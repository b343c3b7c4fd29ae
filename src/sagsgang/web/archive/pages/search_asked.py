"""What a search asks for, apart from how its hits are ordered and which page is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise

from sagsgang.minutes import Outcome
from sagsgang.searching import FacetName
from sagsgang.web.archive.pages.item_kinds import ITEM_KINDS
from sagsgang.web.archive.pages.outcomes import outcome_chip

#: How the words and the facets are called in addresses.
QUERY = "q"
FACET_WORDS = {
    FacetName.MUNICIPALITY: "kommune",
    FacetName.BODY: "udvalg",
    FacetName.YEAR: "aar",
    FacetName.KIND: "type",
    FacetName.OUTCOME: "udfald",
}
_KINDS = {kind.value: title for kind, title in ITEM_KINDS.items()}
_OUTCOMES = frozenset(outcome.value for outcome in Outcome)
_MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """`chosen` has only facets in which something is chosen."""

    typed: str
    chosen: Mapping[FacetName, tuple[str, ...]]

    @property
    def query(self) -> str:
        """The same search always gives the same parameters; "" where nothing is asked for."""
        query = QueryDict(mutable=True)
        if self.typed:
            query[QUERY] = self.typed
        for name, values in self.chosen.items():
            query.setlist(FACET_WORDS[name], sorted(values))
        return query.urlencode()

    @property
    def title(self) -> str:
        """`»havnekaj« · Ny Kommune · 2031`: the words, and what they are narrowed to."""
        said = [f"»{self.typed}«"] if self.typed else []
        return " · ".join(
            [*said, *(str(value_title(n, v)) for n, values in self.chosen.items() for v in values)]
        )


def search_asked(asked: QueryDict) -> SearchAsked:
    """What the parameters of an address ask for; unknown ones are passed over."""
    chosen = {
        name: tuple(value for value in asked.getlist(word)[:_MOST_VALUES] if value)
        for name, word in FACET_WORDS.items()
    }
    return SearchAsked(
        asked.get(QUERY, "").strip(), {name: values for name, values in chosen.items() if values}
    )


def value_title(name: FacetName, value: str) -> str | Promise:
    """In words where the values are ours; as written where they are the municipality's."""
    if name is FacetName.KIND:
        return _KINDS.get(value, value)
    if name is FacetName.OUTCOME and value in _OUTCOMES and (chip := outcome_chip(value)):
        return chip.text
    return value
