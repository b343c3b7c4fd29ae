"""How the index is made and kept up: by one process at a time, beside what people search in."""

import string
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import tantivy

from sagsgang.searching import folder as folders
from sagsgang.searching import schema
from sagsgang.searching.item import PublicItem
from sagsgang.searching.learned import learned_parts

_HEAP = 128_000_000
_LETTERS = f"{string.ascii_lowercase}æøå"
_SHORTEST_WORD = 3
_LONGEST_WORD = 40


def rebuild(items: Iterable[PublicItem], folder: Path) -> int:
    """Make a new index of these items and nothing else, and put it in the place of the old one.

    The old one is searched until the new one is whole, and stays when anything goes wrong. Returns
    how many items were written. Raises `IndexIsBeingWritten` when somebody else writes.
    """
    with folders.writing(folder):
        build = folders.new_build(folder)
        with _Build(build, is_fresh=True) as made:
            for item in items:
                made.add(item)
            made.finish()
        folders.put_in_force(folder, build)
    return made.count


class SearchWriter:
    """Changes the index in force; everything is seen by readers at once when the block ends.

    Holds the folder from beginning to end: `with SearchWriter(folder) as writer: ...`. Makes an
    empty index where there is none. When the block raises, nothing is changed. Raises
    `IndexIsBeingWritten` when somebody else writes, `NoIndex` for an index of another shape.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(folders.writing(self._folder))
            if not folders.has_index(self._folder):
                build = folders.new_build(self._folder)
                with _Build(build, is_fresh=True) as empty:
                    empty.finish()
                folders.put_in_force(self._folder, build)
            self._build = stack.enter_context(_Build(folders.current(self._folder)))
            self._stack = stack.pop_all()
        return self

    def add(self, items: Iterable[PublicItem]) -> None:
        """Add items; an item whose address is there already takes the place of that one."""
        for item in items:
            self._build.remove(schema.ADDRESS, item.address)
            self._build.add(item)

    def replace(self, document_key: str, items: Iterable[PublicItem]) -> None:
        """Put these items in the place of all items of the document."""
        self.remove(document_key)
        self.add(items)

    def remove(self, document_key: str) -> None:
        """Take out all items of the document, if there are any."""
        self._build.remove(schema.DOCUMENT, document_key)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._stack:
            if error is None:
                self._build.finish()


class _Build:
    """An index being written: its items, and after them the words in which they are spelt.

    Of a fresh index all words are taken at once, of one that is changed those of the items added.
    """

    def __init__(self, folder: Path, *, is_fresh: bool = False) -> None:
        self._items = _opened(folder / schema.ITEMS, schema.items_schema())
        self._words = _opened(folder / schema.WORDS, schema.words_schema())
        self._writer: Any = None
        self._keys: set[str] | None = None if is_fresh else set()
        self.count = 0

    def __enter__(self) -> Self:
        # One thread: the same items always give the same index.
        self._writer = self._items.writer(_HEAP, 1)
        return self

    def add(self, item: PublicItem) -> None:
        keys = schema.text_keys(item)
        self._writer.add_document(schema.item_document(item, keys))
        self.count += 1
        if self._keys is not None:
            self._keys.update(keys.split())

    def remove(self, field_name: str, value: str) -> None:
        self._writer.delete_documents_by_term(field_name, value)

    def finish(self) -> None:
        self._writer.commit()
        self._items.reload()
        searcher = self._items.searcher()
        writer = self._words.writer(_HEAP, 1)
        frequency, words = self._vocabulary(searcher)
        for word in words:
            if _SHORTEST_WORD <= len(word) <= _LONGEST_WORD and word.isalpha():
                parts = learned_parts(word, frequency)
                writer.add_document(schema.word_document(word, parts))
        writer.commit()
        writer.wait_merging_threads()

    def _vocabulary(self, searcher: Any) -> tuple[Callable[[str], int], Iterable[str]]:
        """How many items have a word, and the words that are new."""
        if self._keys is None:
            counts = {
                word: count
                for letter in _LETTERS
                for word, count in searcher.terms_with_prefix(schema.TEXT, letter)
            }
            return (lambda word: counts.get(word, 0)), counts
        known = self._words.searcher()
        new = [key for key in sorted(self._keys) if not known.doc_freq(schema.WORD, key)]
        return (lambda word: int(searcher.doc_freq(schema.TEXT, word))), new

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self._writer.rollback()
        self._writer.wait_merging_threads()


def _opened(path: Path, fields: Any) -> Any:
    path.mkdir(exist_ok=True)
    try:
        return tantivy.Index(fields, path=str(path))
    except ValueError as error:
        raise folders.BrokenIndex from error
