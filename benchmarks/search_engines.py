"""Decides how each search engine is asked the same: our own, bare Tantivy and SQLite's FTS5.

All give twenty hits with marked passages and the counts of five facets. Bare Tantivy is what its
own parts give without ours: its Danish stemmer and stop words, its query language, its snippets.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import tantivy

from sagsgang.reference.search_words import stop_words
from sagsgang.searching import FacetName, PublicItem, SearchIndex, rebuild

TOP = 20
_FACETS = tuple(name.value for name in FacetName)
_HEAP = 128_000_000


@dataclass(frozen=True)
class Asked:
    """What is asked: words that must all be there, or a phrase, in the title alone or anywhere,
    of one municipality or all."""

    words: tuple[str, ...]
    is_phrase: bool = False
    in_title: bool = False
    municipality: str | None = None


class Engine(Protocol):
    """An index that can be built from items and asked."""

    name: str

    def build(self, items: Iterator[PublicItem]) -> None:
        """Write the index."""

    def ask(self, asked: Asked) -> list[str]:
        """The addresses of the first twenty hits; facets and passages are made too."""


class Sagsgang:
    """The search of this product, through the function that the website calls."""

    name = "Sagsgang"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "sagsgang"
        self._index = SearchIndex(self._folder)

    def build(self, items: Iterator[PublicItem]) -> None:
        rebuild(items, self._folder)

    def ask(self, asked: Asked) -> list[str]:
        chosen = {FacetName.MUNICIPALITY: [asked.municipality]} if asked.municipality else {}
        results = self._index.search(_typed(asked, "titel"), chosen=chosen)
        return [hit.item.address for hit in results.hits]


def _typed(asked: Asked, title: str) -> str:
    text = " ".join(asked.words)
    text = f'"{text}"' if asked.is_phrase else text
    return f"{title}:{text}" if asked.in_title else text


class BareTantivy:
    """Two text fields with Tantivy's own Danish analysis; title twice as heavy."""

    name = "bare Tantivy"

    def __init__(self, folder: Path, *, with_snippets: bool = True) -> None:
        self._folder = folder / "tantivy"
        self._with_snippets = with_snippets
        if not with_snippets:
            self.name = "bare Tantivy without passages"
        self._opened: Any = None

    def build(self, items: Iterator[PublicItem]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("address", stored=True, tokenizer_name="raw", index_option="basic")
        for name in ("title", "text"):
            builder.add_text_field(name, stored=True, tokenizer_name="danish")
        for name in _FACETS:
            if name != "year":
                builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field("year", fast=True, indexed=True)
        self._folder.mkdir(parents=True)
        index = tantivy.Index(builder.build(), path=str(self._folder))
        index.register_tokenizer("danish", _danish())
        writer = index.writer(_HEAP, 1)
        for item in items:
            values = {"address": item.address, "title": item.title, "text": _text(item)}
            document = tantivy.Document.from_dict(values | _facets(item), index.schema)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def ask(self, asked: Asked) -> list[str]:
        index, searcher = self._open()
        query = index.parse_query(
            _typed(asked, "title"),
            ["title", "text"],
            field_boosts={"title": 2.0},
            conjunction_by_default=True,
        )
        if asked.municipality:
            narrow = tantivy.Query.term_query(index.schema, "municipality", asked.municipality)
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.Must, narrow)]
            )
        found = searcher.search(query, TOP, count=True)
        counted = {name: {"terms": {"field": name, "size": 100}} for name in _FACETS}
        searcher.aggregate(query, counted)
        documents = [searcher.doc(address) for _, address in found.hits]
        if self._with_snippets:
            snippets = tantivy.SnippetGenerator.create(searcher, query, index.schema, "text")
            snippets.set_max_num_chars(240)
            for document in documents:
                snippets.snippet_from_doc(document).to_html()
        return [document["address"][0] for document in documents]

    def _open(self) -> Any:
        if self._opened is None:
            index = tantivy.Index.open(str(self._folder))
            index.register_tokenizer("danish", _danish())
            index.reload()
            self._opened = index, index.searcher()
        return self._opened


def _danish() -> Any:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("danish"))
        .filter(tantivy.Filter.stemmer("danish"))
        .build()
    )


class Sqlite:
    """FTS5 on the words as they are; hits ranked by its BM25, facets counted in SQL."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(folder / "fts5.db")

    def build(self, items: Iterator[PublicItem]) -> None:
        run = self._base.execute
        run("CREATE VIRTUAL TABLE said USING fts5(title, text, tokenize='unicode61')")
        run(f"CREATE TABLE item (id INTEGER PRIMARY KEY, address, {', '.join(_FACETS)})")
        for number, item in enumerate(items):
            facets = _facets(item)
            run("INSERT INTO said(rowid, title, text) VALUES (?, ?, ?)",
                (number, item.title, _text(item)))  # fmt: skip
            values = (number, item.address, *(facets.get(name) for name in _FACETS))
            run(f"INSERT INTO item VALUES ({', '.join('?' * len(values))})", values)
        run("INSERT INTO said(said) VALUES ('optimize')")
        self._base.commit()
        run("ANALYZE")

    def ask(self, asked: Asked) -> list[str]:
        run = self._base.execute
        kept = [word for word in asked.words if asked.is_phrase or word not in stop_words()]
        quoted = [f'"{word}"' for word in kept or asked.words]
        text = f'"{" ".join(asked.words)}"' if asked.is_phrase else " ".join(quoted)
        run("CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY)")
        run("DELETE FROM found")
        match = f"{{title}} : {text}" if asked.in_title else text
        narrow = "JOIN item ON item.id = said.rowid AND municipality = ?"
        more = (asked.municipality,) if asked.municipality else ()
        join = narrow if more else ""
        run(f"INSERT INTO found SELECT said.rowid FROM said {join} WHERE said MATCH ?",
            (*more, match))  # fmt: skip
        hits = run(
            "SELECT said.rowid, snippet(said, 1, '[', ']', '…', 40) FROM said "
            f"{join} WHERE said MATCH ? ORDER BY bm25(said, 2.0, 1.0) LIMIT {TOP}",
            (*more, match),
        ).fetchall()
        for name in _FACETS:
            run(f"SELECT {name}, count(*) FROM found JOIN item USING (id) GROUP BY 1").fetchall()
        address = "SELECT address FROM item WHERE id = ?"
        return [run(address, (number,)).fetchone()[0] for number, _ in hits]


def _text(item: PublicItem) -> str:
    return "\n".join((*item.texts, item.decision, *item.attachments))


def _facets(item: PublicItem) -> dict[str, Any]:
    values = {
        "municipality": item.municipality,
        "body": item.body,
        "year": item.date.year if item.date else None,
        "kind": item.kind and item.kind.value,
        "outcome": item.outcome and item.outcome.value,
    }
    return {name: value for name, value in values.items() if value}
