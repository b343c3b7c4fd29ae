"""P08: running text that tells of so few people that somebody may be known again."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.passage import Passage, passages
from sagsgang.checking.privacy.small_numbers import find_small_numbers
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "P08"
TITLE = Words(da="Få mennesker i teksten", en="Few people in running text")
FAMILY = Family.PRIVACY
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_ADVICE = Words(
    da="Skriv «enkelte», eller slå grupper sammen, hvis nogen kan genkendes.",
    en="Write “a few”, or put groups together, if somebody may be known again.",
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Counts of people below `min_cell`, printed or following from a percentage, once an item."""
    least = context.settings.min_cell

    def secrets(passage: Passage) -> Iterator[Secret]:
        if passage.is_cells:
            return
        for small in find_small_numbers(passage.text, least):
            told = " ".join(small.text.split())
            yield Secret(small.start, small.end, told.casefold(), told, 0.5)

    def message(told: str, passage: Passage) -> Words:
        place = standing(passage)
        return Words(
            f"{told} {place.da} er under {least} mennesker. Kan nogen genkendes?",
            f"{told} {place.en} is below {least} people. May somebody be known again?",
        )

    yield from tell(context, passages(minutes, context), secrets, message, _ADVICE)
