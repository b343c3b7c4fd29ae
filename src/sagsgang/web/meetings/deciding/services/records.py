"""What was decided at an item is written down, while the meeting is open."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.minutes import Outcome
from sagsgang.web.bodies.models import Body, BodyKind, Person, PlannedMeeting
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.deciding.asking import Asked, ask, questions_for
from sagsgang.web.meetings.deciding.parts import joined, outcome_of_parts, parts_covering
from sagsgang.web.meetings.deciding.reading import (
    financial_text,
    points_put,
    vote_on,
)
from sagsgang.web.meetings.deciding.services.effects import trial
from sagsgang.web.meetings.deciding.services.opening import (
    decision_of,
    item_deciding,
    item_written,
    quorum_require,
)
from sagsgang.web.meetings.deciding.suspension import is_procedural
from sagsgang.web.meetings.deciding.wording import NOTHING, meaning_of, text_of
from sagsgang.web.meetings.models import AskedFor, DecisionPart, Item, ItemDecision, Suspension
from sagsgang.web.routes.services import PointDecision


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a decision asks for, hands over, or invites to; `until` is its day, and
    `owner` who does it, or `people` where they are named.
    """

    text: str
    what: str = AskedFor.What.FOLLOW_UP
    owner: str = ""
    people: tuple[Person, ...] = field(default=())
    until: date | None = None


Parts = Iterable[PointDecision | tuple[str, str, str, Body | None]]


@transaction.atomic
def decision_record(
    *,
    actor: Any,
    item: Item,
    text: str = "",
    outcome: str = "",
    parts: Parts = (),
    asked_for: Sequence[Ask] = (),
    next_body: Body | None = None,
    postponed_to: date | PlannedMeeting | None = None,
    reason: str = "",
    is_nothing_recorded: bool = False,
    public_text: str = "",
    revision: int | None = None,
    confirmed: Collection[str] = (),
) -> ItemDecision:
    """Write what was decided, as a whole and point by point; without an outcome the words tell it.

    Written again while the meeting is open, it takes the place of what stood there. `revision` is
    the one the writer saw (0: none): what somebody else wrote since is never overwritten. It takes
    effect when the meeting closes. What is doubtful is asked (`Asked`) until it is `confirmed`.
    Emits `item_decided`.
    """
    fresh = item_deciding(actor, "decision_record", item)
    before = _unchanged_since(fresh, revision)
    if is_nothing_recorded:
        _may_replace(fresh, Outcome.NONE)
        return _write(
            actor, fresh, before, text=NOTHING, outcome=Outcome.NONE, is_nothing_recorded=True
        )
    if postponed_to is not None or outcome == Outcome.POSTPONED:
        return _postponed(actor, fresh, before, text, postponed_to, reason, public_text)
    points = points_put(fresh)
    given = [each if isinstance(each, PointDecision) else PointDecision(*each) for each in parts]
    words = "\n".join(text.strip().splitlines())
    meant = meaning_of(words, [point.number for point in points])
    whole = outcome or ("" if given else meant.outcome)
    covered = parts_covering(
        joined(given or meant.parts),
        points,
        outcome=whole,
        body=fresh.meeting.plan.body_id,
    )
    outcome = _outcome(fresh, whole, covered, words)
    words = text_of(words, covered, outcome)
    if not words:
        raise Refusal(_("Write what was decided, or choose a phrase."), "text")
    asks = [_possible(each) for each in asked_for]
    quorum_require(fresh)
    body = fresh.meeting.plan.body
    ask(
        questions_for(
            is_council=body.kind == BodyKind.COUNCIL,
            outcome=outcome,
            parts=covered,
            points=points,
            financial=financial_text(fresh),
            vote=vote_on(fresh),
        ),
        confirmed,
    )
    _may_replace(fresh, outcome)
    decision = _write(
        actor,
        fresh,
        before,
        text=words,
        outcome=outcome,
        parts=covered,
        asks=asks,
        next_body=next_body,
        public_text=public_text.strip(),
    )
    trial(actor, fresh, decision)
    return decision


@transaction.atomic
def decision_clear(*, actor: Any, item: Item, revision: int | None = None) -> None:
    """Take back what was written, so that the item is as before. Emits `item_decision_cleared`."""
    fresh = item_deciding(actor, "decision_record", item)
    if decision_of(fresh) is None:
        return
    before = _unchanged_since(fresh, revision)
    assert before is not None
    _may_replace(fresh, "")
    before.delete()
    item_written("item_decision_cleared", "tog beslutningen på {item} tilbage", actor, fresh)


@transaction.atomic
def item_withdraw(
    *, actor: Any, item: Item, reason: str, revision: int | None = None
) -> ItemDecision:
    """The item is taken off the agenda at the meeting, and says why. Emits `item_decided`."""
    fresh = item_deciding(actor, "decision_record", item)
    before = _unchanged_since(fresh, revision)
    why = " ".join(reason.split())
    if not why:
        raise Refusal(_("Write why the item is withdrawn."), "reason")
    _may_replace(fresh, Outcome.POSTPONED)
    return _write(
        actor,
        fresh,
        before,
        text=f"Punktet blev taget af dagsordenen: {_sentence(why)}",
        outcome=Outcome.LAPSED,
        is_withdrawn=True,
        reason=why[:300],
    )


@transaction.atomic
def decisions_record_many(
    *,
    actor: Any,
    items: Sequence[Item],
    text: str,
    outcome: str = "",
    is_nothing_recorded: bool = False,
    confirmed: Collection[str] = (),
) -> list[ItemDecision]:
    """The same for many items at once ("punkt 3–7 taget til efterretning"): all, or none when one
    has a decision already or cannot get it; the refusal says which.
    """
    if not items:
        raise Refusal(_("Choose the items."), "items")
    made = []
    for item in items:
        try:
            made.append(
                decision_record(
                    actor=actor,
                    item=item,
                    text=text,
                    outcome=outcome,
                    is_nothing_recorded=is_nothing_recorded,
                    revision=0,
                    confirmed=confirmed,
                )
            )
        except Asked:
            raise
        except Refusal as refusal:
            raise Refusal(
                _("Item %(number)s: %(why)s")
                % {"number": item.number or item.title, "why": refusal.message},
                "items",
            ) from refusal
    return made


def _postponed(
    actor: Any,
    item: Item,
    before: ItemDecision | None,
    text: str,
    to: date | PlannedMeeting | None,
    reason: str,
    public_text: str,
) -> ItemDecision:
    meeting = to if isinstance(to, PlannedMeeting) else None
    day = timezone.localdate(meeting.starts_at) if meeting else to
    held = timezone.localdate(item.meeting.plan.starts_at)
    if isinstance(to, PlannedMeeting) and (
        to.body_id != item.meeting.plan.body_id or to.is_cancelled
    ):
        raise Refusal(_("Choose a meeting of the same body that is not cancelled."), "postponed_to")
    if day is not None and day <= max(held, timezone.localdate()):
        raise Refusal(_("Choose a later day or meeting."), "postponed_to")
    _may_replace(item, Outcome.POSTPONED)
    why = " ".join(reason.split())
    words = text.strip()
    if not words:
        on = f" til {danish_day(day)}" if day else ""
        words = f"Sagen udsættes{on}." + (f" {_sentence(why)}" if why else "")
    decision = _write(
        actor,
        item,
        before,
        text=words,
        outcome=Outcome.POSTPONED,
        postponed_to=day,
        postponed_meeting=meeting,
        reason=why[:300],
        public_text=public_text.strip(),
    )
    trial(actor, item, decision)
    return decision


def _sentence(words: str) -> str:
    return words if words[-1] in ".!?" else f"{words}."


def _unchanged_since(item: Item, revision: int | None) -> ItemDecision | None:
    before = decision_of(item)
    if revision is not None and revision != (before.revision if before else 0):
        if before is None:
            raise Refusal(
                _("The decision was taken back in the meantime. Look again, and save once more."),
                "revision",
            )
        raise Refusal(
            _(
                "%(who)s has written a decision on this item in the meantime. Both are shown: "
                "put them together, and save once more."
            )
            % {"who": before.recorded_by},
            "revision",
        )
    return before


def _outcome(item: Item, whole: str, parts: Sequence[PointDecision], words: str) -> str:
    found = outcome_of_parts(parts) or whole
    if not found and words and (item.stop_id is None or item.kind == "briefing"):
        # A message's decision may be any wording; what is told was heard.
        found = Outcome.NOTED
    if not found:
        if not words:
            raise Refusal(_("Write what was decided, or choose a phrase."), "text")
        raise Refusal(_("The words do not say what came of it. Choose it here."), "outcome")
    if found not in set(Outcome):
        raise Refusal(_("Choose what came of it."), "outcome")
    return str(found)


def _possible(each: Ask) -> Ask:
    if not each.text.strip():
        raise Refusal(_("Write what is asked for."), "asked_for")
    if each.what not in AskedFor.What.values:
        raise Refusal(_("Choose what kind of thing it is."), "asked_for")
    if each.what == AskedFor.What.DELEGATION and not (each.people or each.owner.strip()):
        raise Refusal(_("Say who is empowered."), "asked_for")
    return each


def _may_replace(item: Item, outcome: str) -> None:
    """What a member has had brought before the council is not made procedural behind her back."""
    stopped = Suspension.objects.filter(item=item, taken_back_at__isnull=True).exists()
    about_procedure = is_procedural(outcome=outcome, is_withdrawn=False, recurring="")
    if stopped and (outcome in ("", Outcome.NONE) or about_procedure):
        raise Refusal(
            _("A member has had this decision brought before the council. Take that back first.")
        )


def _write(
    actor: Any,
    item: Item,
    before: ItemDecision | None,
    *,
    parts: Sequence[PointDecision] = (),
    asks: Sequence[Ask] = (),
    **columns: Any,
) -> ItemDecision:
    decision = ItemDecision(
        item=item,
        recorded_by=actor,
        recorded_at=timezone.now(),
        revision=before.revision + 1 if before else 1,
        pk=before.pk if before else None,
        **columns,
    )
    decision.save()
    decision.parts.all().delete()
    decision.asked_for.all().delete()
    DecisionPart.objects.bulk_create(
        DecisionPart(
            decision=decision,
            order=order,
            numbers=part.numbers.strip(),
            outcome=part.outcome,
            text=part.text.strip(),
            next_body=part.next_body,
        )
        for order, part in enumerate(parts, start=1)
    )
    for each in asks:
        row = AskedFor.objects.create(
            decision=decision,
            what=each.what,
            text=each.text.strip()[:500],
            owner=each.owner.strip()[:200],
            until=each.until,
        )
        row.people.set(each.people)
    did = "rettede beslutningen på {item}" if before else "skrev beslutningen på {item}"
    item_written(
        "item_decided", did, actor, item, revision=decision.revision, outcome=decision.outcome
    )
    return decision
