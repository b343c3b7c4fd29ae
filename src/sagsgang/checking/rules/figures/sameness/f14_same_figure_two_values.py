"""F14: the same figure is told twice, in the summary and the account or in two items, with
different values or years.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.index import MOST_MENTIONS
from sagsgang.checking.sameness.repeated import Twice, repeated
from sagsgang.checking.sameness.telling import excerpt, lines_of, place_of, where_told
from sagsgang.minutes import Minutes

CODE = "F14"
TITLE = Words(da="Samme tal med to værdier", en="Same figure with two values")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every figure that is told again in another part of its item or in another item."""
    mentions = context.views.mentions
    if mentions.is_cut:
        yield context.skipped(
            context.say(
                da=f"Teksten har over {MOST_MENTIONS} tal; resten er ikke sammenlignet.",
                en=f"The text holds over {MOST_MENTIONS} figures; the rest were not compared.",
            ),
            item=None,
        )
    for pair in repeated(mentions):
        yield _held(pair, minutes, context) if pair.agrees else _differs(pair, minutes, context)


def _held(pair: Twice, minutes: Minutes, context: Context) -> Answer:
    one, other = where_told(pair.one, pair.other, minutes)
    there = " ".join(pair.other.quantity.text.split())
    return context.verified(
        context.say(da=f"{there} i {one} og {other}", en=f"{there} in {one} and {other}"),
        item=minutes.items[pair.one.item],
        lines=lines_of(pair.one, minutes),
        place=place_of(pair.one),
        others=[place_of(pair.other)],
    )


def _differs(pair: Twice, minutes: Minutes, context: Context) -> Answer:
    one, other = where_told(pair.one, pair.other, minutes)
    figures = pair.years or (pair.one.quantity, pair.other.quantity)
    here, there = (each.number for each in figures)
    first = excerpt(pair.one, minutes.items[pair.one.item])
    second = excerpt(pair.other, minutes.items[pair.other.item])
    return context.finding(
        context.say(
            da=f"Det samme ser ud til at stå med to tal: {here} i {one} («{first}»), "
            f"{there} i {other} («{second}»).",
            en=f"The same thing seems to stand with two figures: {here} in {one} («{first}»), "
            f"{there} in {other} («{second}»).",
        ),
        confidence=pair.confidence,
        item=minutes.items[pair.one.item],
        lines=lines_of(pair.one, minutes),
        printed=[here, there],
        suggestion=context.say(
            da=f"Ret {here} eller {there}, eller skriv, hvad der adskiller dem.",
            en=f"Change {here} or {there}, or say in what they differ.",
        ),
        place=place_of(pair.one, *(pair.years or ())[:1]),
        others=[place_of(pair.other, *(pair.years or ())[1:])],
    )
