"""An indicator is looked at: what is told, what is hidden, and where it is from."""

from decimal import Decimal

import pytest
from tests.figures.small_store import AREA, appeals, filled, observation, people, recipients

from sagsgang.figures.engine import CannotCompute
from sagsgang.figures.observation import Missing
from sagsgang.figures.overview import (
    Wanted,
    as_json,
    as_rows,
    change_words,
    dimensions_of,
    grains_of,
    has_data,
    members_of,
    note_words,
    over_time,
    overview,
    split_up,
)
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.sources.titles import source_title

RATE = indicator("reversal_rate")


@pytest.fixture
def snapshot(tmp_path):
    filled(tmp_path, appeals(), preliminary_from="2025")
    return filled(tmp_path, people()).snapshot()


def test_the_whole_over_time_and_its_parts(snapshot):
    seen = overview(snapshot, Wanted(RATE, AREA, Grain.YEAR, by="law"))
    assert [str(each) for each in seen.periods] == ["2023", "2024", "2025"]
    assert [each.printed() for each in seen.wholes.values()] == ["37,5", "31,6", "26,6"]
    assert seen.groups == ("LAB", "SDP")
    assert seen.parts[Period.parse("2025"), "SDP"].printed() == "32,8"
    assert change_words(seen) == "faldt 5,0 pct. point siden 2024"
    assert over_time(seen).description.startswith(
        "Omgørelsesprocent 2023–2025: faldt fra 37,5 til 26,6 pct."
    )
    assert split_up(seen).description == (
        "Omgørelsesprocent efter lov, 2025: SDP 32,8 pct.; LAB 16,7 pct."
    )
    assert note_words(seen)[0] == "Foreløbige tal: 2025."
    assert overview(snapshot, Wanted(RATE, AREA, Grain.YEAR, by="law")) is seen


def test_limited_to_a_member_and_a_last_period(snapshot):
    wanted = Wanted(
        RATE, AREA, Grain.YEAR, until=Period.parse("2024"), where=(("law", "LAB"),), count=1
    )
    seen = overview(snapshot, wanted)
    assert [each.in_words() for each in seen.wholes.values()] == ["28,6 pct."]
    assert over_time(seen) is None
    assert split_up(seen) is None
    assert change_words(seen) == ""


def test_what_there_is_of_it(snapshot):
    assert has_data(snapshot, RATE, AREA)
    assert not has_data(snapshot, RATE, "101")
    assert grains_of(snapshot, RATE, AREA) == (Grain.YEAR,)
    assert dimensions_of(snapshot, RATE, AREA) == ("law",)
    assert members_of(snapshot, (RATE,), AREA, "law") == ("LAB", "SDP")
    nothing = overview(snapshot, Wanted(RATE, "101", Grain.YEAR))
    assert nothing.latest is None
    assert note_words(nothing) == (
        "Andel af realitetsbehandlede sager: stadfæstede, ændrede eller ophævede, og hjemviste.",
    )


def test_few_people_are_not_shown_in_any_view(snapshot):
    seen = overview(snapshot, Wanted(recipients(), AREA, Grain.QUARTER, by="age", smallest=5))
    first, second = Period.parse("2025Q1"), Period.parse("2025Q2")
    assert seen.parts[first, "unge"].missing is Missing.SUPPRESSED
    assert seen.parts[first, "voksne"].missing is Missing.SUPPRESSED
    assert seen.parts[first, "ældre"].value == 41
    assert seen.parts[second, "unge"].value == 6
    alone = overview(
        snapshot,
        Wanted(recipients(), AREA, Grain.QUARTER, where=(("age", "voksne"),), smallest=5),
    )
    assert alone.wholes[first].missing is Missing.SUPPRESSED
    assert alone.wholes[second].value == 22
    with pytest.raises(CannotCompute, match="én ting ad gangen"):
        overview(
            snapshot,
            Wanted(
                recipients(),
                AREA,
                Grain.QUARTER,
                by="age",
                where=(("age", "unge"),),
                smallest=5,
            ),
        )
    rows = as_rows(seen)
    assert not [
        row for row in rows if row[4] in ("unge", "voksne") and row[2] == "2025Q1" and row[5]
    ]
    assert "3" not in {each["value"] for each in as_json(seen)["figures"]}
    assert not any(each["inputs"].get("count") in ("3", "20") for each in as_json(seen)["figures"])
    assert "x  vises ikke, fordi der er få personer bag." in note_words(seen)
    assert change_words(seen) == "", "the series is broken between the quarters"
    off = overview(snapshot, Wanted(recipients(), AREA, Grain.QUARTER, by="age"))
    assert off.parts[first, "unge"].value == 3


def test_periods_with_nothing_at_the_ends_are_left_out(tmp_path):
    more = [observation("appeals.upheld", "2026", 4, appeals_unit(), law="LAB")]
    snapshot = filled(tmp_path, [*appeals(), *more]).snapshot()
    seen = overview(snapshot, Wanted(RATE, AREA, Grain.YEAR))
    assert [str(each) for each in seen.periods] == ["2023", "2024", "2025"]


def appeals_unit():
    return next(iter(appeals())).unit


def test_the_file_says_where_all_of_it_is_from(snapshot):
    seen = overview(snapshot, Wanted(RATE, AREA, Grain.YEAR, by="law"))
    head, *rows = as_rows(seen)
    assert len(rows) == 9
    assert dict(zip(head, rows[-1], strict=True)) | {"Værdi": ""} == {
        "Indikator": "Omgørelsesprocent",
        "Område": AREA,
        "Periode": "2025",
        "Opdelt efter": "lov",
        "Gruppe": "SDP",
        "Værdi": "",
        "Enhed": "pct.",
        "Mangler": "",
        "Foreløbig": "ja",
        "Prisniveau": "",
        "Kilde": "opdigtet: tal-1.csv",
        "Hentet": "2026-01-15",
    }
    told = as_json(seen)
    assert told["expression"] == RATE.declared.expression
    assert told["origins"][0]["sha256"] == f"{1:064}"
    last = told["figures"][-1]
    assert Decimal(last["value"]) == seen.parts[Period.parse("2025"), "SDP"].value
    assert last["inputs"] == {"upheld": "39", "changed": "4", "remitted": "15"}


def test_the_source_is_told_by_its_title_to_people_and_by_its_id_to_programs(tmp_path):
    told = filled(tmp_path, appeals(), source="appeals").snapshot()
    seen = overview(told, Wanted(RATE, AREA, Grain.YEAR))
    head, *rows = as_rows(seen)
    assert {row[head.index("Kilde")] for row in rows} == {"Ankestatistik: tal-1.csv"}
    assert [each["source"] for each in as_json(seen)["origins"]] == ["appeals"]
    assert source_title("opdigtet") == "opdigtet"
