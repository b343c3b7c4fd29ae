"""Any table: guessed, mapped, remembered by its headings, and refused by name."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sagsgang.figures.observation import Unit
from sagsgang.figures.sources import BadFile, MustBeAnswered, all_sources, load_file, source
from sagsgang.figures.sources.registry import UnknownSource
from sagsgang.figures.sources.table import guess, layout_key
from sagsgang.figures.store import Store, TwiceInFile

AT = datetime(2025, 6, 1, tzinfo=UTC)
TEXT = (
    "Nøgletal 2024\n\nÅr;Kommune;Ydelse;Antal personer;Udgift (1.000 kr.);Andel (pct.)\n"
    "2024;Thisted;Fleksjob;845;1.234,5;46,2\n2024;Hele landet;Fleksjob;71.003;..;-\n"
)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def file(tmp_path):
    def of(text=TEXT):
        path = tmp_path / "tabel.csv"
        path.write_text(text)
        return path

    return of


@pytest.fixture
def load(store, file):
    def do(text=TEXT, **more):
        return load_file(store, file(text), "table", area="787", at=AT, **more)

    return do


def test_columns_are_guessed_from_headings_and_cells(file):
    found = guess(file())
    assert found.row == 3
    assert json.loads(json.dumps(found.mapping)) == {
        "period": "År",
        "area": "Kommune",
        "dimensions": {"Ydelse": "ydelse"},
        "values": {
            "Antal personer": {"series": "egne.antal_personer", "unit": "personer"},
            "Udgift (1.000 kr.)": {"series": "egne.udgift", "unit": "1.000 kr."},
            "Andel (pct.)": {"series": "egne.andel_pct", "unit": "pct."},
        },
    }


def test_a_guess_is_asked_about_and_a_mapping_is_not(load, store, file):
    with pytest.raises(MustBeAnswered) as asks:
        load()
    assert "Kolonnerne er gættet" in asks.value.reading.questions[0].words
    load(mapping=guess(file()).mapping)
    (country, own) = sorted(
        store.snapshot().observations("egne.udgift"), key=lambda each: each.area
    )
    assert (own.area, own.value, own.unit) == ("787", Decimal(1_234_500), Unit.KR)
    assert (country.area, country.value, country.missing.value) == ("000", None, "unknown")
    assert store.snapshot().observations("egne.andel_pct")[0].unit is Unit.PERCENT


def test_files_of_one_layout_have_the_same_key():
    assert layout_key(["År", "Beløb (kr.)"]) == layout_key([" år ", "beløb"])
    assert layout_key(["År", "Beløb"]) != layout_key(["Beløb", "År"])


def test_a_price_level_stays_with_the_money(load, store):
    values = {"Udgift (1.000 kr.)": {"series": "egne.u", "unit": "1.000 kr.", "price_level": 2023}}
    load(mapping={"period": "År", "area": "Kommune", "values": values})
    assert {each.price_level for each in store.snapshot().observations("egne.u")} == {2023}


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"period": "Tid", "values": {"Antal personer": "egne.x"}}, "Kolonnen “Tid” mangler"),
        ({"values": {"Antal personer": "egne.x"}}, "ikke valgt en kolonne med periode"),
        ({"period": "År", "values": {"Ydelse": "egne.x"}}, "række 4, kolonne “Ydelse”: “Fleksjob”"),
        ({"period": "År", "values": {"Antal personer": "Mine tal"}}, "navnet på en serie"),
        ({"period": "År", "values": {"Antal personer": "statbank.x"}}, "navnet på en serie"),
        (
            {"period": "År", "values": {"Antal personer": {"series": "e.x", "unit": "favne"}}},
            "Enheden “favne” er ukendt",
        ),
        (
            {"period": "År", "values": {"Antal personer": "e.x", "Andel (pct.)": "e.x"}},
            "samme serie",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_by_name(load, store, mapping, words):
    with pytest.raises(BadFile) as bad:
        load(mapping=mapping)
    assert words in str(bad.value)
    assert store.loads() == ()


def test_a_period_told_twice_is_refused_with_both_places(load, store):
    text = "År;Afdeling;Sager\n2024;Nord;1\n2025;Nord;2\n2024;Nord;3\n"
    with pytest.raises(TwiceInFile, match=r"række 2, kolonne “Sager”.*række 4, kolonne “Sager”"):
        load(text, is_confirmed=True)
    assert store.loads() == ()


def test_another_source_that_tells_otherwise_is_named(store, file, load):
    load_file(store, file("År;Indeks\n2024;100\n"), "prices", area="787", at=AT)
    mapping = {
        "period": "År",
        "area": "Kommune",
        "values": {"Indeks": {"series": "price.index", "unit": "indeks"}},
    }
    with pytest.raises(MustBeAnswered) as asks:
        load("Kommune;År;Indeks\n000;2024;101\n", mapping=mapping)
    assert asks.value.preview.other_sources == ("prices",)


def test_every_source_has_its_name_and_page():
    assert {each.id for each in all_sources()} >= {"ledger", "appeals", "prices", "table"}
    assert source("ledger").page.name == "ledger.md"
    with pytest.raises(UnknownSource, match="Kendte kilder: appeals, "):
        source("findes_ikke")


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Sagsbehandlingstid (dage)", "dage"),
        ("Dage med sygdom", "dage"),
        ("Modtagere af dagpenge", "antal"),
        ("Besøg på søndage", "antal"),
    ],
)
def test_days_are_a_unit(file, load, store, heading, unit):
    text = f"År;Afdeling;{heading}\n2024;Nord;12\n2024;Syd;14\n"
    (told,) = guess(file(text)).mapping["values"].values()
    assert told["unit"] == unit
    mapping = {"period": "År", "dimensions": {"Afdeling": "afdeling"}}
    load(text, mapping=mapping | {"values": {heading: {"series": "egne.tid", "unit": "dage"}}})
    assert {each.unit.words for each in store.snapshot().observations("egne.tid")} == {"dage"}
