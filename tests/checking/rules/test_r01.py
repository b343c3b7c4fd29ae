"""R01 beyond its page: what is no difference, and which title belongs to which item."""

import pytest

from sagsgang.checking import check


@pytest.fixture
def found(world):
    def titles(contents, headings):
        items = [world.item(str(n), title=title) for n, title in enumerate(headings, start=1)]
        report = check(world.minutes(*items, contents=tuple(contents)), rules=["R01"])
        return [finding.printed for finding in report.findings]

    return titles


@pytest.mark.parametrize(
    ("listed", "heading"),
    [
        ("Budget 2026", "BUDGET  2026"),
        ('Orientering om "Åben pulje"', "Orientering om ”Åben pulje”."),
        ("Status - maj", "Status – maj"),
        ("12. Status på området", "Status på området"),
        ("Punkt 12: Status på området", "Status på området"),
        ("Lukket: Køb af grund", "Køb af grund"),
        ("Lukket: Køb af grund - Lukket", "Lukket: Køb af grund"),
        ("Kloge m2", "Kloge m²"),
        ("Overdragelse af nytteindsatsen til Er", "Overdragelse af nytteindsatsen til Erhverv"),
    ],
)
def test_the_same_title(found, listed, heading):
    assert found(["Dagsorden", listed], ["Dagsorden", heading]) == []


@pytest.mark.parametrize(
    ("listed", "heading"),
    [
        ("Arbejdet med Kløge m2", "Arbejdet med Kloge m2"),
        ("Opfyldelse af fokusmål i 2024", "Opfyldelse af fokusrådet i 2024"),
        ("Budgetopfølgning pr. 31. marts 2025", "Budgetopfølgning pr. 31. maj 2025"),
        (
            "Overdragelse af kommunens nytteindsats fra Drift til Erhverv- og B",
            "Overdragelse af kommunens nytteindsats fra Drift til Erhvervs- og Beskæftigelse",
        ),
    ],
)
def test_another_title(found, listed, heading):
    contents, headings = ["Dagsorden", listed, "Eventuelt"], ["Dagsorden", heading, "Eventuelt"]
    assert found(contents, headings) == [(listed, heading)]


def test_what_differs_is_told(world):
    items = (world.item("1", title="Opfyldelse af fokusrådet i 2024"),)
    minutes = world.minutes(*items, contents=("Opfyldelse af fokusmål på området i 2024",))
    (finding,) = check(minutes, rules=["R01"]).findings
    assert "«fokusmål på området»" in finding.message
    assert "«fokusrådet»" in finding.message


def test_titles_of_other_items_are_not_compared(found):
    assert found(["Dagsorden", "Regnskab 2024"], ["Dagsorden", "Underskriftsark"]) == []
    assert found(["Dagsorden"], ["Dagsorden", "Regnskab 2024", "Underskriftsark"]) == []


def test_a_title_that_is_left_out_does_not_shift_the_others(found):
    contents = ["Dagsorden", "Status på STU i 2024", "Mødeliste for udvalget"]
    headings = ["Dagsorden", "Budget 2026", "Status på STU i 2025", "Mødeliste for udvalget"]
    assert found(contents, headings) == [("Status på STU i 2024", "Status på STU i 2025")]


def test_two_entries_run_together_are_no_wrong_title(found):
    contents = ["Dagsorden for mødet den 30. sep 17 Mødeliste for udvalget"]
    headings = ["Dagsorden for mødet den 30. september 2024", "Mødeliste for udvalget"]
    assert found(contents, headings) == []


def test_hundreds_of_titles_are_skipped_and_said_so(world):
    contents = tuple(f"Punkt om sag {n}" for n in range(400))
    report = check(world.minutes(contents=contents), rules=["R01"])
    assert "300" in report.skipped[0].reason
