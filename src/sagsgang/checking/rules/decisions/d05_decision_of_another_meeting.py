"""D05: a decision names another body or another day than the meeting's."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.decided.place import place_of
from sagsgang.checking.decided.words import decision_sentences
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.dates import find_dates
from sagsgang.minutes import AgendaItem, DocumentKind, Minutes, Section, SectionKind
from sagsgang.reference.bodies import body_key, find_bodies, same_body

CODE = "D05"
TITLE = Words(
    da="Beslutningen nævner et andet møde eller udvalg", en="Decision of another meeting or body"
)
FAMILY = Family.DECISIONS
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: What a body does when it decides; "fik", "ønsker" and the like may be told of another.
_DECIDES = re.compile(
    r"\s(?:(?:drøftede|godkendte|tiltrådte|vedtog|besluttede|udsatte|bemyndigede|tog|anbefalede|"
    r"indstillede)\b(?!\s(?:ved|i)\s\d)|anbefaler\b|indstiller\b)"
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Each item's decision and its heading against the body and the day of the meeting."""
    body = minutes.body
    if minutes.kind is not DocumentKind.MINUTES or body is None:
        return
    headings = [_heading(minutes, item) for item in minutes.items]
    is_habit = sum(found == (True, True) for found in headings) >= 2
    for number, item in enumerate(minutes.items):
        if item.is_closed:
            continue
        if is_habit and item.decision is None and (section := _only_decision(item)):
            same = _agreement(minutes, section)
            # one of the two is this meeting's: a slip, not the decision of an earlier meeting
            if same in ((True, False), (False, True)):
                at = item.sections.index(section)
                yield context.finding(
                    context.say(
                        da=f"Overskriften «{section.heading}» nævner et andet møde end dette.",
                        en=f"The heading «{section.heading}» names another meeting than this.",
                    ),
                    confidence=0.9,
                    item=item,
                    lines=(section.lines[0], section.lines[0]),
                    printed=[section.heading],
                    suggestion=context.say(
                        da="Ret udvalget eller datoen i overskriften.",
                        en="Correct the body or the date in the heading.",
                    ),
                    place=Place(item=number, section=at),
                )
        for sentence, other in _told_of_others(item, body):
            place, lines = place_of(item, number, sentence)
            yield context.finding(
                context.say(
                    da=f"Beslutningen siger, at {other} har besluttet, men mødet er {body}s.",
                    en=f"The decision says that {other} decided, but the meeting is of {body}.",
                ),
                confidence=0.85,
                item=item,
                lines=lines,
                printed=[other],
                computed=[body],
                suggestion=context.say(
                    da="Ret udvalgets navn, eller flyt beslutningen til «Tidligere behandling».",
                    en="Correct the body's name, or move it to the earlier treatments.",
                ),
                place=place,
            )


def _only_decision(item: AgendaItem) -> Section | None:
    found = item.sections_of(SectionKind.DECISION)
    return found[0] if len(found) == 1 else None


def _heading(minutes: Minutes, item: AgendaItem) -> tuple[bool, bool] | None:
    section = _only_decision(item)
    return _agreement(minutes, section) if section else None


def _agreement(minutes: Minutes, section: Section) -> tuple[bool, bool] | None:
    """Whether a heading names this body, and this day; None when it does not name both."""
    bodies, dates = find_bodies(section.heading), find_dates(section.heading)
    if len(bodies) != 1 or len(dates) != 1 or not minutes.starts_at or not minutes.body:
        return None
    same_day = dates[0].date == minutes.starts_at.date()
    return same_body(bodies[0].name, minutes.body), same_day


def _told_of_others(item: AgendaItem, body: str) -> Iterator[tuple[str, str]]:
    """Sentences that begin with another body deciding: (sentence, its name)."""
    for sentence in decision_sentences(item):
        found = find_bodies(sentence[:150])
        if not found or found[0].start > 0:
            continue
        rest = sentence[found[0].end :]
        # with a day, or with others beside it, it tells what has been decided elsewhere
        if not _DECIDES.match(rest) or find_dates(sentence):
            continue
        if not _is_part(found[0].name, body):
            yield sentence, found[0].name


def _is_part(name: str, body: str) -> bool:
    """True when a name is the body's, or a shorter form of it."""
    if same_body(name, body):
        return True
    words, whole = set(body_key(name)), set(body_key(body))
    return bool(words & whole - {"udvalg", "råd", "bestyrelse"})
