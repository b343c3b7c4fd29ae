"""A template of the product becomes one of the municipality's own, which may then change it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.case_templates import given_templates
from sagsgang.web.cases.models import CaseTemplate, TemplateSection
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def template_install(
    municipality: Municipality, origin: str, *, actor: Any = None, is_default: bool = False
) -> CaseTemplate:
    """The municipality's copy of the product's template; made once, however often it is asked for.

    Called by the house when a municipality starts to work here (`actor` None), and by an
    administrator through `template_add`, which has the gate.
    """
    given = given_templates().get(origin)
    if given is None:
        raise Refusal(_("There is no template of that name with Sagsgang."), "origin")
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    if there := CaseTemplate.objects.filter(municipality=municipality, origin=origin).first():
        return there
    template = CaseTemplate.objects.create(
        municipality=municipality,
        name=template_name_free(municipality, given.name),
        note=given.note,
        origin=origin,
        is_default=is_default
        and not CaseTemplate.objects.filter(municipality=municipality, is_default=True).exists(),
    )
    TemplateSection.objects.bulk_create(
        TemplateSection(
            template=template,
            order=order,
            heading=part.heading,
            kind=part.kind.value,
            level=part.level,
            is_required=part.is_required,
            is_public=part.is_public,
            help_text=part.help_text,
            nothing_text=part.nothing_text,
        )
        for order, part in enumerate(given.sections, start=1)
    )
    event_record(
        code="template_installed",
        sentence=f"{actor or 'Sagsgang'} tog skabelonen »{template.name}« i brug.",
        actor=actor,
        subject=template,
    )
    return template


@transaction.atomic
def template_install_all(municipality: Municipality, *, actor: Any = None) -> list[CaseTemplate]:
    """Every template of the product, the one with a summary and parts as the default."""
    return [
        template_install(
            municipality, origin, actor=actor, is_default=origin == "summary_and_parts"
        )
        for origin in given_templates()
    ]


def template_name_free(municipality: Municipality, name: str) -> str:
    """The name, with a number after it when the municipality has one of that name."""
    taken = set(
        CaseTemplate.objects.filter(municipality=municipality).values_list("name", flat=True)
    )
    free, number = name[:100], 2
    while free in taken:
        free, number = f"{name[:94]} ({number})", number + 1
    return free
