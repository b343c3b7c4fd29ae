"""The minute book (beslutningsprotokol) as a chain: each entry carries the hash of the one before.

Ministry of the Interior, 25 May 2004 (resumedatabasen 04.1.4): an electronic protocol is allowed
when later changes can be detected. Whoever changes, removes, inserts or moves an entry breaks the
chain, here or at the next entry; whoever cuts off its end does not, unless the last hash is known
from elsewhere – the seal on published minutes carries it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

#: What the first entry of a book has before it.
BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class BookEntry:
    """`number` counts from 1 in its book; `book` names the book (`sagsby-kommune/
    arbejdsmarkedsudvalget`); `at` has a time zone; `content` is JSON."""

    book: str
    number: int
    what: str
    at: datetime
    content: Mapping[str, Any]
    previous: str
    sha256: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The place in a book at which it is not what it was: `number` of the entry, and `why`:
    `changed`, `missing`, `moved`, `inserted` or `cut_off`."""

    book: str
    number: int
    why: str


def entry_hash(
    *, book: str, number: int, what: str, at: datetime, content: Mapping[str, Any], previous: str
) -> str:
    """SHA-256 over the entry as canonical JSON: keys sorted, no blanks, UTF-8, time in UTC."""
    told = {
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "book": book,
        "content": content,
        "number": number,
        "previous": previous,
        "what": what,
    }
    return hashlib.sha256(canonical_json(told)).hexdigest()


def canonical_json(value: Any) -> bytes:
    """The one way in which a value is written where it is hashed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def broken_links(entries: Iterable[BookEntry], last: str | None = None) -> list[BrokenLink]:
    """Where the chain of one book does not hold, in order; empty when it does. `last` is the hash
    of the newest entry, where it is known from elsewhere.
    """
    found: list[BrokenLink] = []
    before, number = BEGINNING, 0
    for entry in entries:
        number += 1
        if entry.number != number:
            why = "missing" if entry.number > number else "moved"
            found.append(BrokenLink(entry.book, entry.number, why))
            number = max(number, entry.number)
        elif entry.previous != before:
            found.append(BrokenLink(entry.book, entry.number, "inserted"))
        if entry.sha256 != _hash_of(entry):
            found.append(BrokenLink(entry.book, entry.number, "changed"))
        before = entry.sha256
    if last is not None and before != last:
        found.append(BrokenLink("", number, "cut_off"))
    return found


def _hash_of(entry: BookEntry) -> str:
    return entry_hash(
        book=entry.book,
        number=entry.number,
        what=entry.what,
        at=entry.at,
        content=entry.content,
        previous=entry.previous,
    )
