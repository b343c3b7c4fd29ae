"""What a file may be called here: one line, no path, nothing that turns the text around."""

import unicodedata

from sagsgang.web.bodies.naming import plain

LONGEST = 150
NAMELESS = "bilag"
#: Format and control characters (bidi overrides, zero width, line breaks), private and unassigned.
_NOT_PRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_FORBIDDEN = str.maketrans(dict.fromkeys('"*:<>?|', "_"))


def safe_name(name: str) -> str:
    """The last part of a path as people read it, with its ending, never longer than `LONGEST`."""
    last = plain(name).replace("\\", "/").rsplit("/", 1)[-1]
    last = unicodedata.normalize("NFC", last)
    shown = "".join(" " if c.isspace() else c for c in last if not _is_hidden(c))
    shown = " ".join(shown.translate(_FORBIDDEN).split()).strip(" .")
    stem, dot, ending = shown.rpartition(".")
    if not dot or len(ending) > 10 or not stem:
        return shown[:LONGEST].strip(" .") or NAMELESS
    return f"{stem[: LONGEST - len(ending) - 1].rstrip(' .')}.{ending}"


def title_of(name: str) -> str:
    """What the attachment is called until somebody gives it a better title: the name, no ending."""
    stem, dot, ending = name.rpartition(".")
    title = stem if dot and stem and len(ending) <= 10 else name
    return title.replace("_", " ").strip()[:200] or NAMELESS


def _is_hidden(letter: str) -> bool:
    return not letter.isspace() and unicodedata.category(letter) in _NOT_PRINTED
