"""What a decision sends on: planned treatments wake, and those it asks for are made."""

from collections.abc import Sequence
from typing import Any, Protocol

from django.utils.translation import gettext as _

from sagsgang.minutes import FollowUpAction
from sagsgang.reading.content.decisions import read_decision
from sagsgang.web.bodies.models import Body, BodyKind
from sagsgang.web.bodies.selectors import body_named, workplace_bodies
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.deciding import deciding_body
from sagsgang.web.routes.models import LIVING, CaseStop, StopKind, StopState
from sagsgang.web.routes.onward import (
    GOES_ON,
    INFORMATION,
    Here,
    Later,
    Onward,
    Referral,
    kind_of,
    onward,
)
from sagsgang.web.routes.ranks import GIVES_ADVICE, rank_of
from sagsgang.web.routes.services.stops import stop_make
from sagsgang.web.routes.services.stops_locked import last_step, room_make, stop_event


class _Part(Protocol):
    @property
    def outcome(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def next_body(self) -> Body | None: ...


def case_send_onward(
    actor: Any, stop: CaseStop, parts: Sequence[_Part], next_body: Body | None = None
) -> list[CaseStop]:
    """The treatments that are next after `stop` was treated, each with `referred_by` it: at
    `next_body`, at those of the parts, and at those that the words inform.
    """
    later = list(
        CaseStop.objects.filter(case=stop.case, state__in=LIVING, step__gt=stop.step)
        .select_related("body")
        .order_by("step", "pk")
    )
    bodies = {each.body_id: each.body for each in later} | {stop.body_id: stop.body}
    decides = deciding_body(stop.case)
    referrals = []
    informed = _informed(stop, parts)
    if next_body is not None:
        bodies[next_body.pk] = next_body
        said = stop.decision_text
        if informed and next_body not in informed:
            said = INFORMATION.sub("", said)
        referrals.append(_referral(next_body, stop.outcome, said, decides))
    for part in parts:
        if part.next_body is not None:
            bodies[part.next_body.pk] = part.next_body
            referrals.append(_referral(part.next_body, part.outcome, part.text, decides))
    outcome = _outcome(stop, parts)
    for body in informed:
        if body.pk not in {each.body for each in referrals}:
            bodies[body.pk] = body
            referrals.append(_referral(body, "noted", "til orientering", decides))
    goes_on = outcome in GOES_ON and not later and stop.kind != StopKind.HEARING
    if goes_on and all(kind_of(each) == "information" for each in referrals):
        onto = _usual_next(stop, decides)
        bodies[onto.pk] = onto
        referrals.append(_referral(onto, outcome, "", decides))
    text = "\n".join([stop.decision_text, *(part.text for part in parts)])
    if stop.kind == StopKind.HEARING and _others_are_heard(stop):
        # The case goes on when the last of them has answered.
        later = []
    steps = onward(
        Here(stop.body_id, stop.step, stop.kind, rank_of(stop.body.kind)),
        [Later(s.pk, s.body_id, s.step, s.kind, rank_of(s.body.kind)) for s in later],
        referrals,
        outcome=outcome,
        text=text,
    )
    return _walked(actor, stop, steps, {each.pk: each for each in later}, bodies)


def case_suspended(actor: Any, stop: CaseStop, council: Body) -> CaseStop:
    """The council settles the case that a member had brought before it (§ 23): its treatment, with
    `referred_by` the one that has no effect until then. Nothing else on the way is woken.
    """
    later = CaseStop.objects.filter(case=stop.case, state__in=LIVING, step__gt=stop.step)
    found = later.filter(body=council).exclude(kind=StopKind.INFORMATION)
    waiting = found.select_related("body").order_by("step", "pk").first()
    if stop.is_deciding:
        stop.is_deciding = False
        stop.save(update_fields=["is_deciding"])
    others = CaseStop.objects.filter(case=stop.case, is_deciding=True)
    is_first = not others.exclude(state=StopState.WITHDRAWN).exists()
    if waiting is None:
        first = later.order_by("step").values_list("step", flat=True).first()
        return stop_make(
            actor=actor,
            case=stop.case,
            body=council,
            kind=StopKind.DECISION,
            step=room_make(stop.case, first),
            is_deciding=is_first,
            referred_by=stop,
        )
    waiting.referred_by, waiting.case = stop, stop.case
    if is_first:
        waiting.kind, waiting.is_deciding = StopKind.DECISION, True
    waiting.save(update_fields=["referred_by", "kind", "is_deciding"])
    sentence = (
        f"Beslutningen i {stop.body} blev indbragt for {council}: {case_in_words(stop.case)}."
    )
    stop_event("stop_referred", sentence, actor, waiting, by=stop.pk)
    return waiting


def _others_are_heard(stop: CaseStop) -> bool:
    beside = CaseStop.objects.filter(case=stop.case, step=stop.step, kind=StopKind.HEARING)
    return beside.filter(state__in=LIVING).exclude(pk=stop.pk).exists()


def _informed(stop: CaseStop, parts: Sequence[_Part]) -> list[Body]:
    """The bodies that the words send the case to for information ("oversendes til Handicaprådet
    til orientering").
    """
    said = "\n".join([stop.decision_text, *(part.text for part in parts)])
    told = [
        each.to
        for each in read_decision(said).follow_ups
        if each.action == FollowUpAction.FORWARDED and each.to
    ]
    if not told:
        return []
    known = {b.match_key: b for b in workplace_bodies(stop.case.municipality)}
    found = [body_named(name, known) for name in told]
    return [body for body in found if body is not None and body.pk != stop.body_id]


def _outcome(stop: CaseStop, parts: Sequence[_Part]) -> str:
    """What decides where it goes: the part that sends it on, when the parts differ."""
    if stop.outcome in GOES_ON or stop.outcome == "postponed":
        return stop.outcome
    on = [part.outcome for part in parts if part.outcome in GOES_ON]
    return on[0] if on else stop.outcome


def _referral(body: Body, outcome: str, text: str, decides: Body | None) -> Referral:
    return Referral(
        body=body.pk,
        rank=rank_of(body.kind),
        outcome=outcome,
        text=text,
        gives_advice=body.kind in GIVES_ADVICE,
        decides=body.kind == BodyKind.COUNCIL or body == decides,
    )


def _usual_next(stop: CaseStop, decides: Body | None) -> Body:
    """Whose the case is next when nothing more is planned and the decision names nobody."""
    if stop.outcome != "referred":
        if decides and decides.pk != stop.body_id:
            return decides
        above = [BodyKind.COUNCIL]
        if stop.case.has_financial_implications:
            above.insert(0, BodyKind.FINANCE_COMMITTEE)
        for kind in above:
            if rank_of(kind) <= rank_of(stop.body.kind):
                continue
            body = Body.objects.filter(
                municipality=stop.case.municipality_id, kind=kind, is_in_workplace=True
            ).first()
            if body:
                return body
    raise Refusal(
        _("Say which body the case goes to: no treatment comes after this one."), "next_body"
    )


def _walked(
    actor: Any,
    stop: CaseStop,
    onwards: Sequence[Onward],
    later: dict[int, CaseStop],
    bodies: dict[int, Body],
) -> list[CaseStop]:
    made: list[CaseStop] = []
    places = _Places(stop)
    first = {"hearing": 0, "information": 2}
    for each in sorted(onwards, key=lambda o: 1 if o.is_resumed else first.get(o.kind, 3)):
        if each.key is not None:
            waiting = later[each.key]
            if waiting.referred_by_id is None:
                CaseStop.objects.filter(pk=waiting.pk).update(referred_by=stop)
                waiting.referred_by = stop
                name = case_in_words(stop.case)
                sentence = f"{stop.body} sendte sagen videre til {waiting.body}: {name}."
                stop_event("stop_referred", sentence, actor, waiting, by=stop.pk)
            made.append(waiting)
            continue
        step = places.step_of(each, rank_of(bodies[each.body].kind))
        decides = each.is_resumed and stop.is_deciding
        if decides:
            stop.is_deciding = False
            stop.save(update_fields=["is_deciding"])
        made.append(
            stop_make(
                actor=actor,
                case=stop.case,
                body=bodies[each.body],
                kind=each.kind,
                step=step,
                is_deciding=decides or _settles(stop, each),
                referred_by=stop,
            )
        )
    return made


def _settles(stop: CaseStop, each: Onward) -> bool:
    if each.kind != StopKind.DECISION or each.is_resumed:
        return False
    others = CaseStop.objects.filter(case=stop.case, is_deciding=True)
    return not others.exclude(state=StopState.WITHDRAWN).exists()


class _Places:
    """The steps of what is made, in the numbers that the way has while room is made on it."""

    def __init__(self, stop: CaseStop) -> None:
        self.case = stop.case
        self.here = stop.step
        self.inserted: list[int] = []
        self.known: dict[tuple[int | None, str, bool, int], int] = {}

    def step_of(self, each: Onward, rank: int) -> int:
        """The step for what is made; several that belong together share one."""
        if each.beside is not None:
            return self._now(each.beside)
        key = (each.before, each.kind, each.is_resumed, 0 if each.kind == "hearing" else rank)
        if key not in self.known:
            if each.before is None:
                self.known[key] = max(last_step(self.case), self.here) + 1
            else:
                self.known[key] = room_make(self.case, self._now(each.before))
                self.inserted.append(each.before)
        return self.known[key]

    def _now(self, step: int) -> int:
        return step + sum(place <= step for place in self.inserted)
