"""Appeals by subject, with what was learnt of each and how the subject went a year before."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.changes import Change, Since, changes
from sagsgang.figures.engine import Question, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.store import Snapshot


@dataclass(frozen=True, slots=True)
class Subject:
    """`learnt` is what the administration wrote of it, empty where nothing was."""

    name: str
    decided: Figure
    reversal: Change
    learnt: str


def subjects(
    snapshot: Snapshot,
    year: Period,
    area: str,
    *,
    law: str | None = None,
    learnt: Mapping[str, str] | None = None,
) -> tuple[Subject, ...]:
    """The subjects of a year, or of the year before, of one law or all; those with most appeals
    first. A note on a subject that there is no appeal of is not lost: it stands last, its figures
    missing.
    """
    where = {"law": [law]} if law else None
    asked = Question(indicator("appeals_decided"), year, area, ("subject",), where)
    answer = compute(snapshot, asked)
    decided = {dict(each.group)["subject"]: each for each in answer.groups}
    rates = Question(indicator("reversal_rate"), year, area, ("subject",), where)
    *by_subject, whole = changes(snapshot, rates, Since.YEAR_BEFORE)
    reversals = {dict(each.now.group)["subject"]: each for each in by_subject}
    notes = {name: text for name, text in (learnt or {}).items() if text.strip()}
    found = []
    for name in sorted({*decided, *reversals, *notes}):
        group = (("subject", name),)
        none = Change(
            whole.now.none_of(group), whole.before.none_of(group), None, None, whole.missing
        )
        found.append(
            Subject(
                name,
                decided.get(name) or answer.whole.none_of(group),
                reversals.get(name, none),
                notes.get(name, ""),
            )
        )
    return tuple(sorted(found, key=lambda each: -(each.decided.value or Decimal(-1))))
