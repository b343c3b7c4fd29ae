"""R06: among the earlier treatments of a case stands this very meeting of this very body."""

from collections.abc import Iterator
from datetime import date

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.dates import find_dates
from sagsgang.minutes import AgendaItem, Minutes, Section, SectionKind
from sagsgang.reference.bodies import find_bodies, same_body

CODE = "R06"
TITLE = Words(da="Tidligere behandling er dette møde", en="Earlier treatment is this very meeting")
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The earlier treatments of every item against the meeting itself.

    Where a list of treatments is a log of the whole case, this meeting belongs in it.
    """
    if minutes.body is None or minutes.starts_at is None:
        return
    listing = [item for item in minutes.items if item.earlier_treatments]
    own = [(at, item) for at, item in enumerate(minutes.items) if _names(minutes, item)]
    # half of the items or more: so does this municipality write its lists
    if len(own) > 1 and 2 * len(own) >= len(listing):
        return
    day = minutes.starts_at.date()
    for number, item in own:
        section = item.sections_of(SectionKind.EARLIER_TREATMENTS)
        if not section or "tidligere" not in section[0].heading.casefold():
            continue
        yield context.finding(
            context.say(
                da=f"Som tidligere behandling står {minutes.body} den {day:%d-%m-%Y}: det er "
                "dette møde.",
                en=f"As an earlier treatment stands {minutes.body} on {day.isoformat()}: that is "
                "this meeting.",
            ),
            confidence=0.95,
            item=item,
            lines=section[0].lines,
            printed=[f"{minutes.body} den {day:%d-%m-%Y}"],
            suggestion=context.say(
                da="Slet det, eller ret datoen, hvis sagen har været behandlet før.",
                en="Delete it, or correct the date if the case has been treated before.",
            ),
            place=Place(item=number, section=item.sections.index(section[0])),
        )


def _names(minutes: Minutes, item: AgendaItem) -> bool:
    if minutes.body is None or minutes.starts_at is None:
        return False
    day = minutes.starts_at.date()
    if _heads_two_decisions(item, minutes.body, day):
        return True
    return any(
        treatment.date == day and same_body(treatment.body, minutes.body)
        for treatment in item.earlier_treatments
    )


def _heads_two_decisions(item: AgendaItem, body: str, day: date) -> bool:
    """True when an empty list of treatments is followed by a decision under this meeting's name,
    and by another decision: the first is the earlier treatment, read as the decision itself.
    """
    for listing, first, *rest in _from_each(item.sections):
        if (listing.kind, first.kind) != (SectionKind.EARLIER_TREATMENTS, SectionKind.DECISION):
            continue
        names = find_bodies(first.heading)
        days = [found.date for found in find_dates(first.heading)]
        is_this = len(names) == 1 and days == [day] and same_body(names[0].name, body)
        if is_this and any(section.kind is SectionKind.DECISION for section in rest):
            return True
    return False


def _from_each(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    return (sections[at:] for at in range(len(sections) - 1))
