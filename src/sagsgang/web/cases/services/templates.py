"""An administrator's templates: which sections the next cases get; those made keep theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.minutes import SectionKind
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.models import CaseTemplate, TemplateSection
from sagsgang.web.cases.permissions import template_may
from sagsgang.web.cases.services.template_install import template_name_free
from sagsgang.web.design.refusal import Refusal

MOST = 40
_KINDS = frozenset(kind.value for kind in SectionKind)


@dataclass(frozen=True, slots=True)
class SectionInput:
    """A section as the form has it; `nothing_text` is what one click writes, if that is offered."""

    heading: str
    kind: str
    level: int = 1
    is_required: bool = False
    is_public: bool = True
    help_text: str = ""
    nothing_text: str = ""


@transaction.atomic
def template_create(
    *, actor: Any, municipality: Municipality, name: str, note: str = ""
) -> CaseTemplate:
    """A new template with the two sections that every case needs."""
    _require(actor)
    name = _name(municipality.pk, name)
    template = CaseTemplate.objects.create(
        municipality=municipality, name=name, note=note.strip()[:300]
    )
    for order, (heading, kind) in enumerate(
        (("Sagsfremstilling", "presentation"), ("Indstilling", "recommendation")), start=1
    ):
        TemplateSection.objects.create(
            template=template, order=order, heading=heading, kind=kind, is_required=True
        )
    return _tell("template_created", "oprettede", actor, template)


@transaction.atomic
def template_save(
    *, actor: Any, template: CaseTemplate, name: str, note: str, is_default: bool
) -> CaseTemplate:
    """Its name, what it is for, and whether a new case begins with it."""
    row = _locked(actor, template)
    row.name = _name(row.municipality_id, name, but=row.pk)
    row.note = note.strip()[:300]
    row.is_default = is_default
    row.save()
    if is_default:
        others = CaseTemplate.objects.filter(municipality=row.municipality_id).exclude(pk=row.pk)
        others.update(is_default=False)
    return _tell("template_saved", "ændrede", actor, row)


@transaction.atomic
def template_sections_save(
    *, actor: Any, template: CaseTemplate, sections: Sequence[SectionInput], based_on: int
) -> CaseTemplate:
    """All sections in the order given; `based_on` is the template's revision that was seen."""
    row = _locked(actor, template)
    wanted = [section for section in sections if section.heading.strip()]
    for section in wanted:
        if section.kind not in _KINDS:
            raise Refusal(_("Choose what each section is for."))
        if section.level not in (1, 2):
            raise Refusal(_("A section is a section or a part of the one above."))
    if len(wanted) > MOST:
        raise Refusal(_("A template has at most %(most)s sections.") % {"most": MOST})
    if not wanted:
        raise Refusal(_("A template needs at least one section."))
    headings = [" ".join(section.heading.split()).lower() for section in wanted]
    if twice := next((h for h in headings if headings.count(h) > 1), None):
        raise Refusal(_("Two sections are called “%(name)s”. Rename one.") % {"name": twice})
    if row.revision != based_on:
        raise Refusal(
            _("Another administrator has changed the template. Load the page and do it again.")
        )
    row.sections.all().delete()
    TemplateSection.objects.bulk_create(
        TemplateSection(
            template=row,
            order=order,
            heading=" ".join(section.heading.split())[:120],
            kind=section.kind,
            level=section.level if order > 1 else 1,
            is_required=section.is_required,
            is_public=section.is_public,
            help_text=section.help_text.strip()[:500],
            nothing_text=section.nothing_text.strip()[:200],
        )
        for order, section in enumerate(wanted, start=1)
    )
    row.revision += 1
    row.save(update_fields=["revision"])
    template.revision = row.revision
    return _tell("template_sections_saved", "ændrede afsnittene i", actor, row)


@transaction.atomic
def template_copy(*, actor: Any, template: CaseTemplate) -> CaseTemplate:
    """Another template with the same sections, to be changed on its own."""
    row = _locked(actor, template)
    made = CaseTemplate.objects.create(
        municipality_id=row.municipality_id,
        name=template_name_free(row.municipality, f"{row.name[:80]} – kopi"),
        note=row.note,
    )
    for section in row.sections.all():
        section.pk, section.template = None, made
        section._state.adding = True
        section.save()
    return _tell("template_copied", "lavede ved kopi", actor, made)


@transaction.atomic
def template_deactivate(*, actor: Any, template: CaseTemplate) -> CaseTemplate:
    """No new cases are made from it; those that were made keep it."""
    row = _locked(actor, template)
    others = CaseTemplate.objects.filter(municipality=row.municipality_id, is_active=True)
    if not others.exclude(pk=row.pk).exists():
        raise Refusal(_("It is the last template in use. Take another into use first."))
    row.is_active = row.is_default = False
    row.save(update_fields=["is_active", "is_default"])
    return _tell("template_deactivated", "tog ud af brug", actor, row)


@transaction.atomic
def template_activate(*, actor: Any, template: CaseTemplate) -> CaseTemplate:
    """It can be chosen for new cases again."""
    row = _locked(actor, template)
    row.is_active = True
    row.save(update_fields=["is_active"])
    return _tell("template_activated", "tog i brug igen", actor, row)


def _require(actor: Any) -> None:
    if not template_may(actor):
        raise PermissionDenied("template")


def _locked(actor: Any, template: CaseTemplate) -> CaseTemplate:
    _require(actor)
    found = CaseTemplate.objects.select_for_update(of=("self",)).select_related("municipality")
    return found.get(pk=template.pk)


def _name(municipality: int, name: str, but: int | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refusal(_("Give the template a name."), "name")
    same = CaseTemplate.objects.filter(municipality=municipality, name=name[:100])
    if same.exclude(pk=but).exists():
        raise Refusal(_("There is a template of that name. Choose another name."), "name")
    return name[:100]


def _tell(code: str, did: str, actor: Any, template: CaseTemplate) -> CaseTemplate:
    event_record(
        code=code,
        sentence=f"{actor} {did} skabelonen »{template.name}«.",
        actor=actor,
        subject=template,
    )
    return template
