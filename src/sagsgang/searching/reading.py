"""How the index is asked: hits with marks, counts by facet, remarks, and items like another."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy

from sagsgang.searching import folder as folders
from sagsgang.searching import schema
from sagsgang.searching.facets import Facets
from sagsgang.searching.item import PublicItem
from sagsgang.searching.matching import Match, Matcher
from sagsgang.searching.notes import Note, NoteKind
from sagsgang.searching.query import parse
from sagsgang.searching.results import FacetName, Hit, Order, Results
from sagsgang.searching.similar import query_like
from sagsgang.searching.snippets import Marker, printed_as

PER_PAGE = 20
_MOST_PER_PAGE = 100
#: Nobody reads on so far, and the index must keep every hit before the page in order.
_MOST_HITS = 10_000
_TRIES = 3
#: The words are not there; what is found instead is a guess.
_NOT_AS_ASKED = frozenset({NoteKind.NOT_FOUND, NoteKind.SPELT_LIKE, NoteKind.NOTHING_TO_FIND})


class SearchIndex:
    """The index in a folder, always as it was last written; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._opened: _Opened | None = None

    def search(
        self,
        typed: str,
        *,
        chosen: Mapping[FacetName, Collection[str]] | None = None,
        order: Order = Order.RELEVANCE,
        page: int = 1,
        per_page: int = PER_PAGE,
    ) -> Results:
        """One page of the items that `typed` asks for, narrowed to what is `chosen`.

        The language of `typed` is told in docs/topics/search.md; nothing typed raises. Without
        anything typed all items are found, newest first. A page too far is the last one. Raises
        `NoIndex`.
        """
        opened = self._current()
        query = parse(typed)
        facets = Facets(opened.items_schema, chosen or {})
        by_date = order is Order.DATE or not query.clauses
        per_page = min(max(per_page, 1), _MOST_PER_PAGE)
        page = min(max(page, 1), _MOST_HITS // per_page)
        match = opened.matcher.match(query)
        asked = match.query(facets.filters())
        total, items = opened.page(asked, page, per_page, by_date=by_date)
        if not total and (less := match.with_most_words()):
            fewer = less.query(facets.filters())
            total, items = opened.page(fewer, page, per_page, by_date=by_date)
            match, asked = (less, fewer) if total else (match, asked)
        pages = max(1, -(-min(total, _MOST_HITS) // per_page))
        if not items and page > pages:
            page = pages
            total, items = opened.page(asked, page, per_page, by_date=by_date)
        marker = Marker(match.keys)
        hits = tuple(_hit(item, marker) for item in items)
        return Results(
            hits=hits,
            total=total,
            facets=facets.counted(match, opened.items),
            notes=tuple(_notes(match, hits)),
            page=page,
            pages=pages,
        )

    def found_in(
        self,
        documents: Collection[str],
        typed: str,
        *,
        chosen: Mapping[FacetName, Collection[str]] | None = None,
        at_most: int = PER_PAGE,
    ) -> tuple[PublicItem, ...]:
        """The items of those documents (by `document_key`) that `typed` asks for, newest first.

        What waits for news wants what was asked for: no word is left out where nothing has them
        all, as `search` does, and none that is not found is taken for another. Raises `NoIndex`.
        """
        if not documents:
            return ()
        opened = self._current()
        match = opened.matcher.match(parse(typed))
        is_guessed = any(note.kind in _NOT_AS_ASKED for note in match.notes)
        if is_guessed or match.like.keys() - match.also_like:
            return ()
        within = tantivy.Query.term_set_query(
            opened.items_schema, schema.DOCUMENT, sorted(documents)
        )
        filters = [*Facets(opened.items_schema, chosen or {}).filters(), within]
        asked = match.query(filters, is_ranked=False)
        return opened.page(asked, 1, min(max(at_most, 1), _MOST_PER_PAGE), by_date=True)[1]

    def similar(
        self, address: str, *, at_most: int = 5, elsewhere: bool = True
    ) -> tuple[PublicItem, ...]:
        """Items on the same matter as the one at `address`, best first; none of its own case or
        document and, `elsewhere`, none of its municipality.

        By the words that tell it from others and by KLE subject. Empty when nothing is like it, and
        when the index has no such item. Raises `NoIndex`.
        """
        opened = self._current()
        item = opened.item_at(address)
        query = item and query_like(item, opened.matcher, elsewhere=elsewhere)
        if query is None:
            return ()
        return opened.page(query, 1, min(max(at_most, 1), _MOST_PER_PAGE))[1]

    def count(self) -> int:
        """How many items there are. Raises `NoIndex`."""
        return int(self._current().items.num_docs)

    def uses_old_words(self) -> bool:
        """Whether it was built with other word lists: it works, but should be rebuilt."""
        return not folders.uses_same_words(self._current().build)

    def _current(self) -> "_Opened":
        """The index as it is now on the disk; opened anew when it was replaced or changed."""
        with self._lock:
            for attempt in range(_TRIES):
                stamp = folders.stamp(self._folder)
                opened = self._opened
                try:
                    if opened is None or opened.stamp != stamp:
                        opened = _Opened.open(folders.current(self._folder), stamp)
                    elif opened.has_changed():
                        opened = opened.again()
                except (ValueError, OSError, folders.NoIndex) as error:
                    # Replaced between two looks; anything else is still wrong the next time.
                    if attempt < _TRIES - 1:
                        continue
                    if isinstance(error, folders.NoIndex):
                        raise
                    raise folders.BrokenIndex from error
                self._opened = opened
                return opened
        raise folders.NoIndex


@dataclass(frozen=True, slots=True)
class _Opened:
    """One state of the index: it stays as it is while a search goes on."""

    build: Path
    stamp: tuple[int, int]
    written: tuple[int, int]
    indexes: tuple[Any, Any]
    items: Any
    matcher: Matcher

    @classmethod
    def open(cls, build: Path, stamp: tuple[int, int]) -> "_Opened":
        written = _written(build)
        items = tantivy.Index.open(str(build / schema.ITEMS))
        words = tantivy.Index.open(str(build / schema.WORDS))
        return cls._of(build, stamp, written, (items, words))

    @classmethod
    def _of(
        cls,
        build: Path,
        stamp: tuple[int, int],
        written: tuple[int, int],
        indexes: tuple[Any, Any],
    ) -> "_Opened":
        items, words = indexes
        for index in indexes:
            index.reload()
        searcher = items.searcher()
        matcher = Matcher(searcher, items.schema, words.searcher(), words.schema)
        return cls(build, stamp, written, indexes, searcher, matcher)

    @property
    def items_schema(self) -> Any:
        return self.matcher.items_schema

    def has_changed(self) -> bool:
        return _written(self.build) != self.written

    def again(self) -> "_Opened":
        return self._of(self.build, self.stamp, _written(self.build), self.indexes)

    def page(
        self, query: Any, page: int, per_page: int, *, by_date: bool = False
    ) -> tuple[int, tuple[PublicItem, ...]]:
        found = self.items.search(
            query,
            per_page,
            count=True,
            order_by_field=schema.DATE if by_date else None,
            offset=(page - 1) * per_page,
        )
        items = (schema.stored_item(self.items.doc(address)) for _, address in found.hits)
        return int(found.count), tuple(items)

    def item_at(self, address: str) -> PublicItem | None:
        query = tantivy.Query.term_query(self.items_schema, schema.ADDRESS, address, "basic")
        return next(iter(self.page(query, 1, 1)[1]), None)


def _written(build: Path) -> tuple[int, int]:
    """Changes with every change of the items or the words."""
    items, words = build / schema.ITEMS, build / schema.WORDS
    return (items / "meta.json").stat().st_mtime_ns, (words / "meta.json").stat().st_mtime_ns


def _hit(item: PublicItem, marker: Marker) -> Hit:
    text = "\n".join((*item.texts, item.decision, *item.attachments))
    return Hit(item, marker.marked(item.title), marker.snippet(text))


def _notes(match: Match, hits: tuple[Hit, ...]) -> list[Note]:
    """The remarks; words that stand for misspelt ones are told as the hits print them."""
    notes = list(match.notes)
    parts = [part for hit in hits for part in (*hit.title, *hit.snippet)]
    for typed, keys in match.like.items():
        printed = printed_as(parts, keys)
        words = tuple(word for word, _ in printed.most_common(3)) or keys[:3]
        kind = NoteKind.ALSO_LIKE if typed in match.also_like else NoteKind.SPELT_LIKE
        notes.append(Note(kind, typed, words))
    return notes
