"""What is asked about before a decision is written: it may be right, but often is not."""

import re
from collections.abc import Collection, Iterable, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.parts import Point
from sagsgang.web.meetings.deciding.votes import Count, agrees
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.services.stops_treated import numbers_in

#: Only the council appropriates (§ 40); a committee that "approves" one has most often meant to
#: recommend it. A move inside its own budget is its own, so it is asked and not refused (V10).
_APPROPRIATES = re.compile(
    r"bevilling|bevilg|rådighedsbeløb|omplacer|budgetmæssig|"
    r"(?:budget\w*|midler\w*|beløb\w*|kr\.?)[^.]{0,60}\b(?:overføres|flyttes|tilføres)|"
    r"\b(?:overføres|flyttes|tilføres)\b[^.]{0,60}(?:budget|midler|beløb|kr\b|konto)",
    re.IGNORECASE,
)

APPROPRIATION = "appropriation"
VOTE = "vote"
QUESTIONS: dict[str, str | Promise] = {
    APPROPRIATION: _(
        "An appropriation is given by the council, and a committee recommends it. Is “approved” "
        "right because the money stays inside the committee's own budget?"
    ),
    VOTE: _("What is written does not follow the vote. Is it right all the same?"),
}


class Asked(Refusal):
    """Nothing is written until whoever writes says that it is right; `code` is what was asked."""

    def __init__(self, code: str) -> None:
        super().__init__(QUESTIONS[code], "confirmed")
        self.code = code


def approves_appropriation(
    outcome: str, parts: Sequence[PointDecision], points: Sequence[Point], financial: str
) -> bool:
    """Whether points that ask for an appropriation are said to be approved. Without points the
    financial section tells.
    """
    if parts:
        numbers = {
            number
            for part in parts
            if part.outcome in ("approved", "changed")
            for number in numbers_in(part.numbers) or []
        }
    else:
        numbers = (
            {point.number for point in points} if outcome in ("approved", "changed") else set()
        )
        if not points:
            return outcome in ("approved", "changed") and bool(_APPROPRIATES.search(financial))
    texts = [point.text for point in points if point.number in numbers]
    return any(_APPROPRIATES.search(text) for text in texts)


def questions_for(
    *,
    is_council: bool,
    outcome: str,
    parts: Sequence[PointDecision],
    points: Sequence[Point],
    financial: str,
    vote: Count | None,
) -> Iterable[str]:
    """The codes of what must be asked."""
    if not is_council and approves_appropriation(outcome, parts, points, financial):
        yield APPROPRIATION
    if vote is not None and outcome != "mixed" and not agrees(vote, outcome):
        yield VOTE


def ask(codes: Iterable[str], confirmed: Collection[str]) -> None:
    """Raise the first question that has not been answered."""
    for code in codes:
        if code not in confirmed:
            raise Asked(code)
