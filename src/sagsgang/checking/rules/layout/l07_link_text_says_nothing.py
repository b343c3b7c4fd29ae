"""L07: a link is called "here"."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "L07"
TITLE = Words(da="Linkets tekst siger ikke, hvor det fører hen", en="Link text says nothing")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_NOTHING = r"\s*(?:her|klik her|link|læs mere|se her|her\.|dette link|hjemmeside)\s*"
_LINK = re.compile(
    rf"(?<!!)\[(?P<markdown>{_NOTHING})\]\(|<a\b[^<>]{{0,400}}>(?P<html>{_NOTHING})</a>",
    re.IGNORECASE,
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The links whose own words do not say where they lead."""
    for number, line in enumerate(context.lines, start=1):
        if "](" not in line and "</a>" not in line:
            continue
        for found in _LINK.finditer(line):
            text = (found["markdown"] or found["html"] or "").strip()
            yield context.finding(
                context.say(da=f"Linket hedder «{text}».", en=f"The link is called “{text}”."),
                confidence=0.85,
                lines=(number, number),
                printed=[text],
                suggestion=context.say(
                    da="Lad linkets ord sige, hvad man finder: «puljeopslaget».",
                    en="Let the words of the link say what it leads to.",
                ),
            )
