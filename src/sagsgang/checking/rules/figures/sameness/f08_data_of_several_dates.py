"""F08: one report holds data that reach up to different months."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.sameness.cut_offs import cut_offs
from sagsgang.minutes import Minutes

CODE = "F08"
TITLE = Words(da="Data fra flere datoer", en="Data of several dates")
FAMILY = Family.FIGURES
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """What each item says of how far its data reach; one note an item."""
    for number, item in enumerate(minutes.items):
        found = next(cut_offs(item, context.views.prose(number)), None)
        if found is None:
            continue
        dates = [" ".join(each.when.text.split()) for each in found]
        listed = f"{', '.join(dates[:-1])} {context.say(da='og', en='and')} {dates[-1]}"
        section = found[0].section
        yield context.finding(
            context.say(
                da=f"Tallene går til forskellige måneder: {listed}. Læg dem ikke sammen.",
                en=f"The figures reach up to different months: {listed}. Do not add them up.",
            ),
            confidence=0.8,
            item=item,
            lines=item.sections[section].lines,
            printed=dates,
            place=Place(
                item=number,
                section=section,
                spans=tuple((each.start, each.end) for each in found),
            ),
        )
