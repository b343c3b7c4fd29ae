"""What the words around a table say of its sums: that roundings show, or that parts overlap."""

import re

from sagsgang.minutes import AgendaItem, Table

#: Shorter cells are no notes.
SHORTEST_NOTE = 12

_ROUNDING = re.compile(r"\bafrund", re.IGNORECASE)
_OVERLAP = re.compile(
    r"\bflere gange\b|\bunikke\b"
    r"|\b(?:kan|er|fremgå|indgå|tælle[sr]?|optræder?)\b[^.\n]{0,60}\bi flere\b"
    r"|\bkan ikke (?:summeres|lægges sammen)\b|\bsummer(?:er|es)? ikke\b|\bikke udtømmende\b",
    re.IGNORECASE,
)
#: In a table of its own that says so, nothing else can be meant.
_OVERLAP_INSIDE = re.compile(
    r"\bkan\b[^.\n|]{0,60}\bflere\b|\bmere end (?:en|én|ét|et)\b"
    r"|\bflere (?:svar|kryds|kategorier)\b"
    r"|\bkun (?:de )?(?:største|udvalgte|væsentligste)\b|\bikke vist\b|\bet udpluk\b",
    re.IGNORECASE,
)


def text_around(item: AgendaItem, table: Table) -> str:
    """What the item says around its tables, the table's caption included."""
    return "\n".join([*(section.text for section in item.sections), table.caption or ""])


def rounding_is_noted(text: str) -> bool:
    """True when the text says that roundings may show."""
    return _ROUNDING.search(text) is not None


def parts_may_overlap(text: str) -> bool:
    """True when the text says that something counts in several parts, or that parts are missing."""
    return _OVERLAP.search(text) is not None


def says_parts_overlap(table: Table) -> bool:
    """True when the table or its caption itself says so, in a head, label or note."""
    inside = [table.caption or "", *table.header]
    inside += [cell for row in table.rows for cell in row if len(cell) >= SHORTEST_NOTE]
    return any(_OVERLAP_INSIDE.search(text) or _OVERLAP.search(text) for text in inside)
