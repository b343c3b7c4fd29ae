"""T03: an item came after the deadline, and nothing says why it cannot wait."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes

CODE = "T03"
TITLE = Words(da="For sent optaget punkt uden begrundelse", en="Late item without a reason")
FAMILY = Family.TIME
SEVERITY = Severity.BLOCKS
STATUS = Status.TRIAL

_LATE = re.compile(
    r"\btillægs(?:punkt|dagsorden)|\bhastesag\b|\b(?:ekstra|nyt) punkt\b"
    r"|\boptaget (?:på dagsordenen )?efter (?:fristen|udsendelsen)",
    re.IGNORECASE,
)
_APPROVES = re.compile(r"godkend", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:fordi|idet|da|eftersom|begrund\w*|på grund af|pga|kan ikke (?:afvente|vente|udskydes)"
    r"|tåler ikke|haster|hastende|frist(?:en)? (?:er|udløber|for)|først modtaget)\b",
    re.IGNORECASE,
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The open items whose title says they were added late."""
    for number, item in enumerate(minutes.items):
        if item.is_closed or _APPROVES.match(item.title) or not _LATE.search(item.title):
            continue
        if _has_reason(item):
            continue
        yield context.finding(
            context.say(
                da="Punktet er optaget efter fristen, men der står ikke, hvorfor det ikke kan "
                "vente.",
                en="The item was added after the deadline, but nothing says why it cannot wait.",
            ),
            confidence=0.85,
            item=item,
            lines=item.lines,
            printed=[item.title],
            suggestion=context.say(
                da="Skriv, at fristen ikke er overholdt, og hvorfor sagen ikke kan udsættes.",
                en="Write that the deadline was not kept, and why the case cannot be put off.",
            ),
            place=Place(item=number),
        )


def _has_reason(item: AgendaItem) -> bool:
    return any(_REASON.search(section.text) for section in item.sections)
