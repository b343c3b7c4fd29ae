"""L06: a picture has no text for those who do not see it."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "L06"
TITLE = Words(da="Billedet har ingen tekst", en="Picture without text")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_PICTURE = re.compile(
    r"!\[\s{0,3}\]\([^()\n]{0,200}\)|<img(?![^<>]{0,400}\balt=\"[^\"])[^<>]{0,400}>"
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The pictures of Markdown and HTML, which are all that a text file keeps of one."""
    for number, line in enumerate(context.lines, start=1):
        if "![" not in line and "<img" not in line:
            continue
        for found in _PICTURE.finditer(line):
            yield context.finding(
                context.say(
                    da="Billedet har ingen beskrivelse.", en="The picture has no description."
                ),
                confidence=0.9,
                lines=(number, number),
                printed=[found.group()[:80]],
                suggestion=context.say(
                    da="Skriv i få ord, hvad billedet viser.",
                    en="Say in a few words what the picture shows.",
                ),
            )
