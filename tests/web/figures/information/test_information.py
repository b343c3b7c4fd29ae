"""Ledelsesinformation: what a reader finds, what is not shown her, and what she may fetch."""

import csv
import io
import json
import re

import pytest
from django.urls import reverse
from lxml import html

from sagsgang.web.bodies.models import Municipality

PAGE = "/ledelsesinformation/"


def _read(client, address=PAGE, **given):
    answer = client.get(address, given)
    assert answer.status_code == 200, answer.status_code
    return html.fromstring(answer.content.decode())


def _words(page):
    return " ".join(page.text_content().split())


def test_nothing_loaded_is_said_with_where_to_load_it(world, signed_in):
    words = _words(_read(signed_in(world.people["case_officer"])))
    assert "Der er ikke indlæst tal for Ny Kommune endnu" in words
    assert "En analytiker eller en økonomikonsulent indlæser dem." in words


def test_key_figures_picture_table_words_and_source(figures, signed_in):
    page = _read(signed_in(figures.people["case_officer"]), noegletal="reversal_rate")
    words = _words(page)
    assert "26,6 pct. i 2025: faldt 5,0 pct. point siden 2024." in words
    assert "Foreløbige tal: 2025." in words
    assert "Kilde: opdigtet, tal-1.csv, hentet 15. januar 2026" in words
    pictures = page.xpath("//figure//*[local-name()='svg']")
    assert [each.get("role") for each in pictures] == ["img", "img"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for each in pictures:
        title, desc = each.get("aria-labelledby").split()
        assert page.get_element_by_id(title).text.startswith("Omgørelsesprocent")
        assert "pct." in page.get_element_by_id(desc).text
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//table//tr")]
    assert [" ".join(cell.split()) for cell in rows[0]] == ["Lov", "2023", "2024", "2025 (f)"]
    assert rows[1:] == [
        ["LAB", "33,3", "28,6", "16,7"],
        ["SDP", "40,0", "33,3", "32,8"],
        ["I alt", "37,5", "31,6", "26,6"],
    ]


def test_limited_to_a_committee_and_a_period_without_javascript(figures, signed_in):
    client = signed_in(figures.people["member"])
    page = _read(
        client, noegletal="over_budget", udvalg="Havneudvalget", pr="kvartal", til="2025Q3"
    )
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//table//tr")]
    assert rows[0][1:] == ["1. kvartal 2025", "2. kvartal 2025", "3. kvartal 2025"]
    assert rows[-1] == ["I alt", "-10,0", "-8,0", "-6,0"]
    words = _words(page)
    assert "+ er merforbrug, - er mindreforbrug." in words
    chosen = page.xpath("//form//option[@selected]/@value | //form//option[@selected]/text()")
    assert {"over_budget", "kvartal", "Havneudvalget", "2025Q3"} <= set(chosen)
    other = _words(_read(client, noegletal="reversal_rate", udvalg="Havneudvalget"))
    assert "opgøres ikke efter udvalg" in other


def test_few_people_are_marked_and_not_in_the_files(figures, signed_in):
    client = signed_in(figures.people["analyst"])
    given = {"noegletal": "recipients", "opdelt": "age"}
    page = _read(client, **given)
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//table//tr")]
    assert rows[1:] == [
        ["unge", "x", "6"],
        ["voksne", "x", "22"],
        ["ældre", "41", "40"],
        ["I alt", "64", "68"],
    ]
    assert "x vises ikke, fordi der er få personer bag." in _words(page)
    told = json.loads(client.get(f"{PAGE}data.json", given).content)
    assert {each["value"] for each in told["figures"]} == {None, "6", "22", "41", "40", "64", "68"}
    picture = client.get(f"{PAGE}billede/opdelt.svg", given).content.decode()
    assert "x" not in re.findall(r">([^<]*)</text>", picture), "of the last quarter, all is shown"


def test_what_is_fetched(figures, signed_in):
    client = signed_in(figures.people["analyst"])
    given = {"noegletal": "over_budget", "pr": "aar", "opdelt": "committee"}
    answer = client.get(f"{PAGE}data.csv", given)
    assert answer["Content-Disposition"] == 'attachment; filename="over_budget-2025-2025.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [(row["Gruppe"], row["Værdi"]) for row in rows] == [
        ("", "65000000"),
        ("Havneudvalget", "-35000000"),
        ("Økonomiudvalget", "100000000"),
    ]
    told = json.loads(client.get(f"{PAGE}data.json", given).content)
    assert told["origins"] == [
        {
            "load": 2,
            "source": "opdigtet",
            "file": "tal-2.csv",
            "sha256": f"{2:064}",
            "retrieved_at": "2026-01-15T09:00:00+00:00",
        }
    ]
    assert client.get(f"{PAGE}billede/opdelt.svg", given)["Content-Type"].startswith(
        "image/svg+xml"
    )
    assert client.get(f"{PAGE}billede/tid.svg", given).status_code == 404
    assert client.get(f"{PAGE}billede/andet.svg", given).status_code == 404


def test_what_an_indicator_counts(figures, signed_in):
    client = signed_in(figures.people["member"])
    words = _words(_read(client, f"{PAGE}indikator/reversal_rate/"))
    assert (
        "Omgørelsesprocent = (Ændrede og ophævede + Hjemviste) / (Stadfæstede + Ændrede og "
        "ophævede + Hjemviste) × 100 (pct.)"
    ) in words
    assert "En hjemvist sag kan ende med samme resultat" in words
    assert "202526,6 pct." in words
    assert "appeals.upheld" not in words, "what a program calls it is for those who load"
    analyst = signed_in(figures.people["analyst"])
    assert "appeals.upheld" in _words(_read(analyst, f"{PAGE}indikator/reversal_rate/"))
    over = _words(_read(client, f"{PAGE}indikator/over_budget/"))
    assert "Afvigelse fra budget = Forbrug - Budget (kr.)" in over


def test_every_indicator_has_its_page(world, signed_in):
    from sagsgang.figures.registry import all_indicators

    client = signed_in(world.people["case_officer"])
    for each in all_indicators():
        words = _words(_read(client, f"{PAGE}indikator/{each.id}/"))
        assert each.title in words
        assert "Der er ikke indlæst noget af det her." in words
    assert client.get(f"{PAGE}indikator/findes_ikke/").status_code == 404
    words = _words(_read(client, f"{PAGE}indikator/spend_rate/"))
    assert "Oprindeligt budget = 1.491.700.000" in words
    assert "Resultat: 46,2 pct." in words
    assert "spending" not in words


@pytest.mark.parametrize("address", ["", "data.csv", "data.json", "billede/tid.svg"])
def test_only_those_of_the_municipality_see_it(figures, signed_in, client, address):
    assert client.get(PAGE + address).status_code == 302
    assert signed_in(figures.people["stranger"]).get(PAGE + address).status_code == 403
    other = Municipality.objects.create(name="Fjern Kommune", slug="fjern", sort_key=b"f")
    found = signed_in(figures.people["member"]).get(PAGE + address, {"kommune": other.slug})
    assert found.status_code == 404


def test_the_menu_and_the_committees_page_lead_to_it(figures, signed_in):
    client = signed_in(figures.people["member"])
    body = figures.bodies["Havneudvalget"]
    page = _read(client, reverse("bodies:body", args=[body.slug]))
    assert PAGE in page.xpath("//nav//a/@href")
    cards = page.xpath("//section[h2='Nøgletal']//li")
    assert [" ".join(each.text_content().split()) for each in cards] == [
        "Afvigelse fra budget-11,0 mio. kr.mindreforbrug · 4. kvartal 2025faldt 5,0 mio. kr. "
        "siden 3. kvartal 2025"
    ]
    address = page.xpath("//section[h2='Nøgletal']//a/@href")[0]
    assert "Havneudvalget" in _words(_read(client, address))
    assert "Nøgletal" not in _words(
        _read(client, reverse("bodies:body", args=[figures.bodies["Byrådet"].slug]))
    )


def test_odd_addresses_give_a_page(figures, signed_in):
    client = signed_in(figures.people["member"])
    for given in (
        {"noegletal": "findes_ikke"},
        {"pr": "uge", "opdelt": "stjerne", "til": "i går"},
        {"udvalg": "Ingen\x00 steder", "noegletal": "over_budget"},
        {"til": "1990", "noegletal": "reversal_rate"},
        {"omraade": "x" * 900},
    ):
        _read(client, **given)
