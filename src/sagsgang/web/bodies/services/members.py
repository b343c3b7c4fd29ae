"""Who gets a seat in a body, with which post and for how long; nothing is deleted afterwards."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import (
    POLITICAL,
    Body,
    Membership,
    Municipality,
    Person,
    SubstitutePeriod,
)
from sagsgang.web.bodies.permissions import bodies_require
from sagsgang.web.bodies.services.locking import body_lock, required
from sagsgang.web.bodies.sorting import sort_key
from sagsgang.web.bodies.writing import danish_day, danish_period
from sagsgang.web.design.refusal import Refusal

_POSTS = {
    Membership.Post.CHAIR: "formand",
    Membership.Post.VICE_CHAIR: "næstformand",
    Membership.Post.MEMBER: "medlem",
    Membership.Post.SUBSTITUTE: "stedfortræder",
}


@transaction.atomic
def person_create(
    *, actor: User, municipality: Municipality, name: str, user: User | None = None
) -> Person:
    """Somebody who can get a seat; `user` when she signs in herself."""
    bodies_require(actor, "person_change", municipality)
    name = required(name, "name", 150)
    _refuse_taken(user, but=None)
    person = municipality.people.create(name=name, sort_key=sort_key(name), user=user)
    event_record(
        code="person_created",
        sentence=f"{actor} oprettede {name} som person.",
        actor=actor,
        subject=person,
    )
    return person


@transaction.atomic
def person_change(*, actor: User, person: Person, name: str, user: User | None) -> Person:
    """Another name, or another account to sign in with."""
    bodies_require(actor, "person_change", person.municipality)
    name = required(name, "name", 150)
    _refuse_taken(user, but=person)
    person.name, person.sort_key, person.user = name, sort_key(name), user
    person.save(update_fields=["name", "sort_key", "user"])
    event_record(
        code="person_changed",
        sentence=f"{actor} rettede personen {name}.",
        actor=actor,
        subject=person,
        details={"user": user.pk if user else None},
    )
    return person


@transaction.atomic
def membership_start(
    *,
    actor: User,
    body: Body,
    person: Person,
    starts_on: date,
    ends_on: date | None = None,
    post: str = Membership.Post.MEMBER,
    party: str = "",
) -> Membership:
    """A seat from the first to the last day; in a political body it ends with the term when no
    last day is given.
    """
    locked = body_lock(actor, "membership_change", body)
    if person.municipality_id != locked.municipality_id:
        raise Refusal(_("The person belongs to another municipality."), "person")
    if post not in Membership.Post.values:
        raise Refusal(_("Choose a post."), "post")
    ends_on = _within(locked, starts_on, ends_on)
    _refuse_second_seat(locked, person, starts_on, ends_on, post)
    if post == Membership.Post.CHAIR:
        _refuse_second_chair(locked, starts_on, ends_on)
    membership = locked.memberships.create(
        person=person, starts_on=starts_on, ends_on=ends_on, post=post, party=party.strip()[:60]
    )
    event_record(
        code="membership_started",
        sentence=f"{actor} gjorde {person} til {_POSTS[Membership.Post(post)]} i {locked} "
        f"{danish_period(starts_on, ends_on)}.",
        actor=actor,
        subject=membership,
        details={"body": locked.pk, "person": person.pk},
    )
    return membership


@transaction.atomic
def membership_end(*, actor: User, membership: Membership, ends_on: date) -> Membership:
    """The last day of a seat, earlier than it would have been; who stood in stops that day too."""
    locked = body_lock(actor, "membership_change", membership.body)
    membership = locked.memberships.select_related("person").get(pk=membership.pk)
    _refuse_end(membership, ends_on)
    cut, removed = _cut_periods(membership, ends_on)
    membership.ends_on = ends_on
    membership.save(update_fields=["ends_on"])
    event_record(
        code="membership_ended",
        sentence=f"{membership.person} udtræder af {locked} med udgangen af {danish_day(ends_on)} "
        f"({actor}).",
        actor=actor,
        subject=membership,
        details={
            "body": locked.pk,
            "person": membership.person_id,
            "substitute_periods_cut": cut,
            "substitute_periods_removed": removed,
        },
    )
    return membership


@transaction.atomic
def membership_change_post(
    *, actor: User, membership: Membership, post: str, from_day: date
) -> Membership:
    """Another post from a day on: the seat so far ends the day before, and a new one goes on."""
    old_end = Membership.objects.get(pk=membership.pk).ends_on
    periods: list[dict[str, Any]] = list(
        membership.substitute_periods.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=from_day)
        ).values("substitute_id", "starts_on", "ends_on", "reason")
    )
    ended = membership_end(actor=actor, membership=membership, ends_on=from_day - timedelta(days=1))
    started = membership_start(
        actor=actor,
        body=ended.body,
        person=ended.person,
        starts_on=from_day,
        ends_on=old_end,
        post=post,
        party=ended.party,
    )
    for period in periods:
        begins = max(period.pop("starts_on"), from_day)
        SubstitutePeriod.objects.create(membership=started, starts_on=begins, **period)
    return started


def overlapping(found: QuerySet, starts_on: date, ends_on: date | None) -> QuerySet:
    """The rows that last on one of the days, both ends counted; None is without end."""
    found = found.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on))
    return found.filter(starts_on__lte=ends_on) if ends_on else found


def shown(day: date) -> str:
    """The day as a refusal writes it."""
    return date_format(day, _("j F Y"))


def _within(body: Body, starts_on: date, ends_on: date | None) -> date | None:
    """The last day, when both days lie in the life of the body and in one term."""
    if ends_on and ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")
    if body.valid_from and starts_on < body.valid_from:
        message = _("The body begins on %(day)s.") % {"day": shown(body.valid_from)}
        raise Refusal(message, "starts_on")
    if body.valid_to and starts_on > body.valid_to:
        message = _("The body closed on %(day)s.") % {"day": shown(body.valid_to)}
        raise Refusal(message, "starts_on")
    if body.kind in POLITICAL:
        ends_on = _within_term(body, starts_on, ends_on)
    if body.valid_to and (ends_on is None or ends_on > body.valid_to):
        return body.valid_to
    return ends_on


def _within_term(body: Body, starts_on: date, ends_on: date | None) -> date:
    terms = body.municipality.terms
    term = terms.filter(starts_on__lte=starts_on, ends_on__gte=starts_on).first()
    if term is None:
        known = ", ".join(f"{each.name} ({_span(each)})" for each in terms.all())
        message = _("%(day)s lies in no term. Known terms: %(terms)s.")
        raise Refusal(message % {"day": shown(starts_on), "terms": known or "–"}, "starts_on")
    if ends_on and ends_on > term.ends_on:
        message = _("The term %(name)s ends on %(day)s. A seat cannot go on after it.")
        raise Refusal(message % {"name": term.name, "day": shown(term.ends_on)}, "ends_on")
    return ends_on or term.ends_on


def _span(term: Any) -> str:
    return f"{shown(term.starts_on)} – {shown(term.ends_on)}"


def _refuse_second_seat(
    body: Body, person: Person, starts_on: date, ends_on: date | None, post: str
) -> None:
    seat = overlapping(body.memberships.filter(person=person), starts_on, ends_on).first()
    if seat:
        message = _("%(name)s has a seat in the body already, from %(day)s. End it first.")
        raise Refusal(message % {"name": person, "day": shown(seat.starts_on)}, "person")
    if post == Membership.Post.SUBSTITUTE:
        return
    periods = SubstitutePeriod.objects.filter(membership__body=body, substitute=person)
    period = overlapping(periods, starts_on, ends_on).select_related("membership__person").first()
    if period:
        message = _("%(name)s stands in for %(member)s on those days. End that first.")
        raise Refusal(message % {"name": person, "member": period.membership.person}, "person")


def _refuse_second_chair(body: Body, starts_on: date, ends_on: date | None) -> None:
    chairs = body.memberships.filter(post=Membership.Post.CHAIR).select_related("person")
    chair = overlapping(chairs, starts_on, ends_on).first()
    if chair:
        message = _("%(name)s is chair from %(day)s. A body has one chair at a time.")
        raise Refusal(message % {"name": chair.person, "day": shown(chair.starts_on)}, "post")


def _refuse_end(membership: Membership, ends_on: date) -> None:
    if ends_on < membership.starts_on:
        message = _("The seat begins on %(day)s; it cannot end before.")
        raise Refusal(message % {"day": shown(membership.starts_on)}, "ends_on")
    if membership.ends_on and ends_on > membership.ends_on:
        message = _("The seat already ends on %(day)s. Start a new one to go on.")
        raise Refusal(message % {"day": shown(membership.ends_on)}, "ends_on")


def _cut_periods(membership: Membership, ends_on: date) -> tuple[list[int], list[int]]:
    """Keys of the substitutes' periods that were shortened, and of those that never began."""
    after = membership.substitute_periods.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=ends_on))
    removed = list(after.filter(starts_on__gt=ends_on).values_list("pk", flat=True))
    cut = list(after.filter(starts_on__lte=ends_on).values_list("pk", flat=True))
    SubstitutePeriod.objects.filter(pk__in=removed).delete()
    SubstitutePeriod.objects.filter(pk__in=cut).update(ends_on=ends_on)
    return cut, removed


def _refuse_taken(user: User | None, *, but: Person | None) -> None:
    taken = Person.objects.filter(user=user).exclude(pk=but.pk if but else None).first()
    if user and taken:
        message = _("The account belongs to %(name)s already.") % {"name": taken.name}
        raise Refusal(message, "user")
