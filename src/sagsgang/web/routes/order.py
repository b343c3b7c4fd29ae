"""What is wrong with the order and the dates of a way, and which meetings it could be put on.

Plain functions on plain values, without Django: the page says at once what they find, and their
laws are tested over many ways. The texts are Danish and say what is wrong and what to do.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

HEARING, INFORMATION = "hearing", "information"
RECOMMENDATION, DECISION = "recommendation", "decision"
Level = Literal["warning", "note"]

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class Treatment:
    """One treatment that is not withdrawn. `on` is the day of its meeting, its wished day, the
    deadline of its hearing, or the day it was treated; `is_over` when it was.
    """

    key: int
    step: int
    body: int
    name: str
    kind: str
    is_deciding: bool = False
    is_council: bool = False
    on: date | None = None
    is_over: bool = False
    has_meeting: bool = False
    is_cancelled: bool = False
    is_dispatched: bool = False
    dispatch_by: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    answer_days: int = 21


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting that is not cancelled; `key` is None for the day a hearing would end."""

    key: int | None
    on: date
    dispatch_by: date | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """`keys` are the treatments it is about; a note is something to know, not something wrong."""

    code: str
    text: str
    keys: tuple[int, ...] = ()
    level: Level = "warning"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the way must keep within: the case's deadline, the terms, money, the delegation plan
    (`decider`: key and name of the body it names).
    """

    today: date
    deadline: date | None = None
    terms: tuple[tuple[date, date], ...] = ()
    needs_money: bool = False
    decider: tuple[int, str] | None = None


def proposed(
    treatments: Sequence[Treatment], meetings: Mapping[int, Sequence[Slot]], today: date
) -> dict[int, Slot | None]:
    """For each treatment without a day: the first meeting of its body that is later than all days
    of the steps before it and whose dispatch deadline has not passed; None when the plan has none.
    """
    found: dict[int, Slot | None] = {}
    latest: date | None = None
    for step in sorted({each.step for each in treatments}):
        days: list[date] = [] if latest is None else [latest]
        for each in (t for t in treatments if t.step == step):
            if each.on is not None:
                days.append(each.on)
                continue
            if each.is_over:
                continue
            slot = _first(each, meetings.get(each.body, ()), latest, today)
            found[each.key] = slot
            if slot is not None:
                days.append(slot.on)
        latest = max(days, default=None)
    return found


def _first(
    treatment: Treatment, meetings: Sequence[Slot], after: date | None, today: date
) -> Slot | None:
    if treatment.kind == HEARING:
        start = max(after or today, today)
        return Slot(None, start + timedelta(days=treatment.answer_days))
    fitting = [
        slot
        for slot in meetings
        if slot.on >= today
        and (after is None or slot.on > after)
        and (slot.dispatch_by is None or slot.dispatch_by >= today)
        and (treatment.valid_from is None or slot.on >= treatment.valid_from)
        and (treatment.valid_to is None or slot.on <= treatment.valid_to)
    ]
    return min(fitting, key=lambda slot: slot.on, default=None)


def problems(
    treatments: Sequence[Treatment],
    frame: Frame,
    proposals: Mapping[int, Slot | None] | None = None,
) -> list[Problem]:
    """Everything that is wrong with the way; the same whatever order the treatments come in.

    With `proposals`, the deadline is held against the days that the meeting plan makes possible.
    """
    ordered = sorted(treatments, key=lambda each: (each.step, each.key))
    found = [
        *_twice(ordered),
        *_several_decide(ordered),
        *_after_decision(ordered),
        *_out_of_order(ordered),
        *_deadline(ordered, frame, proposals),
        *_money(ordered, frame),
        *_delegation(ordered, frame),
    ]
    for each in ordered:
        found += _dates(each, frame)
    return sorted(found, key=lambda problem: problem.level == "note")


def day(on: date) -> str:
    """`27. maj 2025`."""
    return f"{on.day}. {_MONTHS[on.month - 1]} {on.year}"


def _twice(ordered: Sequence[Treatment]) -> list[Problem]:
    counted = Counter((each.step, each.body) for each in ordered)
    found = []
    for step, body in sorted(place for place, count in counted.items() if count > 1):
        same = [each for each in ordered if (each.step, each.body) == (step, body)]
        text = (
            f"{same[0].name} står to gange på samme trin. "
            "Træk den ene tilbage, eller flyt den til et senere trin."
        )
        found.append(Problem("twice_in_step", text, tuple(each.key for each in same)))
    return found


def _several_decide(ordered: Sequence[Treatment]) -> list[Problem]:
    deciding = [each for each in ordered if each.is_deciding]
    if len(deciding) > 1:
        text = f"{_and([d.name for d in deciding])} afgør alle sagen. Kun én behandling kan."
        return [Problem("several_decide", text, tuple(each.key for each in deciding))]
    if not deciding and ordered and any(each.kind == DECISION for each in ordered):
        text = "Ingen behandling er sat til at afgøre sagen. Vælg, hvem der afgør den endeligt."
        return [Problem("nobody_decides", text, level="note")]
    return []


def _after_decision(ordered: Sequence[Treatment]) -> list[Problem]:
    decider = next((each for each in ordered if each.is_deciding), None)
    if decider is None:
        return []
    found = []
    for each in ordered:
        if each.kind not in (HEARING, RECOMMENDATION) or each is decider:
            continue
        is_later_day = each.on is not None and decider.on is not None and each.on > decider.on
        if not (is_later_day or each.step > decider.step):
            continue
        does = "høres" if each.kind == HEARING else "indstiller"
        text = (
            f"{each.name} {does} først{_when(each)}, efter at {decider.name} har afgjort sagen"
            f"{_when(decider)}. Flyt {each.name} frem, eller lad {decider.name} afgøre den senere."
        )
        code = "heard_after_decision" if each.kind == HEARING else "recommended_after_decision"
        found.append(Problem(code, text, (each.key, decider.key)))
    return found


def _out_of_order(ordered: Sequence[Treatment]) -> list[Problem]:
    found = []
    for each in ordered:
        if each.on is None or each.kind == INFORMATION:
            continue
        before = [
            e
            for e in ordered
            if e.step < each.step and e.on is not None and e.on > each.on and not _told(e, each)
        ]
        if not before:
            continue
        last = max(before, key=lambda e: (e.on or date.min, -e.key))
        text = (
            f"{each.name} har sagen den {day(each.on)}, men {last.name} skal have den først og har "
            f"den{_when(last)}. Vælg et senere møde i {each.name} eller et tidligere i {last.name}."
        )
        found.append(Problem("before_earlier_step", text, (each.key, last.key)))
    return found


def _told(earlier: Treatment, later: Treatment) -> bool:
    """Whether the pair is told of already, or does not matter."""
    return earlier.kind == INFORMATION or (
        later.is_deciding and earlier.kind in (HEARING, RECOMMENDATION)
    )


def _deadline(
    ordered: Sequence[Treatment], frame: Frame, proposals: Mapping[int, Slot | None] | None
) -> list[Problem]:
    if frame.deadline is None or not ordered:
        return []
    last_step = max(each.step for each in ordered)
    final = [e for e in ordered if e.is_deciding] or [e for e in ordered if e.step == last_step]
    found = []
    for each in final:
        if each.is_over:
            continue
        on, is_plan = each.on, False
        if on is None and proposals is not None and each.key in proposals:
            slot = proposals[each.key]
            on, is_plan = (slot.on if slot else None), True
            if on is None:
                text = (
                    f"Sagen skal være afgjort den {day(frame.deadline)}, men {each.name} har ikke "
                    "noget møde i mødeplanen, der kan nås. Aftal et ekstraordinært møde."
                )
                found.append(Problem("no_meeting_before_deadline", text, (each.key,)))
                continue
        if on is not None and on > frame.deadline:
            first = "kan først få sagen" if is_plan else "har først sagen"
            text = (
                f"Sagen skal være afgjort den {day(frame.deadline)}, men {each.name} {first} den "
                f"{day(on)}. Kort vejen af, aftal et ekstraordinært møde, eller flyt fristen."
            )
            found.append(Problem("no_meeting_before_deadline", text, (each.key,)))
    return found


def _money(ordered: Sequence[Treatment], frame: Frame) -> list[Problem]:
    if not frame.needs_money or not ordered:
        return []
    deciding = next((each for each in ordered if each.is_deciding), None)
    if deciding is not None and not deciding.is_council:
        text = (
            f"Sagen har økonomiske konsekvenser, og {deciding.name} står til at afgøre den. Kræver "
            "den en ny bevilling, kan udvalget kun anbefale den; bevillingen gives af "
            "kommunalbestyrelsen (kommunestyrelsesloven § 40)."
        )
        return [Problem("committee_decides_money", text, (deciding.key,), "note")]
    acting = [each for each in ordered if each.kind in (RECOMMENDATION, DECISION)]
    council = [each.step for each in acting if each.is_council]
    last = max((each.step for each in acting), default=0)
    if acting and (not council or max(council) < last):
        text = (
            "Sagen har økonomiske konsekvenser, men slutter ikke i kommunalbestyrelsen. Kræver den "
            "en ny bevilling, skal kommunalbestyrelsen være sidst (kommunestyrelsesloven § 40)."
        )
        keys = tuple(each.key for each in acting if each.step == last)
        return [Problem("council_not_last", text, keys, "note")]
    return []


def _delegation(ordered: Sequence[Treatment], frame: Frame) -> list[Problem]:
    if frame.decider is None or not ordered:
        return []
    key, name = frame.decider
    deciding = next((each for each in ordered if each.is_deciding), None)
    if deciding is None or deciding.body == key or deciding.is_over:
        return []
    text = (
        f"Efter delegationsplanen afgør {name} den slags sager, men her afgør {deciding.name} "
        "sagen. Er det meningen, er alt godt."
    )
    return [Problem("delegation_differs", text, (deciding.key,), "note")]


def _dates(each: Treatment, frame: Frame) -> list[Problem]:
    if each.on is None:
        return []
    found: list[tuple[str, str]] = []
    on = day(each.on)
    too_early = each.valid_from is not None and each.on < each.valid_from
    too_late = each.valid_to is not None and each.on > each.valid_to
    if too_early or too_late:
        text = f"{each.name} findes ikke den {on}. Vælg en anden dato eller et andet organ."
        found.append(("body_closed", text))
    if frame.terms and not any(first <= each.on <= last for first, last in frame.terms):
        text = (
            f"Den {on} ligger uden for valgperioden. Vælg en anden dato for {each.name}, eller bed "
            "en administrator om at oprette perioden."
        )
        found.append(("outside_term", text))
    if each.is_over:
        return [Problem(code, text, (each.key,)) for code, text in found]
    if each.has_meeting and each.is_cancelled:
        text = f"Mødet i {each.name} den {on} er aflyst. Vælg et nyt møde."
        found.append(("meeting_cancelled", text))
    elif each.on < frame.today:
        what = "Mødet i" if each.has_meeting else "Datoen for"
        text = (
            f"{what} {each.name} den {on} er passeret, og der er ikke skrevet en beslutning. "
            "Skriv beslutningen, eller vælg en ny dato."
        )
        found.append(("meeting_past", text))
    made = [Problem(code, text, (each.key,)) for code, text in found]
    is_late = each.dispatch_by is not None and each.dispatch_by < frame.today <= each.on
    if is_late and not each.is_dispatched and not each.is_cancelled:
        assert each.dispatch_by is not None
        text = (
            f"Fristen for at sende sagen ud til {each.name}s møde den {on} var den "
            f"{day(each.dispatch_by)}. Vælg et senere møde, eller send den for sent med en grund."
        )
        made.append(Problem("dispatch_passed", text, (each.key,)))
    return made


def with_days(
    treatments: Sequence[Treatment], proposals: Mapping[int, Slot | None]
) -> list[Treatment]:
    """The treatments as they are when every proposal is taken."""
    return [
        replace(each, on=slot.on, has_meeting=slot.key is not None, dispatch_by=slot.dispatch_by)
        if (slot := proposals.get(each.key)) is not None and each.on is None
        else each
        for each in treatments
    ]


def _when(each: Treatment) -> str:
    return f" den {day(each.on)}" if each.on else ""


def _and(names: Sequence[str]) -> str:
    return " og ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
