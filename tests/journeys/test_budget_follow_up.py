"""A budget follow-up: over the direction and five committees to the finance committee and the
council, with the words of each in the text that the next one gets.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from . import steps
from .conftest import as_role
from .test_every_page import violations

WAY = "Budgetopfølgning i fem udvalg"
TITLE = "Budgetopfølgning pr. 31. oktober"
COMMITTEES = (
    "Arbejdsmarkedsudvalget",
    "Børne- og Skoleudvalget",
    "Kultur- og Fritidsudvalget",
    "Social- og Sundhedsudvalget",
    "Teknik- og Klimaudvalget",
)
TABLE = """<p>Forventet afvigelse fra budgettet:</p><table><thead><tr><th>Udvalg</th>
<th>Budget (mio. kr.)</th><th>Ventet regnskab (mio. kr.)</th><th>Afvigelse (mio. kr.)</th></tr>
</thead><tbody><tr><td>Arbejdsmarked</td><td>642,3</td><td>631,1</td><td>-11,2</td></tr>
<tr><td>Social og Sundhed</td><td>811,0</td><td>816,4</td><td>5,4</td></tr>
<tr><td>I alt</td><td>1.453,3</td><td>1.447,5</td><td>-5,8</td></tr></tbody></table>"""
DIRECTION = "Taget til efterretning. Direktionen vil have sygedagpengene belyst særskilt."
LABOUR = "Taget til efterretning. Udvalget noterer, at færre er på sygedagpenge."
SCHOOLS = "Taget til efterretning. Udvalget ønsker en plan for de nye klasser i maj."


@pytest.fixture(scope="module")
def told() -> dict[str, int]:
    """The case that the parts of the journey hand on to one another."""
    return {}


@pytest.fixture
def page(own_site, open_page) -> Page:
    return open_page(own_site)


def rows_of(page: Page, title: str):
    return page.locator(".way-forgotten tbody tr").filter(has_text=title)


def test_the_administrator_makes_the_way_that_every_follow_up_goes(page, axe):
    as_role(page, "administrator")
    steps.go(page, "/administration/sagsgange/")
    assert violations(page, axe) == []
    page.get_by_label("Vejens navn").fill(WAY)
    steps.press(page, "Opret vejen")
    steps.add_treatment(page, "Direktionen", "Orientering")
    steps.add_treatment(page, COMMITTEES[0], "Orientering")
    for name in COMMITTEES[1:]:
        steps.add_treatment(page, name, "Orientering", beside=COMMITTEES[0])
    steps.add_treatment(page, "Økonomiudvalget", "Indstilling")
    steps.add_treatment(page, "Byrådet", "Beslutning", settles=True)
    numbers = page.locator(".way-template .row-number").all_inner_texts()
    assert [text.split()[-1] for text in numbers] == [*"1222223", "4"]
    assert violations(page, axe) == []


def test_the_officer_writes_the_case_from_its_template(page, axe, told):
    as_role(page, "sagsbehandler")
    told["case"] = steps.make_case(
        page,
        body="Økonomiudvalget",
        template="Redegørelse med høring og sagsgang",
        title=TITLE,
        kind="Orientering",
        number="00.30.14-Ø00-44-26",
        has_money=True,
    )
    steps.write(
        page,
        {
            "Sagstema": "Årets tredje budgetopfølgning viser, hvad der ventes brugt.",
            "Redegørelse": TABLE,
            "Retsgrundlag": "Kommunens regler for økonomistyring.",
            "Økonomiske konsekvenser": "Der ventes et mindreforbrug på 5,8 mio. kr.",
        },
    )
    steps.nothing(page, "Andre konsekvenser")
    steps.write_points(page, "at budgetopfølgningen tages til efterretning.")
    assert page.locator(".finding", has_text="Skal afklares").count() == 0
    assert violations(page, axe) == []


def test_the_way_gets_its_days_from_the_meeting_plan(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['case']}/vej/")
    expect(page.locator("main")).to_contain_text("Læg en af kommunens veje")
    page.get_by_label("Vej", exact=True).select_option(label=WAY)
    steps.press(page, "Læg den over sagen")
    steps.expect_said(page, "Vejen er lagt.")
    steps.go(page, "/sagsgang/glemt/")
    assert rows_of(page, TITLE).count() == 8
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{told['case']}/vej/")
    steps.press(page, "Tag alle foreslåede datoer")
    steps.expect_said(page, "8 behandlinger fik datoer.")
    day = {
        name: steps.day_of(steps.treatment(page, name))
        for name in ("Direktionen", *COMMITTEES, "Økonomiudvalget", "Byrådet")
    }
    assert len({day[name] for name in COMMITTEES}) == 1
    assert day["Direktionen"] < day[COMMITTEES[0]] < day["Økonomiudvalget"] < day["Byrådet"]
    assert page.locator(".way-problems").count() == 0
    expect(page.locator(".way-step.is-now")).to_contain_text("Direktionen")
    expect(steps.treatment(page, "Byrådet")).to_contain_text("afgør sagen")
    assert violations(page, axe) == []
    steps.go(page, "/sagsgang/glemt/")
    assert rows_of(page, TITLE).count() == 0


def test_the_case_says_by_itself_where_it_goes(page, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['case']}/")
    lines = page.get_by_role("region", name="Høring og sagsgang").get_by_role("listitem")
    assert lines.count() == 8
    expect(lines.first).to_contain_text("Direktionen den ")
    expect(lines.last).to_contain_text("(afgør sagen)")


def test_finance_writes_its_statement(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['case']}/paategning/")
    page.get_by_label("Hvad skal økonomi se på?").fill("Stemmer tabellen?")
    steps.press(page, "Bed om påtegning")
    assert violations(page, axe) == []
    as_role(page, "oekonomikonsulent")
    steps.go(page, "/sager/paategninger/")
    assert violations(page, axe) == []
    steps.follow(page, TITLE)
    page.get_by_label(re.compile("^Økonomipåtegning")).fill("Tallene stemmer med regnskabet.")
    assert violations(page, axe) == []
    steps.press(page, "Giv påtegningen")
    expect(page.locator("main")).to_contain_text("Per Holtegård")


def test_the_officer_sends_the_case_and_the_manager_approves_it(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.send_for_approval(page, told["case"])
    as_role(page, "leder")
    steps.go(page, f"/sager/{told['case']}/godkend/")
    expect(page.locator("main")).to_contain_text("Intet er i vejen for at godkende")
    expect(page.locator("main")).to_contain_text("Tallene stemmer med regnskabet.")
    assert violations(page, axe) == []
    steps.approve(page, TITLE)


def test_what_the_direction_decided_stands_in_what_the_committees_get(page, axe, told):
    as_role(page, "sekretaer")
    steps.go(page, f"/sager/{told['case']}/vej/")
    steps.follow(steps.treatment(page, "Direktionen"), "Dato og plads: Direktionen")
    assert violations(page, axe) == []
    steps.press(page, "Send ud")
    steps.expect_said(page, "Sagen er sendt ud til Direktionen.")
    steps.follow(steps.treatment(page, "Direktionen"), "Skriv beslutningen: Direktionen")
    assert violations(page, axe) == []
    steps.record_decision(
        page, told["case"], "Direktionen", DIRECTION, item="4", absent="Vicedirektøren"
    )
    past = page.locator(".way-step.is-past")
    expect(past).to_contain_text("Overstået")
    expect(past).to_contain_text(DIRECTION)
    expect(past).to_contain_text("Fraværende: Vicedirektøren")
    expect(page.locator(".way-step.is-now")).to_contain_text("5 side om side, 0 færdige")
    assert violations(page, axe) == []
    for name in (*COMMITTEES, "Økonomiudvalget", "Byrådet"):
        steps.go(page, f"/sager/{told['case']}/vej/")
        steps.follow(steps.treatment(page, name), f"Dato og plads: {name}")
        expect(page.locator(".way-earlier")).to_contain_text(DIRECTION)
        expect(page.locator(".way-earlier")).to_contain_text("Fraværende: Vicedirektøren")


def test_the_text_is_changed_for_the_committees_and_the_way_shows_what(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['case']}/")
    steps.follow(page, "Åbn til ny behandling")
    steps.submit(page, "Åbn sagen")
    steps.go(page, f"/sager/{told['case']}/skriv/")
    box = steps.section(page, "Tidligere besluttet")
    expect(box).to_contain_text(DIRECTION)
    steps.editor(page, "Sagstema").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Sygedagpengene er belyst for sig.")
    steps.saved(page, "Sagstema")
    steps.send_for_approval(page, told["case"])
    as_role(page, "leder")
    steps.approve(page, TITLE)
    as_role(page, "sekretaer")
    for name in COMMITTEES[:2]:
        steps.go(page, f"/sager/{told['case']}/vej/")
        steps.follow(steps.treatment(page, name), f"Dato og plads: {name}")
        steps.press(page, "Send ud")
        steps.expect_said(page, f"Sagen er sendt ud til {name}.")
    card = steps.treatment(page, COMMITTEES[0])
    expect(card).to_contain_text("Ændret i teksten siden Direktionen: Sagstema")
    steps.follow(card, "Ændret i teksten siden Direktionen")
    expect(page.locator("ins")).to_contain_text("Sygedagpengene er belyst for sig.")
    assert violations(page, axe) == []


def test_the_committees_decide_and_the_last_bodies_read_every_word(page, axe, told):
    as_role(page, "sekretaer")
    words = dict.fromkeys(COMMITTEES, "Taget til efterretning.")
    words |= {COMMITTEES[0]: LABOUR, COMMITTEES[1]: SCHOOLS}
    for number, name in enumerate(COMMITTEES, start=1):
        absent = "Bent Åkjærgård" if number == 1 else ""
        steps.record_decision(page, told["case"], name, words[name], item="7", absent=absent)
        done = "5 side om side, 5 færdige" if number == 5 else f"5 side om side, {number} færdige"
        expect(page.locator("main")).to_contain_text(done)
    expect(page.locator(".way-step.is-now")).to_contain_text("Økonomiudvalget")
    steps.follow(steps.treatment(page, "Byrådet"), "Dato og plads: Byrådet")
    earlier = page.locator(".way-earlier > li")
    assert earlier.count() == 6
    expect(earlier.filter(has_text=COMMITTEES[0])).to_contain_text(LABOUR)
    expect(earlier.filter(has_text=COMMITTEES[0])).to_contain_text("Fraværende: Bent Åkjærgård")
    expect(earlier.filter(has_text=COMMITTEES[1])).to_contain_text(SCHOOLS)
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{told['case']}/")
    section = page.get_by_role("region", name="Tidligere besluttet")
    for text in (DIRECTION, LABOUR, SCHOOLS, "Fraværende: Bent Åkjærgård"):
        expect(section).to_contain_text(text)
    assert violations(page, axe) == []


def test_the_council_settles_it_and_nothing_is_forgotten(page, axe, told):
    as_role(page, "sekretaer")
    steps.record_decision(
        page, told["case"], "Økonomiudvalget", "Udvalget anbefaler indstillingen.", item="3"
    )
    steps.record_decision(page, told["case"], "Byrådet", "Godkendt.", item="9")
    expect(page.locator(".way-facts")).to_contain_text("Vejen er gået til ende")
    assert page.locator(".way-step.is-past").count() == 4
    assert violations(page, axe) == []
    steps.go(page, "/sagsgang/glemt/")
    assert rows_of(page, TITLE).count() == 0
    assert violations(page, axe) == []
