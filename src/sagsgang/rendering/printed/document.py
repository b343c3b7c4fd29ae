"""Minutes → blocks: a whole document, from its title to what found no place in it."""

from collections.abc import Iterator

from sagsgang.language.printed import record_shown, text_shown, value_shown
from sagsgang.language.printed_dates import day_shown, moment_shown
from sagsgang.minutes import Minutes
from sagsgang.minutes.labels import DOCUMENT_KINDS, Below, Fact, Part, Said
from sagsgang.minutes.printed import (
    Block,
    Contents,
    Facts,
    Heading,
    HeadingRole,
    Points,
    Printed,
)
from sagsgang.reading.own.document import PART_LEVEL
from sagsgang.reading.own.items import ITEM_LEVEL
from sagsgang.rendering.printed.folded import folded
from sagsgang.rendering.printed.items import item_blocks, item_title
from sagsgang.rendering.printed.records import absence_shown, person_shown, sign_off_shown
from sagsgang.rendering.printed.texts import text_blocks

Row = tuple[str, str]


def printed(minutes: Minutes) -> Printed:
    """The document as blocks, from which `reading.own.minutes_of` makes it again: all of it but
    the lines it was read from and its source.
    """
    minutes = folded(minutes)
    title = document_title(minutes)
    blocks: list[Block] = [Heading(1, title, HeadingRole.DOCUMENT), head_facts(minutes)]
    if people := tuple(_people(minutes)):
        blocks += [_part(Part.PEOPLE), Facts(people)]
    names_items = minutes.contents == tuple(item.title for item in minutes.items)
    if minutes.items:
        part = Part.CONTENTS if names_items else Part.OVERVIEW
        blocks += [_part(part), Contents(tuple(map(item_title, minutes.items)))]
    if minutes.items:
        blocks.append(_part(Part.ITEMS))
    for item in minutes.items:
        blocks += item_blocks(item)
    if minutes.contents and not names_items:
        titles = tuple(map(value_shown, minutes.contents))
        blocks += [_part(Part.OTHER_CONTENTS), Points(titles)]
    if minutes.addenda:
        blocks.append(_part(Part.ADDENDA))
    for addendum in minutes.addenda:
        to_item = [] if addendum.item is None else [f"{Said.TO_ITEM}: {value_shown(addendum.item)}"]
        words = record_shown([Below.ADDENDUM, moment_shown(addendum.at), *to_item])
        blocks += [Heading(ITEM_LEVEL, words, HeadingRole.LABEL), *text_blocks(addendum.text)]
    if minutes.sign_offs:
        rows = tuple((str(Fact.SIGN_OFF), sign_off_shown(one)) for one in minutes.sign_offs)
        blocks += [_part(Part.SIGN_OFFS), Facts(rows)]
    if minutes.unplaced:
        blocks.append(_part(Part.UNPLACED))
    for number, unplaced in enumerate(minutes.unplaced, start=1):
        words = f"{Below.UNPLACED} {number}"
        blocks += [Heading(ITEM_LEVEL, words, HeadingRole.LABEL), *text_blocks(unplaced.text)]
    return Printed(title, tuple(blocks))


def head_facts(minutes: Minutes) -> Facts:
    """What meeting it is, where and when."""
    return Facts(tuple(_head(minutes)))


def document_title(minutes: Minutes) -> str:
    """ "Referat: Arbejdsmarkedsudvalget, 12. maj 2025"."""
    body = text_shown(minutes.body or minutes.municipality or "")
    day = "" if minutes.starts_at is None else day_shown(minutes.starts_at.date())
    words = ", ".join(word for word in (body, day) if word)
    return f"{DOCUMENT_KINDS[minutes.kind]}{': ' if words else ''}{words}"


def _part(part: Part) -> Heading:
    return Heading(PART_LEVEL, part, HeadingRole.PART)


def _head(minutes: Minutes) -> Iterator[Row]:
    yield Fact.KIND, DOCUMENT_KINDS[minutes.kind]
    yield from _text(Fact.MUNICIPALITY, minutes.municipality)
    yield from _text(Fact.BODY, minutes.body)
    yield from _text(Fact.TERM, minutes.term)
    if minutes.starts_at is not None:
        yield Fact.STARTS_AT, moment_shown(minutes.starts_at)
    if minutes.ends_at is not None:
        yield Fact.ENDS_AT, moment_shown(minutes.ends_at)
    yield from _text(Fact.PLACE, minutes.place)
    yield from _text(Fact.CHAIR, minutes.chair)


def _people(minutes: Minutes) -> Iterator[Row]:
    for member in minutes.members:
        yield Fact.MEMBER, person_shown(member)
    if minutes.present and minutes.present == minutes.members:
        yield Fact.PRESENT, Said.ALL_MEMBERS
    else:
        for person in minutes.present:
            words = person_shown(person)
            is_word = words.strip("()") == Said.ALL_MEMBERS
            yield Fact.PRESENT, f"({words})" if is_word else words
    for absence in minutes.absent:
        yield Fact.ABSENT, absence_shown(absence)
    for official in minutes.officials:
        yield Fact.OFFICIAL, person_shown(official)
    for guest in minutes.guests:
        yield Fact.GUEST, person_shown(guest)


def _text(name: str, text: str | None) -> list[Row]:
    return [] if text is None else [(name, value_shown(text))]
