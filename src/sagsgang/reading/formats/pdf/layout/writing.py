"""How blocks become canonical lines with their marks."""

from sagsgang.reading.canonical import Canonical, Mark, Role
from sagsgang.reading.formats.pdf.layout.blocks import Block, Kind

_MOST_HEADING_LINES = 4
_ROLES = {Kind.NOTE: Role.FOOTNOTE, Kind.FURNITURE: Role.FURNITURE, Kind.CONTENTS: Role.CONTENTS}


def write(blocks: list[Block], links: list[tuple[str, str]]) -> Canonical:
    """The canonical text: a paragraph a line, an empty line where something stands apart."""
    _unmark_long_headings(blocks)
    levels = _levels(blocks)
    writer = _Writer()
    above = None
    for block in blocks:
        writer.block(block, above, levels)
        if block.kind not in (Kind.NOTE, Kind.FURNITURE):
            above = block
    return Canonical(
        writer.lines, "pdf", marks=writer.marks, pages=writer.pages, flowed=True, links=links
    )


def _unmark_long_headings(blocks: list[Block]) -> None:
    """Several lines in bold, or a sentence of two, are a paragraph that is stressed."""
    for block in blocks:
        if block.kind is Kind.HEADING:
            count = len(block.rows)
            if count >= _MOST_HEADING_LINES or (count > 1 and block.rows[-1].text.endswith(".")):
                block.kind = Kind.TEXT


def _levels(blocks: list[Block]) -> dict[tuple[float, bool, bool], int]:
    """Heading styles ranked: the largest first, and bold before plain of one size."""
    styles = {block.style for block in blocks if block.kind is Kind.HEADING}
    ranked = sorted(styles, key=lambda style: (-style[0], not style[1], not style[2]))
    return {style: level for level, style in enumerate(ranked, 1)}


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: dict[int, Mark] = {}
        self.pages: list[int] = []
        self._tables = 0

    def block(
        self, block: Block, above: Block | None, levels: dict[tuple[float, bool, bool], int]
    ) -> None:
        """The lines of one block, with an empty line above where it stands apart."""
        if block.kind is Kind.TABLE:
            self._table(block)
        elif block.kind in _ROLES:
            if block.kind is Kind.CONTENTS and block.gap:
                self._blank(block.page)
            for line in block.lines:
                self._line(line, block.page, Mark(_ROLES[block.kind]))
        elif block.kind is Kind.HEADING:
            self._blank(block.page)
            self._line(block.text(), block.page, Mark(Role.HEADING, level=levels[block.style]))
        else:
            follows_point = above is not None and above.kind is Kind.POINT is block.kind
            if block.gap and not follows_point:  # the points of a list stand a line each
                self._blank(block.page)
            goes_on = not block.gap and above is not None and above.kind is Kind.TEXT
            role = Role.LIST if block.kind is Kind.POINT else None
            mark = Mark(role, continues=goes_on and role is None) if role or goes_on else None
            self._line(block.text(), block.page, mark)

    def _table(self, block: Block) -> None:
        assert block.table is not None
        self._blank(block.page)
        self._tables += 1
        for place, (cells, page) in enumerate(
            zip(block.table.cells, block.table.pages, strict=True)
        ):
            role = Role.TABLE_HEAD if place < block.table.heads else Role.TABLE_ROW
            self._line("\t".join(cells), page, Mark(role, table=self._tables))

    def _line(self, text: str, page: int, mark: Mark | None) -> None:
        if mark is not None:
            self.marks[len(self.lines)] = mark
        self.lines.append(text)
        self.pages.append(page)

    def _blank(self, page: int) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
            self.pages.append(page)
