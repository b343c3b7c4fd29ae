"""What the writing of a decision asks about its item: points, money, votes, and how it stands."""

from collections.abc import Sequence
from typing import Any

from sagsgang.minutes import SectionKind
from sagsgang.web.cases.models import Section
from sagsgang.web.cases.richtext.blocks import plain_text
from sagsgang.web.meetings.deciding.parts import Point
from sagsgang.web.meetings.deciding.settled import Settled, points_settled
from sagsgang.web.meetings.deciding.votes import Count, Motion, count_of
from sagsgang.web.meetings.models import Item, Proposal, Suspension


def points_put(item: Item) -> list[Point]:
    """The points that the body answers, as they were given to it: not those that a body before has
    settled, unless nothing would be left.
    """
    points = _points_given(item)
    settled = {each.point.number for each in settled_before(item, points)}
    return [point for point in points if point.number not in settled] or points


def settled_before(item: Item, points: Sequence[Point] | None = None) -> list[Settled]:
    """The points of the item's recommendation that a body before has settled."""
    stop = item.stop
    if stop is None or stop.referred_by_id is None:
        return []
    return points_settled(stop, _points_given(item) if points is None else points)


def _points_given(item: Item) -> list[Point]:
    stop = item.stop
    if stop is None:
        return []
    if stop.version is not None:
        return [
            Point(row["number"], row["text"], row.get("choice", ""), row.get("addressee_id"))
            for row in stop.version.content.get("points", [])
        ]
    rows = stop.case.points.order_by("number")
    return [Point(row.number, row.text, row.choice, row.addressee_id) for row in rows]


def financial_text(item: Item) -> str:
    """What the case says of money, where it says that it has financial implications."""
    if item.stop is None or not item.stop.case.has_financial_implications:
        return ""
    sections = Section.objects.filter(
        case=item.stop.case_id, kind=SectionKind.FINANCIAL_IMPLICATIONS
    )
    return "\n".join(plain_text(html) for html in sections.values_list("html", flat=True))


def motions_of(item: Item) -> list[tuple[Proposal, Motion]]:
    """What is voted on at the item, with what the order of voting asks."""
    proposals = Proposal.objects.filter(item=item).prefetch_related("votes")
    return [
        (
            each,
            Motion(each.pk, each.kind, each.order, bool(each.votes.all()), bool(each.withdrawn_at)),
        )
        for each in proposals
    ]


def vote_on(item: Item) -> Count | None:
    """The count of the last vote on a proposal itself; None when nobody voted on one."""
    counts = [
        count_of(vote.stance for vote in each.votes.all())
        for each, motion in motions_of(item)
        if motion.kind == Proposal.Kind.PROPOSAL and motion.is_voted and not motion.is_withdrawn
    ]
    return counts[-1] if counts else None


def suspension_of(item: Item) -> Suspension | None:
    """The stop under § 23 that stands."""
    found = Suspension.objects.filter(item=item, taken_back_at__isnull=True)
    return found.select_related("seat__sitting").first()


def decision_status(item: Any) -> str:
    """`open` while it may change, `suspended` until the council has settled it, else `final`."""
    decision = getattr(item, "decision", None)
    if decision is None or decision.communicated_at is None:
        return "open"
    return "suspended" if suspension_of(item) else "final"
