"""L03: a heading has nothing under it."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes, SectionKind

CODE = "L03"
TITLE = Words(da="Afsnittet er tomt", en="Section is empty")
FAMILY = Family.LAYOUT
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_MAY_BE_EMPTY = frozenset(
    {
        SectionKind.ABSENT,
        SectionKind.ATTACHMENTS,
        SectionKind.DECISION,
        SectionKind.RECOMMENDATION,
        SectionKind.CASE_ROUTE,
        SectionKind.DECIDING_BODY,
        SectionKind.EARLIER_TREATMENTS,
    }
)
#: What is no part of the template: a heading of the text above it, or a label of something else.
_HEADINGS_OF_THE_TEXT = frozenset({SectionKind.OTHER, SectionKind.TOPIC})


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The open items' sections without text, points, tables or sub-sections."""
    for number, item in enumerate(minutes.items):
        if item.is_closed:
            continue
        for index, section in enumerate(item.sections):
            following = item.sections[index + 1] if index + 1 < len(item.sections) else None
            has_more = following is not None and (
                following.level > section.level or following.kind in _HEADINGS_OF_THE_TEXT
            )
            if (
                section.text.strip()
                or has_more
                or section.kind in _MAY_BE_EMPTY | _HEADINGS_OF_THE_TEXT
            ):
                continue
            if section.lines[1] > section.lines[0]:
                continue  # what stands there was read as something else: a table, points
            yield context.finding(
                context.say(
                    da=f"Under «{section.heading}» står der intet.",
                    en=f"There is nothing under “{section.heading}”.",
                ),
                confidence=0.8,
                item=item,
                lines=section.lines,
                printed=[section.heading],
                suggestion=context.say(
                    da="Skriv «Intet at bemærke», eller slet overskriften.",
                    en="Write “Nothing to note”, or delete the heading.",
                ),
                place=Place(item=number, section=index),
            )
