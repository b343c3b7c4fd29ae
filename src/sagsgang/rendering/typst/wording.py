"""How a text is put on paper: what may stand in it, where it links to, where it may break.

`normal` says what a text is once it is printed: without letters that nobody sees, with single
spaces. What is normal is read back from the PDF letter for letter.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from sagsgang.rendering.typst.letters import Face, face

#: What stands for a letter that no font of ours draws.
REPLACEMENT = "\ufffd"
#: Where a word that is wider than its line may break: with a hyphen between letters, else without.
SOFT_HYPHEN, BREAK = "\u00ad", "\u200b"
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff\U0001d173-\U0001d17a]"
    "|[^\\S \u00a0\u2000-\u200a\u202f\u205f\u3000]"
)
_SPACES = re.compile(" {2,}")
#: Bullets of Word's Symbol and Wingdings, which stand in the private area.
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf02d\uf076\uf0fc", "•"))
_ADDRESS = re.compile(
    r"https?://[^\s<>\"”»]+|\bwww\.[^\s<>\"”»]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zæøå]{2,}\b",
    re.IGNORECASE,
)
_AFTER = ".,;:!?)]}'’"
Rich = str | list[str | list[str]]


def normal(text: str) -> str:
    """The text as it can be printed and read again: composed letters, no unseen ones, one space
    between words and none around."""
    if not (text.isascii() and text.isprintable()):
        if not text.isprintable():
            text = text.translate(_BULLETS)
        text = _UNSEEN.sub(lambda found: " " if found[0].isspace() else "", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    return (_SPACES.sub(" ", text) if "  " in text else text).strip()


def drawable(text: str) -> str:
    """The text with the replacement for every letter that no font draws."""
    if text.isascii():
        return text
    rare = set(text) - face().advances.keys()
    lost = {ord(letter) for letter in rare if not _is_drawn(letter)}
    return text.translate(dict.fromkeys(lost, REPLACEMENT)) if lost else text


def plain(text: str) -> str:
    """Only letters of the document's own font, others replaced: what is always drawn."""
    known = face()
    return "".join(letter if known.has(letter) else "?" for letter in text)


@lru_cache(maxsize=4096)
def _is_drawn(letter: str) -> bool:
    from sagsgang.rendering.typst.compiling import is_drawn

    return not unicodedata.category(letter).startswith("C") and is_drawn(letter)


def rich(text: str, width: float, size: float, cut: Face) -> Rich:
    """The text with its addresses as links, and breaks in words wider than the width in points:
    a plain string, or pieces that are strings or [text, address]."""
    text = drawable(text)
    if not any(sign in text for sign in "@:.") or not _ADDRESS.search(text):
        return broken(text, width, size, cut)
    pieces: list[str | list[str]] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        shown = found[0].rstrip(_AFTER)
        if not shown or "." not in shown:
            continue
        pieces.append(broken(text[end : found.start()], width, size, cut))
        pieces.append([broken(shown, width, size, cut), _target(shown)])
        end = found.start() + len(shown)
    pieces.append(broken(text[end:], width, size, cut))
    return [piece for piece in pieces if piece]


def _target(shown: str) -> str:
    if "@" in shown and "/" not in shown:
        return f"mailto:{shown}"
    return shown if shown.lower().startswith("http") else f"https://{shown}"


def broken(text: str, width: float, size: float, cut: Face) -> str:
    """The text with places to break in each word that is wider than the width."""
    if len(text) * size < width:
        return text
    words = text.split(" ")
    if max(map(len, words)) * size * 1.1 <= width:
        return text
    return " ".join(_word(word, width, size, cut) for word in words)


def _word(word: str, width: float, size: float, cut: Face) -> str:
    """The word in parts that each fit on a line, so that as few signs as can be stand in it."""
    if cut.width(word, size) * 1.02 <= width:
        return word
    room = max(width / 1.02 - cut.width("-", size), 0.0)
    out, taken = word[0], cut.width(word[0], size)
    for before, after in pairwise(word):
        wide = cut.width(after, size)
        if taken + wide > room and not unicodedata.combining(after):
            out += SOFT_HYPHEN if before.isalpha() and after.isalpha() else BREAK
            taken = 0.0
        out += after
        taken += wide
    return out
