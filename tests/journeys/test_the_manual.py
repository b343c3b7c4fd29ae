"""A newcomer does what her page of the manual says; every name in it in bold is on the pages."""

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Site, as_person, as_role
from .pictures import picture
from .steps import (
    add_treatment,
    close_meeting,
    expect_said,
    follow,
    go,
    link_named,
    make_case,
    number_of_case,
    onward,
    publish,
    submit,
    today,
    treatment,
    write,
    write_points,
)

MANUAL = Path(__file__).parents[2] / "brugervejledning"
TITLE = "Lørdagsåbent i jobcentret"
#: What a page calls things, without what is only read aloud and what says that one may skip it.
NAMED = """() => [...document.querySelectorAll(
        'a, button, summary, label, legend, h1, h2, h3, th, p.form-label, span.form-label')]
    .map(e => { const c = e.cloneNode(true);
        c.querySelectorAll('.sr-only, .optional, .bell-count, svg').forEach(x => x.remove());
        return c.textContent.replace(/\\s+/g, ' ').trim(); })"""


def picture_below(page: Page, name: str, heading: str = "") -> None:
    """A picture of the page from its title on, or from another heading."""
    level = {} if heading else {"level": 1}
    place = page.get_by_role("heading", name=heading or None, **level).first
    place.evaluate("element => element.scrollIntoView({block: 'start'})")
    picture(page, name)


class Reader:
    """Somebody with a page of the manual in her hand, who notes the names she meets."""

    def __init__(self, page: Page, name: str):
        text = (MANUAL / f"{name}.md").read_text(encoding="utf-8")
        bold = re.findall(r"\*\*(.+?)\*\*", text)
        # What ends as a sentence is said with weight; the rest are names.
        self.wanted = {each for each in bold if not each.endswith((".", ":"))}
        self.page = page
        self.met: set[str] = set()

    def look(self) -> None:
        """Note what the page calls things, when its programs have run."""
        self.page.wait_for_load_state()
        self.met |= set(self.page.evaluate(NAMED))

    def look_at(self, path: str) -> None:
        """Open an address and look."""
        go(self.page, path)
        self.look()

    def follow(self, name: str) -> None:
        """Follow a link, and look before, when it is there, and after."""
        link = link_named(self.page, name)
        link.wait_for()
        self.look()
        onward(link)
        self.look()

    def press(self, name: str, *, stays: bool = False) -> None:
        """Press a button, and look before, when it is there, and after: on the page that answers,
        unless a program does it and the page `stays`.
        """
        button = self.page.get_by_role("button", name=name, exact=True)
        button.wait_for()
        self.look()
        if stays:
            button.click()
        else:
            onward(button)
        self.look()

    def found_everything(self) -> None:
        """Every name in bold has been met."""
        assert self.wanted
        assert self.wanted - self.met == set()


@pytest.fixture
def page(own_site: Site, open_page) -> Page:
    return open_page(own_site)


def test_the_case_officer_creates_sends_and_routes_a_case(page: Page):
    reader = Reader(as_role(page, "sagsbehandler"), "sagsbehandler")
    picture(page, "mit-arbejde")
    reader.follow("Sager")
    reader.follow("Ny sag")
    picture(page, "ny-sag")
    case = make_case(
        page,
        body="Arbejdsmarkedsudvalget",
        template="Kort sagsfremstilling",
        title=TITLE,
        has_money=True,
    )
    reader.look()
    told = "Jobcentret har siden maj haft åbent om lørdagen. Brugen opgøres om et år."
    write(page, {"Sagsfremstilling": told})
    write_points(page, "at åbningstiden om lørdagen bliver permanent.")
    picture(page, "skriv-sagen")
    reader.look_at(f"/sager/{case}/tal/indsaet/")
    reader.look_at(f"/sager/{case}/tal/indsaet/?tal=reversal_rate")
    go(page, f"/sager/{case}/skriv/")
    reader.follow("Læs sagen")

    reader.follow("Skriv bevillingspåtegningen")
    picture_below(page, "bevillingspaategning")
    go(page, f"/sager/{case}/")
    reader.follow("Vedlæg og ordn filer")
    table = {"name": "Besøg.csv", "mimeType": "text/csv", "buffer": b"maaned;besoeg\nmaj;12\n"}
    page.locator("input[type=file]").first.set_input_files(table)
    reader.press("Vedlæg")
    expect(page.get_by_text("Besøg.csv").first).to_be_visible()
    reader.look()

    go(page, f"/sager/{case}/")
    reader.follow("Bed om økonomipåtegning")
    reader.press("Bed om påtegning")
    expect_said(page, "Økonomi har fået besked.")

    go(page, f"/sager/{case}/")
    reader.follow("Send til godkendelse")
    reader.press("Send sagen")
    expect_said(page, "Sagen er sendt til godkendelse.")

    expect(page.locator("main")).to_contain_text("Løfter i sagens tekst")
    reader.follow("Se og læg hele vejen")
    add_treatment(page, "Arbejdsmarkedsudvalget", "Indstilling")
    add_treatment(page, "Byrådet", "Beslutning", settles=True)
    reader.press("Tag alle foreslåede datoer")
    for body in ("Arbejdsmarkedsudvalget", "Byrådet"):
        expect(treatment(page, body)).to_contain_text("På et møde")
    picture_below(page, "sagens-gang")

    go(page, f"/sager/{case}/")
    reader.follow("Send sagen i høring")
    page.get_by_label("Handicaprådet").check(force=True)
    page.get_by_label("Frist", exact=True).fill((today() + timedelta(days=3)).isoformat())
    page.get_by_label("Ryk dem").fill("")
    reader.press("Send i høring")
    expect_said(page, "Høringen er sendt til 1")
    reader.look()
    picture_below(page, "hoeringen")

    go(page, "/arbejde/")
    reader.follow("Følg op: Sygedagpengene belyses særskilt ved næste opfølgning")
    reader.press("Begynd")
    page.locator("summary", has_text="Meld tilbage").click()
    page.get_by_label("Hvad det førte til").fill("Afsnittet er skrevet.")
    reader.press("Send tilbagemeldingen")
    expect_said(page, "Sekretæren har fået tilbagemeldingen.")

    go(page, "/sager/")
    follow(page, "Regnskab for udvalgets område")
    reader.follow("Genbrug")
    reader.press("Opret kladden")
    reader.found_everything()


def test_the_manager_approves_or_returns(page: Page):
    reader = Reader(as_role(page, "leder"), "leder")
    reader.follow("Til godkendelse")
    follow(page, "3. bevillingsrevision")
    reader.look()
    picture_below(page, "godkend")
    reader.look_at(f"/sager/{number_of_case(page)}/")
    reader.look_at("/konto/")
    reader.found_everything()


def test_the_finance_reviewer_gives_a_statement(page: Page):
    reader = Reader(as_role(page, "oekonomikonsulent"), "oekonomikonsulent")
    reader.follow("Økonomipåtegninger")
    onward(page.locator("main table a").first)
    picture_below(page, "oekonomipaategning")
    reader.press("Intet at bemærke")
    expect_said(page, "Økonomipåtegningen er givet.")
    reader.follow("Bevillingsrevisioner")
    onward(page.locator("main table a", has_text="3. bevillingsrevision"))
    reader.look()
    reader.found_everything()


def being_built(page: Page) -> Locator:
    """The committee's agenda that is not sent yet, in the list of meetings."""
    row = page.locator("li.row-line", has_text="Arbejdsmarkedsudvalget")
    state = re.compile("Under udarbejdelse|Gennemgået af formanden")
    return row.filter(has_text=state).get_by_role("link")


def test_the_chair_goes_through_the_agenda(page: Page, own_site: Site):
    reader = Reader(as_person(page, own_site, "Samira Toft Haddad"), "formand")
    reader.follow("Møder")
    onward(being_built(page))
    reader.follow("Gennemgå dagsordenen")
    page.get_by_role("textbox", name="Kommentar").fill("Sæt gerne besøget først på dagen.")
    picture(page, "gennemgang")
    reader.press("Send bemærkningen")
    reader.press("Jeg har gennemgået dagsordenen")
    reader.follow("Udvalg")
    reader.follow("Arbejdsmarkedsudvalget")
    reader.follow("Skriv en, eller se dem alle")
    reader.found_everything()


def test_the_secretary_puts_a_case_on_a_meeting_and_writes_the_decision(page: Page):
    reader = Reader(as_role(page, "sekretaer"), "sekretaer")
    reader.look_at("/hoeringer/")
    reader.follow("Glemt?")
    picture_below(page, "glemt")
    follow(page, "Åbne værksteder sammen med biblioteket")
    reader.look()
    if page.get_by_role("link", name="Se og læg hele vejen").count():
        reader.follow("Se og læg hele vejen")
    body = "Kultur- og Fritidsudvalget"
    follow(treatment(page, body), f"Dato og plads: {body}")
    reader.look()
    page.go_back()
    reader.press("Tag alle foreslåede datoer")
    expect(treatment(page, body)).to_contain_text("På et møde")
    follow(treatment(page, body), f"Skriv beslutningen: {body}")
    reader.look()
    picture_below(page, "beslutning")
    page.get_by_label("Gængse vendinger").select_option(label="Godkendt.")
    reader.press("Gem beslutningen")
    expect_said(page, f"Det er skrevet, hvad {body} besluttede.")
    reader.look()
    follow(page, "Sager")
    follow(page, "Åbne værksteder sammen med biblioteket")
    reader.look()
    the_secretary_builds_and_holds(page, reader)
    the_secretary_locks_and_publishes(page, reader)
    the_secretary_follows_up(page, reader)
    reader.found_everything()


def the_secretary_builds_and_holds(page: Page, reader: Reader) -> None:
    """The agenda that is being built, and the meeting of today."""
    reader.follow("Møder")
    onward(being_built(page))
    meeting = urlsplit(page.url).path
    reader.follow("Byg dagsordenen")
    picture(page, "byg-dagsordenen")
    reader.look_at(meeting)
    reader.follow("Tjek og send dagsordenen")
    if page.get_by_role("button", name="Send dagsordenen").count():
        reader.press("Send dagsordenen")
    held = f"/moeder/arbejdsmarkedsudvalget/{today().isoformat()}/"
    reader.look_at(held)
    reader.follow("Til mødeskærmen")
    reader.press("Åbn mødet")
    reader.press("Begynd med første punkt", stays=True)
    place = page.locator(".hold-place").first
    place.get_by_role("button", name="Gik").first.click()
    expect(place.get_by_role("button", name="Kom").first).to_be_visible()
    reader.look()
    picture(page, "moedeskaermen")


def the_secretary_locks_and_publishes(page: Page, reader: Reader) -> None:
    """The meeting of today ends; its minutes are locked, and everybody reads them."""
    page.reload()
    page.locator("summary", has_text="Mange punkter på én gang").click()
    many = page.locator("details", has=page.get_by_role("button", name="Beslut de valgte punkter"))
    for box in many.get_by_role("checkbox").all():
        box.check()
    many.get_by_label("Beslutning").select_option(label="Intet til referat.")
    submit(page, "Beslut de valgte punkter")
    reader.look()
    close_meeting(page)
    reader.look_at(f"/moeder/arbejdsmarkedsudvalget/{today().isoformat()}/")
    reader.follow("Læs referatet")
    page.get_by_label("Jeg har læst referatet").check()
    reader.press("Lås referatet")
    expect_said(page, "Referatet er låst.")
    reader.look()
    reader.follow("Offentliggør")
    publish(page, "referatet")
    reader.look()


def the_secretary_follows_up(page: Page, reader: Reader) -> None:
    """What was asked for, in parts and on an agenda; what cases promise; the list of § 16."""
    reader.follow("Opfølgning")
    picture(page, "opfoelgning")
    reader.follow("Job på få timer evalueres i tre dele")
    follow(page, "Tilføj en del")
    page.go_back()
    reader.follow("Sæt på dagsordenen som tilbagemelding")
    reader.look_at("/opfoelgning/?slags=analysis")
    reader.follow("Analyse af sygedagpengene i fire dele")
    reader.look_at("/opfoelgning/loefter/")
    reader.look_at("/opfoelgning/")
    reader.follow("Mødelister (§ 16)")
    onward(page.locator("main .rows a").first)
    reader.look()


def test_the_council_that_is_heard_answers(page: Page, own_site: Site):
    reader = Reader(as_person(page, own_site, "Inger Marie Solbakke"), "hoeringspart")
    reader.follow("Høringer")
    go(page, "/arbejde/")
    onward(page.locator("main table a").first)
    reader.look()
    picture_below(page, "hoeringssvar", "Skriv svaret")
    reader.press("Ingen bemærkninger")
    expect_said(page, "Svaret er sendt.")
    reader.found_everything()


def test_the_member_follows_a_case(page: Page):
    reader = Reader(as_role(page, "medlem"), "medlem")
    reader.follow("Udvalg")
    reader.look_at("/beskeder/")
    reader.look_at("/sager/")
    onward(page.locator("main table a").first)
    reader.look()
    reader.follow("Opfølgning")
    reader.follow("Job på få timer evalueres i tre dele")
    reader.found_everything()


def test_the_administrator_finds_what_she_keeps(page: Page):
    reader = Reader(as_role(page, "administrator"), "administrator")
    reader.follow("Administration")
    picture(page, "administration")
    reader.follow("Brugere")
    onward(page.locator("main table a").first)
    reader.look()
    reader.look_at("/administration/brugere/ny/")
    reader.look_at("/administration/personer/")
    reader.look_at("/administration/udvalg/arbejdsmarkedsudvalget/")
    reader.found_everything()


def test_the_analyst_loads_figures_and_releases_a_report(page: Page):
    reader = Reader(as_role(page, "analytiker"), "analytiker")
    reader.follow("Ledelsesinformation")
    the_analyst_loads(page, reader)
    reader.look_at("/ledelsesinformation/?noegletal=reversal_rate")
    reader.follow("Hvad tæller det?")
    reader.look_at("/ledelsesinformation/prognose/")
    reader.look_at("/ledelsesinformation/")
    reader.follow("Rapporter")
    the_analyst_reports(page, reader)
    reader.found_everything()


def the_analyst_loads(page: Page, reader: Reader) -> None:
    """A file of appeals is read, looked at, counts, and is withdrawn."""
    reader.follow("Indlæs tal")
    page.get_by_label("Hvad er det for tal").select_option("table")
    text = "År;Omgjorte\n2023;20\n2024;25\n"
    table = {"name": "omgjorte.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.locator("input[type=file]").first.set_input_files(table)
    reader.press("Læs filen")
    button = page.get_by_role("button", name="Indlæs", exact=True)
    columns = page.get_by_role("link", name="Vælg kolonnerne")
    expect(columns).to_be_visible()
    reader.look()
    for box in page.locator("main form").get_by_role("checkbox").all():
        box.check()
    onward(button)
    reader.look_at("/tal/indlaes/")
    loaded = page.get_by_role("row", name=re.compile("omgjorte.csv"))
    onward(loaded.get_by_role("link", name=re.compile("^Træk tilbage")))
    page.get_by_label("Hvorfor").fill("Det var en prøve.")
    reader.press("Træk tilbage")
    expect(loaded).to_contain_text("Det var en prøve.")


def the_analyst_reports(page: Page, reader: Reader) -> None:
    """A report of one section is released for a period and becomes a case."""
    reader.follow("Ny rapport")
    page.get_by_label("Titel").fill("Ankesager i året")
    page.get_by_label("Udvalg").select_option(label="Arbejdsmarkedsudvalget")
    submit(page, "Lav")
    reader.follow("Nyt afsnit")
    page.get_by_label("Overskrift").fill("Omgørelse")
    page.get_by_label("Nøgletal").select_option("reversal_rate")
    page.get_by_label("Pr.", exact=True).select_option("year")
    page.get_by_label("Dine ord").fill("Færre sager bliver lavet om.")
    submit(page, "Gem")
    period = page.get_by_label("Periode")
    # A field to write in, or a list to choose from.
    if period.evaluate("element => element.tagName") == "SELECT":
        period.select_option("2025")
    else:
        period.fill("2025")
    reader.press("Forhåndsvis")
    reader.press("Frigiv rapporten")
    expect_said(page, "Rapporten er frigivet.")
    reader.look()
    follow(page.locator("main"), "Ankesager i året, 2025")
    expect(page.locator("main figure[data-figure]")).to_have_count(1)
    reader.look()


def test_what_everybody_has_is_there(page: Page):
    reader = Reader(as_role(page, "leder"), "index")
    reader.follow("Hjælp")
    expect(page.get_by_role("heading", level=1, name="Leder")).to_be_visible()
    reader.look_at("/arbejde/")
    reader.look_at("/beskeder/")
    reader.look_at("/konto/")
    reader.found_everything()
