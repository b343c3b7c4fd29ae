"""The forecast on its page: what is expected, how wrong it was, and what the reader assumes."""

from pathlib import Path

import pytest
from lxml import html
from tests.figures.forecast.test_spending import ledger
from tests.figures.small_store import AREA, filled

from sagsgang.figures.registry import indicator

PAGE = "/ledelsesinformation/prognose/"


@pytest.fixture
def spent(figures, settings, monkeypatch):
    """The world with a ledger of nearly three years."""
    filled(Path(settings.SAGSGANG_DATA) / "figures", ledger(), source="ledger")
    own = "sagsgang.web.figures.information"
    monkeypatch.setattr(f"{own}.expecting.area_of", lambda home: AREA)
    shown = (indicator("spending_to_date"), indicator("reversal_rate"))
    monkeypatch.setattr(f"{own}.cards.all_indicators", lambda: shown)
    return figures


def _read(client, address=PAGE, **given):
    answer = client.get(address, given)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def _words(page):
    return " ".join(" ".join(page.xpath("//main//text()")).split())


def _facts(page):
    names, told = (page.xpath(f"//main//dl//{tag}/text()") for tag in ("dt", "dd"))
    return dict(zip(names, told, strict=True))


def test_what_is_expected_with_its_error_beside_it(spent, signed_in):
    page = _read(signed_in(spent.people["member"]), udvalg="Havneudvalget")
    facts = _facts(page)
    assert facts["Ventet for hele året"] == "624.000 kr."
    assert facts["Korrigeret budget"] == "602.000 kr."
    assert facts["Skøn fra økonomi (august 2025)"] == "610.000 kr."
    assert facts["Gennemsnitlig fejl"] == (
        "0 kr. pr. måned (0,0 pct.), afprøvet fra 7 tidligere tidspunkter"
    )
    assert facts["Metode"] == "samme måned året før, justeret til det seneste års niveau"
    words = _words(page)
    assert "624.000 kr. ventes for hele året: merforbrug på 22.000 kr. i forhold til det" in words
    assert "14.000 kr. over skønnet fra økonomi." in words
    assert "Kilde: Økonomiudtræk, tal-3.csv, hentet 15. januar 2026." in words
    assert "Intet: året fortsætter som hidtil." in words
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//table//tr")]
    assert rows[1:] == [
        ["oktober 2025", "54.000", "54.000", "54.000"],
        ["november 2025", "60.000", "60.000", "60.000"],
        ["december 2025", "70.000", "70.000", "70.000"],
        ["I alt", "184.000", "184.000", "184.000"],
    ]
    assert "Prognose for december 2025" in page.xpath("//figcaption")[0].text


def test_assumptions_are_listed_and_stay_in_the_form(spent, signed_in):
    client = signed_in(spent.people["member"])
    given = {"udvalg": "Havneudvalget", "vaekst": "10", "beloeb": "-2.000", "maaned": "2025M11"}
    page = _read(client, **given)
    words = _words(page)
    assert "vækst på 10 pct. i resten af året" in words
    assert "engangsindtægt på 2.000 kr. i november 2025" in words
    assert _facts(page)["Ventet for hele året"] == "640.400 kr."
    kept = {e.get("name"): e.get("value") for e in page.xpath("//main//form//input")}
    assert (kept["vaekst"], kept["beloeb"]) == ("10", "-2.000")
    chosen = page.xpath("//main//form//option[@selected]/@value[. != '']")
    assert chosen == ["Havneudvalget", "2025M11"]
    million = _read(client, udvalg="Havneudvalget", beloeb="1,5 mio. kr.", maaned="2025M12")
    assert _facts(million)["Ventet for hele året"] == "2,1 mio. kr."


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"vaekst": "meget"}, "Skriv et tal fra -100 til 100"),
        ({"vaekst": "101"}, "Skriv et tal fra -100 til 100"),
        ({"beloeb": "9" * 30}, "Skriv et beløb"),
        ({"beloeb": "1.5"}, "Skriv et beløb"),
    ],
)
def test_what_is_no_assumption_is_said_at_its_field(spent, signed_in, given, told):
    page = _read(signed_in(spent.people["member"]), **given)
    (name,) = given
    field = page.xpath(f"//main//form//*[@name='{name}']")[0]
    assert field.get("aria-invalid") == "true"
    assert told in page.get_element_by_id(field.get("aria-describedby")).text_content()
    assert not page.xpath("//main//table")


def test_odd_addresses_give_a_page(spent, signed_in):
    client = signed_in(spent.people["member"])
    for given in ({"udvalg": "Ingen\x00steder"}, {"maaned": "2031M01"}, {"omraade": "x" * 900}):
        _read(client, **given)


def test_economy_leads_to_it_and_others_do_not_see_it(spent, signed_in, client):
    member = signed_in(spent.people["member"])
    page = _read(member, "/ledelsesinformation/", udvalg="Havneudvalget")
    address = page.xpath("//a[.='Prognose for årets forbrug']/@href")[0]
    assert "Forbrug 2025, Havneudvalget" in _words(_read(member, address))
    assert client.get(PAGE).status_code == 302
    assert signed_in(spent.people["stranger"]).get(PAGE).status_code == 403


def test_nothing_to_forecast_from_is_said(figures, signed_in):
    words = _words(_read(signed_in(figures.people["member"])))
    assert "Der er ikke indlæst forbrug pr. måned for Ny Kommune endnu." in words
