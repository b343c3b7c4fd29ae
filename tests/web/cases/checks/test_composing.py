"""A case as minutes that the rules can check, and where what they say stands in it."""

import pytest

from sagsgang.minutes import SectionKind
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.cases.checks.composing import Draft
from sagsgang.web.cases.checks.selectors import case_composed, case_findings
from sagsgang.web.cases.models import Attachment, RecommendationPoint, Section

pytestmark = pytest.mark.django_db

TABLE = (
    "<table><thead><tr><th>Område</th><th>Budget (1.000 kr.)</th></tr></thead><tbody>"
    "<tr><td>Skoler</td><td>100</td></tr><tr><td>Dagtilbud</td><td>200</td></tr>"
    "<tr><td>I alt</td><td>310</td></tr></tbody></table>"
)


@pytest.fixture
def case(world):
    return world.case()


def write(case, order: int, html: str) -> Section:
    section = case.sections.get(order=order)
    section.html = html
    section.save()
    return section


def found(case, code: str, **more):
    return [each for each in case_findings(case, **more) if each.rule == code]


@pytest.mark.parametrize("kind", list(SectionKind))
def test_a_section_of_every_kind_is_composed_with_its_words(case, kind):
    section = Section.objects.create(
        case=case, order=9, heading="Et afsnit", kind=kind, html="<p>Det siger vi.</p>"
    )
    composed = case_composed(case)
    item = composed.minutes.items[0]
    (part,) = [s for s in item.sections if s.heading == "Et afsnit"]
    assert part.kind is kind
    assert part.text.startswith("Det siger vi.")
    assert composed.lines[part.lines[0] - 1] == "Et afsnit"
    assert composed.lines[part.lines[0]] == "Det siger vi."
    assert section.pk in [each.key for each in composed.parts]


def test_the_points_are_the_recommendation_and_have_their_own_place(case):
    RecommendationPoint.objects.create(case=case, number=2, text="at der bevilges 10 mio. kr.")
    item = case_composed(case).minutes.items[0]
    assert [each.text for each in item.recommendations] == [
        "at skurene bygges.",
        "at der bevilges 10 mio. kr.",
    ]
    (section,) = item.sections_of(SectionKind.RECOMMENDATION)
    assert section.text == "1. at skurene bygges.\n2. at der bevilges 10 mio. kr."
    case.points.filter(number=2).update(text="at beløbet beløbet bevilges 10 mio. kr.")
    (finding,) = found(case, "L04")
    spot = finding.spot
    assert (spot.section, spot.point, spot.words) == (None, 2, "beløbet beløbet")
    assert "at beløbet beløbet bevilges"[spot.start : spot.end] == "beløbet beløbet"


def test_a_wrong_total_is_found_at_its_place_in_the_right_section(case):
    section = write(case, 2, "<p>Budgettet er fordelt sådan:</p>" + TABLE)
    (finding,) = found(case, "F01")
    assert finding.spot.section == section.pk
    assert finding.spot.words == "310"
    (part,) = [p for p in case_composed(case).parts if p.key == section.pk]
    assert part.text[finding.spot.start : finding.spot.end] == "310"
    assert {spot.words for spot in finding.others} == {"100", "200"}
    assert finding.computed == ("300",)
    assert finding.help_url == "/tjek/f01/"


def test_a_draft_is_checked_in_the_place_of_what_was_saved(case):
    section = case.sections.get(order=2)
    assert found(case, "F01") == []
    assert found(case, "F01", texts={section.pk: TABLE})[0].spot.section == section.pk
    assert found(case, "F01") == []
    draft = Draft(points=["at skuret skuret bygges."], title="XX")
    assert found(case, "L04", draft=draft)[0].spot.point == 1


def test_rules_of_a_meeting_are_silent_about_a_draft(case):
    assert case_findings(case) == []
    write(case, 1, "<p>Udvalget besluttede intet. Fraværende: Bo Vang.</p>" + TABLE)
    assert {each.rule[0] for each in case_findings(case)}.isdisjoint("AD")


def test_a_personal_number_comes_first_and_is_never_told(case):
    write(case, 1, f"<p>Der står skuret skuret her.</p>{TABLE}")
    write(case, 2, "<p>Borgeren har cpr-nr. 070761-4285.</p>")
    findings = case_findings(case)
    assert findings[0].severity == "blocks"
    (number,) = [each for each in findings if each.rule == "P01"]
    assert number.spot.words == "070761-XXXX"
    assert "4285" not in repr(findings)


def test_an_empty_section_is_told_only_where_it_must_be_filled(case):
    Section.objects.create(case=case, order=3, heading="Historik", kind=SectionKind.HISTORY)
    assert found(case, "L03") == []
    case.sections.filter(order=3).update(is_required=True)
    (finding,) = found(case, "L03")
    assert finding.spot.section == case.sections.get(order=3).pk


def test_attachments_count_as_listed(case):
    write(case, 1, "<p>Se bilag 1 og bilag 2.</p>")
    Attachment.objects.create(case=case, order=1, title="Bilag 1 Plan")
    assert found(case, "R02")[0].spot.words == "bilag 1 og bilag 2"
    Attachment.objects.create(case=case, order=2, title="Bilag 2 Kort")
    assert found(case, "R02") == []


def test_the_municipalitys_smallest_cell_holds(case):
    write(case, 1, "<p>Af de unge i projektet er 4 i praktik.</p>")
    for least, expected in ((5, True), (3, False), (0, False)):
        MunicipalitySettings.objects.update(smallest_cell=least)
        assert bool(found(case, "P08")) is expected


def test_an_empty_link_text_is_found_by_its_line(case):
    section = write(case, 1, '<p>Læs mere <a href="/x/">her</a>.</p>')
    (finding,) = found(case, "L07")
    assert (finding.spot.section, finding.spot.words) == (section.pk, "her")


def test_a_fingerprint_stays_while_its_words_do_wherever_they_move(case):
    write(case, 1, "<p>Der står skuret skuret her.</p>")
    (before,) = found(case, "L04")
    write(case, 1, "<p>Et nyt afsnit.</p><p>Også her: Der står skuret skuret her.</p>")
    case.points.update(text="at noget andet sker.")
    (moved,) = found(case, "L04")
    assert moved.fingerprint == before.fingerprint
    assert moved.spot.start > before.spot.start
    write(case, 1, "<p>Der står kajen kajen her.</p>")
    (other,) = found(case, "L04")
    assert other.fingerprint != before.fingerprint


def test_the_same_words_twice_are_two_findings(case):
    write(case, 1, "<p>Her er skuret skuret, og skuret skuret her.</p>")
    first, second = found(case, "L04")
    assert first.fingerprint != second.fingerprint


def test_queries(case, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        case_findings(case)
