"""F09: a share "of which" without anything before it that it could be a share of."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.quantities import Prose, Quantity
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes

CODE = "F09"
TITLE = Words(da="En «heraf»-procent uden grundlag", en="Share of which, without its base")
FAMILY = Family.FIGURES
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_OF_WHICH = re.compile(r"\b(?:heraf|hvoraf|deraf)\b[^NMPFT|]{0,40}(?P<share>P)")
_COUNTED = re.compile(r"[NMPFT]|\b(?:alle|samtlige|hver|begge|ingen|flere|antal\w*|resten)\b")
#: So many passages back the base may stand.
_BACK = 2


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every "heraf 38 %" with no figure before it in its own passage or those just before."""
    for number, item in enumerate(minutes.items):
        for section, share in _without_base(context.views.prose(number)):
            yield _finding(context, number, item, section, share)


def _without_base(prose: Prose) -> Iterator[tuple[int, Quantity]]:
    for index, passage in enumerate(prose.passages):
        if "raf" not in passage.shape:
            continue
        for match in _OF_WHICH.finditer(passage.shape):
            before = [
                each.shape
                for each in prose.passages[max(0, index - _BACK) : index]
                if each.section == passage.section
            ]
            if not any(map(_COUNTED.search, (*before, passage.shape[: match.start()]))):
                yield passage.section, passage.quantity(match.start("share"))


def _finding(
    context: Context, number: int, item: AgendaItem, section: int, share: Quantity
) -> Answer:
    return context.finding(
        context.say(
            da=f"«heraf {share.text}»: der står intet tal før, som det kan være {share.text} af.",
            en=f"“{share.text} of which”: no figure stands before that it can be {share.text} of.",
        ),
        confidence=0.8,
        item=item,
        lines=item.sections[section].lines,
        printed=[share.text],
        suggestion=context.say(
            da="Skriv antallet, som procenten er en del af.",
            en="Write the count that the percentage is a share of.",
        ),
        place=Place(item=number, section=section, spans=((share.start, share.end),)),
    )
