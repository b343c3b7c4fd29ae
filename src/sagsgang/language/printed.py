"""How any text is put on a printed line, and got from there again: what a line cannot hold is shown
by a sign, and a sign of the text's own is doubled.

A line break inside a value is ¶, the border between two cells is ¦, and · parts the pieces of a
record. Blanks beyond the first are hard ones, which neither a page nor a PDF lets fall together.
"""

import re
from collections.abc import Iterable, Sequence

BREAK, CELL, PIECE = "¶", "¦", "·"
EMPTY = "tom"
NOTHING = "ingen"

_HARD = "\xa0"
# What nobody sees, half characters, and what no file format may hold; as formats/flow.py leaves out
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff"
    "\ud800-\udfff\ufffe\uffff]+"
)
_BLANK = re.compile("[\r\x0b\x0c\x1c-\x1f\x85\xa0\u2007\u2028\u2029\u202f]")
_SPACES = " \u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u205f\u3000"
_BLANKS = re.compile(" {2,}")


def folded(text: str) -> str:
    """The text as it can be printed: nothing unseen, no blank at the end of a line, one empty line
    between paragraphs and none at the ends. What reading gives is folded already.
    """
    if text.isprintable():
        return text.strip()
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = _BLANK.sub(" ", _UNSEEN.sub("", text.replace("\r\n", "\n")))
    if "\n" not in text and "\t" not in text:
        return text.strip()
    lines: list[str] = []
    for line in text.split("\n"):
        line = line.strip(_SPACES)
        if line or (lines and lines[-1]):
            lines.append(line)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)


def line_shown(line: str) -> str:
    """One line of a text, which may hold tabs, as it is printed in a paragraph or a point."""
    if CELL in line:
        line = line.replace(CELL, CELL * 2)
    if "\t" in line:
        # In a cell two blanks are never next to each other any more: what is left is empty cells.
        line = f" {CELL} ".join(_hard_around(_hard(cell)) for cell in line.split("\t"))
        return line.replace("  ", " ").strip(" ")
    return _hard(line)


def line_read(shown: str) -> str:
    """The line that `line_shown` printed."""
    if CELL in shown:
        cells = _apart(shown, CELL)
        shown = "\t".join(cell.strip(" ") for cell in cells)
    return shown.replace(_HARD, " ")


def text_shown(text: str) -> str:
    """A text of any length on one line; "" stays ""."""
    if BREAK in text:
        text = text.replace(BREAK, BREAK * 2)
    if "\n" not in text:
        return line_shown(text)
    words = f" {BREAK} ".join(line_shown(line) for line in text.split("\n"))
    return words.replace("  ", " ").strip(" ")


def text_read(shown: str) -> str:
    """The text that `text_shown` printed."""
    if BREAK not in shown:
        return line_read(shown)
    return "\n".join(line_read(line.strip(" ")) for line in _apart(shown, BREAK))


def value_shown(text: str) -> str:
    """A text on one line that is never empty: where there are no words, "(tom)"."""
    return _instead(text_shown(text), EMPTY)


def value_read(shown: str) -> str:
    """The text that `value_shown` printed."""
    return text_read(_without(shown, EMPTY))


def cell_shown(text: str) -> str:
    """A text in a cell of a table, which may be empty."""
    return value_shown(text) if text else ""


def cell_read(shown: str) -> str:
    """The text that `cell_shown` printed."""
    return value_read(shown) if shown else ""


def record_shown(pieces: Iterable[str]) -> str:
    """Values in one line, each printed already, the first of them never empty."""
    return f" {PIECE} ".join(piece.replace(PIECE, PIECE * 2) for piece in pieces)


def record_read(shown: str) -> list[str]:
    """The pieces that `record_shown` put together."""
    return [piece.strip(" ") for piece in _apart(shown, PIECE)]


def list_shown(values: Sequence[str]) -> str:
    """Values parted by semicolons: "Ada Holm; Bo Lind"; of none, "(ingen)"."""
    return entries_shown(list(map(value_shown, values)))


def list_read(shown: str) -> tuple[str, ...]:
    """The values that `list_shown` printed."""
    return tuple(map(value_read, entries_read(shown)))


def entries_shown(entries: Sequence[str]) -> str:
    """What is printed already and never empty, parted by semicolons; of none, "(ingen)"."""
    if not entries:
        return f"({NOTHING})"
    words = "; ".join(entry.replace(";", ";;") for entry in entries)
    return _instead(words, NOTHING) if len(entries) == 1 else words


def entries_read(shown: str) -> list[str]:
    """The entries that `entries_shown` put together."""
    if shown == f"({NOTHING})":
        return []
    entries = re.findall(r"((?:[^;]|;;)+)(?:; |$)", _without(shown, NOTHING))
    return [entry.replace(";;", ";") for entry in entries]


def instead_of_nothing(words: str) -> str:
    """`words` so that they are not taken for the "(ingen)" that stands for none."""
    return _instead(words, NOTHING)


def without_instead(words: str) -> str | None:
    """What `instead_of_nothing` was given; None for "(ingen)" itself."""
    return None if words == f"({NOTHING})" else _without(words, NOTHING)


def _hard(text: str) -> str:
    if "  " not in text:
        return text
    return _BLANKS.sub(lambda blanks: _HARD * (len(blanks[0]) - 1) + " ", text)


def _hard_around(cell: str) -> str:
    """A cell with hard blanks at its ends, where they would be taken for those of the sign."""
    bare = cell.strip(" ")
    if bare == cell:
        return cell
    before = len(cell) - len(cell.lstrip(" "))
    return _HARD * before + bare + _HARD * (len(cell) - len(bare) - before)


def _apart(shown: str, sign: str) -> list[str]:
    """The pieces between single signs, with the doubled ones single again."""
    pieces = re.split(f"(?<!{sign}){sign}(?!{sign})", shown)
    return [piece.replace(sign * 2, sign) for piece in pieces]


def _instead(words: str, word: str) -> str:
    """`(word)` for nothing; what looks like that itself gets a pair of brackets more."""
    return f"({words})" if re.fullmatch(rf"\(+{word}\)+", words) else words or f"({word})"


def _without(words: str, word: str) -> str:
    if not re.fullmatch(rf"\(+{word}\)+", words):
        return words
    return "" if words == f"({word})" else words[1:-1]
