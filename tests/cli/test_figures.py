"""`sagsgang figure` and `sagsgang indicators`."""

import csv
import io
import json
import time
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import all_indicators
from sagsgang.figures.store import Store, stage

MAY = datetime(2024, 5, 1, 12, tzinfo=UTC)
JULY = datetime(2024, 7, 1, 12, tzinfo=UTC)


def kr(series, period, value, **members):
    return Observation(
        series, "540", Period.parse(period), Decimal(value), Unit.KR, group_of(members)
    )


def load(store, at, observations, **origin):
    with stage() as staged:
        staged.add((each, f"række {row}") for row, each in enumerate(observations, 1))
        digest = f"{at:%d%m%Y}".rjust(64, "0")
        told = Origin("prisme", f"{at:%Y-%m}.csv", digest, at, **origin)
        store.add(staged, told, at=at, is_confirmed=True)


@pytest.fixture
def store(tmp_path):
    """The budget and the spending of half a year; spending was corrected in July."""
    store = Store(tmp_path / "figures")
    load(
        store,
        MAY,
        [
            kr("ledger.original_budget", "2024", 1_400_000_000, policy_area="18 Forsørgelse"),
            kr("ledger.original_budget", "2024", 91_700_000, policy_area="=11 Integration"),
            *(
                kr("ledger.spending", f"2024M0{month}", 100_000_000, policy_area="18 Forsørgelse")
                for month in range(1, 7)
            ),
        ],
    )
    load(
        store,
        JULY,
        [kr("ledger.spending", "2024M06", 188_500_000, policy_area="18 Forsørgelse")],
        preliminary_from=Period.parse("2024M06"),
    )
    return store.folder


def test_people_see_the_figure_and_what_it_rests_on(sagsgang, store):
    told = sagsgang(
        *("figure", "spend_rate", "--period", "2024M05", "--period", "2024M06"),
        *("--by", "policy_area", "--store", store, "--recompute"),
    )
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0] == "Forbrugsprocent"
    assert lines[2].split() == ["Politikområde", "maj", "2024", "juni", "2024"]
    whole = next(line for line in lines if line.startswith("I alt"))
    assert whole.split() == ["I", "alt", "33,5", "pct.", "46,2", "pct."]
    assert (
        "Regnet sådan: Forbrug siden januar / (Oprindeligt budget + Tillægsbevillinger) × 100"
        in lines
    )
    assert "Forbrug siden januar (juni 2024): 688.500.000" in lines
    assert "Regnet efter på en anden måde (juni 2024): 46,2 (stemmer)" in lines
    assert "Foreløbige tal." in lines
    assert ".. ikke oplyst" in lines
    assert any(line.startswith("Kilde: prisme, 2024-07.csv, hentet 01-07-2024") for line in lines)


def test_a_figure_is_told_as_it_was_known(sagsgang, store):
    for at, told in (("2024-06-15", "40,2 pct."), ("2024-07-01", "46,2 pct.")):
        out = sagsgang(
            *("figure", "spend_rate", "--period", "2024M06", "--store", store, "--at", at)
        ).out
        assert told in out


def test_programs_get_every_digit_and_all_that_it_rests_on(sagsgang, store):
    out = sagsgang(
        *("figure", "even_spend_rate", "--period", "2024M06", "--store", store),
        *("--given", "delay=2", "--format", "json"),
    ).out
    (figure,) = json.loads(out)["figures"]
    assert figure["given"] == {"months": "6", "delay": "2"}
    assert figure["missing"] == "unknown"
    assert figure["inputs"]["original"]["value"] == "1491700000"
    assert figure["inputs"]["late_original"]["where"]["account"]
    assert [each["file_name"] for each in figure["origins"]] == ["2024-05.csv"]
    assert figure["retrieved_at"] == MAY.isoformat()


def test_a_spreadsheet_gets_numbers_and_runs_nothing(sagsgang, store):
    out = sagsgang(
        *("figure", "adjusted_budget", "--period", "2024", "--by", "policy_area"),
        *("--store", store, "--format", "csv"),
    ).out
    rows = list(csv.DictReader(io.StringIO(out), delimiter=";"))
    assert [(row["policy_area"], row["værdi"]) for row in rows] == [
        ("18 Forsørgelse", "1400000000"),
        ("'=11 Integration", "91700000"),
        ("i alt", "1491700000"),
    ]


@pytest.mark.parametrize("periods", [["2024M06"], ["2024M05", "2024M06"]])
def test_the_picture_and_the_page_say_the_figure(sagsgang, store, periods):
    asked = ["figure", "spend_rate", *(word for each in periods for word in ("--period", each))]
    picture = sagsgang(*asked, "--store", store, "--format", "svg").out
    assert picture.startswith("<svg")
    page = sagsgang(*asked, "--store", store, "--format", "html").out
    assert '<html lang="da">' in page
    assert "46,2 pct." in page
    assert "<svg" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["spend_rat", "--period", "2024"], "Der er ingen indikator"),
        (["spend_rate", "--period", "foråret"], "er ikke en periode"),
        (["spend_rate", "--period", "2024", "--by", "sky"], "kan ikke deles op efter sky"),
        (["spend_rate", "--period", "2024", "--where", "18"], "er ikke navn=værdi"),
        (["forecast_lowest", "--period", "2024"], "mangler: Usikkerhed"),
        (["forecast_lowest", "--period", "2024", "--given", "margin=1.5"], "er ikke et tal"),
        (["spend_rate", "--period", "2024", "--at", "i går"], "er ikke et tidspunkt"),
        (["spend_rate", "--period", "2024", "--area", "Andeby"], "er ikke en kommune"),
        (["spend_rate", "--period", "2024", "--price-level", "2020"], "indeks for 2024"),
    ],
)
def test_what_cannot_be_asked_is_one_line(sagsgang, store, words, said):
    told = sagsgang("figure", *words, "--store", store)
    assert (told.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1
    assert said in told.err


def test_times_are_danish_whatever_the_machine_s_clock(sagsgang, store, monkeypatch):
    load(
        Store(store),
        datetime(2024, 7, 31, 22, 30, tzinfo=UTC),
        [kr("ledger.spending", "2024M06", 188_600_000, policy_area="18 Forsørgelse")],
    )
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        told = sagsgang("figure", "spend_rate", "--period", "2024M06", "--store", store).out
        listed = sagsgang("loads", "--store", store).out
    finally:
        monkeypatch.undo()
        time.tzset()
    # Half past midnight in Denmark, the day before in UTC.
    assert "hentet 01-08-2024 00:30 (indlæsning 3)" in told
    assert "hentet 01-05-2024 14:00 (indlæsning 1)" in told
    assert "  01-08-2024 00:30  prisme" in listed


def test_a_folder_without_figures_is_told(sagsgang, tmp_path):
    told = sagsgang(*("figure", "spend_rate", "--period", "2024", "--store", tmp_path / "nothing"))
    assert told.code == 2
    assert "der er ingen tal i" in told.err


def test_every_indicator_is_listed_and_has_its_page(sagsgang):
    out = sagsgang("indicators").out
    assert [line.split("  ")[0] for line in out.splitlines()] == [
        each.id for each in all_indicators()
    ]
    page = sagsgang("indicators", "spend_rate").out
    assert page.startswith("# Forbrugsprocent\n")
    assert "    Forbrug siden januar: 688.500.000\n    → 46,2 pct." in page
    assert sagsgang("indicators", "spend_rat").code == 2
