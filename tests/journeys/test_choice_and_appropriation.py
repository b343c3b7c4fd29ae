"""A choice between two solutions, and an appropriation revision whose table must balance."""

import re

import pytest
from playwright.sync_api import Page, expect

from . import steps
from .conftest import as_role
from .test_every_page import violations

TEMPLATE = "Sagsresumé med bevillingsmæssige konsekvenser"
COMMITTEE = "Arbejdsmarkedsudvalget"
CHOICE, REVISION = "Indgang til jobcentret", "1. bevillingsrevision næste år"
MONEY = "Bevillingsmæssige konsekvenser"
TABLE = """<p>Bevillingspåtegning i 1.000 kr.</p><table><thead><tr><th>Politikområde</th>
<th>2027</th><th>2028</th><th>2029</th><th>2030</th><th>I alt</th></tr></thead><tbody>
<tr><td>Forsørgelse</td><td>-4.200</td><td>1.000</td><td>1.000</td><td>1.000</td><td>-1.200</td>
</tr><tr><td>Beskæftigelsesindsats</td><td>300</td><td>300</td><td>300</td><td>300</td>
<td>1.200</td></tr><tr><td>I alt</td><td>-3.900</td><td>1.300</td><td>1.300</td><td>1.300</td>
<td>0</td></tr></tbody></table>"""
CALENDAR = """<p>Revisionerne følger denne kalender:</p><table><thead><tr><th>Revision</th>
<th>Fagudvalg</th><th>Byråd</th></tr></thead><tbody><tr><td>1</td><td>april</td><td>april</td></tr>
<tr><td>2</td><td>august</td><td>august</td></tr><tr><td>3</td><td>november</td><td>november</td>
</tr></tbody></table>"""


@pytest.fixture(scope="module")
def told() -> dict[str, int]:
    """The cases that the parts of the journey hand on to one another."""
    return {}


@pytest.fixture
def page(own_site, open_page) -> Page:
    return open_page(own_site)


def test_two_solutions_are_put_to_the_committee_as_a_choice(page, axe, told):
    as_role(page, "sagsbehandler")
    told["choice"] = steps.make_case(page, body=COMMITTEE, template=TEMPLATE, title=CHOICE)
    steps.write(
        page,
        {
            "Sagsresumé": "Indgangen kan bygges om på to måder.",
            "Sagsfremstilling": "Løsningsforslag 1 er en rampe. Løsningsforslag 2 er en elevator.",
        },
    )
    steps.nothing(page, MONEY)
    steps.write_points(
        page,
        "at Løsningsforslag 1 vælges: en rampe ved hovedindgangen.",
        "at Løsningsforslag 2 vælges: en elevator i gården.",
        choices=("A", "A"),
    )
    expect(page.locator(".finding")).to_have_count(0)
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{told['choice']}/")
    expect(page.get_by_role("region", name="Indstilling", exact=True)).to_contain_text(
        "Punkt 1 og 2 er alternativer"
    )
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{told['choice']}/vej/")
    steps.add_treatment(page, COMMITTEE, "Beslutning", settles=True)
    steps.press(page, "Tag alle foreslåede datoer")
    steps.send_for_approval(page, told["choice"])
    as_role(page, "leder")
    steps.approve(page, CHOICE)


def test_the_committee_chooses_the_second(page, axe, told):
    as_role(page, "sekretaer")
    steps.go(page, f"/sager/{told['choice']}/vej/")
    steps.follow(steps.treatment(page, COMMITTEE), f"Skriv beslutningen: {COMMITTEE}")
    rows = page.locator(".way-point-row")
    expect(rows.nth(0)).to_contain_text("at Løsningsforslag 1 vælges")
    expect(rows.nth(1)).to_contain_text("at Løsningsforslag 2 vælges")
    assert violations(page, axe) == []
    page.get_by_label("Mødedag").fill(steps.today().isoformat())
    page.get_by_label("Beslutningen, ord for ord").fill("Løsningsforslag 2.")
    page.get_by_label(re.compile(r"^Udfald")).select_option(label="Godkendt")
    page.get_by_label(re.compile(r"^Punkt 1: udfald")).select_option(label="Bortfaldet")
    page.get_by_label(re.compile(r"^Punkt 2: udfald")).select_option(label="Godkendt")
    steps.press(page, "Gem beslutningen")
    steps.expect_said(page, f"Det er skrevet, hvad {COMMITTEE} besluttede.")
    card = steps.treatment(page, COMMITTEE)
    expect(card).to_contain_text("Løsningsforslag 2.")
    expect(card).to_contain_text("Godkendt")
    expect(card).to_contain_text("Punkt 2")
    assert violations(page, axe) == []


def test_the_year_wheel_has_three_revisions(page, axe):
    as_role(page, "sagsbehandler")
    steps.go(page, "/udvalg/")
    steps.follow(page, COMMITTEE)
    wheel = page.get_by_role("region", name="Årshjul")
    for number in (1, 2, 3):
        expect(wheel).to_contain_text(f"{number}. bevillingsrevision")
    assert violations(page, axe) == []


def test_a_table_that_balances_over_the_years_has_nothing_said_of_it(page, axe, told):
    as_role(page, "sagsbehandler")
    told["revision"] = steps.make_case(
        page, body=COMMITTEE, template=TEMPLATE, title=REVISION, has_money=True
    )
    steps.write(
        page,
        {
            "Sagsresumé": "Budgettet til forsørgelse sænkes med 3,9 mio. kr. i 2027.",
            "Sagsfremstilling": CALENDAR,
            MONEY: TABLE,
        },
    )
    steps.write_points(page, "at bevillingsændringerne godkendes.", "at sagen sendes til Byrådet.")
    expect(page.locator(".finding")).to_have_count(0)
    assert violations(page, axe) == []


def test_a_wrong_number_is_red_beside_the_text_until_it_is_right(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['revision']}/skriv/")
    cell = steps.editor(page, MONEY).locator("td", has_text="-3.900")
    cell.click(click_count=3)
    page.keyboard.type("-3.800")
    finding = page.locator(".finding", has_text="-3.800")
    expect(finding.first).to_be_visible()
    expect(finding.first.locator(".finding-weight")).to_have_text("Skal afklares")
    expect(finding.first).to_contain_text("-3.900")
    assert page.evaluate("CSS.highlights.get('finding-blocks').size") >= 1
    assert violations(page, axe) == []
    steps.editor(page, MONEY).locator("td", has_text="-3.800").click(click_count=3)
    page.keyboard.type("-3.900")
    expect(page.locator(".finding")).to_have_count(0)
    steps.saved(page, MONEY)


def test_finance_says_that_it_balances_and_the_case_goes_its_way(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['revision']}/vej/")
    steps.add_treatment(page, COMMITTEE, "Indstilling")
    steps.add_treatment(page, "Økonomiudvalget", "Indstilling")
    steps.add_treatment(page, "Byrådet", "Beslutning", settles=True)
    steps.press(page, "Tag alle foreslåede datoer")
    days = [
        steps.day_of(steps.treatment(page, name))
        for name in (COMMITTEE, "Økonomiudvalget", "Byrådet")
    ]
    assert days == sorted(days)
    assert page.locator(".way-problems").count() == 0
    steps.go(page, f"/sager/{told['revision']}/paategning/")
    steps.submit(page, "Bed om påtegning")
    as_role(page, "oekonomikonsulent")
    steps.go(page, "/sager/paategninger/")
    steps.follow(page, REVISION)
    steps.press(page, "Intet at bemærke")
    assert violations(page, axe) == []
    as_role(page, "sagsbehandler")
    steps.send_for_approval(page, told["revision"])
    as_role(page, "leder")
    steps.approve(page, REVISION)
    assert violations(page, axe) == []
