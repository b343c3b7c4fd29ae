"""D01: an open item of the minutes has no decision recorded, although the others have."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import DocumentKind, Minutes

CODE = "D01"
TITLE = Words(da="Punkt uden beslutning", en="Item without decision")
FAMILY = Family.DECISIONS
SEVERITY = Severity.WARNS
STATUS = Status.FIRM
_SIGNATURES = re.compile(r"underskrift|godkendelse af referat", re.I)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Items without decision, in minutes that record decisions."""
    if minutes.kind is not DocumentKind.MINUTES:
        return
    if not any(item.decision for item in minutes.items):
        return
    for number, item in enumerate(minutes.items):
        if item.is_closed or item.decision:
            continue
        yield context.finding(
            context.say(
                da="Punktet har ingen beslutning.",
                en="The item has no decision.",
            ),
            confidence=0.9,
            # a sheet for signatures decides nothing: worth a word, not a warning
            severity=Severity.NOTES if _SIGNATURES.match(item.title) else None,
            item=item,
            lines=item.lines,
            suggestion=context.say(
                da="Skriv beslutningen, eller «Intet til referat», hvis der ikke er noget at "
                "beslutte.",
                en="Write the decision, or that there is nothing to record.",
            ),
            place=Place(item=number),
        )
