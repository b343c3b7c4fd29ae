"""F17: a year that the date of the meeting or the words around it rule out."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.telling import words_around
from sagsgang.checking.sameness.years import OddYear, odd_years
from sagsgang.minutes import Minutes

CODE = "F17"
TITLE = Words(da="Et årstal, der ikke kan menes", en="Year that cannot be meant")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_WHY = {
    "ahead": Words(
        da="Ordene er om fremtiden, men året var forbi, da mødet blev holdt",
        en="The words are of the future, but the year was over when the meeting was held",
    ),
    "behind": Words(
        da="Ordene er om fortiden, men året ligger efter mødet",
        en="The words are of the past, but the year is after the meeting",
    ),
    "far": Words(da="Året ligger meget langt ude i fremtiden", en="The year is very far ahead"),
    "backwards": Words(
        da="Perioden slutter, før den begynder", en="The period ends before it begins"
    ),
    "decade": Words(
        da="Den samme periode begynder et andet sted ti år fra dette",
        en="The same period begins ten years from this in another place",
    ),
}


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The years and spans of years in every item's running text."""
    meeting = minutes.starts_at.year if minutes.starts_at else None
    for number, item in enumerate(minutes.items):
        for odd in odd_years(item, context.views.prose(number), meeting):
            around = words_around(item.sections[odd.section].text, odd.start, odd.end)
            why = _WHY[odd.kind]
            yield context.finding(
                context.say(da=f"{why.da}: «{around}».", en=f"{why.en}: «{around}»."),
                confidence=odd.confidence,
                item=item,
                lines=item.sections[odd.section].lines,
                printed=[odd.printed],
                computed=[odd.meant] if odd.meant else [],
                suggestion=_suggestion(odd, context),
                place=Place(item=number, section=odd.section, spans=((odd.start, odd.end),)),
            )


def _suggestion(odd: OddYear, context: Context) -> str:
    if odd.meant:
        return context.say(
            da=f"Ret {odd.printed} til {odd.meant}, hvis det er det, der menes.",
            en=f"Change {odd.printed} to {odd.meant} if that is meant.",
        )
    return context.say(da=f"Ret {odd.printed}.", en=f"Change {odd.printed}.")
