"""A body comes into being, gets another name, closes on a date, or opens again."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import (
    Body,
    BodyKind,
    Membership,
    Municipality,
    SubstitutePeriod,
)
from sagsgang.web.bodies.naming import body_key, plain
from sagsgang.web.bodies.permissions import bodies_require
from sagsgang.web.bodies.services.documents import free_slug
from sagsgang.web.bodies.services.locking import body_lock, required
from sagsgang.web.bodies.sorting import sort_key
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def body_create(
    *,
    actor: User,
    municipality: Municipality,
    name: str,
    kind: str,
    valid_from: date | None = None,
) -> Body:
    """A body that works here; one that the archive knows by that name is taken in as it is."""
    locked = Municipality.objects.select_for_update().get(pk=municipality.pk)
    bodies_require(actor, "body_create", locked)
    name = required(plain(name), "name", 200)
    _check_kind(kind)
    key = _key(name)
    known = locked.bodies.filter(match_key=key).first()
    if known and known.is_in_workplace:
        raise Refusal(_("There is already a body named %(name)s.") % {"name": known.name}, "name")
    body = known or Body(municipality=locked, match_key=key, slug=free_slug(locked, name))
    body.name, body.sort_key, body.kind = name, sort_key(name), kind
    body.valid_from, body.is_in_workplace = valid_from, True
    body.save()
    event_record(
        code="body_created",
        sentence=f"{actor} oprettede {name}.",
        actor=actor,
        subject=body,
        details={"kind": kind},
    )
    return body


@transaction.atomic
def body_change(
    *,
    actor: User,
    body: Body,
    name: str,
    kind: str,
    weekdays_before: int | None = None,
    counting: str = "",
    saturday_is_weekday: bool | None = None,
) -> Body:
    """Another name or kind, or its own way of counting weekdays; its address stays, so that links
    keep.
    """
    locked = body_lock(actor, "body_change", body)
    name = required(plain(name), "name", 200)
    _check_kind(kind)
    other = locked.municipality.bodies.filter(match_key=_key(name)).exclude(pk=locked.pk).first()
    if other:
        raise Refusal(_("There is already a body named %(name)s.") % {"name": other.name}, "name")
    earlier = locked.name
    locked.name, locked.sort_key, locked.match_key = name, sort_key(name), _key(name)
    locked.kind, locked.counting = kind, counting
    locked.weekdays_before, locked.saturday_is_weekday = weekdays_before, saturday_is_weekday
    locked.save()
    is_renamed = earlier != name
    event_record(
        code="body_renamed" if is_renamed else "body_changed",
        sentence=f"{actor} gav {earlier} navnet {name}."
        if is_renamed
        else f"{actor} rettede {name}.",
        actor=actor,
        subject=locked,
        details={"earlier_name": earlier, "kind": kind},
    )
    return locked


@transaction.atomic
def body_close(*, actor: User, body: Body, last_day: date) -> Body:
    """The body's last day; memberships that go on longer end with it.

    Refused while meetings are planned later, or the delegation plan sends cases to it. Later rooms
    subscribe to the event `body_closing` (details: `last_day`) and refuse for their own reasons.
    """
    locked = body_lock(actor, "body_close", body)
    if locked.valid_from and last_day < locked.valid_from:
        raise Refusal(_("The body begins later than that."), "last_day")
    in_the_way = _in_the_way(locked, last_day)
    if in_the_way:
        raise Refusal(" ".join(in_the_way), "last_day")
    locked.valid_to = last_day
    locked.save(update_fields=["valid_to"])
    after = locked.memberships.filter(ends_on__isnull=True) | locked.memberships.filter(
        ends_on__gt=last_day
    )
    ended = [each.pk for each in after.filter(starts_on__lte=last_day)]
    periods = SubstitutePeriod.objects.filter(membership__in=ended)
    periods.filter(starts_on__gt=last_day).delete()
    (periods.filter(ends_on__isnull=True) | periods.filter(ends_on__gt=last_day)).update(
        ends_on=last_day
    )
    Membership.objects.filter(pk__in=ended).update(ends_on=last_day)
    event_record(
        code="body_closing",
        sentence=f"{actor} lukkede {locked.name} med udgangen af {danish_day(last_day)}.",
        actor=actor,
        subject=locked,
        details={"last_day": last_day.isoformat(), "memberships_ended": ended},
    )
    return locked


@transaction.atomic
def body_reopen(*, actor: User, body: Body) -> Body:
    """The body goes on; the memberships that ended with it are started anew by hand."""
    locked = body_lock(actor, "body_reopen", body)
    locked.valid_to = None
    locked.save(update_fields=["valid_to"])
    event_record(
        code="body_reopened",
        sentence=f"{actor} åbnede {locked.name} igen.",
        actor=actor,
        subject=locked,
    )
    return locked


def _in_the_way(body: Body, last_day: date) -> list[str]:
    """Sentences about what must be done before the body can close."""
    sentences = []
    later = [
        date_format(timezone.localtime(meeting.starts_at), "j. F Y")
        for meeting in body.planned_meetings.filter(
            cancelled_because="", starts_at__gte=timezone.now()
        )
        if timezone.localdate(meeting.starts_at) > last_day
    ]
    if later:
        text = ngettext(
            "A meeting is planned after that day: %(days)s. Move or cancel it first.",
            "Meetings are planned after that day: %(days)s. Move or cancel them first.",
            len(later),
        )
        sentences.append(text % {"days": ", ".join(later)})
    rules = list(body.decides_on.values_list("subject", flat=True))
    if rules:
        text = _("The delegation plan lets the body decide: %(subjects)s. Change the plan first.")
        sentences.append(text % {"subjects": ", ".join(rules)})
    starting = list(
        body.memberships.filter(starts_on__gt=last_day).values_list("person__name", flat=True)
    )
    if starting:
        text = _("These are to become members after that day: %(names)s.")
        sentences.append(text % {"names": ", ".join(starting)})
    return sentences


def _check_kind(kind: str) -> None:
    if kind not in BodyKind.values:
        raise Refusal(_("Choose what kind of body it is."), "kind")


def _key(name: str) -> str:
    key = body_key(name)
    if not key:
        raise Refusal(_("The name needs a letter or a digit."), "name")
    return key
