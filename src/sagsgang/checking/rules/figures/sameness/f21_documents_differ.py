"""F21: the same case tells the same figure differently in two documents, before two bodies."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.repeated import Twice
from sagsgang.checking.sameness.same_case import MOST_OF_A_CASE, SameCase, same_cases
from sagsgang.checking.sameness.telling import excerpt, lines_of, place_of
from sagsgang.minutes import Minutes

CODE = "F21"
TITLE = Words(da="To dokumenter siger hver sit", en="Documents differ")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every figure that a case tells here and in another document of the same run."""
    cases, is_cut = same_cases(minutes, context.companions)
    if is_cut:
        yield context.skipped(
            context.say(
                da=f"Sager i over {MOST_OF_A_CASE} dokumenter er ikke sammenlignet i alle.",
                en=f"Cases in over {MOST_OF_A_CASE} documents were not compared in all of them.",
            ),
            item=None,
        )
    for case in cases:
        for pair in case.told_in_both(context):
            if pair.agrees:
                yield _held(pair, case, minutes, context)
            else:
                yield _differs(pair, case, minutes, context)


def _held(pair: Twice, case: SameCase, minutes: Minutes, context: Context) -> Answer:
    printed, where = " ".join(pair.one.quantity.text.split()), _name(case)
    return context.verified(
        context.say(da=f"{printed} her og i {where}", en=f"{printed} here and in {where}"),
        item=minutes.items[case.item],
        lines=lines_of(pair.one, minutes),
        place=place_of(pair.one),
    )


def _differs(pair: Twice, case: SameCase, minutes: Minutes, context: Context) -> Answer:
    own, where = minutes.items[case.item], _name(case)
    figures = pair.years or (pair.one.quantity, pair.other.quantity)
    here, there = (each.number for each in figures)
    first, second = excerpt(pair.one, own), excerpt(pair.other, case.other)
    return context.finding(
        context.say(
            da=f"Her står {here} («{first}»), i {where} {there} («{second}»).",
            en=f"Here is {here} («{first}»), in {where} {there} («{second}»).",
        ),
        confidence=round(pair.confidence - 0.1, 2),
        item=own,
        lines=lines_of(pair.one, minutes),
        printed=[here, there],
        suggestion=context.say(
            da=f"Se efter, om {here} eller {there} er rigtigt, eller om tallet er ændret siden.",
            en=f"Look up whether {here} or {there} is right, or the figure was changed since.",
        ),
        place=place_of(pair.one, *(pair.years or ())[:1]),
    )


def _name(case: SameCase) -> str:
    """The other document and item, Danish as printed: "Byrådet 31-01-2022, punkt 17"."""
    document, item = case.document, case.other
    day = f" {document.starts_at:%d-%m-%Y}" if document.starts_at else ""
    return f"{document.body or document.source.name}{day}, punkt {item.number or item.title}"
