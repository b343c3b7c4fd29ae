"""R04: an attachment is listed and never mentioned, in an item that cites the others by number."""

import re
from collections.abc import Iterator

from sagsgang.checking.cited.attachments import are_numbered, citations, listed_numbers
from sagsgang.checking.cited.prose import is_crowded, own_sections
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes, SectionKind

CODE = "R04"
TITLE = Words(da="Bilag på listen, som teksten aldrig nævner", en="Attachment listed, never cited")
FAMILY = Family.REFERENCES
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_WORD = re.compile(r"[a-zæøå]{5,}")
#: Said of all attachments at once.
_ALL = re.compile(
    r"\bbilagene\b|\b(?:vedlagte|vedhæftede|øvrige|følgende|sagens|de) bilag\b|\bvedlagt\b|"
    r"\bvedhæftet\b|\bvedlægges\b",
    re.IGNORECASE,
)
_STEM = 5


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The listed attachments of items that cite at least one of them by its number."""
    for number, item in enumerate(minutes.items):
        if item.is_closed or len(item.attachments) < 2 or is_crowded(item, "bilag"):
            continue
        cited = {each for citation in citations(item, number) for each in citation.numbers}
        listed = listed_numbers(item)
        if not cited & set(listed) or len(listed) != len(item.attachments):
            continue
        said = "\n".join(section.text for _, section in own_sections(item)).casefold()
        if _ALL.search(said):
            continue
        for at, name in zip(listed, item.attachments, strict=True):
            if at in cited or _is_mentioned(name, said):
                continue
            place, lines = _list_of(item, number)
            yield context.finding(
                context.say(
                    da=f"Bilaget «{name}» er på listen, men teksten nævner det ikke.",
                    en=f"The attachment «{name}» is listed, but the text does not mention it.",
                ),
                confidence=0.7 if are_numbered(item) else 0.5,
                item=item,
                lines=lines,
                printed=[name],
                suggestion=context.say(
                    da="Skriv, hvad bilaget bruges til, eller tag det af listen.",
                    en="Say what it is for, or take it off the list.",
                ),
                place=place,
            )


def _is_mentioned(name: str, said: str) -> bool:
    """True when any longer word of the title stands in the text, be it in a compound."""
    words = [word for word in _WORD.findall(name.casefold()) if not word.startswith("bilag")]
    return not words or any(word[:_STEM] in said for word in words)


def _list_of(item: AgendaItem, number: int) -> tuple[Place, tuple[int, int]]:
    for at, section in enumerate(item.sections):
        if section.kind is SectionKind.ATTACHMENTS:
            return Place(item=number, section=at), section.lines
    return Place(item=number), item.lines
