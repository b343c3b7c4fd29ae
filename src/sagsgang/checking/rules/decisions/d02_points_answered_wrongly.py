"""D02: a decision answers points nobody recommended, leaves one out, or answers one twice."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.decided.answers import answers
from sagsgang.checking.decided.place import place_of
from sagsgang.checking.finding import Finding, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, DocumentKind, Minutes

CODE = "D02"
TITLE = Words(
    da="Beslutningen svarer ikke på indstillingens punkter",
    en="Decision does not answer the points recommended",
)
FAMILY = Family.DECISIONS
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Decisions that name points, against the points there are."""
    if minutes.kind is not DocumentKind.MINUTES:
        return
    for number, item in enumerate(minutes.items):
        found = answers(item)
        if found is None:
            continue
        points = f"1-{found.count}"
        if found.unknown:
            named = _listed(found.unknown)
            message = context.say(
                da=f"Beslutningen svarer på punkt {named}, men indstillingen har kun {points}.",
                en=f"The decision answers point {named}, but only {points} were recommended.",
            )
            yield _finding(context, item, number, message, named, points)
        if found.missing:
            named = _listed(found.missing)
            message = context.say(
                da=f"Beslutningen svarer ikke på indstillingens punkt {named}.",
                en=f"The decision does not answer point {named} of the recommendation.",
            )
            yield _finding(context, item, number, message, _covered(item), points)
        if found.twice:
            named = _listed(found.twice)
            message = context.say(
                da=f"Beslutningen svarer to gange på punkt {named}.",
                en=f"The decision answers point {named} twice.",
            )
            yield _finding(context, item, number, message, named, points)


def _finding(
    context: Context, item: AgendaItem, number: int, message: str, printed: str, points: str
) -> Finding:
    place, lines = place_of(item, number)
    return context.finding(
        message,
        confidence=0.9,
        item=item,
        lines=lines,
        printed=[printed],
        computed=[points],
        suggestion=context.say(
            da="Ret numrene, så hvert punkt i indstillingen har ét svar.",
            en="Correct the numbers, so that every point recommended has one answer.",
        ),
        place=place,
    )


def _covered(item: AgendaItem) -> str:
    parts = item.decision.parts if item.decision else ()
    return _listed(tuple(sorted({number for part in parts for number in part.covers})))


def _listed(numbers: tuple[int, ...]) -> str:
    """ "1-3" for 1, 2, 3; "1 og 3" for 1, 3."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}-{numbers[-1]}"
    return " og ".join(filter(None, (", ".join(map(str, numbers[:-1])), str(numbers[-1]))))
