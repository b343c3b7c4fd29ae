"""Genbrug: everything is taken over, and all of it must be looked at."""

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.web.audit.events import event_subscribe
from sagsgang.web.bodies.models import Policy
from sagsgang.web.cases.models import Case, CaseLink, CaseState, CaseTemplate, Section
from sagsgang.web.cases.renewals import find_renewals, html_marked, renewals_of
from sagsgang.web.cases.services import (
    FillInput,
    PointInput,
    case_reuse,
    case_send,
    case_text_fill,
    case_text_save,
    section_still_right,
    version_make,
)
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def reused(world):
    earlier = world.case(state=CaseState.CLOSED, number="15.20.00-A00-3-25")
    earlier.policies.add(Policy.objects.create(municipality=world.municipality, title="Havnen"))
    earlier.attachments.create(order=1, title="Tegning")
    return earlier, case_reuse(actor=world.people["colleague"], earlier=earlier, title="Igen")


def test_text_points_policies_and_the_link_are_taken_over(reused, world):
    earlier, case = reused
    assert [s.html for s in case.sections.all()] == [s.html for s in earlier.sections.all()]
    assert all(s.must_renew and s.was_taken_over for s in case.sections.all())
    assert case.points.get().text == "at skurene bygges."
    assert case.policies.get().title == "Havnen"
    assert case.reused_from == earlier
    assert case.links.get().relation == CaseLink.Relation.EARLIER
    assert case.officer == world.people["colleague"]
    assert case.state == CaseState.DRAFT
    assert case.number.startswith("15.20.00-A00-")
    assert not case.attachments.exists()
    assert case.versions.get().reason == "reused"


def test_a_section_that_nobody_looked_at_keeps_the_case_from_being_sent(reused, world):
    _, case = reused
    officer = world.people["colleague"]
    first, second = case.sections.all()
    with pytest.raises(Refusal) as refused:
        case_send(actor=officer, case=case)
    assert "Økonomi" in str(refused.value.message)
    case_text_save(actor=officer, case=case, section=first, html="<p>Nyt.</p>", based_on=1)
    section_still_right(actor=officer, case=case, section=second)
    assert not Section.objects.filter(case=case, must_renew=True).exists()
    case_send(actor=officer, case=case)


def test_text_of_headings_the_template_no_longer_has_comes_at_the_end(world):
    template = world.template
    template.sections.create(order=1, heading="Redegørelse", kind="presentation")
    case = case_reuse(actor=world.people["case_officer"], earlier=world.case())
    assert [(s.order, s.heading) for s in case.sections.all()] == [
        (1, "Redegørelse"),
        (2, "Økonomi"),
    ]
    assert case.sections.first().html == "<p>Der bygges to skure.</p>"


def test_a_template_out_of_use_gives_way_to_one_in_use(world):
    earlier = world.case()
    CaseTemplate.objects.update(is_active=False)
    with pytest.raises(Refusal):
        case_reuse(actor=world.people["case_officer"], earlier=earlier)
    other = CaseTemplate.objects.create(municipality=world.municipality, name="Ny")
    assert case_reuse(actor=world.people["case_officer"], earlier=earlier).template == other


def test_a_closed_case_is_reused_as_a_closed_one_and_by_no_colleague(world):
    earlier = world.case(
        is_closed=True,
        closed_ground="Priser",
        closed_reference="§ 10",
        public_title="Køb",
    )
    with pytest.raises(PermissionDenied):
        case_reuse(actor=world.people["colleague"], earlier=earlier)
    assert case_reuse(actor=world.people["case_officer"], earlier=earlier).is_closed
    assert Case.objects.filter(is_closed=False).count() == 0


def test_the_room_of_routes_is_told(world):
    told = []
    event_subscribe("case_reused", told.append)
    earlier = world.case()
    case = case_reuse(actor=world.people["case_officer"], earlier=earlier)
    assert [(h.subject, h.details) for h in told] == [(case, {"earlier": earlier.pk})]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pr. 31. marts 2025 er der brugt 1,2 mio. kr.", ["31. marts 2025", "1,2 mio. kr."]),
        ("I 2. kvartal 2024 steg andelen til 46,2 pct.", ["2. kvartal 2024", "46,2 pct."]),
        ("Budgettet for 2026 er på 743.000 kr.", ["2026", "743.000 kr."]),
        ("Der bygges to skure ved kajen.", []),
    ],
)
def test_what_is_tied_to_its_time_is_found(text, found):
    assert [r.text.removeprefix("Pr. ") for r in find_renewals(text)] == found


def test_marks_are_put_in_text_that_stays_escaped():
    html = "<p>Prisen &lt;b&gt; er <strong>10 kr.</strong></p>"
    assert html_marked(html) == ("<p>Prisen &lt;b&gt; er <strong><mark>10 kr.</mark></strong></p>")


def test_typed_numbers_beside_a_renewed_figure_are_marked():
    figure = '<data value="t1">omgørelsesprocent på 25,0 pct.</data>'
    html = f"<p>Af 214 sager er {figure}, <em>12</em> flere.</p><p>Der er 3 skure i A00.</p>"
    assert html_marked(html) == (
        f"<p>Af <mark>214</mark> sager er {figure}, <em><mark>12</mark></em> flere.</p>"
        "<p>Der er 3 skure i A00.</p>"
    )
    assert [(each.text, each.kind) for each in renewals_of(html)] == [
        ("214", "number"),
        ("12", "number"),
    ]


def test_a_word_document_fills_sections_and_what_was_there_stays_a_version(world):
    case = world.case()
    officer = world.people["case_officer"]
    first, second = case.sections.all()
    version_make(case=case, actor=officer)
    kept = case_text_fill(
        actor=officer,
        case=case,
        texts=[
            FillInput(first, "<p>Fra Word.</p>", 1),
            FillInput(first, "<p>Og mere.</p>", 1),
            FillInput(second, "<p>Sen.</p>", 0),
        ],
        points=[PointInput("at fylde")],
        points_based_on=1,
    )
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.html == "<p>Fra Word.</p><p>Og mere.</p>"
    assert second.html == "<p>Det koster 10 kr.</p>"
    assert [row.html for row in kept] == ["<p>Sen.</p>"]
    assert case.points.get().text == "at fylde"
    assert [v.reason for v in case.versions.all()] == ["saved", "uploaded"]
    assert "to skure" in case.versions.first().content["sections"][0]["html"]
