"""Proposals and amendments are put, voted on by name or by group, and taken back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.attendance import attendance_of
from sagsgang.web.meetings.deciding.reading import motions_of
from sagsgang.web.meetings.deciding.services.opening import (
    item_deciding,
    item_written,
    quorum_require,
)
from sagsgang.web.meetings.deciding.votes import STANCES, Count, count_of, stances_of, waits_for
from sagsgang.web.meetings.models import Item, Proposal, Vote


@transaction.atomic
def proposal_add(
    *,
    actor: Any,
    item: Item,
    text: str,
    kind: str = Proposal.Kind.PROPOSAL,
    proposed_by: str = "",
) -> Proposal:
    """Something to vote on. An amendment comes before what it changes. Emits `proposal_put`."""
    fresh = item_deciding(actor, "vote_record", item)
    words = text.strip()
    if not words:
        raise Refusal(_("Write what is voted on."), "text")
    if kind not in Proposal.Kind.values:
        raise Refusal(_("Choose what kind of proposal it is."), "kind")
    voted = [m for _p, m in motions_of(fresh) if m.kind == "proposal" and m.is_voted]
    if kind == Proposal.Kind.AMENDMENT and voted:
        raise Refusal(
            _(
                "The proposal has been voted on already. Take that vote back before an amendment "
                "is put."
            ),
            "kind",
        )
    last = Proposal.objects.filter(item=fresh).aggregate(last=Max("order"))["last"] or 0
    proposal = Proposal.objects.create(
        item=fresh, kind=kind, order=last + 1, text=words, proposed_by=proposed_by.strip()[:150]
    )
    item_written("proposal_put", "skrev et forslag på {item}", actor, fresh, proposal=proposal.pk)
    return proposal


@transaction.atomic
def proposal_withdraw(*, actor: Any, proposal: Proposal) -> Proposal:
    """Whoever put it takes it back; votes on it are gone. Emits `proposal_withdrawn`."""
    fresh = item_deciding(actor, "vote_record", proposal.item)
    locked = _locked(proposal)
    if locked.withdrawn_at is None:
        locked.votes.all().delete()
        locked.withdrawn_at = timezone.now()
        locked.save(update_fields=["withdrawn_at"])
        item_written(
            "proposal_withdrawn",
            "trak et forslag på {item} tilbage",
            actor,
            fresh,
            proposal=locked.pk,
        )
    return locked


@transaction.atomic
def votes_record(
    *,
    actor: Any,
    proposal: Proposal,
    by_group: Mapping[str, str] | None = None,
    by_seat: Mapping[int, str] | None = None,
) -> Count:
    """How each voted: a group's stance is that of its members, `by_seat` says who differs. What
    stood there is replaced. Only who is in the room and not disqualified votes; amendments are
    voted on first. Emits `votes_recorded`; returns the count, which gives the result.
    """
    fresh = item_deciding(actor, "vote_record", proposal.item)
    locked = _locked(proposal)
    if locked.withdrawn_at is not None:
        raise Refusal(_("The proposal was withdrawn."))
    here = attendance_of(fresh)
    groups, seats = by_group or {}, {k: v for k, v in (by_seat or {}).items() if v}
    _possible(here, groups, seats)
    quorum_require(fresh)
    first = next(m for p, m in motions_of(fresh) if p.pk == locked.pk)
    before = waits_for(first, (m for _p, m in motions_of(fresh)))
    if before is not None:
        words = next(p.text for p, _m in motions_of(fresh) if p.pk == before.key)
        raise Refusal(
            _("Vote on “%(text)s” first, or withdraw it.") % {"text": words[:80]}, "votes"
        )
    stances = stances_of(here.voters, groups, seats)
    if not stances:
        raise Refusal(_("Say how they voted."), "votes")
    locked.votes.all().delete()
    Vote.objects.bulk_create(
        Vote(proposal=locked, seat_id=seat, stance=stance) for seat, stance in stances.items()
    )
    count = count_of(stances.values())
    item_written(
        "votes_recorded",
        f"skrev afstemningen på {{item}}: {count.for_} for, {count.against} imod, "
        f"{count.abstained} hverken for eller imod",
        actor,
        fresh,
        proposal=locked.pk,
        is_carried=count.is_carried,
    )
    return count


@transaction.atomic
def votes_clear(*, actor: Any, proposal: Proposal) -> None:
    """The vote is taken back, and can be held again. Emits `votes_cleared`."""
    fresh = item_deciding(actor, "vote_record", proposal.item)
    locked = _locked(proposal)
    if locked.votes.exists():
        locked.votes.all().delete()
        item_written("votes_cleared", "tog afstemningen på {item} tilbage", actor, fresh)


def _locked(proposal: Proposal) -> Proposal:
    return Proposal.objects.select_for_update().get(pk=proposal.pk)


def _possible(here: Any, groups: Mapping[str, str], seats: Mapping[int, str]) -> None:
    if not {*groups.values(), *seats.values()} - {""} <= set(STANCES):
        raise Refusal(_("Choose for, against, or neither."), "votes")
    for key in seats:
        seat = here.seats.get(key)
        if seat is None:
            raise Refusal(_("Only members of the body vote."), "votes")
        if key in here.disqualified:
            raise Refusal(
                _("%(name)s is disqualified at this item and does not vote.")
                % {"name": seat.sitting},
                "votes",
            )
        if key not in {voter.seat for voter in here.voters}:
            raise Refusal(
                _("%(name)s is not registered as present at this item.") % {"name": seat.sitting},
                "votes",
            )
