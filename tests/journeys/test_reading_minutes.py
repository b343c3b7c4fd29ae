"""A reader's journeys: from an empty archive to an item, from the front page to a source."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

FILE = "src/sagsgang/web/example/minutes/arbejdsmarkedsudvalget-2025-05-05.txt"


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_from_an_empty_archive_to_an_item(empty_site, open_page, root: Path, tmp_path: Path):
    (tmp_path / "tom.txt").write_bytes(b"")
    page = open_page(empty_site, java_script_enabled=False)
    expect(page.get_by_text("Der er endnu ingen dokumenter i arkivet")).to_be_visible()
    expect(page.get_by_text("./sagsgang import")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Tilføj dokumenter").click()
    page.get_by_label("Filer").set_input_files([root / FILE, tmp_path / "tom.txt"])
    page.get_by_label("Kommune").fill("Nørreskov Kommune")
    page.get_by_role("button", name="Læs filerne").click()
    assert heading(page) == "2 filer"
    expect(page.get_by_text("Tilføjet", exact=True)).to_be_visible()
    expect(page.get_by_text("Ikke læst", exact=True)).to_be_visible()
    page.get_by_role("link", name="Arbejdsmarkedsudvalget 2025-05-05").click()
    assert heading(page).startswith("Arbejdsmarkedsudvalget")
    page.get_by_role("link", name="Punkt 37").click()
    assert heading(page) == "Orientering om ankestatistik for 2024"
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_text("Tallene står forskudt").last).to_be_visible()


def test_a_double_click_adds_once(empty_site, open_page, root: Path):
    page = open_page(f"{empty_site}/tilfoej/")
    page.get_by_label("Filer").set_input_files(root / FILE)
    page.get_by_role("button", name="Læs filerne").dblclick()
    page.wait_for_url(re.compile(r"/tilfoej/[0-9a-f-]{36}/"))
    expect(page.get_by_text("Tilføjet", exact=True)).to_be_visible()
    page.goto(f"{empty_site}/kommuner/")
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".card")).to_contain_text("1 møde")


def test_from_the_front_page_to_the_line_in_the_source(example_site, open_page):
    page = open_page(example_site, java_script_enabled=False)
    page.get_by_role("link", name="Nørreskov Kommune").first.click()
    page.get_by_role("link", name="Arbejdsmarkedsudvalget").click()
    page.get_by_role("link", name="Mandag den 5. maj 2025").click()
    page.get_by_role("link", name="Punkt 37").click()
    finding = page.locator("article.finding", has_text="F02")
    finding.get_by_text("Hvad F02 ser efter").click()
    expect(finding.get_by_role("link", name="Hele siden om F02")).to_be_visible()
    expect(page.locator("td mark")).to_have_count(4)
    finding.get_by_role("link", name=re.compile("^linje")).click()
    assert re.search(r"/kilde/#L\d+$", page.url)
    expect(page.locator("li:target")).to_be_in_viewport()


def test_a_case_is_followed_from_body_to_body(example_site, open_page):
    page = open_page(f"{example_site}/noerreskov/arbejdsmarkedsudvalget/2025-05-05/punkt/38/")
    stations = page.locator(".timeline .station")
    expect(stations).to_have_count(4)
    expect(page.locator(".station-now")).to_contain_text("Arbejdsmarkedsudvalget")
    page.locator(".timeline").get_by_role("link", name="Byrådet").click()
    assert page.url.endswith("/noerreskov/byraadet/2025-05-27/punkt/6/")


def test_the_recommendation_is_answered_point_by_point(example_site, open_page):
    page = open_page(f"{example_site}/noerreskov/arbejdsmarkedsudvalget/2025-05-05/punkt/38/")
    rows = page.locator(".beside-row")
    expect(rows).to_have_count(3)
    for row in rows.all():
        expect(row.locator(".beside-answer")).to_contain_text("Anbefalet")
        point, answer = (
            row.locator(css).bounding_box() for css in (".beside-point", ".beside-answer")
        )
        assert answer["x"] >= point["x"] + point["width"]


def test_items_follow_each_other(example_site, open_page):
    page = open_page(f"{example_site}/noerreskov/arbejdsmarkedsudvalget/2025-05-05/punkt/37/")
    page.get_by_role("link", name="Næste punkt").click()
    assert page.url.endswith("/punkt/38/")
    page.get_by_role("link", name="Forrige punkt").click()
    assert page.url.endswith("/punkt/37/")


def test_english_is_chosen_and_kept(example_site, open_page):
    page = open_page(f"{example_site}/kommuner/", java_script_enabled=False)
    assert heading(page) == "Kommuner"
    page.get_by_role("button", name="English").click()
    assert page.url == f"{example_site}/kommuner/"
    assert heading(page) == "Municipalities"
    page.goto(f"{example_site}/noerreskov/arbejdsmarkedsudvalget/2025-05-05/punkt/37/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_attribute("lang", "da")
    page.get_by_role("button", name="Dansk").click()
    expect(page.locator("html")).to_have_attribute("lang", "da")
