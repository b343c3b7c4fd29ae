"""Who sits for a member who cannot, from when to when."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Membership, Person, SubstitutePeriod
from sagsgang.web.bodies.services.locking import body_lock
from sagsgang.web.bodies.services.members import overlapping, shown
from sagsgang.web.bodies.writing import danish_day, danish_period
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def substitute_period_start(
    *,
    actor: User,
    membership: Membership,
    substitute: Person,
    starts_on: date,
    ends_on: date | None = None,
    reason: str = "",
) -> SubstitutePeriod:
    """`substitute` sits for the member; without a last day until further notice, and never longer
    than the seat lasts.
    """
    body = body_lock(actor, "membership_change", membership.body)
    membership = body.memberships.select_related("person").get(pk=membership.pk)
    ends_on = _within_seat(membership, starts_on, ends_on)
    if substitute.municipality_id != body.municipality_id:
        raise Refusal(_("The person belongs to another municipality."), "substitute")
    if substitute.pk == membership.person_id:
        raise Refusal(_("Nobody can stand in for herself."), "substitute")
    periods = membership.substitute_periods.select_related("substitute")
    other = overlapping(periods, starts_on, ends_on).first()
    if other:
        message = _("%(name)s stands in from %(day)s already. End that first.")
        values = {"name": other.substitute, "day": shown(other.starts_on)}
        raise Refusal(message % values, "starts_on")
    seats = body.memberships.filter(person=substitute).exclude(post=Membership.Post.SUBSTITUTE)
    if overlapping(seats, starts_on, ends_on).exists():
        message = _("%(name)s is a member of the body on those days.")
        raise Refusal(message % {"name": substitute}, "substitute")
    elsewhere = SubstitutePeriod.objects.filter(membership__body=body, substitute=substitute)
    busy = overlapping(elsewhere, starts_on, ends_on).select_related("membership__person").first()
    if busy:
        message = _("%(name)s stands in for %(member)s on those days. End that first.")
        values = {"name": substitute, "member": busy.membership.person}
        raise Refusal(message % values, "substitute")
    period = membership.substitute_periods.create(
        substitute=substitute, starts_on=starts_on, ends_on=ends_on, reason=reason.strip()[:200]
    )
    event_record(
        code="substitute_period_started",
        sentence=f"{actor} lod {substitute} sidde for {membership.person} i {body} "
        f"{danish_period(starts_on, ends_on)}.",
        actor=actor,
        subject=period,
        details={"body": body.pk, "membership": membership.pk, "substitute": substitute.pk},
    )
    return period


@transaction.atomic
def substitute_period_end(
    *, actor: User, period: SubstitutePeriod, ends_on: date
) -> SubstitutePeriod:
    """The last day on which somebody stands in, earlier than it would have been."""
    body = body_lock(actor, "membership_change", period.membership.body)
    period = SubstitutePeriod.objects.select_related("substitute", "membership__person").get(
        pk=period.pk
    )
    if ends_on < period.starts_on:
        message = _("It begins on %(day)s; it cannot end before.")
        raise Refusal(message % {"day": shown(period.starts_on)}, "ends_on")
    if period.ends_on and ends_on > period.ends_on:
        message = _("It already ends on %(day)s. Start a new period to go on.")
        raise Refusal(message % {"day": shown(period.ends_on)}, "ends_on")
    period.ends_on = ends_on
    period.save(update_fields=["ends_on"])
    event_record(
        code="substitute_period_ended",
        sentence=f"{period.substitute} sidder for {period.membership.person} i {body} til og med "
        f"{danish_day(ends_on)} ({actor}).",
        actor=actor,
        subject=period,
        details={"body": body.pk, "membership": period.membership_id},
    )
    return period


def _within_seat(membership: Membership, starts_on: date, ends_on: date | None) -> date | None:
    if membership.post == Membership.Post.SUBSTITUTE:
        message = _("%(name)s is a substitute herself; only a member can have one.")
        raise Refusal(message % {"name": membership.person})
    if ends_on and ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")
    if starts_on < membership.starts_on:
        message = _("The seat begins on %(day)s.") % {"day": shown(membership.starts_on)}
        raise Refusal(message, "starts_on")
    last = membership.ends_on
    if last and starts_on > last:
        raise Refusal(_("The seat ended on %(day)s.") % {"day": shown(last)}, "starts_on")
    if last and ends_on and ends_on > last:
        raise Refusal(_("The seat ends on %(day)s.") % {"day": shown(last)}, "ends_on")
    return ends_on or last
