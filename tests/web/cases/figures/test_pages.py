"""The pages of a case's figures, without a script and as the script asks for them."""

from uuid import uuid4

import pytest

from sagsgang.web.cases.checks.selectors import case_findings
from sagsgang.web.cases.figures.services import figure_insert
from sagsgang.web.cases.models import CaseFigure
from sagsgang.web.cases.services import case_text_save

from .conftest import FIRST

pytestmark = pytest.mark.django_db

FIELDS = {"form": "table", "period": "year:latest", "periods": "2", "by": "law", "where": ""}


@pytest.fixture
def officer(world, client):
    user = world.people["case_officer"]
    client.force_login(user)
    return user


def put(client, address, **fields):
    return client.post(address, FIELDS | {"operation": str(uuid4()), "words": ""} | fields)


def test_a_figure_is_found_looked_at_and_put_in(client, case, officer):
    section = case.sections.first()
    write = client.get(f"/sager/{case.pk}/skriv/").content.decode()
    address = f"/sager/{case.pk}/tal/indsaet/?afsnit={section.pk}"
    assert address in write
    assert "tal-i-sagen" not in write
    page = client.get(f"{address}&soeg=omgørelses").content.decode()
    assert f"afsnit={section.pk}&amp;tal=reversal_rate" in page
    assert "Afviste, henviste og bortfaldne sager" in page
    assert "reversal_rate" not in client.get(f"{address}&soeg=cykelsti").content.decode()
    one = f"{address}&tal=reversal_rate"
    assert "omgørelsesprocent på 30,0 pct." in client.get(one).content.decode()
    looked = put(client, one, show="1").content.decode()
    assert "Aktivloven" in looked
    assert not CaseFigure.objects.exists()
    answer = put(client, one)
    assert answer.status_code == 303
    assert answer["Location"] == f"/sager/{case.pk}/skriv/#afsnit-{section.pk}"
    write = client.get(f"/sager/{case.pk}/skriv/").content.decode()
    assert 'id="tal-i-sagen"' in write
    assert "Kilde: Ankestyrelsen, hentet 12-05-2026." in write


def test_the_same_form_sent_twice_puts_one_in(client, case, officer):
    address = f"/sager/{case.pk}/tal/indsaet/?afsnit={case.sections.first().pk}&tal=reversal_rate"
    key = str(uuid4())
    for _turn in range(2):
        assert put(client, address, operation=key).status_code == 303
    assert CaseFigure.objects.count() == 1


def test_a_number_is_not_split(client, case, officer):
    address = f"/sager/{case.pk}/tal/indsaet/?afsnit={case.sections.first().pk}&tal=reversal_rate"
    answer = put(client, address, form="number")
    assert answer.status_code == 422
    assert not CaseFigure.objects.exists()


def test_the_script_gets_the_element_and_places_it_itself(client, case, officer):
    section = case.sections.first()
    address = f"/sager/{case.pk}/tal/indsaet/?afsnit={section.pk}&tal=reversal_rate&del=1"
    part = client.get(address).content.decode()
    assert "<html" not in part
    made = put(client, address, form="number", by="", is_named="on").json()
    assert made == {
        "key": "t1",
        "html": '<data value="t1">omgørelsesprocent på 30,0 pct.</data>',
    }
    section.refresh_from_db()
    assert "<data" not in section.html


def test_change_take_out_and_bring_up_to_date(client, case, officer, table, load):
    row = figure_insert(actor=officer, case=case, wanted=table, section=case.sections.first())
    change = f"/sager/{case.pk}/tal/t1/ret/"
    assert "Et godt år." in client.get(change).content.decode()
    put(client, change, by="", periods="1", based_on="1", words="Nye ord.")
    row.refresh_from_db()
    assert (row.by, row.words, row.revision) == ("", "Nye ord.", 2)
    load(FIRST | {("2025", "Aktivloven"): (70, 15, 15)}, day=13)
    update = f"/sager/{case.pk}/tal/opdater/"
    assert "40,0" in client.get(f"/sager/{case.pk}/tal/t1/").content.decode()
    client.post(update, {"operation": str(uuid4()), "key": "t1"})
    assert "40,0" in case.sections.first().html
    client.post(f"/sager/{case.pk}/tal/t1/fjern/", {"operation": str(uuid4())})
    assert "<figure" not in case.sections.first().html


def test_opening_the_draft_brings_it_up_to_date(client, case, officer, number, load):
    figure_insert(actor=officer, case=case, wanted=number, section=case.sections.first())
    load(FIRST | {("2025", "Aktivloven"): (70, 15, 15)}, day=13)
    assert "på 40,0 pct." in client.get(f"/sager/{case.pk}/skriv/").content.decode()


def test_where_a_figure_comes_from_and_that_it_holds(client, case, officer, number):
    figure_insert(actor=officer, case=case, wanted=number, section=case.sections.first())
    page = client.get(f"/sager/{case.pk}/tal/t1/").content.decode()
    assert "anker-12.csv" in page
    assert "Stadfæstede" in page
    assert "det stemmer" not in page
    again = client.get(f"/sager/{case.pk}/tal/t1/?regn=1").content.decode()
    assert "det stemmer" in again
    assert client.get(f"/sager/{case.pk}/tal/t2/").status_code == 404


def test_who_may_not_read_the_case_sees_no_figure_of_it(client, case, world, number):
    figure_insert(actor=world.people["case_officer"], case=case, wanted=number)
    client.force_login(world.people["stranger"])
    for address in ("tal/t1/", "tal/indsaet/", "tal/t1/ret/", "tal/t1/diagram.svg"):
        assert client.get(f"/sager/{case.pk}/{address}").status_code == 404


def test_a_wide_table_is_scrolled_by_itself_and_by_the_keyboard(client, case, officer, table):
    figure_insert(actor=officer, case=case, wanted=table, section=case.sections.first())
    page = client.get(f"/sager/{case.pk}/").content.decode()
    opened = '<div class="table--responsive-scroll" role="group" tabindex="0" aria-label="Tabel">'
    assert page.count(f"{opened}<table>") == 1
    assert "</table></div>" in page


def test_a_typed_number_that_contradicts_the_figure_is_a_finding(case, officer, number):
    section = case.sections.first()
    figure_insert(actor=officer, case=case, wanted=number, section=section)
    section.refresh_from_db()
    html = section.html + "<p>Kommunens omgørelsesprocent er 41,0 pct.</p>"
    case_text_save(actor=officer, case=case, section=section, html=html, based_on=2)
    (finding,) = [each for each in case_findings(case) if each.rule == "F25"]
    assert (finding.printed, finding.computed) == (("41,0 pct.",), ("30,0 pct.",))
    assert finding.look == "blocks"
    assert finding.spot.words == "41,0 pct."
