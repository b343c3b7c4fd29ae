"""Rich text (RTF): its words, hidden ones and properties apart."""

import re

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+)"
)
_SKIPPED = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"listtable", b"listoverridetable", b"pict", b"rsidtbl",
    b"themedata", b"colorschememapping", b"latentstyles", b"datastore", b"xmlnstbl", b"generator",
    b"objdata", b"blipuid", b"fldinst", b"mmathPr",
})  # fmt: skip
_ASIDE = {
    b"info": (FragmentKind.METADATA, "egenskaberne"),
    b"annotation": (FragmentKind.COMMENT, "kommentar"),
    b"atnauthor": (FragmentKind.METADATA, "kommentarens forfatter"),
    b"header": (FragmentKind.TEXT, "sidehoved"), b"footer": (FragmentKind.TEXT, "sidefod"),
    b"footnote": (FragmentKind.TEXT, "fodnote"),
}  # fmt: skip
_BREAKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t"}
_HIDDEN = (FragmentKind.HIDDEN, "skjult tekst")
_BODY = (FragmentKind.TEXT, "brødteksten")
_DEEPEST = 1_000


def read_rich_text(data: bytes, found: Found) -> None:
    """The words of an RTF file."""
    texts: dict[tuple[FragmentKind, str], list[str]] = {}
    stack: list[tuple[tuple[FragmentKind, str] | None, bool, int]] = []
    place: tuple[FragmentKind, str] | None = _BODY
    is_hidden, width, skip = False, 1, 0

    def write(text: str) -> None:
        if place is not None:
            texts.setdefault(_HIDDEN if is_hidden else place, []).append(text)

    for match in _TOKEN.finditer(data):
        word, number, code, sign, brace, text = match.groups()
        if brace == b"{":
            if len(stack) >= _DEEPEST:
                found.problem("for mange lag i filen: resten er ikke læst")
                break
            stack.append((place, is_hidden, width))
        elif brace == b"}":
            if stack:
                place, is_hidden, width = stack.pop()
        elif word is not None:
            if word in _SKIPPED:
                place = None
            elif word in _ASIDE and place is not None:
                place = _ASIDE[word]
            elif word in _BREAKS:
                write(_BREAKS[word])
            elif word == b"v":
                is_hidden = number != b"0"
            elif word == b"uc" and number:
                width = max(0, int(number))
            elif word == b"u" and number:
                value = int(number) % 0x10000
                write(chr(value) if not 0xD800 <= value < 0xE000 else "")
                skip = width
        elif code is not None:
            if skip:
                skip -= 1
            else:
                write(bytes([int(code, 16)]).decode("cp1252", "replace"))
        elif sign is not None:
            if sign in b"\\{}~_":
                write({b"~": " ", b"_": "-"}.get(sign, sign.decode()))
            elif sign == b"*" and place is not None and place not in _ASIDE.values():
                place = place if _is_wanted(data, match.end()) else None
        elif text is not None:
            plain = text.decode("cp1252", "replace").replace("\r", "").replace("\n", "")
            write(plain[skip:])
            skip = max(0, skip - len(plain))
    for (kind, where), pieces in texts.items():
        found.add(kind, where, "".join(pieces).strip())


def _is_wanted(data: bytes, place: int) -> bool:
    """Whether a group that programs may pass over holds something a person wrote."""
    match = _TOKEN.match(data, place)
    return match is not None and match[1] in _ASIDE
