"""L04: the same word stands twice in a row."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "L04"
TITLE = Words(da="Ordet står to gange", en="Doubled word")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

#: The tab between two cells parts words as a line does.
_DOUBLED = re.compile(
    r"(?<![\w-])(?P<word>[^\W\d_]{2,})[^\S\n\t]+(?P=word)(?![\w-])", re.IGNORECASE
)
#: "at den den 3. maj", "det det drejer sig om", "de de vil have".
_ALLOWED = frozenset(
    [
        "den",
        "det",
        "der",
        "de",
        "så",
        "er",
        "har",
        "var",
        "var",
        "meget",
        "ja",
        "nej",
        "jo",
        "hvad",
        "som",
        "her",
        "mere",
        "langt",
        "vi",
        "i",
        "man",
        "få",
        "nu",
    ]
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every word that is printed twice, save those that Danish lets stand so."""
    for number, item in enumerate(minutes.items):
        for index, section in enumerate(item.sections):
            if not _may_hold(section.text):
                continue
            for found in _DOUBLED.finditer(section.text):
                if found["word"].casefold() in _ALLOWED or found["word"][:1].isupper():
                    continue
                yield context.finding(
                    context.say(
                        da=f"Der står «{found.group()}».", en=f"“{found.group()}” is printed."
                    ),
                    confidence=0.8,
                    item=item,
                    lines=section.lines,
                    printed=[" ".join(found.group().split())],
                    computed=[found["word"]],
                    suggestion=context.say(
                        da="Slet det ene ord.", en="Delete one of the two words."
                    ),
                    place=Place(item=number, section=index, spans=((found.start(), found.end()),)),
                )


def _may_hold(text: str) -> bool:
    """True when a word is followed by one that begins with it: a look that is faster."""
    words = text.casefold().split()
    return any(map(str.startswith, words[1:], words))
