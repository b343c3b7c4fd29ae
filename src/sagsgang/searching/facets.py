"""How hits are narrowed by facets, and how many there are of each value."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

import tantivy

from sagsgang.language.collation import collation_key
from sagsgang.searching.matching import Match
from sagsgang.searching.results import Facet, FacetName, FacetValue

#: As many values of a facet as people may want to read; all municipalities have room.
_MOST_VALUES = 100
_MOST_CHOSEN = 100
_LATEST_YEAR = 9999

#: The same few names in every search.
_order = lru_cache(maxsize=4096)(collation_key)


class Facets:
    """The choices of one search, and the counting of what is left to choose."""

    def __init__(self, schema: Any, chosen: Mapping[FacetName, Collection[str]]) -> None:
        self._schema = schema
        self._chosen = {
            name: values for name in FacetName if (values := _usable(name, chosen.get(name, ())))
        }

    def filters(self, without: FacetName | None = None) -> list[Any]:
        """The conditions that hits must meet, those of one facet left out."""
        return [
            tantivy.Query.const_score_query(self._is_any(name, values), 0.0)
            for name, values in self._chosen.items()
            if name is not without
        ]

    def counted(self, match: Match, searcher: Any) -> tuple[Facet, ...]:
        """Every facet with the counts of its values, in one pass where nothing was chosen."""
        open_facets = [name for name in FacetName if name not in self._chosen]
        all_chosen = match.query(self.filters(), is_ranked=False)
        found = _counts(searcher, all_chosen, open_facets)
        for name in self._chosen:
            others = match.query(self.filters(without=name), is_ranked=False)
            found |= _counts(searcher, others, [name])
        return tuple(self._facet(name, found[name]) for name in FacetName)

    def _is_any(self, name: FacetName, values: Iterable[str]) -> Any:
        wanted = [int(value) if name is FacetName.YEAR else value for value in values]
        return tantivy.Query.term_set_query(self._schema, name.value, wanted)

    def _facet(self, name: FacetName, counts: dict[str, int]) -> Facet:
        chosen = self._chosen.get(name, ())
        for value in chosen:
            counts.setdefault(value, 0)
        if name is FacetName.YEAR:
            ordered = sorted(counts, key=int, reverse=True)
        else:
            ordered = sorted(counts, key=lambda value: (-counts[value], _order(value)))
        return Facet(
            name, tuple(FacetValue(value, counts[value], value in chosen) for value in ordered)
        )


def _usable(name: FacetName, values: Collection[str]) -> tuple[str, ...]:
    usable = dict.fromkeys(
        value for value in values if name is not FacetName.YEAR or _is_year(value)
    )
    return tuple(usable)[:_MOST_CHOSEN]


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value[:5]) <= _LATEST_YEAR


def _counts(searcher: Any, query: Any, names: list[FacetName]) -> dict[FacetName, dict[str, int]]:
    asked = {name.value: {"terms": {"field": name.value, "size": _MOST_VALUES}} for name in names}
    answer = searcher.aggregate(query, asked) if names else {}
    return {
        name: {_printed(bucket["key"]): bucket["doc_count"] for bucket in answer[name]["buckets"]}
        for name in names
    }


def _printed(key: str | float) -> str:
    return key if isinstance(key, str) else str(int(key))
