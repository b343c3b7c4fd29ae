"""L08: a heading is two levels below the one before."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "L08"
TITLE = Words(da="Overskriften springer et niveau over", en="Heading skips a level")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>\S.*)")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The Markdown headings of the document, told once with the first of them."""
    before, first, skips = 0, None, 0
    for number, line in enumerate(context.lines, start=1):
        found = _HEADING.match(line)
        if found is None:
            continue
        level = len(found["marks"])
        if before and level > before + 1:
            skips += 1
            first = first or (number, " ".join(found["words"].replace("*", "").split()))
        before = level
    if first is None:
        return
    yield context.finding(
        context.say(
            da=f"{skips} overskrift(er) springer et niveau over; den første er «{first[1]}».",
            en=f"{skips} heading(s) skip a level; the first is “{first[1]}”.",
        ),
        confidence=0.9,
        lines=(first[0], first[0]),
        printed=[first[1]],
        suggestion=context.say(
            da="Brug overskrift 2 under 1, og 3 under 2.",
            en="Use heading 2 under 1, and 3 under 2.",
        ),
    )
