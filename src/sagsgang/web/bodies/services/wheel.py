"""The year wheel: what a body treats every year, month by month."""

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.language.dates import MONTHS
from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, YearWheelEntry
from sagsgang.web.bodies.services.locking import body_lock, required
from sagsgang.web.design.refusal import Refusal

_MOST_WEEKS = 52


@transaction.atomic
def wheel_entry_add(
    *,
    actor: User,
    body: Body,
    month: int,
    title: str,
    note: str = "",
    weeks_before: int = 6,
) -> YearWheelEntry:
    """Something the body treats every year in `month` (1–12)."""
    locked = body_lock(actor, "wheel_change", body)
    entry = YearWheelEntry(body=locked)
    _set(entry, month, title, note, weeks_before)
    entry.save()
    event_record(
        code="wheel_entry_added",
        sentence=f"{actor} satte “{entry.title}” på årshjulet for {locked} i {MONTHS[month - 1]}.",
        actor=actor,
        subject=entry,
        details={"body": locked.pk},
    )
    return entry


@transaction.atomic
def wheel_entry_change(
    *,
    actor: User,
    entry: YearWheelEntry,
    month: int,
    title: str,
    note: str = "",
    weeks_before: int = 6,
) -> YearWheelEntry:
    """Correct an entry, or put it in another month."""
    locked = body_lock(actor, "wheel_change", entry.body)
    entry = locked.year_wheel.get(pk=entry.pk)
    _set(entry, month, title, note, weeks_before)
    entry.save()
    event_record(
        code="wheel_entry_changed",
        sentence=f"{actor} rettede “{entry.title}” på årshjulet for {locked}.",
        actor=actor,
        subject=entry,
        details={"body": locked.pk},
    )
    return entry


@transaction.atomic
def wheel_entry_remove(*, actor: User, entry: YearWheelEntry) -> None:
    """The body no longer treats it every year."""
    locked = body_lock(actor, "wheel_change", entry.body)
    event_record(
        code="wheel_entry_removed",
        sentence=f"{actor} fjernede “{entry.title}” fra årshjulet for {locked}.",
        actor=actor,
        subject=entry,
        details={"body": locked.pk, "title": entry.title, "month": entry.month},
    )
    locked.year_wheel.filter(pk=entry.pk).delete()


def _set(entry: YearWheelEntry, month: int, title: str, note: str, weeks_before: int) -> None:
    if not 1 <= month <= 12:
        raise Refusal(_("A year has the months 1 to 12."), "month")
    if not 0 <= weeks_before <= _MOST_WEEKS:
        raise Refusal(_("Choose between 0 and 52 weeks."), "weeks_before")
    entry.month, entry.weeks_before = month, weeks_before
    entry.title, entry.note = required(title, "title", 200), note.strip()[:300]
