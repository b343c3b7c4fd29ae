"""F01 beyond its page: what it says, where it stands, what excuses it, and what is too large."""

import pytest

from sagsgang.checking import check

OFF = "|  | 2025 | 2026 |\n| Kurser | 310 | 420 |\n| Ture | 275 | 180 |\n| I alt | 585 | 660 |"
ROWS_OFF = """
|        | Mænd | Kvinder | I alt |
| Kurser | 310  | 420     | 730   |
| Ture   | 275  | 180     | 455   |
| Fester | 411  | 177     | 598   |
"""


def test_the_finding_says_it_all(sums):
    (finding,) = sums(OFF).findings
    assert finding.message == "«I alt», «2026»: 420 + 180 = 600, men der står 660."
    assert (finding.printed, finding.computed) == (("660",), ("600",))
    assert finding.suggestion == "Ret «I alt» til 600, eller find det led, der er forkert."
    assert finding.lines == (10, 13)
    assert finding.place.cells == ((2, 2), (0, 2), (1, 2))
    assert finding.confidence > 0.9


def test_a_row_is_told_on_its_own_line(sums):
    report = sums(ROWS_OFF)
    (finding,) = report.findings
    assert finding.message == "«I alt», «Fester»: 411 + 177 = 588, men der står 598."
    assert finding.lines == (13, 13)
    assert [(each.lines, each.statement) for each in report.verified] == [
        ((11, 11), "310 + 420 = 730"),
        ((12, 12), "275 + 180 = 455"),
    ]


def test_parts_that_overlap_excuse_it(sums):
    report = sums(OFF, prose="Den samme borger kan indgå i flere ydelser.")
    assert report.findings == ()
    assert "overlappe" in report.suppressed[0].reason


@pytest.mark.parametrize(
    "note",
    ["En person kan deltage i flere tilbud", "Flere svar muligt", "Øvrige partier er ikke vist"],
)
def test_a_note_in_the_table_excuses_it_too(sums, note):
    report = sums(f"{OFF}\n| {note} | | |")
    assert report.findings == ()
    assert "overlappe" in report.suppressed[0].reason


def test_a_note_on_rounding_excuses_whole_tens(sums):
    table = "|  | Antal |\n| A | 260 |\n| B | 390 |\n| I alt | 660 |"
    assert len(sums(table).findings) == 1
    report = sums(table, prose="Note: Pga. afrundinger kan der være forskel.")
    assert report.findings == ()
    assert "afrunding" in report.suppressed[0].reason


def test_a_table_of_data_is_skipped_and_said_so(sums):
    rows = "\n".join(f"| Post {number} | {number} |" for number in range(30_000))
    report = sums(f"|  | Antal |\n{rows}\n| I alt | 1 |")
    assert report.findings == ()
    assert "30001 rækker" in report.skipped[0].reason


@pytest.mark.parametrize("total", [49_995_000, 49_905_000])
def test_the_total_of_ten_thousand_rows_is_added_up(sums, total):
    rows = "\n".join(f"| Post {number} | {number} |" for number in range(10_000))
    report = sums(f"|  | Antal |\n{rows}\n| I alt | {total} |")
    assert [finding.computed for finding in report.findings] == [("49995000",)] * (
        total != 49_995_000
    )
    assert len(report.verified) == (total == 49_995_000)


def test_a_table_in_which_hundreds_of_sums_fail_is_skipped(sums):
    rows = "\n".join(
        f"| Post {number} | {number + 10} | {number * 2} | {3 * number + (number % 2)} |"
        for number in range(400)
    )
    report = sums(f"|  | A | B | I alt |\n{rows}")
    assert report.findings == report.verified == ()
    assert "så mange summer" in report.skipped[0].reason


def test_a_large_table_is_still_added_up(sums):
    rows = "\n".join(f"| Post {number} | {number} | 1.{number:03} |" for number in range(1, 201))
    report = sums(f"|  | Antal | Beløb |\n{rows}\n| I alt | 20.100 | 230.100 |")
    assert [finding.computed for finding in report.findings] == [("220.100",)]


def test_too_many_totals_are_skipped_and_said_so(sums):
    rows = "\n".join(
        f"| Post {n} i alt | {n * 7919 % 9973} | {n * 6007 % 9967} |" for n in range(1, 900)
    )
    report = sums(f"|  | A | B |\n{rows}")
    assert report.findings == ()
    assert "så mange summer" in report.skipped[0].reason


def test_every_table_of_every_item_is_seen(world):
    table = world.table(OFF)
    minutes = world.minutes(
        world.item("1"), world.item("2", tables=(world.table("|a|\n|b|"), table))
    )
    (finding,) = check(minutes, rules=["F01"]).findings
    assert (finding.item, finding.place.item, finding.place.table) == ("2", 1, 1)
