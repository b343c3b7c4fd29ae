"""The five-minute tour: the roles, a file dropped on Tjek et referat, figures in last year's case
used again, finance and the agenda, a case's way, a meeting whose decisions send a case on, its
minutes approved on a phone and published, the evaluation in two years and a figure as it was
decided; and the dropped file in detail.
"""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.journeys.conftest import as_role
from tests.journeys.states import looks_right
from tests.journeys.steps import (
    close_meeting,
    expect_said,
    follow,
    go,
    onward,
    press,
    publish,
    today,
    treatment,
)
from tests.journeys.test_checking_a_file import DROP, RESULT
from tests.journeys.test_every_page import (
    PHONE,
    TOO_WIDE,
    headings_out_of_order,
    out_of_reach,
    violations,
)

expect.set_options(timeout=20_000)
EXAMPLE = "src/sagsgang/web/example/minutes/arbejdsmarkedsudvalget-2025-05-05.txt"
SENTENCE = "Ankestyrelsen afgjorde 42 sager."
WRONG_SHARE = "Af de 75 borgere, der klagede, fik 60 (90 %) svar inden for fristen."
COMMITTEE, FOLLOWED = "Arbejdsmarkedsudvalget", "Budgetopfølgning pr. 31. august"
WAY = ["Direktionen", COMMITTEE, "Økonomiudvalget", "Byrådet"]
DECIDED = "Jobcafé på biblioteket"
RESUMED = "Sagen genoptages, når høringssvaret foreligger."
REUSED, TYPED = "Ankesager i det seneste år", "41,0 pct."
#: What the appeals of last year's case came to, and those of the year since.
THEN, NOW = "25,0 pct.", "26,2 pct."
BALANCED = "går op over perioden"
ANALYSED = "Analyse af sygedagpengene i fire dele"
DECIDED_ON = "mindreforbrug på 9,3 mio. kr."
EVALUATED = "Job på få timer evalueres i tre dele"
DAY = today().isoformat()
TODAY = f"/moeder/arbejdsmarkedsudvalget/{DAY}/"
UNDERLINED = re.compile("underline")


@pytest.fixture(scope="module")
def minutes(root: Path) -> bytes:
    """The example's minutes with a share in the running text that its own counts contradict."""
    text = (root / EXAMPLE).read_text(encoding="utf-8")
    assert text.count(SENTENCE) == 1
    return text.replace(SENTENCE, f"{WRONG_SHARE} {SENTENCE}").encode()


def drop(page: Page, minutes: bytes) -> None:
    page.evaluate(DROP, [base64.b64encode(minutes).decode(), "referat.txt"])
    page.wait_for_url(RESULT)


def finding(page: Page, title: str) -> Locator:
    return page.locator("article.finding").filter(has=page.get_by_role("heading", name=title))


def show(page: Page, title: str) -> None:
    """The item is chosen in the list of the meeting screen."""
    page.locator(".hold-list a", has_text=title).click()
    expect(page.locator("#hold-item-title")).to_have_text(title)


def steps_of(page: Page) -> list[list[str]]:
    """The way of a case: the bodies of each step."""
    names = "[...step.querySelectorAll('.way-card-title strong')].map(each => each.innerText)"
    return page.locator(".way-step").evaluate_all(f"steps => steps.map(step => {names})")


def test_the_tour(own_site, open_page, minutes, axe):
    # 1: the front page offers the roles; nobody is asked for a password.
    page = open_page(own_site)
    roles = page.get_by_role("region", name="Prøv Sagsgang som …").get_by_role("button")
    for role in ("sekretær", "sagsbehandler", "leder", "økonomikonsulent", "medlem", "borger"):
        expect(roles.filter(has_text=role).first).to_be_visible()

    # 2: a file is dropped on Tjek et referat.
    drop(page, minutes)
    for title in (
        "Tallene står forskudt",
        "Hørt efter at sagen er afgjort",
        "Opført som deltager, men fraværende på alle punkter",
    ):
        expect(finding(page, title)).to_be_visible()
    looks_right(page, axe)

    # 3: last year's case is used again, its figures are those of the year since, and a number typed
    # by hand that they contradict turns red beside the text.
    as_role(page, "sagsbehandler")
    go(page, "/udvalg/arbejdsmarkedsudvalget/")
    expect(page.locator(".year-wheel")).to_contain_text("ankestatistik")
    go(page, "/sager/ny/?soeg=ankestatistik")
    onward(page.locator(".reuse-list a").last)
    page.get_by_label("Titel").fill(REUSED)
    press(page, "Opret kladden")
    go(page, f"{page.url.removeprefix(own_site).partition('skriv/')[0]}skriv/")
    text = page.get_by_role("textbox", name="Redegørelse", exact=True)
    expect(text.locator("data")).to_have_text(NOW)
    expect(page.locator("#tal-i-sagen")).to_contain_text(THEN)
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" Kommunens omgørelsesprocent er {TYPED}")
    red = page.locator(".finding-is-blocks", has_text=TYPED)
    expect(red).to_contain_text(NOW)
    expect(page.locator("#gemt")).to_contain_text("Gemt")
    looks_right(page, axe)

    # 4: what is granted is financed, finance has nothing to remark, and the agenda that is sent was
    # sent in time.
    as_role(page, "oekonomikonsulent")
    go(page, "/sager/?q=bevillingsrevision")
    follow(page, "3. bevillingsrevision")
    expect(page.get_by_role("region", name="Går bevillingen op?")).to_contain_text(BALANCED)
    looks_right(page, axe)
    go(page, "/sager/paategninger/")
    page.locator("main table a").first.click()
    press(page, "Intet at bemærke")
    expect_said(page, "Økonomipåtegningen er givet.")
    as_role(page, "sekretaer")
    go(page, "/moeder/")
    page.locator("li.row-line", has_text="Økonomiudvalget").get_by_role("link").first.click()
    expect(page.locator(".chain")).to_contain_text("Udsendelse")
    assert page.locator(".chain .is-late").count() == 0
    looks_right(page, axe)

    # 5: the way of a case, from the direction to the council.
    go(page, "/sager/?q=budgetopfølgning")
    follow(page, FOLLOWED)
    follow(page, "Se og læg hele vejen")
    assert [names[0] for names in steps_of(page)] == WAY
    expect(treatment(page, "Direktionen")).to_contain_text("Til efterretning")
    expect(treatment(page, COMMITTEE)).to_contain_text("Fraværende: Bent Åkjærgård")
    expect(treatment(page, "Byrådet")).to_contain_text("På et møde")
    looks_right(page, axe)

    # 6: the meeting of today; the hearing and the resumption appear by themselves.
    go(page, TODAY)
    follow(page, "Til mødeskærmen")
    press(page, "Åbn mødet")
    show(page, DECIDED)
    for number, outcome in ((1, "Godkendt"), (2, "Anbefalet"), (3, "Anbefalet")):
        page.get_by_label(f"Punkt {number}: udfald").select_option(label=outcome)
    page.get_by_label("Punkt 1: går videre til").select_option(label="Handicaprådet")
    page.get_by_label("Beslutningen, ord for ord").fill(RESUMED)
    page.get_by_role("button", name="Gem beslutningen").last.click()
    expect(page.locator(".hold-row.is-shown .hold-state")).to_contain_text("Afgjort")
    looks_right(page, axe)
    page.reload()
    page.locator("summary", has_text="Mange punkter på én gang").click()
    many = page.locator("details", has=page.get_by_role("button", name="Beslut de valgte punkter"))
    for box in many.get_by_role("checkbox").all():
        box.check()
    many.get_by_label("Beslutning").select_option(label="Intet til referat.")
    press(page, "Beslut de valgte punkter")
    close_meeting(page)
    looks_right(page, axe)
    go(page, "/sager/?q=jobcafé")
    follow(page, DECIDED)
    follow(page, "Se og læg hele vejen")
    assert steps_of(page) == [[COMMITTEE], ["Handicaprådet"], [COMMITTEE], ["Byrådet"]]
    looks_right(page, axe)

    # 7: the minutes are there; everybody reads them without the closed item; a member approves.
    go(page, f"{TODAY}referat/")
    page.get_by_label("Jeg har læst referatet").check()
    press(page, "Lås referatet")
    expect_said(page, "Referatet er låst.")
    looks_right(page, axe)
    follow(page, "Offentliggør")
    publish(page, "referatet")
    reader = open_page(own_site)
    go(reader, f"/offentlig/arbejdsmarkedsudvalget/{DAY}/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Referat")
    expect(reader.locator("main")).to_contain_text(RESUMED)
    closed = reader.locator("article", has_text="Lukket")
    expect(closed).to_have_count(1)
    expect(closed).to_contain_text("Forhandling om et lejemål")
    assert "Havnevej" not in reader.locator("body").inner_text()
    looks_right(reader, axe)
    pdf = reader.get_by_role("link", name="Hent som PDF").get_attribute("href")
    assert reader.request.get(own_site + pdf).body().startswith(b"%PDF")
    phone = open_page(own_site, viewport=PHONE)
    as_role(phone, "medlem")
    go(phone, f"{TODAY}referat/")
    follow(phone, "Læs og godkend")
    phone.get_by_role("button", name="Godkend", exact=True).click()
    expect_said(phone, "Du har godkendt referatet.")
    looks_right(phone, axe)

    # 8: the evaluation in two years, and one click back to the decision; from another, to the
    # figure as it was when it was decided, which can be computed again.
    go(page, "/opfoelgning/")
    follow(page, EVALUATED)
    expect(page.locator("main")).to_contain_text("Ordningen evalueres i tre dele efter to år.")
    looks_right(page, axe)
    onward(page.get_by_role("link", name=re.compile("^Se beslutningen")))
    expect(page.locator("main")).to_contain_text("Ordningen evalueres i tre dele efter to år.")
    go(page, "/opfoelgning/")
    follow(page, ANALYSED)
    onward(page.get_by_role("link", name=re.compile("^Se beslutningen")))
    onward(page.locator(".figure-given").get_by_role("link", name=DECIDED_ON))
    expect(page.locator(".figure-frozen")).to_contain_text(DECIDED_ON)
    follow(page, "Regn efter")
    expect(page.get_by_text("det stemmer").first).to_be_visible()
    looks_right(page, axe)


def test_a_dropped_file_shows_what_is_printed_and_what_it_should_be(
    empty_site, open_page, minutes, axe
):
    page = open_page(empty_site, viewport=PHONE)
    drop(page, minutes)

    absent = finding(page, "Opført som deltager, men fraværende på alle punkter")
    expect(absent).to_contain_text("Lone Kirkehave (O)")
    heard = finding(page, "Hørt efter at sagen er afgjort")
    expect(heard).to_contain_text("10-06-2025")
    displaced = finding(page, "Tallene står forskudt")
    expect(displaced.locator("td mark")).to_have_text(["42", "27", "3", "12"])
    expect(displaced).to_contain_text("27, 3, 12, 42")
    share = finding(page, "Procenten passer ikke med antallene")
    expect(share.locator("blockquote mark")).to_have_text(["75", "60", "90 %"])
    expect(share).to_contain_text("60 / 75 = 80 %, men der står 90 %")

    assert violations(page, axe) == []
    assert headings_out_of_order(page) == []
    assert page.evaluate(TOO_WIDE) == []
    assert out_of_reach(page) == {}


@pytest.mark.parametrize(
    ("title", "link", "marked"),
    [
        ("Tallene står forskudt", "Se tallene i tabellen", "42"),
        ("Procenten passer ikke med antallene", "Se tallene i teksten", "75"),
    ],
)
def test_from_the_finding_to_the_numbers_and_back(
    empty_site, open_page, minutes, axe, title, link, marked
):
    page = open_page(empty_site)
    drop(page, minutes)
    number = finding(page, title).get_attribute("id").removeprefix("fund-")
    finding(page, title).get_by_role("link", name=re.compile(link)).click()
    reference = page.locator(f"#maerke-{number}-1")
    expect(reference).to_be_in_viewport()
    expect(page.locator(f"mark:has(+ #maerke-{number}-1)")).to_have_text(marked)
    expect(reference).to_have_accessible_name(f"fund {number}")
    reference.press("Enter")
    expect(page.locator(f"#fund-{number}")).to_be_in_viewport()
    finding(page, title).get_by_role("link", name=re.compile(link)).click()
    expect(reference).to_be_in_viewport()
    assert violations(page, axe) == []


def test_what_was_recomputed_is_shown_without_scripts(
    empty_site, open_page, minutes, axe, tmp_path: Path
):
    (tmp_path / "referat.txt").write_bytes(minutes)
    page = open_page(empty_site, java_script_enabled=False)
    page.get_by_label("Referat eller dagsorden").set_input_files(tmp_path / "referat.txt")
    page.get_by_role("button", name="Tjek filen").click()
    page.get_by_text("Efterregnet og i orden:").click()
    listed = page.locator(".held-list").get_by_role("link", name="Orientering om ankestatistik")
    listed.click()
    page.get_by_text("Efterregnet og i orden:").click()
    expect(page.get_by_text("14 + 1 + 4 = 19").first).to_be_visible()
    number = page.locator(".held", has_text="19").first
    expect(number).not_to_have_css("text-decoration-line", UNDERLINED)
    page.get_by_text("Vis i teksten, hvad der er efterregnet").click()
    expect(number).to_have_css("text-decoration-line", UNDERLINED)
    expect(page.locator("td", has_text="35,7 %").locator(".held")).to_have_count(0)
