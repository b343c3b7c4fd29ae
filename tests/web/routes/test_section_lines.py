"""What the case's way says in the case's own sections, by itself."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from sagsgang.minutes import SectionKind
from sagsgang.reading.content.routes import read_route, read_treatments
from sagsgang.web.bodies.models import DelegationRule
from sagsgang.web.cases.checks.selectors import case_composed, case_findings
from sagsgang.web.cases.models import Section
from sagsgang.web.cases.section_lines import section_lines
from sagsgang.web.cases.selectors import case_unfinished
from sagsgang.web.routes import services
from sagsgang.web.routes.models import DecisionAddendum

pytestmark = pytest.mark.django_db

WRONG = (
    "<table><thead><tr><th>Område</th><th>Budget (1.000 kr.)</th></tr></thead><tbody>"
    "<tr><td>Skoler</td><td>100</td></tr><tr><td>Dagtilbud</td><td>200</td></tr>"
    "<tr><td>I alt</td><td>310</td></tr></tbody></table>"
)


def section(case, kind, html=""):
    order = case.sections.count() + 1
    heading = {"case_route": "Høring og sagsgang", "earlier_treatments": "Tidligere besluttet"}
    return Section.objects.create(
        case=case, order=order, kind=kind, heading=heading.get(kind, "Afgøres af"), html=html
    )


@pytest.fixture
def treated(world, way, meet):
    """A case that the direction has treated, and that goes to the committee and the council."""
    case = world.case(state="approved")
    stops = way(
        case,
        ("Direktionen", "information", 1),
        ("Havneudvalget", "recommendation", 2),
        ("Byrådet", "decision", 3),
    )
    world.assign(world.people["secretary"], "secretary")
    services.stop_schedule(
        actor=world.people["secretary"],
        stop=stops[1],
        meeting=meet(world.body("Havneudvalget"), 9),
    )
    services.stop_record(
        actor=world.people["secretary"],
        stop=stops[0],
        decided_on=timezone.localdate(),
        item_number="4",
        decision_text="Taget til efterretning.\nDirektionen følger op i maj.",
        outcome="noted",
        absent="Bo Vang",
    )
    return case


def printed(case, kind):
    return [line.printed for line in section_lines(case, [kind]).get(kind, ())]


def test_the_way_stands_with_day_and_purpose(treated):
    today = timezone.localdate()
    assert printed(treated, "case_route") == [
        f"Direktionen den {today:%d-%m-%Y} (orientering)",
        f"Havneudvalget den {today + timedelta(days=9):%d-%m-%Y} (indstilling)",
        "Byrådet (afgør sagen, uden dato endnu)",
    ]


def test_what_was_decided_stands_word_for_word_with_who_was_absent(treated):
    today = timezone.localdate()
    assert printed(treated, "earlier_treatments") == [
        f"Direktionen den {today:%d-%m-%Y}, punkt 4\nTaget til efterretning.\n"
        "Direktionen følger op i maj.\nFraværende: Bo Vang"
    ]


def test_what_was_added_in_the_night_has_the_day_it_was_in_denmark(treated, world):
    stop = treated.stops.get(body__name="Direktionen")
    after_midnight = datetime(2026, 6, 3, 0, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
    DecisionAddendum.objects.create(
        stop=stop, text="Det er i uge 20.", by=world.people["secretary"], at=after_midnight
    )
    assert "Tilføjet 03-06-2026: Det er i uge 20." in printed(treated, "earlier_treatments")[0]


def test_who_settles_is_the_way_s_and_before_it_has_one_the_plan_s(world, treated):
    assert printed(treated, "deciding_body") == ["Byrådet"]
    fresh = world.case()
    assert printed(fresh, "deciding_body") == []
    DelegationRule.objects.create(
        municipality=world.municipality,
        subject="Havn",
        kle_prefix="15",
        decides=world.body("Økonomiudvalget"),
    )
    assert printed(fresh, "deciding_body") == ["Økonomiudvalget"]


def test_a_treatment_that_was_withdrawn_is_not_told(world, treated):
    stop = treated.stops.get(body__name="Byrådet")
    services.stop_withdraw(actor=world.people["case_officer"], stop=stop, reason="Ikke nødvendigt")
    assert not any("Byrådet" in line for line in printed(treated, "case_route"))


def test_whoever_reads_the_printed_lines_reads_the_same(treated):
    for kind, read in (("case_route", read_route), ("earlier_treatments", read_treatments)):
        lines = section_lines(treated, [kind])[kind]
        dated = [line for line in lines if line.drawn.date]
        assert dated
        assert list(read([line.printed for line in dated])) == [line.drawn for line in dated]


def test_only_what_is_asked_for_is_told(treated, django_assert_num_queries):
    assert set(section_lines(treated, ["case_route", "summary"])) == {"case_route"}
    with django_assert_num_queries(0):
        assert section_lines(treated, ["summary"]) == {}


def test_they_are_checked_with_the_officer_s_own_words_below(treated):
    own = section(treated, "case_route", "<p>Ældrerådet den 03-05-2026.</p>" + WRONG)
    section(treated, "earlier_treatments")
    section(treated, "deciding_body")
    composed = case_composed(treated)
    item = composed.minutes.items[0]
    assert [stop.body for stop in item.case_route][:4] == [
        "Direktionen",
        "Havneudvalget",
        "Byrådet",
        "Ældrerådet",
    ]
    assert item.case_route[3].date == date(2026, 5, 3)
    assert item.earlier_treatments[0].absent[0].name == "Bo Vang"
    assert item.deciding_body == "Byrådet"
    (part,) = item.sections_of(SectionKind.CASE_ROUTE)
    assert part.text.startswith("Direktionen den ")
    assert composed.lines[part.lines[0]].startswith("Direktionen den ")
    (table,) = item.tables
    assert composed.lines[table.lines[0] - 1].startswith("Område")
    (finding,) = [each for each in case_findings(treated) if each.rule == "F01"]
    assert (finding.spot.section, finding.spot.words) == (own.pk, "310")
    alone = case_composed(treated, None)
    (kept,) = [each for each in alone.parts if each.key == own.pk]
    in_editor = kept.text[kept.by_itself :]
    assert in_editor[finding.spot.start : finding.spot.end] == "310"
    assert in_editor.startswith("Ældrerådet den 03-05-2026.")


def test_heard_after_the_decision_is_found_in_what_the_way_says(world, way, meet):
    case = world.case(state="approved")
    heard, decided = way(case, ("Ældrerådet", "information", 1), ("Byrådet", "decision", 2))
    section(case, "case_route")
    world.assign(world.people["secretary"], "secretary")
    for stop, days in ((heard, 30), (decided, 9)):
        services.stop_schedule(
            actor=world.people["secretary"], stop=stop, meeting=meet(stop.body, days)
        )
    (finding,) = [each for each in case_findings(case) if each.rule == "T02"]
    assert "Ældrerådet" in finding.message


def test_the_case_s_page_and_the_page_where_it_is_written_show_them(world, client, treated):
    section(treated, "earlier_treatments", "<p>Og det, som skete før.</p>")
    client.force_login(world.people["case_officer"])
    page = client.get(reverse("cases:case", args=[treated.pk])).content.decode()
    told = page.index("<p>Direktionen følger op i maj.</p>")
    assert told < page.index("Og det, som skete før.")
    assert page.count('class="section-lines"') == 1
    treated.state = "draft"
    treated.save()
    page = client.get(reverse("cases:write", args=[treated.pk])).content.decode()
    assert "Det her står der af sig selv" in page
    assert "Fraværende: Bo Vang" in page


def test_whoever_approves_reads_them_too(world, client, treated):
    section(treated, "earlier_treatments")
    treated.state = "sent"
    treated.save()
    client.force_login(world.people["manager"])
    page = client.get(reverse("cases:approve", args=[treated.pk])).content.decode()
    assert "Fraværende: Bo Vang" in page


def test_what_is_written_in_a_decision_is_shown_as_words(world, client, treated):
    stop = treated.stops.get(body__name="Direktionen")
    stop.decision_text = "<script>alert(1)</script>"
    stop.save()
    section(treated, "earlier_treatments")
    client.force_login(world.people["case_officer"])
    page = client.get(reverse("cases:case", args=[treated.pk])).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_required_section_that_says_something_by_itself_is_not_empty(world, client, treated):
    asked = section(treated, "earlier_treatments")
    asked.is_required, asked.nothing_text = True, "Sagen er ikke behandlet tidligere."
    asked.save()
    treated.state = "draft"
    treated.save()
    assert asked not in case_unfinished(treated).empty
    client.force_login(world.people["case_officer"])
    write = reverse("cases:write", args=[treated.pk])
    assert "Sagen er ikke behandlet tidligere." not in client.get(write).content.decode()
    fresh = world.case()
    empty = section(fresh, "earlier_treatments")
    empty.is_required = True
    empty.save()
    assert empty in case_unfinished(fresh).empty
