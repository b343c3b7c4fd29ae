"""What people do on the pages of the workplace, as the journeys do it: by labels and buttons."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

MONTHS = ["januar", "februar", "marts", "april", "maj", "juni"]
MONTHS += ["juli", "august", "september", "oktober", "november", "december"]
PASTE = """(element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(
        new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""

Check = Callable[[], None]


def go(page: Page, path: str) -> None:
    """Open an address of the site that the page is on."""
    page.goto("/".join(page.url.split("/")[:3]) + path)


def press(page: Page | Locator, name: str) -> None:
    """Press the button of exactly that name."""
    page.get_by_role("button", name=name, exact=True).click()


def submit(page: Page | Locator, name: str) -> None:
    """Press the button of exactly that name, and wait until the page that answers is there: what
    goes on to another page at once would cut the sending off.
    """
    onward(page.get_by_role("button", name=name, exact=True))


def expect_said(page: Page, words: str) -> None:
    """The page says on top what was done."""
    expect(page.locator("main").get_by_role("status").get_by_text(words).first).to_be_visible()


def link_named(page: Page | Locator, name: str) -> Locator:
    """The link of exactly that name, as it is read aloud."""
    read = re.escape(name).replace(":", r"\s*:")
    return page.get_by_role("link", name=re.compile(f"^{read}$")).first


def today() -> date:
    """The day it is in Denmark, which in the night is another than the machine's."""
    return datetime.now(ZoneInfo("Europe/Copenhagen")).date()


def close_meeting(page: Page) -> None:
    """On the meeting screen: look what it does, and end the meeting."""
    page.locator("summary", has_text="Afslut mødet").click()
    press(page, "Ja, afslut mødet")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mødet er afsluttet")


def publish(page: Page, what: str) -> None:
    """Look what becomes public, and publish »referatet«, say, or »den nye udgave«."""
    page.locator("summary", has_text=f"Offentliggør {what}").click()
    press(page, f"Ja, offentliggør {what}")
    expect_said(page, "Det er offentliggjort.")


def onward(clicked: Locator) -> None:
    """Click the link or button, and wait until the page that answers is there."""
    with clicked.page.expect_navigation():
        clicked.click()


def follow(page: Page | Locator, name: str) -> None:
    """Follow the link of exactly that name, and wait until the other page is there."""
    onward(link_named(page, name))


def number_of_case(page: Page) -> int:
    """The case that the address of the page names."""
    found = re.search(r"/sager/(\d+)/", page.url)
    assert found, page.url
    return int(found[1])


def make_case(
    page: Page,
    *,
    body: str,
    template: str,
    title: str,
    kind: str = "Beslutning",
    number: str = "",
    has_money: bool = False,
) -> int:
    """A new case from a template; the page where it is written is open afterwards."""
    go(page, "/sager/")
    follow(page, "Ny sag")
    page.get_by_label("Udvalg", exact=True).select_option(label=body)
    page.get_by_label("Skabelon", exact=True).select_option(label=template)
    page.get_by_label("Titel", exact=True).fill(title)
    page.get_by_label("Sagens art").select_option(label=kind)
    if number:
        page.get_by_label("Sagsnummer").fill(number)
    if has_money:
        page.get_by_text("Sagen har økonomiske konsekvenser").click()
    press(page, "Opret sagen")
    expect(page.locator("h1")).to_contain_text(title)
    return number_of_case(page)


def section(page: Page, heading: str) -> Locator:
    """The part of the writing page that has this heading."""
    return page.get_by_role("region", name=heading, exact=True)


def editor(page: Page, heading: str) -> Locator:
    """The field where the section is written, when the page has made it."""
    named = page.get_by_role("textbox", name=heading, exact=True)
    return page.locator('[contenteditable="true"]').and_(named)


def write(page: Page, texts: Mapping[str, str]) -> None:
    """Write the sections, plain words or HTML as pasted from elsewhere, and wait until saved."""
    for heading, text in texts.items():
        field = editor(page, heading)
        field.click()
        if text.startswith("<"):
            field.evaluate(PASTE, text)
        else:
            page.keyboard.type(text)
        saved(page, heading)


def saved(page: Page, heading: str) -> None:
    """Press the section's own button and see that the server has it."""
    section(page, heading).get_by_role("button", name=f"Gem {heading}", exact=True).click()
    expect(page.locator("#gemt")).to_have_text(re.compile("^Gemt kl"))


def nothing(page: Page, heading: str) -> None:
    """The section's own words for having nothing to say, in one click."""
    section(page, heading).locator("form.nothing button").click()
    expect(section(page, heading).locator("form.nothing button")).to_be_hidden()


def write_points(page: Page, *points: str, choices: Sequence[str] = ()) -> None:
    """The points of the recommendation; `choices` name the choice that each belongs to."""
    for number, text in enumerate(points, start=1):
        page.get_by_label(re.compile(rf"^(Nyt punkt|Punkt) {number}$")).fill(text)
        if choices:
            row = page.locator(".point-row").nth(number - 1)
            row.get_by_label("Alternativer").select_option(label=f"En del af valg {choices[0]}")
            choices = choices[1:]
    press(page, "Gem punkterne")
    expect(page.locator("#gemt")).to_have_text(re.compile("^Gemt kl"))


def send_for_approval(page: Page, case: int) -> None:
    """As its officer: the case goes to the manager."""
    go(page, f"/sager/{case}/")
    follow(page, "Send til godkendelse")
    press(page, "Send sagen")
    expect_said(page, "Sagen er sendt til godkendelse.")


def approve(page: Page, title: str) -> None:
    """As the manager: from the list of what waits for her."""
    go(page, "/sager/til-godkendelse/")
    follow(page, title)
    press(page, "Godkend sagen")
    expect(page.get_by_role("status").first).to_contain_text("godkendt")


def add_treatment(
    page: Page, body: str, does: str, *, beside: str = "", settles: bool = False
) -> None:
    """One more treatment on the way that the page shows (a case's or a template's)."""
    box = page.locator(".way-box", has=page.get_by_role("button", name="Sæt på vejen"))
    box.get_by_label("Udvalg", exact=True).select_option(label=body)
    box.get_by_label("Hvad udvalget skal med sagen").select_option(label=does)
    if beside:
        where = box.get_by_label("Hvor på vejen")
        name = where.locator("option", has_text=f"Side om side med {beside}").first
        where.select_option(value=name.get_attribute("value"))
    if settles:
        box.get_by_text("Afgør sagen").click()
    box.get_by_role("button", name="Sæt på vejen").click()
    expect(treatment(page, body)).to_be_visible()


def treatment(page: Page, body: str) -> Locator:
    """The card of a body's treatment on the way (or its line in a template)."""
    named = page.get_by_text(body, exact=True)
    return page.locator(".way-card, .way-template > li").filter(has=named).first


def day_of(card: Locator) -> date:
    """The day that a treatment's card shows."""
    return date.fromisoformat(card.locator("time").first.get_attribute("datetime")[:10])


def record_decision(
    page: Page, case: int, body: str, words: str, *, absent: str = "", item: str = ""
) -> None:
    """As secretary: write what the body decided, from the case's way."""
    go(page, f"/sager/{case}/vej/")
    follow(treatment(page, body), f"Skriv beslutningen: {body}")
    page.get_by_label("Mødedag").fill(today().isoformat())
    page.get_by_label("Punktnummer").fill(item)
    page.get_by_label("Beslutningen, ord for ord").fill(words)
    page.get_by_label("Fraværende").fill(absent)
    press(page, "Gem beslutningen")
    expect_said(page, f"Det er skrevet, hvad {body} besluttede.")


def written(day: date) -> str:
    """`12. maj 2025`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
