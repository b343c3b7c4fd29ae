"""R10: an attachment is on an item's list, and no file of the bundle is it, or the other way."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import Attachment

CODE = "R10"
TITLE = Words(da="Bilaget er ikke i mappen", en="Attachment is not in the bundle")
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_NUMBER = re.compile(r"\bbilag\s*(?:nr\.?\s*)?(?P<number>[0-9]{1,3})\b")
_WORD = re.compile(r"[^\W\d_]{3,}|[0-9]{2,}")
#: Words of a file's name that tell nothing of what it is.
_EMPTY = frozenset(("bilag", "til", "fra", "for", "med", "den", "det", "version", "endelig"))
#: So much of the words of a title must stand in a file's name.
_ENOUGH = 0.6


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The lists of attachments against the files; silent where no bundle was given."""
    files = list(context.attachments)
    if not files or not any(item.attachments for item in minutes.items):
        return
    used: set[str] = set()
    for number, item in enumerate(minutes.items):
        if item.is_closed:
            continue
        for title in item.attachments:
            matching = [file for file in files if _is_it(title, file)]
            used.update(file.name for file in matching)
            if matching:
                continue
            yield context.finding(
                context.say(
                    da=f"«{title}» står på listen over bilag, men ingen fil i mappen ser ud til at "
                    "være det.",
                    en=f"“{title}” is on the list of attachments, but no file seems to be it.",
                ),
                confidence=0.8,
                item=item,
                lines=item.lines,
                printed=[title],
                suggestion=context.say(
                    da="Læg bilaget i mappen, eller slet det af listen.",
                    en="Put the attachment into the folder, or strike it off the list.",
                ),
                place=Place(item=number),
            )
    for file in files:
        if file.name not in used:
            yield context.finding(
                context.say(
                    da=f"Filen «{file.name}» er ikke på listen over bilag på noget punkt.",
                    en=f"The file “{file.name}” is on no item's list of attachments.",
                ),
                confidence=0.7,
                severity=Severity.NOTES,
                printed=[file.name],
                suggestion=context.say(
                    da="Skriv den på listen, eller tag den ud, hvis den ikke skal med.",
                    en="List it, or take it out if it is not to be published.",
                ),
                attachment=file.name,
            )


def _is_it(title: str, file: Attachment) -> bool:
    """The same number of attachment, where both have one and no more words tell; else the words."""
    one, other = title.casefold(), file.name.rpartition(".")[0].casefold().replace("_", " ")
    named, filed = _NUMBER.search(one), _NUMBER.search(other)
    words, found = _words(one), _words(other)
    if named and filed:
        return named["number"] == filed["number"]
    if not words or not found:
        return False
    return len(words & found) >= _ENOUGH * min(len(words), len(found))


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if word not in _EMPTY}
