"""A municipality starts to work here, decides how it does things, and has terms."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Membership, Municipality, MunicipalitySettings, Term
from sagsgang.web.bodies.naming import municipality_slug
from sagsgang.web.bodies.permissions import bodies_require
from sagsgang.web.bodies.services.locking import required
from sagsgang.web.bodies.sorting import sort_key
from sagsgang.web.bodies.writing import danish_period
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def municipality_start_work(*, actor: User, name: str, is_example: bool = False) -> Municipality:
    """The municipality of that name, ready to work: it is made unless the archive knows it, and
    gets settings. Asked again it changes nothing.
    """
    if not actor.is_active or not actor.is_administrator:
        raise PermissionDenied("municipality_start_work")
    name = required(name, "name", 200)
    municipality, _is_new = Municipality.objects.get_or_create(
        slug=municipality_slug(name),
        defaults={"name": name, "sort_key": sort_key(name), "is_example": is_example},
    )
    _made, is_new = MunicipalitySettings.objects.get_or_create(municipality=municipality)
    if is_new:
        event_record(
            code="municipality_started",
            sentence=f"{actor} lod {municipality} begynde at arbejde i Sagsgang.",
            actor=actor,
            subject=municipality,
        )
    return municipality


@transaction.atomic
def municipality_settings_change(
    *, actor: User, municipality: Municipality, **values: Any
) -> MunicipalitySettings:
    """Set the named settings (columns of `MunicipalitySettings`); those not named stay."""
    bodies_require(actor, "municipality_change", municipality)
    kept, _is_new = MunicipalitySettings.objects.select_for_update().get_or_create(
        municipality=municipality
    )
    changed = {name: value for name, value in values.items() if getattr(kept, name) != value}
    for name, value in changed.items():
        setattr(kept, name, value)
    try:
        kept.full_clean(exclude=["municipality"])
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refusal(" ".join(messages), field) from error
    if changed:
        kept.save(update_fields=list(changed))
        event_record(
            code="municipality_settings_changed",
            sentence=f"{actor} ændrede indstillingerne for {municipality}.",
            actor=actor,
            subject=municipality,
            details={"changed": {name: str(value) for name, value in changed.items()}},
        )
    return kept


@transaction.atomic
def term_create(
    *, actor: User, municipality: Municipality, name: str, starts_on: date, ends_on: date
) -> Term:
    """A period between elections; terms follow each other and never overlap."""
    _term_lock(actor, municipality)
    name = required(name, "name", 60)
    _refuse_overlap(municipality, starts_on, ends_on, but=None)
    term = municipality.terms.create(name=name, starts_on=starts_on, ends_on=ends_on)
    event_record(
        code="term_created",
        sentence=f"{actor} oprettede valgperioden {name}, {danish_period(starts_on, ends_on)}.",
        actor=actor,
        subject=term,
    )
    return term


@transaction.atomic
def term_change(*, actor: User, term: Term, name: str, starts_on: date, ends_on: date) -> Term:
    """Correct a term; the memberships in it must still lie within it."""
    _term_lock(actor, term.municipality)
    name = required(name, "name", 60)
    _refuse_overlap(term.municipality, starts_on, ends_on, but=term)
    held = Membership.objects.filter(
        body__municipality=term.municipality,
        starts_on__gte=term.starts_on,
        starts_on__lte=term.ends_on,
    )
    if held.filter(starts_on__lt=starts_on).exists() or held.filter(ends_on__gt=ends_on).exists():
        message = _("Somebody has a seat on days that would fall outside the term.")
        raise Refusal(message, "ends_on")
    term.name, term.starts_on, term.ends_on = name, starts_on, ends_on
    term.save(update_fields=["name", "starts_on", "ends_on"])
    event_record(
        code="term_changed",
        sentence=f"{actor} ændrede valgperioden {name}, {danish_period(starts_on, ends_on)}.",
        actor=actor,
        subject=term,
    )
    return term


def _term_lock(actor: User, municipality: Municipality) -> None:
    locked = Municipality.objects.select_for_update().get(pk=municipality.pk)
    bodies_require(actor, "term_change", locked)


def _refuse_overlap(
    municipality: Municipality, starts_on: date, ends_on: date, *, but: Term | None
) -> None:
    if ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")
    others = municipality.terms.exclude(pk=but.pk if but else None)
    other = others.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).first()
    if other:
        message = _("The days overlap with the term %(name)s.") % {"name": other.name}
        raise Refusal(message, "starts_on")
