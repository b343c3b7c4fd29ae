"""A case comes into being: number, sections, who may, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.cases.case_templates import given_templates
from sagsgang.web.cases.models import CaseVersion, Section
from sagsgang.web.cases.selectors import case_get
from sagsgang.web.cases.services import (
    case_create,
    case_number_propose,
    template_install,
    template_install_all,
)
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def create(world):
    """Creates a case as the officer, with the template that has a summary and parts."""

    def _create(actor="case_officer", **fields):
        template = template_install(world.municipality, "summary_and_parts")
        given = {
            "actor": world.people[actor],
            "body": world.bodies["Havneudvalget"],
            "template": template,
            "title": "Nye cykelskure",
        }
        return case_create(**given | fields)

    return _create


def test_the_sections_come_from_the_template(create):
    case = create()
    sections = list(case.sections.all())
    assert [s.heading for s in sections][:4] == [
        "Resume",
        "Indstilling",
        "Sagsfremstilling",
        "Historik",
    ]
    assert sections[0].is_required
    assert sections[3].level == 2
    assert case.officer.name == "Signe Krogh"
    assert case.state == "draft"
    assert case.versions.get().reason == CaseVersion.Reason.CREATED
    assert Event.objects.get(code="case_created").subject_key == f"case:{case.pk}"


def test_a_later_change_of_the_template_leaves_the_case_alone(create):
    case = create()
    case.template.sections.all().delete()
    assert Section.objects.filter(case=case).count() == 10


def test_numbers_follow_one_another_by_year_and_scheme(create, world):
    year = f"{date.today().year % 100:02}"
    assert create().number == f"15.00.00-A00-1-{year}"
    assert create().number == f"15.00.00-A00-2-{year}"
    create(number=f"15.20.00-A00-41-{year}")
    assert create().number == f"15.20.00-A00-42-{year}"
    MunicipalitySettings.objects.update(case_numbers="esdh")
    body = world.bodies["Havneudvalget"]
    assert case_number_propose(body=body) == f"{year}/1"
    assert case_number_propose(body=body, on=date(2031, 2, 1)) == "31/1"


@pytest.mark.parametrize(
    ("number", "suggested"),
    [("15.00.00P3555-21", "15.00.00-P35-55-21"), ("15.00.00-G1-1-20", "15.00.00-G01-1-20")],
)
def test_a_malformed_number_is_flagged_with_a_suggestion_and_kept_when_confirmed(
    create, number, suggested
):
    with pytest.raises(Refusal) as refused:
        create(number=number)
    assert refused.value.field == "number"
    assert suggested in str(refused.value.message)
    assert create(number=number, is_number_confirmed=True).number == number


def test_a_number_beyond_guessing_is_refused_without_a_suggestion(create):
    with pytest.raises(Refusal) as refused:
        create(number="hat og briller")
    assert "15.00.00-A00-1-26" in str(refused.value.message)


@pytest.mark.parametrize("left_out", ["closed_ground", "closed_reference", "public_title"])
def test_a_closed_case_needs_ground_rule_and_public_title(create, left_out):
    fields = {
        "is_closed": True,
        "closed_ground": "Prisen på grunden er til forhandling.",
        "closed_reference": "Kommunestyrelsesloven § 10",
        "public_title": "Køb af ejendom",
    }
    with pytest.raises(Refusal) as refused:
        create(**fields | {left_out: "  "})
    assert refused.value.field == left_out
    case = create(**fields, title="Køb af Havnegade 4")
    assert "Havnegade" not in Event.objects.get(code="case_created").sentence
    assert case.is_closed


@pytest.mark.parametrize("key", ["member", "stranger", "administrator", "finance_reviewer"])
def test_who_has_no_part_in_the_body_makes_no_case_for_it(create, key):
    with pytest.raises(PermissionDenied):
        create(actor=key)


def test_a_closed_body_gets_no_new_case(create, world):
    body = world.bodies["Havneudvalget"]
    body.valid_to = date.today() - timedelta(days=1)
    body.save()
    with pytest.raises(Refusal) as refused:
        create()
    assert refused.value.field == "body"


def test_a_template_of_another_municipality_or_out_of_use_is_refused(create, world):
    template = template_install(world.municipality, "short_presentation")
    template.is_active = False
    template.save()
    with pytest.raises(Refusal):
        create(template=template)


@pytest.mark.parametrize("title", ["", "   ", "x" * 301])
def test_a_title_is_needed_and_fits_one_line(create, title):
    with pytest.raises(Refusal) as refused:
        create(title=title)
    assert refused.value.field == "title"


def test_a_case_that_may_not_be_read_is_not_there(create, world):
    case = create()
    assert case_get(world.people["case_officer"], case.pk) == case
    assert case_get(world.people["stranger"], case.pk) is None
    assert case_get(world.people["case_officer"], case.pk + 999) is None


def test_the_five_templates_of_the_product_are_installed_once(world):
    made = template_install_all(world.municipality)
    assert len(made) == len(given_templates()) == 5
    assert template_install_all(world.municipality) == made
    for template in made:
        kinds = list(template.sections.values_list("kind", flat=True))
        assert "recommendation" in kinds
        assert "presentation" in kinds
        assert all(template.sections.values_list("help_text", flat=True))
