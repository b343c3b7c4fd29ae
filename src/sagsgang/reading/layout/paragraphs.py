"""Lines → the text of a field: wrapped lines joined, words broken at a line's end mended, list
points and rows kept."""

import re

from sagsgang.reading.canonical import Role
from sagsgang.reading.layout.sheet import Sheet, is_point
from sagsgang.reading.layout.tables import cells_of, is_rule

_BROKEN = re.compile(r"[a-zæøåA-ZÆØÅ]-$")
_HANGING = ("og ", "eller ", "samt ", "og/", "hhv", "til ")
_ENDED = (".", "!", "?", ":", ";")


def goes_on(sheet: Sheet, above: str, below: str) -> bool:
    """Whether the paragraph of `above` goes on in the line right below it."""
    if not above or not below or "\t" in above or "\t" in below or is_point(below):
        return False
    if sheet.flowed:
        return False
    if below.startswith(("Fraværende", "Afbud", "Ikke til stede")):
        return False
    if (
        below.startswith("at ")
        and (above.endswith((",", ":", ";", " og", " at")) or above.startswith("at "))
        and len(above) < max(60, sheet.width * 0.9)
    ):
        return False  # the next point of a recommendation
    if sheet.wrapped:
        if len(above) < sheet.width * 0.55:
            return below[0].islower() and not above.endswith(_ENDED)
        if above.endswith(_ENDED) and len(above) < sheet.width * 0.8 and not below[0].islower():
            return False
        return (
            len(above) + 1 + len(below.split(" ", 1)[0]) > sheet.width * 0.8 or below[0].islower()
        )
    return below[0].islower() and not above.endswith(_ENDED) and len(above) > 40


def join(above: str, below: str) -> str:
    """Two lines of one paragraph as one; a word broken by a hyphen is mended."""
    if _BROKEN.search(above) and below[0].islower() and not below.startswith(_HANGING):
        return above[:-1] + below
    if (
        above.endswith(("-", "/"))
        and not above.endswith((" -", " /"))
        and not below.startswith(_HANGING)
    ):
        return above + below
    return above + " " + below


def paragraphs(sheet: Sheet, first: int, last: int, listed: bool = False) -> list[str]:
    """The paragraphs of lines `first` to `last`; list points, rows and lines that stand apart are
    lines within.

    `listed` says that the lines are a list without signs: only what is indented goes on.
    """
    blocks: list[str] = []
    block: list[str] = []
    text = sheet.text
    previous = ""
    for index in range(first, last + 1):
        line = text[index]
        if not line:
            if (
                index not in sheet.furniture
                and block
                and not _inside_table(sheet, index, last)
                and not _over_page(sheet, previous, index, last)
            ):
                blocks.append("\n".join(block))
                block = []
                previous = ""
            continue
        row = sheet.tables.get(index)
        if row is not None:
            if is_rule(line):
                continue
            cells = cells_of(sheet, index)
            above = text[index - 1] if index > first else ""
            if len(cells) == 1 and block and above and block[-1] == f"{above}\t":
                block[-1] = join(above, line) + "\t"  # a label over two lines
                continue
            line = "\t".join(cells) if len(cells) > 1 else f"{line}\t"
            if block and not previous_is_row(sheet, index):
                blocks.append("\n".join(block))
                block = []
            block.append(line)
            previous = ""
            continue
        if previous and (
            _indented(sheet, index)
            if listed and not line[0].islower()
            else goes_on(sheet, previous, line)
        ):
            block[-1] = join(block[-1], line)
        elif sheet.flowed and block and not is_point(line) and not _is_listed(sheet, index):
            blocks.append("\n".join(block))
            block = [line]
        else:
            block.append(line)
        previous = line
    if block:
        blocks.append("\n".join(block))
    return blocks


def _is_listed(sheet: Sheet, index: int) -> bool:
    mark = sheet.marks.get(index)
    return mark is not None and (mark.role is Role.LIST or mark.continues)


def _indented(sheet: Sheet, index: int) -> bool:
    return (
        sheet.raw[index].startswith("  ")
        and not sheet.raw[index - 1].startswith("  ")
        and not is_point(sheet.text[index])
    )


def flow(sheet: Sheet, first: int, last: int) -> str:
    """The text of lines `first` to `last`: paragraphs separated by an empty line."""
    return "\n\n".join(paragraphs(sheet, first, last))


def _inside_table(sheet: Sheet, index: int, last: int) -> bool:
    """Whether an empty line only parts the rows of one table."""
    below = sheet.next_filled(index)
    return (
        below is not None
        and below <= last
        and below in sheet.tables
        and previous_is_row(sheet, below)
    )


def previous_is_row(sheet: Sheet, index: int) -> bool:
    """Whether the filled line above is a row of the same table."""
    above = index - 1
    while above >= 0 and not sheet.text[above]:
        above -= 1
    return above >= 0 and sheet.tables.get(above) == sheet.tables.get(index)


def _over_page(sheet: Sheet, previous: str, index: int, last: int) -> bool:
    """Whether only a page break (heads and feet) lies between a line and the rest of its
    paragraph."""
    if not sheet.furniture or not previous or previous.endswith(_ENDED):
        return False
    while not sheet.text[index - 1]:
        index -= 1
    crossed = False
    while index <= last and not sheet.text[index]:
        crossed = crossed or index in sheet.furniture
        index += 1
    return crossed and index <= last and sheet.text[index][0].islower()
