"""An administrator's templates: changed without touching the cases that were made from them."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from sagsgang.web.cases.models import CaseTemplate
from sagsgang.web.cases.services import (
    SectionInput,
    case_create,
    template_activate,
    template_copy,
    template_create,
    template_deactivate,
    template_install,
    template_save,
    template_sections_save,
)
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db

THEME = SectionInput("Tema", "topic", is_required=True, nothing_text="Intet at bemærke.")
REPORT = SectionInput("Redegørelse", "presentation", is_public=False)


@pytest.fixture
def ib(world):
    return world.people["administrator"]


@pytest.fixture
def template(world, ib):
    return template_create(actor=ib, municipality=world.municipality, name="Havnesag")


def test_a_new_template_has_the_two_sections_that_every_case_needs(template):
    kinds = list(template.sections.values_list("kind", flat=True))
    assert kinds == ["presentation", "recommendation"]


def test_changing_it_leaves_the_cases_made_from_it_alone(world, ib, template):
    case = case_create(
        actor=world.people["case_officer"],
        body=world.bodies["Havneudvalget"],
        template=template,
        title="Kajen",
    )
    template_sections_save(actor=ib, template=template, sections=[REPORT, THEME], based_on=1)
    assert list(template.sections.values_list("heading", "order", "is_public")) == [
        ("Redegørelse", 1, False),
        ("Tema", 2, True),
    ]
    assert [s.heading for s in case.sections.all()] == ["Sagsfremstilling", "Indstilling"]


def test_two_administrators_do_not_overwrite_each_other(ib, template):
    template_sections_save(actor=ib, template=template, sections=[THEME], based_on=1)
    with pytest.raises(Refusal):
        template_sections_save(actor=ib, template=template, sections=[REPORT], based_on=1)


@pytest.mark.parametrize(
    "sections",
    [
        [],
        [THEME, THEME],
        [SectionInput("Tema", "sludder")],
        [SectionInput("Tema", "topic", level=3)],
        [SectionInput(f"Tema {n}", "topic") for n in range(41)],
    ],
)
def test_what_is_no_template_is_refused(ib, template, sections):
    with pytest.raises(Refusal):
        template_sections_save(actor=ib, template=template, sections=sections, based_on=1)


def test_there_is_one_default_and_no_two_of_one_name(world, ib, template):
    template_save(actor=ib, template=template, name="Havnesag", note="", is_default=True)
    assert CaseTemplate.objects.filter(is_default=True).get() == template
    with pytest.raises(Refusal) as refused:
        template_save(actor=ib, template=world.template, name="Havnesag", note="", is_default=False)
    assert refused.value.field == "name"


def test_copied_taken_out_of_use_and_in_again(world, ib, template):
    copy = template_copy(actor=ib, template=template)
    assert copy.name == "Havnesag – kopi"
    assert copy.sections.count() == template.sections.count() == 2
    template_deactivate(actor=ib, template=copy)
    template_deactivate(actor=ib, template=template)
    with pytest.raises(Refusal):
        template_deactivate(actor=ib, template=world.template)
    template_activate(actor=ib, template=template)
    template.refresh_from_db()
    assert template.is_active


def test_only_an_administrator_changes_templates(world, template):
    for key in ("manager", "secretary", "case_officer", "stranger"):
        actor = world.people[key]
        with pytest.raises(PermissionDenied):
            template_create(actor=actor, municipality=world.municipality, name="Min")
        with pytest.raises(PermissionDenied):
            template_sections_save(actor=actor, template=template, sections=[THEME], based_on=1)
        client = Client()
        client.force_login(actor)
        assert client.get(reverse("cases:templates")).status_code == 403
        assert client.get(reverse("cases:template", args=[template.pk])).status_code == 403


def test_an_administrator_works_by_the_pages(world, ib):
    client = Client()
    client.force_login(ib)
    page = client.get(reverse("cases:templates")).content.decode()
    assert "Kort sagsfremstilling" in page
    answer = client.post(
        reverse("cases:template_install"),
        {
            "operation": str(uuid4()),
            "municipality": world.municipality.pk,
            "origin": "short_presentation",
        },
    )
    made = CaseTemplate.objects.get(origin="short_presentation")
    assert answer["Location"] == reverse("cases:template", args=[made.pk])
    rows = {
        "section_heading": ["Sagsfremstilling", "Indstilling", "Bilag"],
        "section_kind": ["presentation", "recommendation", "other"],
        "section_level": ["1", "1", "2"],
        "section_required": ["1", "0", "0"],
        "section_public": ["1", "1", "0"],
        "section_help": ["Skriv.", "", ""],
        "section_nothing": ["", "", "Intet."],
    }
    where = reverse("cases:template_sections", args=[made.pk])
    told = {"operation": str(uuid4()), "based_on": 1, "move": "up:1", **rows}
    assert [client.post(where, told).status_code for _ in range(2)] == [303, 303]
    assert [s.heading for s in made.sections.all()] == ["Indstilling", "Sagsfremstilling", "Bilag"]
    for name in ("template_copy", "template_switch"):
        client.post(
            reverse(f"cases:{name}", args=[made.pk]), {"operation": str(uuid4()), "to": "ud"}
        )
    made.refresh_from_db()
    assert not made.is_active
    assert CaseTemplate.objects.filter(name="Kort sagsfremstilling – kopi").exists()


def test_the_product_knows_no_other_template(world, ib):
    with pytest.raises(Refusal):
        template_install(world.municipality, "findes_ikke", actor=ib)


def test_the_administration_leads_to_the_templates(world, ib):
    client = Client()
    client.force_login(ib)
    page = client.get("/administration/").content.decode()
    assert reverse("cases:templates") in page
