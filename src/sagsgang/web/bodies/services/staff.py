"""Which work a person with an account does for a body, or for all of them."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Assignment, Body, Municipality, Role
from sagsgang.web.bodies.permissions import bodies_require
from sagsgang.web.bodies.services.members import overlapping
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.design.refusal import Refusal

_ROLES = {
    Role.CASE_OFFICER: "sagsbehandler",
    Role.MANAGER: "leder",
    Role.FINANCE_REVIEWER: "økonomikonsulent",
    Role.SECRETARY: "udvalgssekretær",
    Role.ANALYST: "analytiker",
}


@transaction.atomic
def role_assign(
    *,
    actor: User,
    user: User,
    role: str,
    municipality: Municipality,
    body: Body | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Assignment:
    """`user` has the role for the body, or for every body of the municipality when it is None;
    from today when no first day is given.
    """
    locked = User.objects.select_for_update().get(pk=user.pk)
    bodies_require(actor, "role_change", municipality)
    if role not in Role.values:
        raise Refusal(_("Choose a role."), "role")
    if not locked.is_active:
        raise Refusal(_("The account is closed."))
    if body and body.municipality_id != municipality.pk:
        raise Refusal(_("The body belongs to another municipality."), "body")
    starts_on = starts_on or timezone.localdate()
    if ends_on and ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")
    same = Assignment.objects.filter(user=locked, role=role, municipality=municipality, body=body)
    since_ever = same.filter(starts_on__isnull=True).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on)
    )
    if overlapping(same, starts_on, ends_on).exists() or since_ever.exists():
        raise Refusal(_("%(name)s has that role already.") % {"name": locked}, "role")
    assignment = Assignment.objects.create(
        user=locked,
        role=role,
        municipality=municipality,
        body=body,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    event_record(
        code="role_assigned",
        sentence=f"{actor} gjorde {locked} til {_ROLES[Role(role)]} for "
        f"{body or f'alle udvalg i {municipality}'}.",
        actor=actor,
        subject=assignment,
        details={"user": locked.pk, "role": role, "body": body.pk if body else None},
    )
    return assignment


@transaction.atomic
def role_end(
    *, actor: User, assignment: Assignment, ends_on: date | None = None
) -> Assignment | None:
    """The last day of a role; at once when None: the role is over from this moment.

    A role that has not been in force on any whole day is taken away; its events stay.
    """
    found = Assignment.objects.select_for_update(of=("self",)).select_related(
        "user", "municipality", "body"
    )
    locked = found.get(pk=assignment.pk)
    bodies_require(actor, "role_change", locked.municipality)
    today = timezone.localdate()
    if locked.ends_on and locked.ends_on < today:
        raise Refusal(_("The role is over already."), "ends_on")
    if ends_on and ends_on < today:
        raise Refusal(_("The day is over. Leave it empty to end the role at once."), "ends_on")
    last_day = ends_on or date.fromordinal(today.toordinal() - 1)
    event_record(
        code="role_ended",
        sentence=f"{locked.user} er {_ROLES[Role(locked.role)]} for "
        f"{locked.body or f'alle udvalg i {locked.municipality}'} til og med "
        f"{danish_day(last_day)} ({actor}).",
        actor=actor,
        subject=locked,
        details={"user": locked.user_id, "role": locked.role, "body": locked.body_id},
    )
    if locked.starts_on and last_day < locked.starts_on:
        locked.delete()
        return None
    locked.ends_on = last_day
    locked.save(update_fields=["ends_on"])
    return locked
