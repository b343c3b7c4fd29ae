"""A file that Sagsgang printed → its reading; a file that somebody changed is read as any other."""

from collections.abc import Iterator

from sagsgang.language.printed_letters import letters_read
from sagsgang.minutes import Source
from sagsgang.minutes.printed import Block, Contents, Grid, Heading, Points, Printed, with_texts
from sagsgang.reading.canonical import Canonical, Mark, Role
from sagsgang.reading.formats import web_page
from sagsgang.reading.formats.pdf import is_pdf
from sagsgang.reading.own.document import DIALECT, read_printed
from sagsgang.reading.own.pdf_objects import Damaged
from sagsgang.reading.own.tagged_pdf import NotOwn, blocks, is_own
from sagsgang.reading.own.walk import NotOurs, lines_of
from sagsgang.reading.own.web_page import OwnPage, is_own_page, own_page
from sagsgang.reading.reader import Reading


def read_own(data: bytes, name: str, sha256: str) -> Reading | None:
    """The document in a file of our own layout; None when it is any other file."""
    try:
        if is_pdf(data):
            if not is_own(data):
                return None
            named = tuple(with_texts(block, letters_read) for block in blocks(data))
            page = OwnPage(Printed("", named), [], [])
            return _reading(page, "pdf", name, sha256)
        if web_page.is_web_page(data) and is_own_page(data):
            return _reading(own_page(data), web_page.NAME, name, sha256)
    except (NotOurs, NotOwn, Damaged):
        return None
    return None


def _reading(page: OwnPage, form: str, name: str, sha256: str) -> Reading:
    blocks = page.printed.blocks
    marks: dict[int, Mark] = {}
    lines = list(page.before)
    for table, block in enumerate(blocks, start=1):
        marks |= dict(enumerate(_marks(block, table), start=len(lines)))
        lines += lines_of(block)
    lines += page.behind
    furniture = Mark(Role.FURNITURE)
    around = (*range(len(page.before)), *range(len(lines) - len(page.behind), len(lines)))
    marks |= dict.fromkeys(around, furniture)
    source = Source(name=name, sha256=sha256, format=form, dialect=DIALECT, confidence=1.0)
    minutes, trace = read_printed(page.printed, lines, len(page.before), source)
    canonical = Canonical(lines, form, marks=marks, flowed=True)
    return Reading(minutes=minutes, canonical=canonical, trace=trace)


def _marks(block: Block, table: int) -> Iterator[Mark]:
    """What each line of a block is."""
    for index in range(len(lines_of(block))):
        match block:
            case Heading(level=level):
                yield Mark(Role.HEADING, level=level)
            case Points():
                yield Mark(Role.LIST)
            case Contents():
                yield Mark(Role.CONTENTS)
            case Grid():
                above = (block.caption is not None) + bool(block.header)
                has_caption = block.caption is not None and index == 0
                head = Role.TABLE_HEAD if index < above else Role.TABLE_ROW
                yield Mark() if has_caption else Mark(head, table=table)
            case _:
                yield Mark()
