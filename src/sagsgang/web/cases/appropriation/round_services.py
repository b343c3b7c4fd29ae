"""Writing the municipality's calendar of appropriation revisions."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.appropriation.rounds import may_plan_rounds, statements_in
from sagsgang.web.cases.models import AppropriationRound
from sagsgang.web.design.refusal import Refusal

_DAYS = ("committees_from", "committees_to", "finance_committee_on", "council_on")


@transaction.atomic
def round_save(
    *,
    actor: Any,
    municipality: Municipality,
    name: str,
    year: int,
    row: AppropriationRound | None = None,
    **days: date | None,
) -> AppropriationRound:
    """Make a revision, or change `row`. `days` are its columns of that name: the committees come
    before the finance committee, and it before the council.
    """
    locked = Municipality.objects.select_for_update().get(pk=municipality.pk)
    if not may_plan_rounds(actor, locked):
        raise PermissionDenied("appropriation_round")
    name = " ".join(name.split())
    if not name:
        raise Refusal(_("Give the revision a name, such as 2. bevillingsrevision."), "name")
    same = AppropriationRound.objects.filter(municipality=locked, year=year, name=name)
    if same.exclude(pk=row.pk if row else None).exists():
        raise Refusal(_("There is a revision of that name in that year already."), "name")
    _refuse_disorder({day: days.get(day) for day in _DAYS})
    made = row or AppropriationRound(municipality=locked)
    made.name, made.year = name, year
    for day in _DAYS:
        setattr(made, day, days.get(day))
    made.save()
    event_record(
        code="appropriation_round_saved",
        sentence=f"{actor} {'ændrede' if row else 'oprettede'} {made}.",
        actor=actor,
        subject=made,
        details={day: str(days.get(day) or "") for day in _DAYS},
    )
    return made


@transaction.atomic
def round_delete(*, actor: Any, row: AppropriationRound) -> None:
    """Take a revision out of the calendar, if no case has a statement in it. A statement that was
    taken out of its case lets go of it.
    """
    locked = Municipality.objects.select_for_update().get(pk=row.municipality_id)
    if not may_plan_rounds(actor, locked):
        raise PermissionDenied("appropriation_round")
    gone = AppropriationRound.objects.select_for_update().filter(pk=row.pk).first()
    if gone is None:
        return
    if held := statements_in(gone):
        raise Refusal(said_to_stay(held))
    gone.statements.update(round=None)
    event_record(
        code="appropriation_round_deleted",
        sentence=f"{actor} slettede {gone}.",
        actor=actor,
        subject=gone,
    )
    gone.delete()


def said_to_stay(held: int) -> str:
    """Why a revision with so many statements is not deleted, and what to do."""
    return ngettext(
        "The revision cannot be deleted: %(n)s appropriation statement belongs to it. Choose "
        "another revision in the case first.",
        "The revision cannot be deleted: %(n)s appropriation statements belong to it. Choose "
        "another revision in the cases first.",
        held,
    ) % {"n": held}


def _refuse_disorder(days: dict[str, date | None]) -> None:
    told = [(name, day) for name, day in days.items() if day is not None]
    said = {
        "committees_to": _("The last day is before the first."),
        "finance_committee_on": _("The finance committee treats it after the committees."),
        "council_on": _("The council treats it after the finance committee."),
    }
    for (_before, earlier), (name, later) in pairwise(told):
        if later < earlier:
            raise Refusal(said[name], name)
