"""Who was absent: under a heading, or told in prose."""

import pytest

from sagsgang.minutes import Notice
from sagsgang.reading.content.attendance import absences, from_prose, people


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Bo Lind (V)", "Fraværende"),
        ("- Bo Lind (V)", "Fraværende"),
        ("Bo Lind (V).", "Ikke til stede"),
        ("Bo Lind (V) var fraværende.", "Fraværende"),
    ],
)
def test_one_is_absent(text: str, heading: str) -> None:
    [absence] = absences(text, heading)
    assert (absence.name, absence.party, absence.notice) == ("Bo Lind", "V", None)


def test_the_heading_tells_whether_notice_was_given() -> None:
    assert absences("Bo Lind", "Afbud")[0].notice is Notice.WITH_NOTICE
    assert absences("Bo Lind", "Fraværende med afbud")[0].notice is Notice.WITH_NOTICE
    assert absences("Bo Lind", "Fraværende uden afbud")[0].notice is Notice.WITHOUT_NOTICE


def test_a_substitute_is_noted_with_the_absent() -> None:
    [absence] = absences("Bo Lind (V) (stedfortræder: Eva Fog)", "Fraværende")
    assert absence.substitute == "Eva Fog"


@pytest.mark.parametrize("text", ["", "Ingen", "Ingen.", "-", "Intet", "Nej"])
def test_nobody_is_absent(text: str) -> None:
    assert absences(text, "Fraværende") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bo Lind (V) var fraværende.", ["Bo Lind"]),
        ("Bo Lind (V) og Cai Bro (Ø) var fraværende.", ["Bo Lind", "Cai Bro"]),
        ("Bo Lind var ikke til stede ved behandlingen.", ["Bo Lind"]),
        ("Bo Lind havde meldt afbud.", ["Bo Lind"]),
        ("Bo Lind deltog ikke i behandlingen af punktet.", ["Bo Lind"]),
        ("Afbud fra Bo Lind.", ["Bo Lind"]),
    ],
)
def test_absence_told_in_prose(text: str, names: list[str]) -> None:
    assert [absence.name for absence in from_prose(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Bo Lind (V) var inhabil og deltog ikke i behandlingen.",
        "Borgerne var ikke til stede på mødet.",
        "Der er ikke fravær i foråret.",
        "Udvalget var ikke enigt.",
    ],
)
def test_prose_about_something_else(text: str) -> None:
    assert from_prose(text) == []


def test_in_the_stead_of_one_another_met() -> None:
    [absence] = from_prose("Bo Lind (V) var fraværende. I stedet mødte Eva Fog (V).")
    assert (absence.name, absence.substitute) == ("Bo Lind", "Eva Fog")


def test_a_roster_gives_persons() -> None:
    assert [(person.name, person.party) for person in people("Ada Holm (A), Bo Lind (V)")] == [
        ("Ada Holm", "A"),
        ("Bo Lind", "V"),
    ]
