"""What a reader chooses between: what fits what she looks at, and of whom each key figure is."""

from pathlib import Path

import pytest
from lxml import html
from tests.figures.small_store import filled, observation

from sagsgang.figures.observation import Unit
from sagsgang.figures.registry import indicator

PAGE = "/ledelsesinformation/"
HAVN = "Havneudvalget"


def ledger():
    """Two years' budgets of a committee, spent to October of the second."""
    for year in ("2025", "2026"):
        yield observation("ledger.original_budget", year, 120_000_000, Unit.KR, committee=HAVN)
        for month in range(1, 13 if year == "2025" else 11):
            period = f"{year}M{month:02}"
            yield observation(
                "ledger.spending", period, 9_000_000, Unit.KR, committee=HAVN, frame="transfer"
            )
    yield observation(
        "ledger.supplementary_appropriation", "2026M04", 6_000_000, Unit.KR, committee=HAVN
    )


@pytest.fixture
def member(figures, signed_in, settings, monkeypatch):
    """A member, with a ledger beside the appeals."""
    filled(Path(settings.SAGSGANG_DATA) / "figures", ledger(), source="ledger")
    shown = tuple(map(indicator, ("adjusted_budget", "spending_to_date", "reversal_rate")))
    name = "sagsgang.web.figures.information.cards.all_indicators"
    monkeypatch.setattr(name, lambda: shown)
    return signed_in(figures.people["member"])


def _read(client, **given):
    answer = client.get(PAGE, given)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def _cards(page):
    return {
        card.xpath("string(a)"): " ".join(card.text_content().split())
        for card in page.xpath("//ul[@class='figures-cards']/li")
    }


def _chosen(page, name):
    return page.xpath(f"string(//select[@name='{name}']/option[@selected]/@value)")


def _options(page, name):
    return page.xpath(f"//select[@name='{name}']/option/@value")


def _asked(page):
    """What the first form sends."""
    return dict(page.xpath("//form[contains(@class, 'figures-filter')]")[0].form_values())


def test_a_card_is_of_the_newest_month_that_is_loaded(member):
    cards = _cards(_read(member))
    assert (
        "126,0 mio. kr.oktober 2026steg 6,0 mio. kr. siden oktober 2025"
        in (cards["Korrigeret budget"])
    )
    assert "90,0 mio. kr.oktober 2026uændret siden oktober 2025" in cards["Forbrug siden januar"]


def test_what_is_of_the_whole_municipality_says_so_beside_a_committees_own(member):
    page = _read(member, udvalg=HAVN)
    cards = _cards(page)
    assert "hele kommunen" in cards["Omgørelsesprocent"]
    assert "hele kommunen" not in cards["Korrigeret budget"]
    assert page.xpath("//section[h2='Økonomi']//a[.='Korrigeret budget']")
    whole = page.xpath("//section[h2='Ankesager, hele kommunen']")
    assert [each.xpath("string(.//li/a)") for each in whole] == ["Omgørelsesprocent"]
    heads = [each.text_content() for each in page.xpath("//section[.//ul]/h2")]
    assert heads.index("Økonomi") < heads.index("Ankesager, hele kommunen")
    assert not any("hele kommunen" in card for card in _cards(_read(member)).values())


def test_the_answer_stands_before_the_other_key_figures(member):
    page = _read(member, noegletal="reversal_rate")
    order = [
        "table" if each.tag == "table" else "cards"
        for each in page.iter("table", "ul")
        if each.tag == "table" or "figures-cards" in each.classes
    ]
    assert order == ["table", "cards", "cards"]
    assert not _read(member).xpath("//table")


def test_the_choices_are_those_of_the_indicator(member):
    page = _read(member, noegletal="adjusted_budget", pr="maaned", opdelt="committee")
    other = _read(member, **_asked(page) | {"noegletal": "reversal_rate"})
    assert _options(other, "pr") == ["aar"]
    assert _options(other, "opdelt") == ["", "law"]
    assert _chosen(other, "opdelt") == "law"
    assert _chosen(other, "pr") == "aar"
    back = _read(member, **_asked(other) | {"noegletal": "adjusted_budget"})
    assert _chosen(back, "pr") == "maaned", "its own, not the year of what was looked at before"
    same = _read(member, **_asked(page) | {"udvalg": HAVN})
    assert _chosen(same, "pr") == "maaned", "of a committee it is told as it was"


def test_the_number_of_periods_is_chosen(member):
    def heads(**given):
        page = _read(member, noegletal="adjusted_budget", **given)
        return page, [th.text_content().strip() for th in page.xpath("//table//thead//th")[1:]]

    page, told = heads()
    assert (told[0], told[-1], len(told)) == ("oktober 2025", "oktober 2026", 13)
    assert _options(page, "antal") == ["4", "8", "13", "22"]
    assert _chosen(page, "antal") == "13"
    assert heads(antal="4")[1] == ["juli 2026", "august 2026", "september 2026", "oktober 2026"]
    assert len(heads(antal="22")[1]) == 22
    page, told = heads(antal="900", pr="kvartal")
    assert len(told) == 7
    assert _chosen(page, "antal") == "7"
    assert len(heads(antal="ti")[1]) == 13


def test_members_of_a_dimension_are_told_in_danish(member):
    page = _read(member, noegletal="spending_to_date", opdelt="frame")
    words = page.text_content()
    assert "overførsel" in words
    assert "transfer" not in words
    answer = member.get(f"{PAGE}data.csv", {"noegletal": "spending_to_date", "opdelt": "frame"})
    assert ";overførsel;" in answer.content.decode()


def test_a_deviation_says_which_way(figures, signed_in):
    cards = _cards(_read(signed_in(figures.people["member"])))
    assert "29,0 mio. kr.merforbrug · 4. kvartal 2025" in cards["Afvigelse fra budget"]
    limited = _cards(_read(signed_in(figures.people["member"]), udvalg=HAVN))
    assert "-11,0 mio. kr.mindreforbrug · 4. kvartal 2025" in limited["Afvigelse fra budget"]
    page = _read(signed_in(figures.people["member"]), noegletal="over_budget", udvalg=HAVN)
    assert "-11,0 mio. kr. (mindreforbrug) i 4. kvartal 2025" in page.text_content()


def test_the_policy_areas_are_the_committees(figures, signed_in, settings):
    told = [
        observation("test.spending", "2026Q1", 5, Unit.KR, committee=c, policy_area=area)
        for c, area in ((HAVN, "Havn"), ("Økonomiudvalget", "Skat"))
    ]
    filled(Path(settings.SAGSGANG_DATA) / "figures", told)
    client = signed_in(figures.people["member"])

    def areas(**given):
        page = _read(client, noegletal="over_budget", **given)
        return page.xpath("//select[@name='omraade']/option/text()"), page.xpath(
            "string(//select[@name='omraade']/option[@selected])"
        )

    assert areas()[0] == ["Alle", "Anlæg", "Drift", "Havn", "Skat"]
    assert areas(udvalg=HAVN, omraade="Havn") == (["Alle", "Anlæg", "Drift", "Havn"], "Havn")
    assert areas(udvalg=HAVN, omraade="Skat") == (["Alle", "Anlæg", "Drift", "Havn"], "")
