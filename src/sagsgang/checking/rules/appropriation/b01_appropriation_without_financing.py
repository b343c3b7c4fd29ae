"""B01: money is to be appropriated, and nothing says where it comes from."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.money import find_money
from sagsgang.minutes import Minutes

CODE = "B01"
TITLE = Words(da="Bevilling uden finansiering", en="Appropriation without financing")
FAMILY = Family.APPROPRIATION
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ASKS = re.compile(
    r"tillægsbevilling|anlægsbevilling|\bbevilges\b|\b(?:gives|meddeles|godkendes) en bevilling",
    re.IGNORECASE,
)
_FINANCED = re.compile(
    r"finansier|\bkasse|likvid|inden for (?:eget|egen|budget|ramme|det afsatte|den afsatte)"
    r"|omplacer|overfør|\blån|\bpulje|reserve|rådighedsbeløb|afholdes|udgiftsneutral|frigive"
    r"|opsparing|modpost|\bDUT\b|tilskud fra|budgetneutral",
    re.IGNORECASE,
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Items whose recommendation asks for an appropriation of an amount."""
    for number, item in enumerate(minutes.items):
        asked = [point.text for point in item.recommendations if _ASKS.search(point.text)]
        amounts = [find_money(text) for text in asked]
        if not any(amounts) or any(_FINANCED.search(each.text) for each in item.sections):
            continue
        printed = next(found[0].text for found in amounts if found)
        yield context.finding(
            context.say(
                da=f"Der søges en bevilling ({printed}), men finansieringen er ikke nævnt.",
                en=f"An appropriation ({printed}) is asked for, but not how it is financed.",
            ),
            confidence=0.8,
            item=item,
            lines=item.lines,
            printed=[printed],
            suggestion=context.say(
                da="Skriv, om pengene kommer fra kassen, et lån, en pulje eller et andet budget.",
                en="Say whether the money is from cash, a loan, a pool or another budget.",
            ),
            place=Place(item=number),
        )
