"""The chain of the minute book finds every change, removal, insertion and swap."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.minutes.book import BEGINNING, BookEntry, broken_links, entry_hash

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
CONTENTS = st.dictionaries(TEXTS, TEXTS | st.integers() | st.none() | st.lists(TEXTS), max_size=4)
START = datetime(2026, 5, 12, 16, 30, tzinfo=UTC)


def chained(contents):
    """A book with one entry for each content."""
    entries, before = [], BEGINNING
    for number, content in enumerate(contents, start=1):
        told = {
            "book": "ny-kommune/havneudvalget",
            "number": number,
            "what": "decision",
            "at": START + timedelta(minutes=number),
            "content": content,
            "previous": before,
        }
        before = entry_hash(**told)
        entries.append(BookEntry(**told, sha256=before))
    return entries


BOOKS = st.lists(CONTENTS, min_size=2, max_size=8).map(chained)


@given(BOOKS)
def test_a_book_that_nobody_touched_holds(book):
    assert broken_links(book) == []
    assert broken_links(book, last=book[-1].sha256) == []


@given(BOOKS, st.data())
def test_a_changed_entry_is_found(book, data):
    place = data.draw(st.integers(0, len(book) - 1))
    other = data.draw(CONTENTS.filter(lambda content: content != book[place].content))
    book[place] = replace(book[place], content=other)
    assert [link.number for link in broken_links(book)] == [place + 1]


@given(BOOKS, st.data())
def test_an_entry_changed_with_its_hash_is_found_at_the_next(book, data):
    place = data.draw(st.integers(0, len(book) - 2))
    other = data.draw(CONTENTS.filter(lambda content: content != book[place].content))
    changed = replace(book[place], content=other)
    digest = entry_hash(
        book=changed.book,
        number=changed.number,
        what=changed.what,
        at=changed.at,
        content=changed.content,
        previous=changed.previous,
    )
    book[place] = replace(changed, sha256=digest)
    assert broken_links(book)[0].number == place + 2


@given(BOOKS, st.data())
def test_a_removed_entry_is_found(book, data):
    place = data.draw(st.integers(0, len(book) - 2))
    del book[place]
    assert broken_links(book)


@given(BOOKS)
def test_a_book_cut_off_is_found_by_its_last_hash(book):
    last = book[-1].sha256
    assert broken_links(book[:-1], last=last)[-1].why == "cut_off"


@given(BOOKS, st.data())
def test_two_swapped_entries_are_found(book, data):
    first = data.draw(st.integers(0, len(book) - 2))
    second = data.draw(st.integers(first + 1, len(book) - 1))
    book[first], book[second] = book[second], book[first]
    assert broken_links(book)
    renumbered = [replace(entry, number=number) for number, entry in enumerate(book, start=1)]
    assert broken_links(renumbered)


@given(BOOKS, CONTENTS, st.data())
def test_an_inserted_entry_is_found(book, content, data):
    place = data.draw(st.integers(1, len(book) - 1))
    told = {
        "book": book[0].book,
        "number": place + 1,
        "what": "decision",
        "at": START,
        "content": content,
        "previous": book[place - 1].sha256,
    }
    rest = [replace(entry, number=entry.number + 1) for entry in book[place:]]
    forged = [*book[:place], BookEntry(**told, sha256=entry_hash(**told)), *rest]
    assert broken_links(forged)


@pytest.mark.parametrize("zone", [UTC, datetime.now().astimezone().tzinfo])
def test_the_time_counts_as_a_moment_and_not_as_it_is_written(zone):
    book = chained([{"text": "Godkendt"}])
    assert broken_links([replace(book[0], at=book[0].at.astimezone(zone))]) == []
