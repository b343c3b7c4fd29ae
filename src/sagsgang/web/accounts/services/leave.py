"""Planning and ending leaves of absence: who does whose work, and when."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import Leave, User
from sagsgang.web.accounts.permissions import account_require
from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def leave_plan(
    *, actor: User, user: User, substitute: User, starts_on: date, ends_on: date
) -> Leave:
    """From the first day to and with the last, `substitute` does what `user` would have done.

    Nobody is away twice at once, and nobody stands in while away herself.
    """
    account_require(actor, "leave_plan", user)
    # Both rows, in the order of their keys: two that plan at once wait for each other.
    keys = sorted({user.pk, substitute.pk})
    locked = {u.pk: u for u in User.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    user, substitute = locked[user.pk], locked[substitute.pk]
    _check(user, substitute, starts_on, ends_on)
    leave = Leave.objects.create(
        user=user, substitute=substitute, starts_on=starts_on, ends_on=ends_on
    )
    event_record(
        code="leave_planned",
        sentence=f"{user} er fraværende {_days(starts_on, ends_on)}; {substitute} er stedfortræder",
        actor=actor,
        subject=user,
        details={"leave": leave.pk, "substitute": substitute.pk},
    )
    return leave


@transaction.atomic
def leave_end(*, actor: User, leave: Leave, on: date | None = None) -> date | None:
    """She is back: from today she does her own work again. Returns the leave's last day, None for
    one that had not begun and is taken off the plan.
    """
    account_require(actor, "leave_end", leave.user)
    kept = Leave.objects.select_for_update(of=("self",)).select_related("user").filter(pk=leave.pk)
    leave = kept.first()
    today = on or timezone.localdate()
    if leave is None or leave.ends_on < today:
        raise Refusal(_("This leave is over already."))
    last = today - timedelta(days=1)
    if leave.starts_on > last:
        leave.delete()
        last, done = None, "har taget sit planlagte fravær af planen"
    else:
        leave.ends_on = last
        leave.save(update_fields=["ends_on"])
        done = f"er tilbage; fraværet sluttede {_day(last)}"
    event_record(
        code="leave_ended",
        sentence=f"{leave.user} {done}",
        actor=actor,
        subject=leave.user,
    )
    return last


def _check(user: User, substitute: User, starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")
    if ends_on < timezone.localdate():
        raise Refusal(_("These days are over. Choose a last day from today on."), "ends_on")
    if substitute.pk == user.pk:
        raise Refusal(_("Choose somebody else to stand in."), "substitute")
    if not substitute.is_active or substitute.is_example != user.is_example:
        raise Refusal(_("This person cannot stand in: the account is closed."), "substitute")
    same = {"starts_on__lte": ends_on, "ends_on__gte": starts_on}
    other = Leave.objects.filter(user=user, **same).first()
    if other is not None:
        raise Refusal(
            _("There is a leave already from %(first)s to %(last)s; end it first.")
            % {"first": _day(other.starts_on), "last": _day(other.ends_on)},
            "starts_on",
        )
    away = Leave.objects.filter(user=substitute, **same).first()
    if away is not None:
        raise Refusal(
            _("%(name)s is away herself from %(first)s to %(last)s; choose somebody else.")
            % {"name": substitute, "first": _day(away.starts_on), "last": _day(away.ends_on)},
            "substitute",
        )
    waits = Leave.objects.filter(substitute=user, **same).select_related("user").first()
    if waits is not None:
        raise Refusal(
            _("You stand in for %(name)s from %(first)s to %(last)s; agree on another first.")
            % {"name": waits.user, "first": _day(waits.starts_on), "last": _day(waits.ends_on)},
            "starts_on",
        )


def _days(first: date, last: date) -> str:
    return f"den {_day(first)}" if first == last else f"fra {_day(first)} til {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
