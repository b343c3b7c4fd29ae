"""What a meeting decided, as the nouns of minutes: decisions, votes, dissent, who was absent."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sagsgang.minutes import (
    Absence,
    Decision,
    DecisionPart,
    FollowUp,
    FollowUpAction,
    Notice,
    Outcome,
    Person,
    Vote,
)
from sagsgang.minutes import Dissent as DissentNoun
from sagsgang.web.meetings.holding.selectors import Gathering, gathering_of, presence_at
from sagsgang.web.meetings.models import (
    AskedFor,
    Disqualification,
    Dissent,
    Item,
    ItemDecision,
    Meeting,
    PresenceEvent,
    Proposal,
    Seat,
    Suspension,
)
from sagsgang.web.meetings.models import Vote as VoteRow
from sagsgang.web.routes.services.stops_treated import numbers_in

NOTHING = "Intet til referat."


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """`remarks` are what stands in the minutes beside the decision: dissent, § 23."""

    decision: Decision | None = None
    votes: tuple[Vote, ...] = ()
    remarks: tuple[str, ...] = ()
    absent: tuple[Absence, ...] = ()
    dissents: tuple[DissentNoun, ...] = ()
    disqualified: tuple[Person, ...] = ()
    stopped_by: str | None = None
    #: What the public reads of the decision of a closed item.
    public_text: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """By the keys of the items; `led_by` led the meeting."""

    items: dict[int, DecidedItem] = field(default_factory=dict)
    present: tuple[Person, ...] = ()
    absent: tuple[Absence, ...] = ()
    led_by: str | None = None
    #: The names of the guests who came.
    guests: frozenset[str] = frozenset()


def decided_of(meeting: Meeting) -> Decided:
    """Everything that was recorded at the meeting so far."""
    rows = ItemDecision.objects.filter(item__meeting=meeting).prefetch_related("parts", "asked_for")
    decisions = {row.item_id: _decision(row) for row in rows}
    public_texts = {row.item_id: row.public_text for row in rows}
    votes, dissents, stopped = _votes(meeting), _dissents(meeting), _stopped(meeting)
    out = _disqualified(meeting)
    gathering = gathering_of(meeting)
    away = _absent_by_item(meeting, gathering)
    keys = {*decisions, *votes, *dissents, *stopped, *out, *away}
    came = gathering.room.roster()
    return Decided(
        items={
            key: DecidedItem(
                decision=decisions.get(key),
                votes=tuple(votes.get(key, ())),
                remarks=_remarks(dissents.get(key, ()), stopped.get(key)),
                absent=tuple(away.get(key, ())),
                dissents=tuple(dissents.get(key, ())),
                disqualified=tuple(out.get(key, ())),
                stopped_by=stopped.get(key),
                public_text=public_texts.get(key, ""),
            )
            for key in keys
        },
        present=tuple(_person(seat) for key, seat in gathering.seats.items() if key in came),
        absent=_absences(gathering, {key for key in _members(gathering) if key not in came}, came),
        led_by=str(meeting.led_by) if meeting.led_by else None,
        guests=_guests_there(meeting),
    )


def _guests_there(meeting: Meeting) -> frozenset[str]:
    came = PresenceEvent.objects.filter(
        meeting=meeting, guest__isnull=False, what=PresenceEvent.What.CAME, taken_back_at=None
    )
    return frozenset(came.values_list("guest__name", flat=True))


def _decision(row: ItemDecision) -> Decision:
    if row.is_nothing_recorded:
        return Decision(text=row.text or NOTHING, outcome=Outcome.NONE)
    parts = tuple(
        DecisionPart(
            covers=tuple(numbers_in(part.numbers) or ()),
            outcome=Outcome(part.outcome),
            text=part.text,
        )
        for part in row.parts.all()
    )
    return Decision(
        text=row.text,
        outcome=Outcome(row.outcome) if row.outcome else None,
        parts=parts,
        follow_ups=tuple(_follow_up(asked) for asked in row.asked_for.all()),
    )


def _follow_up(asked: AskedFor) -> FollowUp:
    is_report = asked.what == AskedFor.What.FOLLOW_UP
    action = FollowUpAction.REPORT_BACK if is_report else FollowUpAction.ACTION
    return FollowUp(action=action, to=asked.owner or None, when=asked.until)


def _votes(meeting: Meeting) -> dict[int, list[Vote]]:
    found: dict[int, list[Vote]] = defaultdict(list)
    rows = Proposal.objects.filter(item__meeting=meeting, withdrawn_at__isnull=True)
    for proposal in rows.prefetch_related("votes__seat__sitting"):
        by_stance: dict[str, list[str]] = defaultdict(list)
        for vote in proposal.votes.all():
            by_stance[vote.stance].append(str(vote.seat.sitting))
        if not by_stance:
            continue
        for_, against = by_stance[VoteRow.Stance.FOR], by_stance[VoteRow.Stance.AGAINST]
        found[proposal.item_id].append(
            Vote(
                question=proposal.text,
                **{"for": tuple(for_)},
                against=tuple(against),
                abstained=tuple(by_stance[VoteRow.Stance.ABSTAINED]),
                # A tie falls (kommunestyrelsesloven § 11).
                result="vedtaget" if len(for_) > len(against) else "forkastet",
            )
        )
    return found


def _dissents(meeting: Meeting) -> dict[int, list[DissentNoun]]:
    found: dict[int, list[DissentNoun]] = defaultdict(list)
    for dissent in Dissent.objects.filter(item__meeting=meeting).prefetch_related("seats__sitting"):
        names = tuple(str(seat.sitting) for seat in dissent.seats.all())
        words = " ".join(text for text in (dissent.text, dissent.reason) if text)
        found[dissent.item_id].append(DissentNoun(names=names, text=words))
    return found


def _stopped(meeting: Meeting) -> dict[int, str]:
    rows = Suspension.objects.filter(item__meeting=meeting, taken_back_at__isnull=True)
    return {row.item_id: str(row.seat.sitting) for row in rows.select_related("seat__sitting")}


def _disqualified(meeting: Meeting) -> dict[int, list[Person]]:
    found: dict[int, list[Person]] = defaultdict(list)
    rows = Disqualification.objects.filter(item__meeting=meeting, is_disqualified=True)
    for row in rows.select_related("seat__sitting", "seat__membership"):
        found[row.item_id].append(_person(row.seat))
    return found


def _remarks(dissents: Iterable[DissentNoun], stopped_by: str | None) -> tuple[str, ...]:
    said = [f"{', '.join(each.names)}: {each.text}" for each in dissents]
    if stopped_by:
        said.append(f"{stopped_by} begærede beslutningen indbragt for kommunalbestyrelsen (§ 23).")
    return tuple(said)


def _absent_by_item(meeting: Meeting, gathering: Gathering) -> dict[int, tuple[Absence, ...]]:
    """Who was not there at the items that were taken up."""
    turned = {turn.item for turn in gathering.room.turns}
    found: dict[int, tuple[Absence, ...]] = {}
    for item in Item.objects.filter(meeting=meeting, pk__in=turned):
        presence = presence_at(gathering.room, item)
        found[item.pk] = _absences(gathering, presence.absent, presence.present)
    return found


def _absences(
    gathering: Gathering, away: Iterable[int], there: Iterable[int]
) -> tuple[Absence, ...]:
    """The members of these seats, each with the substitute who sat for her."""
    sat = set(there)
    called_in = {
        seat.membership_id: str(seat.sitting)
        for key, seat in gathering.seats.items()
        if seat.called_in_at is not None and key in sat
    }
    missing = set(away)
    return tuple(
        Absence(
            name=str(seat.sitting),
            party=seat.membership.party or None,
            notice=Notice.WITH_NOTICE if seat.notice_at else None,
            substitute=called_in.get(seat.membership_id),
        )
        for key, seat in gathering.seats.items()
        if key in missing
    )


def _members(gathering: Gathering) -> list[int]:
    return [key for key, seat in gathering.seats.items() if seat.called_in_at is None]


def _person(seat: Seat) -> Person:
    return Person(name=str(seat.sitting), party=seat.membership.party or None)
