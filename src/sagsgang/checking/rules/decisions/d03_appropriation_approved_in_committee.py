"""D03: a committee approved a new or moved appropriation; the council decides on appropriations."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.decided.place import place_of
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, DocumentKind, Minutes, Outcome
from sagsgang.reference.bodies import body_key, same_body

CODE = "D03"
TITLE = Words(da="Bevilling godkendt i et udvalg", en="Appropriation approved in a committee")
FAMILY = Family.DECISIONS
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_COUNCIL = "Byrådet"
_AMOUNT = r"[\d.,]{1,20}\s?(?:kr|kroner|mio|mia|t\.?\s?kr)"
_APPROPRIATION = re.compile(
    r"\b(?:tillægs|anlægs|mer)bevilling\w*|\brådighedsbeløb\w*|\bkassen\b|\bkassebeholdning\w*"
    rf"|\b(?:flyttes|omplaceres|overføres)\b[^.;]{{0,60}}?{_AMOUNT}"
    rf"|{_AMOUNT}[^.;]{{0,40}}?\b(?:flyttes|omplaceres)\b"
    r"|\bbudgetomplacering\w*",
    re.IGNORECASE,
)
#: What stays inside the committee's own budget, reports on money already given, or asks another.
_OWN = re.compile(
    r"\b(?:egne?t?|inden for|indenfor)\b[^.;]{0,40}\b(?:ramme\w*|budget\w*|bevilling\w*)"
    r"|\bpulje\w*|\bregnskab\w*|\befterretning\b|\bover\s?for\b[^.;]{0,40}\b(?:byrådet|"
    r"kommunalbestyrelsen|økonomiudvalget)|\bbyrådet (?:giver|godkender|bevilger)",
    re.IGNORECASE,
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """What a committee approved of what was recommended, when it is an appropriation."""
    if minutes.kind is not DocumentKind.MINUTES or not _is_committee(minutes.body):
        return
    for number, item in enumerate(minutes.items):
        if item.is_closed or _is_final(item, minutes.body):
            continue
        words = next(_approved_appropriations(item), None)
        if words is None:
            continue
        place, lines = place_of(item, number)
        yield context.finding(
            context.say(
                da=f"Udvalget har godkendt, at der gives eller flyttes en bevilling («{words}»). "
                "Bevillinger gives af Byrådet; er det udvalgets egen ramme, er alt i orden.",
                en=f"The committee approved that an appropriation is given or moved («{words}»). "
                "The council decides on those, unless it is within the committee's own.",
            ),
            confidence=0.6,
            item=item,
            lines=lines,
            printed=[words],
            suggestion=context.say(
                da="Skal Byrådet afgøre det, så skriv «Anbefales» eller «Indstilles til "
                "godkendelse».",
                en="If the council must decide, write that it is recommended.",
            ),
            place=place,
        )


def _is_committee(body: str | None) -> bool:
    return bool(body) and body_key(body or "")[-1:] == ("udvalg",)


def _is_final(item: AgendaItem, body: str | None) -> bool:
    """True when the item says that this body decides, and no other."""
    return bool(item.deciding_body and body and same_body(item.deciding_body, body))


def _approved_appropriations(item: AgendaItem) -> Iterator[str]:
    """The words for money in the points that were approved."""
    decision = item.decision
    if decision is None:
        return
    outcomes = {number: part.outcome for part in decision.parts for number in part.covers}
    for point in item.recommendations:
        if outcomes.get(point.number, decision.outcome) is not Outcome.APPROVED:
            continue
        if point.addressee and same_body(point.addressee, _COUNCIL):
            continue
        match = _APPROPRIATION.search(point.text)
        if match and not _OWN.search(point.text):
            yield " ".join(match[0].split())
