"""Where a case goes after a treatment: which planned treatments are next, and which must be made.

Plain functions on plain values, so that the laws of the way can be tested without a database.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

INFORMATION = re.compile(r"\btil (?:orientering|efterretning|underretning)\b", re.IGNORECASE)
HEARING = re.compile(r"\b(?:i|til) høring\b|\bhøres\b|\bhøringssvar\b|\budtalelse\b", re.IGNORECASE)
RESUMED = re.compile(r"\bgenopta(?:g|r)|\btages op igen\b|\bbehandles igen\b", re.IGNORECASE)

#: Outcomes after which the case is somebody else's.
GOES_ON = frozenset({"recommended", "referred"})


@dataclass(frozen=True, slots=True)
class Here:
    """The treatment that was recorded."""

    body: int
    step: int
    kind: str
    rank: int


@dataclass(frozen=True, slots=True)
class Later:
    """A treatment still to come on a step after it."""

    key: int
    body: int
    step: int
    kind: str
    rank: int


@dataclass(frozen=True, slots=True)
class Referral:
    """A body that the decision sends the case to. `gives_advice`: it is heard, never decides;
    `decides`: by the delegation plan, or as the council.
    """

    body: int
    rank: int
    outcome: str
    text: str
    gives_advice: bool = False
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Onward:
    """The treatment `key` is next, or, when it is None, one must be made: on a step of its own
    before the step `before` (None: after all), or side by side with those on step `beside`.
    """

    key: int | None
    body: int
    kind: str
    before: int | None = None
    beside: int | None = None
    is_resumed: bool = False


def kind_of(referral: Referral) -> str:
    """What the body that the case is sent to does with it."""
    if INFORMATION.search(referral.text) or referral.outcome == "noted":
        return "information"
    if HEARING.search(referral.text) or referral.gives_advice:
        return "hearing"
    return "decision" if referral.decides else "recommendation"


def onward(
    here: Here, later: Sequence[Later], referrals: Sequence[Referral], *, outcome: str, text: str
) -> list[Onward]:
    """What the decision makes of the rest of the way: each body of `referrals` has a treatment,
    and without one an outcome that sends the case on wakes the next planned step.
    """
    found: list[Onward] = []
    taken: set[int] = set()
    if outcome == "postponed":
        return [_made(here, later, here.body, here.kind, is_resumed=True)]
    for referral in dict.fromkeys(referrals):
        if referral.body == here.body:
            continue
        kind = kind_of(referral)
        planned = _planned(later, referral.body, kind, taken)
        if planned:
            taken.add(planned.key)
            found.append(Onward(planned.key, planned.body, planned.kind))
        elif not any(each.body == referral.body and each.kind == kind for each in found):
            found.append(_made(here, later, referral.body, kind, referral.rank))
    told_only = all(each.kind == "information" for each in found)
    if told_only and (outcome in GOES_ON or here.kind == "hearing") and later:
        first = min(each.step for each in later)
        found += [
            Onward(each.key, each.body, each.kind)
            for each in later
            if each.step == first and each.key not in taken
        ]
    if any(each.kind == "hearing" for each in found) and RESUMED.search(text):
        back = next((each for each in later if each.body == here.body), None)
        if back is None:
            found.append(_made(here, later, here.body, here.kind, is_resumed=True))
        else:
            found.append(Onward(back.key, back.body, back.kind, is_resumed=True))
    return found


def _planned(later: Sequence[Later], body: int, kind: str, taken: set[int]) -> Later | None:
    same = [each for each in later if each.body == body and each.key not in taken]
    is_light = kind in ("hearing", "information")
    fitting = [each for each in same if each.kind == kind] or ([] if is_light else same)
    return min(fitting, key=lambda each: each.step, default=None)


def _made(
    here: Here,
    later: Sequence[Later],
    body: int,
    kind: str,
    rank: int = 0,
    *,
    is_resumed: bool = False,
) -> Onward:
    first = min((each.step for each in later), default=None)
    if kind == "information":
        return Onward(None, body, kind, beside=here.step + 1 if first is None else first)
    if kind == "hearing" or is_resumed:
        return Onward(None, body, kind, before=first, is_resumed=is_resumed)
    lower = [each.step for each in later if each.rank <= rank]
    after = [each.step for each in later if each.step > max(lower, default=here.step)]
    return Onward(None, body, kind, before=min(after, default=None))
