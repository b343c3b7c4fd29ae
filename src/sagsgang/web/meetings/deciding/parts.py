"""Which points of a recommendation the parts of a decision cover: every one, and each once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from sagsgang.minutes import Outcome
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.services.stops_treated import numbers_in

#: What comes of an alternative that was not taken, and how it is said.
NOT_TAKEN = Outcome.LAPSED
NOT_TAKEN_WORDS = "Ikke valgt."
#: Outcomes that take an alternative.
_TAKES = frozenset({"approved", "changed", "recommended", "referred", "delegated"})


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the recommendation. Points with the same `choice` are alternatives; `addressee`
    is the body it is put to, where that is not everyone.
    """

    number: int
    text: str
    choice: str = ""
    addressee: int | None = None


def printed(numbers: Sequence[int]) -> str:
    """1, 2, 3 → `1-3`; 1, 3 → `1, 3`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def parts_covering(
    parts: Iterable[PointDecision], points: Sequence[Point], *, outcome: str, body: int
) -> list[PointDecision]:
    """The parts, so that every point is in one of them: an alternative that was not taken lapses,
    the others follow the decision as a whole, where it has an outcome of its own. Without parts all
    points follow the whole; but of alternatives no more than one is ever taken.
    """
    found = list(parts)
    if not found:
        _one_of_each(points, {point.number: outcome for point in points})
        return []
    there = {point.number: point for point in points}
    seen: dict[int, str] = {}
    for part in found:
        numbers = numbers_in(part.numbers)
        words = {"numbers": part.numbers}
        if not numbers:
            raise Refusal(
                _("“%(numbers)s” is not point numbers. Write for example 2 or 2-3.") % words,
                "parts",
            )
        if part.outcome not in set(Outcome) - {Outcome.MIXED}:
            raise Refusal(_("Choose what came of point %(numbers)s.") % words, "parts")
        for number in numbers:
            if number not in there:
                raise Refusal(
                    _("The recommendation has no point %(number)s.") % {"number": number}, "parts"
                )
            if number in seen:
                raise Refusal(_("Point %(number)s is there twice.") % {"number": number}, "parts")
            seen[number] = part.outcome
    lapsed = _alternatives_left(points, seen)
    if lapsed:
        found.append(PointDecision(printed(lapsed), str(NOT_TAKEN), NOT_TAKEN_WORDS))
    rest = [
        point.number
        for point in points
        if point.number not in seen
        and point.number not in lapsed
        and point.addressee in (None, body)
    ]
    if rest:
        if outcome in ("", "mixed"):
            raise Refusal(
                _("Say what came of point %(numbers)s too.") % {"numbers": printed(rest)}, "parts"
            )
        _one_of_each(points, seen | dict.fromkeys(rest, outcome))
        found.append(PointDecision(printed(rest), outcome))
    return sorted(found, key=lambda part: (numbers_in(part.numbers) or [0])[0])


def _alternatives_left(points: Sequence[Point], seen: dict[int, str]) -> list[int]:
    """The alternatives that lapse because another was taken."""
    taken = _one_of_each(points, seen)
    return [point.number for point in points if point.choice in taken and point.number not in seen]


def _one_of_each(points: Sequence[Point], outcomes: Mapping[int, str]) -> set[str]:
    """The choices of which an alternative is taken; refused when more than one is."""
    found = set()
    for choice in dict.fromkeys(point.choice for point in points if point.choice):
        among = [point.number for point in points if point.choice == choice]
        taken = [number for number in among if outcomes.get(number) in _TAKES]
        if len(taken) > 1:
            raise Refusal(
                _("Points %(numbers)s are alternatives: only one of them can be chosen.")
                % {"numbers": printed(taken)},
                "parts",
            )
        if taken:
            found.add(choice)
    return found


def outcome_of_parts(parts: Sequence[PointDecision]) -> str:
    """What came of the whole: what all parts say, or that they differ; alternatives that were not
    taken say nothing.
    """
    outcomes = {part.outcome for part in parts if part.text != NOT_TAKEN_WORDS}
    return outcomes.pop() if len(outcomes) == 1 else "mixed" if outcomes else ""


def joined(parts: Sequence[PointDecision]) -> list[PointDecision]:
    """Parts decided alike stand together: 2-3."""
    found: list[PointDecision] = []
    for part in parts:
        alike = next((i for i, one in enumerate(found) if _what(one) == _what(part)), None)
        if alike is None:
            found.append(part)
        else:
            numbers = [*(numbers_in(found[alike].numbers) or []), *(numbers_in(part.numbers) or [])]
            found[alike] = replace(found[alike], numbers=printed(numbers))
    return found


def _what(part: PointDecision) -> tuple[str, str, object]:
    return part.outcome, part.text, part.next_body
