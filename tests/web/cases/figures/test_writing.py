"""A figure is put in, asked otherwise, typed over, taken out and brought back."""

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.figures.asking import Asked
from sagsgang.web.cases.figures.content import figures_of
from sagsgang.web.cases.figures.services import (
    FigureInput,
    figure_change,
    figure_insert,
    figure_remove,
)
from sagsgang.web.cases.models import CaseFigure, CaseState
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.selectors import case_content
from sagsgang.web.cases.services import case_text_save, version_restore
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world):
    return world.people["case_officer"]


def test_a_number_joins_the_last_paragraph(case, officer, number):
    section = case.sections.first()
    row = figure_insert(actor=officer, case=case, wanted=number, section=section)
    section.refresh_from_db()
    # 60 of 200 in 2025.
    assert section.html == (
        '<p>Der bygges to skure. <data value="t1">omgørelsesprocent på 30,0 pct.</data></p>'
    )
    assert section.html == sanitise(section.html)
    assert section.revision == 2
    assert row.shown["inputs"][0] == {"title": "Stadfæstede", "value": "140", "missing": None}
    assert Event.objects.get(code="case_figure_inserted").actor_name == "Signe Krogh"


def test_a_table_stands_with_words_and_source(case, officer, table):
    section = case.sections.first()
    figure_insert(actor=officer, case=case, wanted=table, section=section)
    section.refresh_from_db()
    assert section.html == (
        '<p>Der bygges to skure.</p><figure data-figure="t1"><p>Omgørelsesprocent, pct.</p>'
        '<table><thead><tr><th scope="col">Lov</th><th scope="col">2024</th>'
        '<th scope="col">2025</th></tr></thead><tbody>'
        '<tr><th scope="row">Aktivloven</th><td>20,0</td><td>10,0</td></tr>'
        '<tr><th scope="row">Serviceloven</th><td>40,0</td><td>50,0</td></tr>'
        '<tr><th scope="row">I alt</th><td>30,0</td><td>30,0</td></tr></tbody></table>'
        "<p>Et godt år.</p><p>Kilde: Ankestyrelsen, hentet 12-05-2026.</p></figure>"
    )
    assert section.html == sanitise(section.html)


def test_a_chart_stands_with_its_picture_and_its_table(case, officer, table, client):
    wanted = FigureInput(table.asked, form="chart")
    row = figure_insert(actor=officer, case=case, wanted=wanted, section=case.sections.first())
    assert row.html == sanitise(row.html)
    source = row.html.partition('<img src="')[2].partition('"')[0]
    client.force_login(officer)
    answer = client.get(source)
    assert answer.status_code == 200
    assert answer.content.startswith(b"<svg")
    assert "<table>" in row.html
    assert client.get(source[:-1] + ("0" if source[-1] != "0" else "1")).status_code == 404


def test_the_one_member_that_is_chosen_is_told(case, officer):
    wanted = FigureInput(Asked("reversal_rate", where={"law": "Serviceloven"}))
    row = figure_insert(actor=officer, case=case, wanted=wanted)
    assert ">omgørelsesprocent (Serviceloven) på 50,0 pct.<" in row.html


def test_preliminary_figures_say_so(case, officer, load, table):
    load({("2026", "Serviceloven"): (1, 1, 0)}, day=14, preliminary="2026")
    row = figure_insert(actor=officer, case=case, wanted=table)
    assert "Foreløbige tal. Kilde: Ankestyrelsen, hentet 14-05-2026." in row.html


def test_what_is_typed_into_a_figure_is_not_kept(case, officer, number):
    section = case.sections.first()
    figure_insert(actor=officer, case=case, wanted=number, section=section)
    section.refresh_from_db()
    html = section.html.replace("30,0", "3,0")
    saved = case_text_save(actor=officer, case=case, section=section, html=html, based_on=2)
    assert not saved.is_changed
    assert "på 30,0 pct." in saved.section.html


def test_a_figure_of_another_case_is_plain_words(case, officer, number, world):
    other = world.case(title="Anden", number="15.00.00-A00-2-26")
    figure_insert(actor=officer, case=case, wanted=number, section=case.sections.first())
    section = other.sections.first()
    html = case.sections.first().html
    saved = case_text_save(actor=officer, case=other, section=section, html=html, based_on=1)
    assert saved.section.html == "<p>Der bygges to skure. omgørelsesprocent på 30,0 pct.</p>"


def test_a_figure_is_asked_otherwise_on_the_revision_one_saw(case, officer, number, table):
    row = figure_insert(actor=officer, case=case, wanted=number, section=case.sections.first())
    before = FigureInput(Asked("reversal_rate", period="2024"))
    figure_change(actor=officer, case=case, figure=row, wanted=before, based_on=1)
    assert "på 30,0 pct." in case.sections.first().html
    assert CaseFigure.objects.get().shown["period"] == "2024"
    with pytest.raises(Refusal, match="Signe Krogh"):
        figure_change(actor=officer, case=case, figure=row, wanted=number, based_on=1)


def test_a_number_becomes_a_table_where_it_stood(case, officer, number, table):
    row = figure_insert(actor=officer, case=case, wanted=number, section=case.sections.first())
    figure_change(actor=officer, case=case, figure=row, wanted=table, based_on=1)
    html = case.sections.first().html
    assert html == sanitise(html)
    assert '<figure data-figure="t1">' in html
    assert [each.key for each in figures_of(case)] == ["t1"]


def test_what_is_taken_out_comes_back_with_its_version(case, officer, table):
    row = figure_insert(actor=officer, case=case, wanted=table, section=case.sections.first())
    before = case.versions.get()
    assert before.content["figures"][0]["key"] == "t1"
    figure_remove(actor=officer, case=case, figure=row)
    assert case.sections.first().html == "<p>Der bygges to skure.</p>"
    assert "figures" not in case_content(case)
    before = case.versions.order_by("number").first()
    version_restore(actor=officer, case=case, version=before)
    assert [each.key for each in figures_of(case)] == ["t1"]


def test_only_who_may_write_the_case(case, world, number):
    with pytest.raises(PermissionDenied):
        figure_insert(actor=world.people["colleague"], case=case, wanted=number)
    case.state = CaseState.APPROVED
    case.save()
    with pytest.raises(PermissionDenied):
        figure_insert(actor=world.people["case_officer"], case=case, wanted=number)


def test_without_data_there_is_no_figure(world, officer, number):
    with pytest.raises(Refusal, match="Omgørelsesprocent"):
        figure_insert(actor=officer, case=world.case(), wanted=number)


def test_an_unknown_period_is_refused(case, officer):
    wanted = FigureInput(Asked("reversal_rate", period="2025Q1"))
    with pytest.raises(Refusal, match="kvartal"):
        figure_insert(actor=officer, case=case, wanted=wanted)
