"""Many reports as one table."""

from sagsgang.checking import Dismissal, check
from sagsgang.checking.output.summary import summarise


def test_counts_by_rule_and_over_all(world):
    bare = world.minutes(world.item("1"), world.item("2", decision=None))
    table = world.with_table(
        "|  | A | B |\n| x | 310 | 420 |\n| y | 275 | 180 |\n| I alt | 585 | 660 |"
    )
    dismissed = check(bare, dismissals=[Dismissal(rule="D01", reason="aftalt")])
    summary = summarise([check(bare), check(bare), dismissed, check(table)])
    rows = {row[0]: row for row in summary.table()}
    assert rows["D01"][2:] == ("2", "2", "0", "1", "0")
    assert rows["F01"][2:] == ("1", "1", "1", "0", "0")
    assert rows["A01"][2:] == ("0", "0", "0", "0", "0")
    assert rows[""][1:] == ("I alt", "3", "3", "1", "1", "0")
    assert (summary.documents, summary.items) == (4, 7)


def test_the_table_is_aligned(world):
    lines = summarise([check(world.minutes())]).as_text().splitlines()
    assert lines[0].startswith("Regel  Titel")
    assert len({len(line) for line in lines}) == 1


def test_english(world):
    summary = summarise([check(world.minutes())], language="en")
    assert summary.table()[0][2] == "Findings"
    assert "Total differs from its parts" in summary.as_text()
