"""The ways that many cases go: an administrator makes, changes and removes them."""

from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.models import RouteTemplate, RouteTemplateStop, StopKind
from sagsgang.web.routes.permissions import template_require


@transaction.atomic
def route_template_create(*, actor: Any, municipality: Municipality, name: str) -> RouteTemplate:
    """A way without treatments yet."""
    template_require(actor, municipality)
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    template = RouteTemplate(municipality=municipality)
    template.name = _free_name(template, name)
    template.save()
    _told("route_template_created", f"{actor} oprettede vejen “{template}”.", actor, template)
    return template


@transaction.atomic
def route_template_rename(*, actor: Any, template: RouteTemplate, name: str) -> None:
    """Another name; cases that it was laid over are not touched."""
    locked = _locked(actor, template)
    before = locked.name
    locked.name = _free_name(locked, name)
    locked.save(update_fields=["name"])
    template.name = locked.name
    sentence = f"{actor} omdøbte vejen “{before}” til “{locked}”."
    _told("route_template_renamed", sentence, actor, locked)


@transaction.atomic
def route_template_remove(*, actor: Any, template: RouteTemplate) -> None:
    """The template goes; the ways of cases stay as they are."""
    locked = _locked(actor, template)
    _told("route_template_removed", f"{actor} fjernede vejen “{locked}”.", actor, locked)
    locked.delete()


@transaction.atomic
def route_template_stop_add(
    *,
    actor: Any,
    template: RouteTemplate,
    body: Body,
    kind: str,
    step: int | None = None,
    is_deciding: bool = False,
    answer_days: int = 21,
) -> RouteTemplateStop:
    """A treatment on the way of the template; without a `step` it is the last."""
    locked = _locked(actor, template)
    if body.municipality_id != locked.municipality_id:
        raise Refusal(_("%(body)s belongs to another municipality.") % {"body": body}, "body")
    if is_deciding and kind != StopKind.DECISION:
        raise Refusal(
            _("Only a decision can settle the case. Choose Decision, or let another settle it."),
            "is_deciding",
        )
    if is_deciding and locked.stops.filter(is_deciding=True).exists():
        raise Refusal(_("The way has a treatment that settles the case already."), "is_deciding")
    if step is not None and step < 1:
        raise Refusal(_("The first step of the way is 1."), "step")
    last = locked.stops.aggregate(last=Max("step"))["last"] or 0
    stop = locked.stops.create(
        step=last + 1 if step is None else step,
        body=body,
        kind=kind,
        is_deciding=is_deciding,
        answer_days=answer_days,
    )
    _changed(actor, locked)
    return stop


@transaction.atomic
def route_template_stop_move(
    *, actor: Any, stop: RouteTemplateStop, step: int, is_beside: bool = True
) -> None:
    """As `stop_move`: side by side with those on the step, or on one of its own before them."""
    locked = _locked(actor, stop.template)
    if step < 1:
        raise Refusal(_("The first step of the way is 1."), "step")
    if not is_beside:
        locked.stops.filter(step__gte=step).exclude(pk=stop.pk).update(step=F("step") + 1)
    locked.stops.filter(pk=stop.pk).update(step=step)
    _count_steps(locked)
    _changed(actor, locked)


@transaction.atomic
def route_template_stop_remove(*, actor: Any, stop: RouteTemplateStop) -> None:
    """One treatment less on the way of the template."""
    locked = _locked(actor, stop.template)
    locked.stops.filter(pk=stop.pk).delete()
    _count_steps(locked)
    _changed(actor, locked)


def _count_steps(template: RouteTemplate) -> None:
    stops = list(template.stops.order_by("step", "pk"))
    number = {step: place for place, step in enumerate(sorted({s.step for s in stops}), start=1)}
    for stop in stops:
        stop.step = number[stop.step]
    RouteTemplateStop.objects.bulk_update(stops, ["step"])


def _locked(actor: Any, template: RouteTemplate) -> RouteTemplate:
    locked = (
        RouteTemplate.objects.select_for_update(of=("self",))
        .select_related("municipality")
        .filter(pk=template.pk)
        .first()
    )
    if locked is None:
        raise Refusal(_("The way was removed in the meantime."))
    template_require(actor, locked.municipality)
    return locked


def _free_name(template: RouteTemplate, name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise Refusal(_("Give the way a name."), "name")
    others = RouteTemplate.objects.filter(municipality=template.municipality).exclude(
        pk=template.pk
    )
    if words.casefold() in {other.name.casefold() for other in others}:
        raise Refusal(_("There is a way with that name already."), "name")
    return words[:120]


def _changed(actor: Any, template: RouteTemplate) -> None:
    _told("route_template_changed", f"{actor} ændrede vejen “{template}”.", actor, template)


def _told(code: str, sentence: str, actor: Any, template: RouteTemplate) -> None:
    event_record(code=code, sentence=sentence, actor=actor, subject=template)
