"""Appeals: cases and counts come to the same, decisions are counted once, and zero is told."""

from datetime import UTC, datetime

import pytest

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.sources import BadFile, MustBeAnswered, load_file
from sagsgang.figures.store import Store

AT = datetime(2025, 6, 1, tzinfo=UTC)
CASES = "Sagsnummer;Lov;Paragraf;Emne;Udfald;Afgørelsesnr.;Afgørelsesdato\n"


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def load(store, tmp_path):
    def do(text, **more):
        path = tmp_path / "anker.csv"
        path.write_text(text)
        return load_file(store, path, "appeals", area="787", at=AT, **more)

    return do


def told(store, series, area="787"):
    return {
        (str(each.period), *dict(each.group).values()): each.value
        for each in store.snapshot().observations(f"appeals.{series}", area)
    }


def test_cases_are_counted_by_group_and_year_with_their_zeros(load, store):
    load(
        CASES + "1;Lov om aktiv socialpolitik;13;Rådighed;Stadfæstet;1;12-03-2024\n"
        "2;LAS;§13;Rådighed;Ophævet;2;01-04-2024\n"
        "3;LAS;§ 13;Rådighed;Afvist;3;01-04-2024\n"
        "4;SDP;§ 7;Sygdom;Hjemvist;4;31-12-2023\n"
    )
    work, ill = ("LAS", "§ 13", "Rådighed"), ("SDP", "§ 7", "Sygdom")
    assert told(store, "upheld") == {
        ("2023", *work): 0,
        ("2023", *ill): 0,
        ("2024", *work): 1,
        ("2024", *ill): 0,
    }
    assert told(store, "changed")[("2024", *work)] == 1
    assert told(store, "remitted")[("2023", *ill)] == 1
    assert told(store, "not_considered")[("2024", *work)] == 1


def test_several_cases_of_one_decision_are_one_by_decision(load, store):
    rows = "".join(f"{case};LAB;;;Hjemvist;77;2024\n" for case in (1, 2, 3))
    load(CASES + rows + "4;LAB;;;Stadfæstet;78;2024\n5;LAB;;;Stadfæstet;;2024\n")
    assert told(store, "remitted") == {("2024", "LAB"): 3}
    assert told(store, "remitted_by_decision") == {("2024", "LAB"): 1}
    assert told(store, "upheld_by_decision") == {("2024", "LAB"): 2}


def test_a_decision_with_several_outcomes_is_asked_about(load):
    with pytest.raises(MustBeAnswered) as asks:
        load(CASES + "1;LAB;;;Stadfæstet;7;2024\n2;LAB;;;Hjemvist;7;2024\n")
    (question,) = asks.value.reading.questions
    assert "Afgørelse 7 har flere udfald (række 2 og 3)" in question.words
    assert "tæller som hjemvist" in question.words


def test_without_decision_numbers_nothing_is_told_by_decision(load, store):
    load("Lov;Udfald;År\nLAB;Stadfæstet;2024\n")
    assert "appeals.upheld_by_decision" not in store.snapshot().series()


@pytest.mark.parametrize(
    "text",
    [
        "Kommune;År;Lov;Stadfæstede;Ændrede;Ophævede;Hjemviste\n"
        "Thisted;2024;LAB;105;15;4;5\nHele landet;2024;LAB;1.000;200;50;250\n",
        "Kommune;År;Lov;Udfald;Antal\nThisted;2024;LAB;Stadfæstet;105\n"
        "Thisted;2024;LAB;Ændret/ophævet;19\n0787;2024;LAB;Hjemvist;5\n"
        "000;2024;LAB;Stadfæstet;1.000\n000;2024;LAB;Ændret;250\n000;2024;LAB;Hjemvist;250\n",
    ],
    ids=["columns", "rows"],
)
def test_counts_in_either_layout_make_the_official_example(load, store, text):
    load(text)
    for area, printed in (("787", "18,6"), ("000", "33,3")):
        question = Question(indicator("reversal_rate"), Period.parse("2024"), area)
        assert compute(store.snapshot(), question).whole.printed() == printed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lov;Udfald;År\nLAB;Gæt;2024\n", "række 2, kolonne “Udfald”: “Gæt” er ikke et udfald"),
        ("Lov;Udfald;År\nLAB;;2024\n", "Udfaldet mangler"),
        ("Lov;Udfald;År\nLAB;Hjemvist;i går\n", "“i går” er ikke en periode"),
        ("Lov;Udfald\nLAB;Hjemvist\n", "Der mangler en kolonne med år"),
        ("Lov;År\nLAB;2024\n", "Der mangler en kolonne med udfaldet"),
        ("År;Stadfæstet;Hjemvist\n2024;1;1\n", "Der mangler en kolonne “Ændret/ophævet”"),
        ("År;Lov;Udfald;Antal\n2024;LAB;Hjemvist;1,5\n", "“1,5” er ikke et antal sager"),
        ("År;Lov;Udfald;Antal\n2024;LAB;Hjemvist;\n", "Antallet mangler"),
        ("År;Lov;Udfald;Antal\n2024;LAB;Hjemvist;1\n2024;LAB;Hjemvist;2\n", "står også i række 2"),
        ("Kommune;År;Lov;Udfald\nAtlantis;2024;LAB;Hjemvist\n", "“Atlantis” er ikke en kommune"),
    ],
)
def test_what_is_wrong_is_named(load, store, text, words):
    with pytest.raises(BadFile) as bad:
        load(text, is_confirmed=True)
    assert words in str(bad.value)
    assert store.loads() == ()
