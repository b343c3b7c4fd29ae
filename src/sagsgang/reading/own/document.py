"""Our own layout → minutes: the blocks of a whole document."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sagsgang.language.printed import record_read, value_read
from sagsgang.language.printed_dates import moment_read
from sagsgang.minutes import (
    Addendum,
    AgendaItem,
    Minutes,
    Person,
    SignOff,
    Source,
    Unplaced,
)
from sagsgang.minutes.labels import DOCUMENT_KINDS, Below, Fact, Part, Said, word_read
from sagsgang.minutes.printed import Contents, Points, Printed
from sagsgang.reading.own.items import ITEM_LEVEL, read_item
from sagsgang.reading.own.records import absence_read, person_read, sign_off_read
from sagsgang.reading.own.walk import NotOurs, Rows, Walk, lines_of, read_text
from sagsgang.reading.trace import Trace, TraceBuilder

DIALECT = "sagsgang"
PART_LEVEL = 2
_NOWHERE = Source(name="", sha256="", format="", dialect=DIALECT, confidence=1.0)

Value = TypeVar("Value")


def minutes_of(printed: Printed, source: Source = _NOWHERE) -> Minutes:
    """The document that was printed as these blocks; raises NotOurs when they are not ours."""
    lines = [line for block in printed.blocks for line in lines_of(block)]
    return read_printed(printed, lines, 0, source)[0]


def read_printed(
    printed: Printed, lines: list[str], first_line: int, source: Source
) -> tuple[Minutes, Trace]:
    """The document, and what each of the lines became; the blocks begin in `first_line`, and the
    lines around them are furniture. Raises NotOurs.
    """
    trace = TraceBuilder(lines)
    trace.place(0, len(lines) - 1, "furniture")
    walk = Walk(printed.blocks, first_line, trace)
    try:
        minutes = _document(walk, source)
    except (ValueError, IndexError, KeyError, OverflowError) as error:
        raise NotOurs(str(error)) from error
    if walk.peek() is not None:
        raise NotOurs(f"behind the end: {walk.peek()}")
    return minutes, trace.build()


def _document(walk: Walk, source: Source) -> Minutes:
    walk.take_heading(1, "markup")
    head = Rows(walk, "markup")
    fields: dict[str, Any] = {"kind": word_read(DOCUMENT_KINDS, head.one(Fact.KIND, "kind") or "")}
    for name, field in (
        (Fact.MUNICIPALITY, "municipality"),
        (Fact.BODY, "body"),
        (Fact.TERM, "term"),
        (Fact.PLACE, "place"),
        (Fact.CHAIR, "chair"),
    ):
        value = head.one(name, field)
        fields[field] = None if value is None else value_read(value)
    for name, field in ((Fact.STARTS_AT, "starts_at"), (Fact.ENDS_AT, "ends_at")):
        value = head.one(name, field)
        fields[field] = None if value is None else _moment(value)
    head.finish()
    fields |= _people(walk)
    names_items = _is_own_contents(walk)
    items = _items(walk)
    contents = tuple(item.title for item in items) if names_items else _contents(walk)
    addenda = _addenda(walk)
    sign_offs = _sign_offs(walk)
    return Minutes(
        contents=contents,
        items=items,
        addenda=addenda,
        sign_offs=sign_offs,
        unplaced=_unplaced(walk),
        source=source,
        **fields,
    )


def _moment(words: str) -> datetime:
    at = moment_read(words)
    if at is None:
        raise NotOurs(words)
    return at


def _people(walk: Walk) -> dict[str, Any]:
    if not walk.is_part(PART_LEVEL, Part.PEOPLE):
        return {}
    walk.take_heading(PART_LEVEL, "markup")
    rows = Rows(walk, "markup")

    def people(name: str, field: str, read: Callable[[str], Value]) -> tuple[Value, ...]:
        return tuple(map(read, rows.take(name, field)))

    members = people(Fact.MEMBER, "members", person_read)
    present = rows.take(Fact.PRESENT, "present")
    found: dict[str, Any] = {
        "members": members,
        "present": members if present == [Said.ALL_MEMBERS] else tuple(map(_present, present)),
        "absent": people(Fact.ABSENT, "absent", absence_read),
        "officials": people(Fact.OFFICIAL, "officials", person_read),
        "guests": people(Fact.GUEST, "guests", person_read),
    }
    rows.finish()
    return found


def _present(words: str) -> Person:
    word = str(Said.ALL_MEMBERS)
    return person_read(words[1:-1] if words.strip("()") == word and words != word else words)


def _is_own_contents(walk: Walk) -> bool:
    """Whether the contents that come next are the document's own."""
    if walk.is_part(PART_LEVEL, Part.OVERVIEW):
        walk.take_heading(PART_LEVEL, "markup")
        walk.take(Contents, "markup")
    if not walk.is_part(PART_LEVEL, Part.CONTENTS):
        return False
    walk.take_heading(PART_LEVEL, "markup")
    walk.take(Contents, "contents")
    return True


def _contents(walk: Walk) -> tuple[str, ...]:
    if not walk.is_part(PART_LEVEL, Part.OTHER_CONTENTS):
        return ()
    walk.take_heading(PART_LEVEL, "markup")
    return tuple(map(value_read, walk.take(Points, "contents").lines))


def _items(walk: Walk) -> tuple[AgendaItem, ...]:
    if not walk.is_part(PART_LEVEL, Part.ITEMS):
        return ()
    walk.take_heading(PART_LEVEL, "markup")
    items: list[AgendaItem] = []
    while walk.heading(ITEM_LEVEL) is not None:
        items.append(read_item(walk, len(items)))
    return tuple(items)


def _addenda(walk: Walk) -> tuple[Addendum, ...]:
    if not walk.is_part(PART_LEVEL, Part.ADDENDA):
        return ()
    walk.take_heading(PART_LEVEL, "markup")
    found: list[Addendum] = []
    while walk.heading(ITEM_LEVEL) is not None:
        path = f"addenda[{len(found)}]"
        word, at, *rest = record_read(walk.take_heading(ITEM_LEVEL, path))
        label = f"{Said.TO_ITEM}: "
        if word != Below.ADDENDUM or len(rest) > 1 or not all(r.startswith(label) for r in rest):
            raise NotOurs(f"{path}: {word}")
        item = value_read(rest[0].removeprefix(label)) if rest else None
        found.append(Addendum(at=_moment(at), item=item, text=read_text(walk, f"{path}.text")))
    return tuple(found)


def _sign_offs(walk: Walk) -> tuple[SignOff, ...]:
    if not walk.is_part(PART_LEVEL, Part.SIGN_OFFS):
        return ()
    walk.take_heading(PART_LEVEL, "markup")
    rows = Rows(walk, "markup")
    found = tuple(map(sign_off_read, rows.take(Fact.SIGN_OFF, "sign_offs")))
    rows.finish()
    return found


def _unplaced(walk: Walk) -> tuple[Unplaced, ...]:
    if not walk.is_part(PART_LEVEL, Part.UNPLACED):
        return ()
    walk.take_heading(PART_LEVEL, "markup")
    found: list[Unplaced] = []
    while walk.heading(ITEM_LEVEL) is not None:
        walk.take_heading(ITEM_LEVEL, "markup", f"{Below.UNPLACED} {len(found) + 1}")
        first = walk.line
        text = read_text(walk, "unplaced")
        found.append(Unplaced(lines=(first + 1, max(first + 1, walk.line)), text=text))
    return tuple(found)
