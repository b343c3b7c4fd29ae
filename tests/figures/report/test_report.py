"""A report is described once, computed for a period, and an edition never changes."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import html
from tests.figures.small_store import AREA, appeals, filled, observation

from sagsgang.figures.periods import Period
from sagsgang.figures.report import (
    BadReport,
    as_case_html,
    as_html,
    edition_from,
    edition_of,
    report_from_toml,
)

TOML = """
titel = "Ankesager"
udvalg = "Havneudvalget"

[[afsnit]]
overskrift = "Omgørelse <efter> lov"
indikator = "reversal_rate"
pr = "år"
antal = 2
opdelt = "law"
tekst = '''
Færre sager blev lavet om.

Det følges & drøftes.
'''

[[afsnit]]
indikator = "reversal_rate"
pr = "år"
kun = { law = "LAB" }
billede = false
"""


@pytest.fixture
def store(tmp_path):
    return filled(tmp_path, appeals(), preliminary_from="2025")


def test_a_report_for_a_period(store):
    report = report_from_toml(TOML)
    made = edition_of(store.snapshot(), report, Period.parse("2026M02"), AREA)
    first, second = made.parts
    assert made.period == "februar 2026"
    assert first.head == ("Lov", "2024", "2025")
    assert first.rows == (
        ("LAB", "28,6", "16,7"),
        ("SDP", "33,3", "32,8"),
        ("I alt", "31,6", "26,6"),
    )
    assert first.latest == "26,6 pct. i 2025"
    assert first.change == "faldt 5,0 pct. point siden 2024"
    assert first.cut_off == "til og med 2025, hentet 15. januar 2026"
    assert len(first.pictures) == 2
    assert second.title == "Omgørelsesprocent"
    assert second.pictures == ()
    assert made.cut_offs == ()
    before = edition_of(store.snapshot(), report, Period.parse("2025Q3"), AREA)
    assert before.parts[0].head == ("Lov", "2023", "2024"), "2025 had not ended"


def test_sections_of_different_age_are_listed_at_the_top(store, tmp_path):
    text = TOML.replace('kun = { law = "LAB" }', 'kun = { law = "LAS" }')
    older = [
        observation(f"appeals.{name}", "2022", 5, next(iter(appeals())).unit, law="LAS")
        for name in ("upheld", "changed", "remitted")
    ]
    snapshot = filled(tmp_path, older).snapshot()
    made = edition_of(snapshot, report_from_toml(text), Period.parse("2025"), AREA)
    assert made.cut_offs == (
        ("Omgørelse <efter> lov", "til og med 2025, hentet 15. januar 2026"),
        ("Omgørelsesprocent", "til og med 2022, hentet 15. januar 2026"),
    )
    assert "Afsnittenes tal er ikke lige nye" in as_html(made)


def test_an_edition_is_kept_whole_whatever_is_loaded_after(store, tmp_path):
    report, period = report_from_toml(TOML), Period.parse("2025")
    made = edition_of(store.snapshot(), report, period, AREA)
    kept = made.as_dict()
    later = [observation("appeals.upheld", "2025", 90, next(iter(appeals())).unit, law="LAB")]
    again = edition_of(filled(tmp_path, later).snapshot(), report, period, AREA)
    assert again.sha256 != made.sha256
    assert edition_from(kept) == made
    assert edition_from(kept).sha256 == made.sha256
    assert as_html(edition_from(kept)) == as_html(made)


def test_the_page_is_whole_and_says_nothing_as_markup(store):
    made = edition_of(store.snapshot(), report_from_toml(TOML), Period.parse("2025"), AREA)
    page = as_html(made)
    root = html.fromstring(page)
    assert root.xpath("//h2/text()")[0] == "Omgørelse <efter> lov"
    assert "Det følges & drøftes." in root.xpath("//section/p/text()")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) >= 4
    assert root.xpath("//table/caption/text()")[0] == "Omgørelse <efter> lov (pct.)"
    case = as_case_html(made)
    assert "<svg" not in case
    assert case.count("<table>") == 2


def test_what_cannot_be_computed_is_said_in_its_place(store):
    made = edition_of(store.snapshot(), report_from_toml(TOML), Period.parse("1999"), AREA)
    assert made.parts[0].trouble == "Der er ingen tal til og med 1999."
    assert "Der er ingen tal til og med 1999." in as_html(made)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("titel", "Filen er ikke TOML"),
        ('udvalg = "X"', "mangler sin titel"),
        ('titel = "X"', "ingen afsnit"),
        (TOML.replace('"reversal_rate"', '"omgørelse"'), "Afsnit 1: Der er ingen indikator"),
        (TOML.replace('"law"', '"sex"'), "Afsnit 1: Omgørelsesprocent kan ikke deles op efter køn"),
        (TOML.replace('pr = "år"', 'pr = "måned"'), "opgøres pr. år, ikke pr. måned"),
        (TOML.replace("antal = 2", "antal = 0"), "fra 1 til 40, ikke 0"),
        (TOML.replace("antal = 2", "antl = 2"), "“antl” er ukendt"),
        (TOML.replace('"år"\nantal', '"uge"\nantal'), "“uge” er ikke år"),
    ],
)
def test_a_wrong_description_is_told_in_words(wrong, why):
    with pytest.raises(BadReport, match=re.escape(why)):
        report_from_toml(wrong)


def test_the_day_of_a_retrieval_is_denmarks(store, monkeypatch):
    """Half past midnight in Denmark it is still the day before in UTC."""
    snapshot = store.snapshot()
    night = datetime(2026, 1, 15, 23, 30, tzinfo=UTC)
    for number, load in snapshot.loads.items():
        late = replace(load, origin=replace(load.origin, retrieved_at=night))
        monkeypatch.setitem(snapshot.loads, number, late)
    made = edition_of(snapshot, report_from_toml(TOML), Period.parse("2025"), AREA)
    assert made.parts[0].cut_off == "til og med 2025, hentet 16. januar 2026"
