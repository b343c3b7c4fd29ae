"""The words of decisions: what is offered, what own words mean, and what outcomes are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from sagsgang.minutes import FollowUpAction, Outcome
from sagsgang.reading.content.decisions import outcome_of, read_decision, sentences
from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.deciding.parts import printed
from sagsgang.web.meetings.models import ItemDecision
from sagsgang.web.routes.phrases import PHRASES
from sagsgang.web.routes.services import PointDecision

#: What is written for a part that has no words of its own.
USUAL: dict[str, str] = {
    "approved": "Godkendt.",
    "noted": "Taget til efterretning.",
    "discussed": "Drøftet.",
    "recommended": "Indstilles til godkendelse.",
    "postponed": "Udsættes.",
    "referred": "Oversendes.",
    "rejected": "Ikke godkendt.",
    "lapsed": "Bortfalder.",
    "changed": "Godkendt med ændringer.",
    "delegated": "Bemyndigelse givet.",
    "none": "Intet til referat.",
}
#: A body's own words are offered when it has used them so often.
OWN_PHRASE_USED = 3
_LONGEST_PHRASE = 90


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with one meaning; `key` presses it on the keyboard."""

    text: str
    outcome: str
    key: str = ""


def phrases_for(body: Body) -> list[Phrase]:
    """The usual words, the body's own first: what it has written again and again."""
    used = (
        ItemDecision.objects.filter(
            item__meeting__plan__body=body,
            item__is_closed=False,
            parts__isnull=True,
            communicated_at__isnull=False,
        )
        .exclude(text="")
        .order_by()
        .values("text")
        .annotate(times=Count("pk"))
        .filter(times__gte=OWN_PHRASE_USED)
        .order_by("-times", "text")[:20]
    )
    own = [row["text"] for row in used if _is_phrase(row["text"]) and row["text"] not in PHRASES]
    found = {text: str(outcome_of(text)) for text in own[:4]}
    found |= {text: str(outcome) for text, outcome in PHRASES.items() if outcome != "postponed"}
    keys = [*"123456789", *[""] * len(found)]
    return [
        Phrase(text, outcome, key)
        for (text, outcome), key in zip(found.items(), keys, strict=False)
    ]


def _is_phrase(text: str) -> bool:
    return len(text) <= _LONGEST_PHRASE and "\n" not in text and outcome_of(text) is not None


@dataclass(frozen=True, slots=True)
class Meant:
    """What own words say: as a whole, point by point, and what they ask for."""

    outcome: str
    parts: tuple[PointDecision, ...]
    asks: tuple[str, ...]


def meaning_of(text: str, numbers: Sequence[int]) -> Meant:
    """The words as the reader of minutes understands them; `numbers` are the points there are."""
    read = read_decision(text, recommendations=len(numbers))
    parts = tuple(
        PointDecision(printed(part.covers), str(part.outcome), part.text)
        for part in read.parts
        if part.outcome and part.covers and set(part.covers) <= set(numbers)
    )
    asks = tuple(
        sentence
        for sentence in sentences(text)
        if any(
            each.action in (FollowUpAction.REPORT_BACK, FollowUpAction.ACTION)
            for each in read_decision(sentence).follow_ups
        )
    )
    return Meant(str(read.outcome or ""), parts, asks)


def text_of(text: str, parts: Sequence[PointDecision], outcome: str) -> str:
    """The words to be written: those given, or those of the parts, `Ad 2-3: Indstilles.`"""
    if text.strip():
        return text.strip()
    if not parts:
        return USUAL.get(outcome, "")
    return "\n".join(
        f"Ad {part.numbers}: {part.text or USUAL.get(part.outcome, '')}".strip() for part in parts
    )


def said_of(part: PointDecision) -> str:
    """The words of one part."""
    return part.text or USUAL.get(part.outcome, "")


NOTHING = USUAL[Outcome.NONE]
