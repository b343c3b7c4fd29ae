"""A PDF file of our own → the blocks it was set from, by its tags and the text they hold.

Nothing hidden is used: no attachment, no note in the properties. What an assistive technology is
told is what is read, so this also shows that it is told everything, in order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sagsgang.minutes.printed import (
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    HeadingRole,
    Paragraph,
    Points,
)
from sagsgang.reading.own.marked_text import Pages, Piece
from sagsgang.reading.own.pdf_objects import Damaged, PdfFile, Ref, Value

_CREATOR = re.compile(rb"Sagsgang \d")
#: The sizes that rendering/typst gives the roles; the heading of the contents is the setter's own.
_ROLES = {
    22.0: HeadingRole.DOCUMENT,
    16.0: HeadingRole.PART,
    13.5: HeadingRole.ITEM,
    11.0: HeadingRole.SECTION,
    10.0: HeadingRole.LABEL,
}
_CONTENTS_HEADING = 12.5
#: Where a word too long for its line may break.
_PLACES_TO_BREAK = dict.fromkeys((0xAD, 0x200B, 0x2060))
_DEEP = 60


class NotOwn(ValueError):
    """The file is no PDF that Sagsgang made."""


@dataclass
class Element:
    """A tag with what it holds: other tags, and pieces of text."""

    tag: str
    kids: list["Element | Piece"] = field(default_factory=list)
    attributes: dict[str, Value] = field(default_factory=dict)

    def elements(self, *tags: str) -> list["Element"]:
        """The tags right inside, of these names."""
        return [kid for kid in self.kids if isinstance(kid, Element) and kid.tag in tags]

    def pieces(self, without: str = "") -> Iterator[Piece]:
        """The pieces of text inside, in order; those under a tag may be left out."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            elif kid.tag != without:
                yield from kid.pieces(without)

    def text(self, without: str = "") -> str:
        """The text inside."""
        text = "".join(piece.text for piece in self.pieces(without))
        return text.translate(_PLACES_TO_BREAK).strip()


def is_own(data: bytes) -> bool:
    """Whether the file says that Sagsgang made it."""
    try:
        file = PdfFile(data)
        return _is_own(file)
    except Damaged:
        return False


def blocks(data: bytes) -> tuple[Block, ...]:
    """The blocks that were set; NotOwn for a file of another make, Damaged for one cut or bent."""
    file = PdfFile(data)
    if not _is_own(file):
        raise NotOwn
    try:
        return tuple(_blocks(tree(file)))
    except (ValueError, RecursionError, OverflowError) as error:
        raise Damaged(str(error)) from error


def _is_own(file: PdfFile) -> bool:
    creator = file.get(file.dictionary(file.trailer.get("Info")).get("Creator"))
    return isinstance(creator, bytes) and _CREATOR.match(creator) is not None


def tree(file: PdfFile) -> Element:
    """The tags of the file below their root."""
    root = file.dictionary(file.dictionary(file.trailer.get("Root")).get("StructTreeRoot"))
    pages = Pages(file)
    found = Element("")
    for kid in file.sequence(root.get("K")):
        found.kids += _kids(file, pages, kid, None, set(), 0)
    return found


def _kids(
    file: PdfFile, pages: Pages, kid: Value, page: Value, seen: set[int], depth: int
) -> Iterator[Element | Piece]:
    if isinstance(kid, int):
        yield pages.piece(page, kid)
        return
    number = kid.number if isinstance(kid, Ref) else -1
    found = file.dictionary(kid)
    page = found.get("Pg", page)
    if "MCID" in found:
        mark = file.get(found["MCID"])
        if isinstance(mark, int):
            yield pages.piece(page, mark)
    elif "S" in found:
        # A tag has one place; one with two could stand for more tags than can be read.
        if number in seen or depth > _DEEP:
            raise Damaged("tags go round")
        if number >= 0:
            seen.add(number)
        element = Element(str(file.get(found["S"])), attributes=_attributes(file, found.get("A")))
        for each in file.sequence(found.get("K")):
            element.kids += _kids(file, pages, each, page, seen, depth + 1)
        yield element


def _attributes(file: PdfFile, value: Value) -> dict[str, Value]:
    if value is None:
        return {}
    found: dict[str, Value] = {}
    for each in file.sequence(value):
        found |= file.dictionary(each)
    return found


def _blocks(element: Element) -> Iterator[Block]:
    for kid in element.kids:
        if isinstance(kid, Piece):
            continue
        match kid.tag:
            case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
                size = next((piece.size for piece in kid.pieces() if piece.size), 0.0)
                if size != _CONTENTS_HEADING:
                    role = _ROLES.get(size, HeadingRole.SECTION)
                    yield Heading(int(kid.tag[1]), kid.text(), role)
            case "P":
                yield Paragraph(kid.text(), is_notice=_is_notice(kid))
            case "L" if kid.attributes.get("ListNumbering") == "Decimal":
                yield Points(tuple(_line(item) for item in kid.elements("LI")))
            case "L":
                yield Facts(tuple(_fact(item) for item in kid.elements("LI")))
            case "TOC":
                yield Contents(tuple(_titles(kid)))
            case "Table":
                caption = next((each.text() for each in element.elements("Caption")), None)
                yield _grid(kid, caption)
            case "Caption":
                pass
            case _:
                yield from _blocks(kid)


def _is_notice(paragraph: Element) -> bool:
    """A notice is emphasised as a whole; an address in it may stand beside its emphasis."""
    return any(
        kid.tag == "Em" or _is_notice(kid) for kid in paragraph.kids if isinstance(kid, Element)
    )


def _line(item: Element) -> str:
    return " ".join(filter(None, (part.text() for part in item.elements("Lbl", "LBody"))))


def _fact(item: Element) -> tuple[str, str]:
    name, value = ("".join(each.text() for each in item.elements(tag)) for tag in ("Lbl", "LBody"))
    return name, value


def _titles(contents: Element) -> Iterator[str]:
    for entry in contents.elements("TOCI", "TOC"):
        if entry.tag == "TOC":
            yield from _titles(entry)
        else:
            yield entry.text(without="Strong")


def _grid(table: Element, caption: str | None) -> Grid:
    caption = next((each.text() for each in table.elements("Caption")), caption)
    header: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    for part in (table, *table.elements("THead", "TBody")):
        for row in part.elements("TR"):
            cells = tuple(_cell(cell) for cell in row.elements("TH", "TD"))
            # A table of nothing but its header has no head of its own.
            if part.tag == "THead" or not row.elements("TD"):
                header = cells
            else:
                rows.append(cells)
    return Grid(header, tuple(rows), caption)


def _cell(cell: Element) -> str:
    paragraphs = cell.elements("P")
    return "\n".join(each.text() for each in paragraphs) if paragraphs else cell.text()
