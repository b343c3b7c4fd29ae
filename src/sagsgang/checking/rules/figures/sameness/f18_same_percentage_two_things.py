"""F18: the summary gives a percentage to one thing, the account the same percentage to another."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.attributed import Attribution, attributed_twice
from sagsgang.checking.sameness.telling import excerpt, lines_of, place_of, where_told
from sagsgang.minutes import Minutes

CODE = "F18"
TITLE = Words(da="Samme procent givet til to ting", en="Same percentage given to two things")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every percentage of a summary that stands once in the account, beside other words."""
    for found in attributed_twice(context.views.mentions):
        yield _told(found, minutes, context)


def _told(found: Attribution, minutes: Minutes, context: Context) -> Answer:
    item = minutes.items[found.one.item]
    printed = " ".join(found.one.quantity.text.split())
    one, other = where_told(found.one, found.other, minutes)
    here, there = excerpt(found.one, item), excerpt(found.other, item)
    computed = [found.rightful.quantity.number] if found.rightful else []
    others = [place_of(each) for each in (found.other, found.rightful) if each]
    return context.finding(
        context.say(
            da=f"{printed} gives til to forskellige ting: i {one} «{here}», i {other} «{there}».",
            en=f"{printed} is given to two different things: in {one} «{here}», "
            f"in {other} «{there}».",
        ),
        confidence=0.85 if found.rightful else 0.75,
        item=item,
        lines=lines_of(found.one, minutes),
        printed=[found.one.quantity.number],
        computed=computed,
        suggestion=context.say(
            da=f"Se efter, hvad de {printed} er af, og ret det andet sted.",
            en=f"Look up what the {printed} are of, and correct the other place.",
        ),
        place=place_of(found.one),
        others=others,
    )
