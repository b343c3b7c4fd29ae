"""A case's way as its page shows it: steps, treatments side by side, groups, now and to come."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import POLITICAL, PlannedMeeting
from sagsgang.web.cases.differences import content_difference
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.routes.models import LIVING, CaseStop, StopKind, StopState
from sagsgang.web.routes.permissions import stop_may
from sagsgang.web.routes.planning import Plan, plan_of
from sagsgang.web.routes.wording import GROUP_OF, GROUPS, KINDS, OUTCOME_BADGES, OUTCOMES, STATES

#: More treatments side by side than this are shown in groups.
MANY = 5


@dataclass(frozen=True, slots=True)
class Changed:
    """Which parts of the text differ from the one that `since` treated."""

    since: CaseStop
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One treatment. `look` is how it is drawn: past, dated, waiting, late or off."""

    stop: CaseStop
    kind: str
    look: str
    status: str
    outcome: str
    badge: str
    on: date | None
    proposal: PlannedMeeting | None
    proposed_on: date | None
    changed: Changed | None
    problems: tuple[str, ...]
    may_edit: bool
    may_record: bool
    may_append: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Treatments of one kind of body, where many stand side by side."""

    title: str
    cards: list[Card]

    @property
    def done(self) -> int:
        """How many of them are over."""
        return sum(card.look == "past" for card in self.cards)


@dataclass(frozen=True, slots=True)
class Step:
    """A place on the way; `is_now` for the first with something still to come."""

    number: int
    cards: list[Card]
    is_now: bool
    is_past: bool
    groups: list[Group] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many of its treatments are over."""
        return sum(card.look == "past" for card in self.cards)


@dataclass(frozen=True, slots=True)
class Way:
    """The whole page."""

    case: Case
    plan: Plan
    steps: list[Step]
    withdrawn: list[Card]
    may_edit: bool

    @property
    def cards(self) -> list[Card]:
        """Every treatment, the withdrawn last."""
        return [card for step in self.steps for card in step.cards] + self.withdrawn

    @property
    def now(self) -> int:
        """The number of the step that the case has come to; 0 when the way is walked."""
        return next((step.number for step in self.steps if step.is_now), 0)

    @property
    def warnings(self) -> list[str]:
        """What is wrong."""
        return [each.text for each in self.plan.problems if each.level == "warning"]

    @property
    def notes(self) -> list[str]:
        """What is good to know."""
        return [each.text for each in self.plan.problems if each.level == "note"]

    @property
    def has_proposals(self) -> bool:
        """Whether some treatment can be given a day in one click."""
        return any(self.plan.proposals.values())


def way_of(user: Any, case: Case) -> Way:
    """The way as this reader sees it."""
    plan = plan_of(case)
    differences = _differences(user, case, plan.stops)
    cards = [_card(user, stop, plan, differences) for stop in plan.stops]
    steps: list[Step] = []
    is_found = False
    valid = [card for card in cards if card.look != "off"]
    for number, (_step, row) in enumerate(groupby(valid, key=lambda c: c.stop.step), start=1):
        row_cards = list(row)
        is_living = any(card.stop.state in LIVING for card in row_cards)
        is_now = is_living and not is_found
        is_found = is_found or is_living
        steps.append(Step(number, row_cards, is_now, not is_living, _groups(row_cards)))
    return Way(
        case=case,
        plan=plan,
        steps=steps,
        withdrawn=[card for card in cards if card.look == "off"],
        may_edit=case_may(user, "route_edit", case),
    )


def _card(user: Any, stop: CaseStop, plan: Plan, differences: dict[int, Changed]) -> Card:
    proposal = plan.proposals.get(stop.pk)
    meeting = proposal if isinstance(proposal, PlannedMeeting) else None
    may_edit = stop_may(user, "stop_schedule", stop)
    wrong = [each for each in plan.problems if each.level == "warning"]
    told = tuple(each.text for each in wrong if stop.pk in each.keys[:1])
    return Card(
        stop=stop,
        kind=str(KINDS[stop.kind]),
        look=_look(stop, is_wrong=bool(told)),
        status=str(STATES["running" if _is_running(stop) else stop.state]),
        outcome=str(OUTCOMES.get(stop.outcome, "")) if stop.outcome else "",
        badge=OUTCOME_BADGES.get(stop.outcome, "plain"),
        on=plan.days.get(stop.pk),
        proposal=meeting,
        proposed_on=None if isinstance(proposal, PlannedMeeting) else proposal,
        changed=differences.get(stop.pk),
        problems=told,
        may_edit=may_edit,
        may_record=not _is_running(stop) and stop_may(user, "stop_record", stop),
        may_append=stop_may(user, "stop_append", stop),
    )


def _is_running(stop: CaseStop) -> bool:
    return (
        stop.kind == StopKind.HEARING
        and stop.state == StopState.PLANNED
        and getattr(stop, "hearing", None) is not None
    )


def _look(stop: CaseStop, is_wrong: bool) -> str:
    if stop.state == StopState.WITHDRAWN:
        return "off"
    if stop.state == StopState.TREATED:
        return "past"
    if is_wrong:
        return "late"
    if stop.state == StopState.SCHEDULED or _is_running(stop):
        return "dated"
    return "waiting"


def _groups(cards: Sequence[Card]) -> list[Group]:
    if len(cards) <= MANY:
        return []
    found: dict[str, list[Card]] = {}
    for card in cards:
        kind = card.stop.body.kind
        found.setdefault(GROUP_OF.get(kind, kind), []).append(card)
    titles = ((kind, str(GROUPS.get(kind, kind))) for kind in GROUPS if kind in found)
    return [Group(title, found[kind]) for kind, title in titles]


def _differences(user: Any, case: Case, stops: Sequence[CaseStop]) -> dict[int, Changed]:
    """For each treatment with a text of its own, what is different from the one before it."""
    pairs = differing_pairs(user, case, stops)
    found = {}
    for before, after in pairs:
        assert before.version is not None
        assert after.version is not None
        difference = content_difference(before.version.content, after.version.content)
        if difference:
            found[after.pk] = Changed(before, tuple(part.heading for part in difference.changed))
    return found


def differing_pairs(
    user: Any, case: Case, stops: Sequence[CaseStop]
) -> list[tuple[CaseStop, CaseStop]]:
    """Treatments after one another that were given different texts, as far as the reader may see
    both: whoever sees the versions sees all, others what politicians were given.
    """
    sees_all = case_may(user, "case_versions_read", case)
    given = [
        stop
        for stop in stops
        if stop.version is not None
        and stop.state != StopState.WITHDRAWN
        and stop.kind != StopKind.HEARING
        and (sees_all or stop.body.kind in POLITICAL)
    ]
    pairs = []
    for stop in given:
        earlier = [each for each in given if each.step < stop.step]
        if not earlier:
            continue
        before = max(earlier, key=lambda each: (each.step, -each.pk))
        if before.version and stop.version and before.version.sha256 != stop.version.sha256:
            pairs.append((before, stop))
    return pairs


def steps_named(stops: Sequence[Any]) -> list[tuple[int, str]]:
    """The steps that something can be put beside, by the bodies on them."""
    found: dict[int, list[str]] = {}
    for stop in stops:
        if getattr(stop, "state", "planned") != StopState.WITHDRAWN:
            found.setdefault(stop.step, []).append(str(stop.body))
    return [
        (
            step,
            names[0]
            if len(names) == 1
            else _("%(name)s and %(n)s more") % {"name": names[0], "n": len(names) - 1},
        )
        for step, names in sorted(found.items())
    ]
