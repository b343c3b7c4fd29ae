"""Which tables count people, how they add up, and what is proposed to hide."""

import pytest

from sagsgang.checking import check
from sagsgang.checking.privacy.counts import count_people
from sagsgang.checking.settings import Settings


def test_totals_down_and_across_are_found_and_shares_go_with_their_counts(world):
    table = world.table(
        """
        | Gruppe    | Kvinder | Andel | Mænd | Andel | I alt |
        | Unge      | 3       | 14 %  | 20   | 44 %  | 23    |
        | Øvrige    | 18      | 86 %  | 25   | 56 %  | 43    |
        | I alt     | 21      | 100 % | 45   | 100 % | 66    |
        """
    )
    counted = count_people(table)
    assert counted is not None
    assert counted.counts[0, 1] == 3
    assert {one.total for one in counted.equations} == {(2, 1), (2, 3), (2, 5), (0, 5), (1, 5)}
    assert counted.shares[0, 1] == ((0, 2),)
    assert counted.shares[1, 3] == ((1, 4),)


def test_subtotals_add_up_by_themselves(world):
    table = world.table(
        """
        | Antal borgere  | 2024 |
        | Fleksjob       | 12   |
        | Praktik        | 3    |
        | I alt indsats  | 15   |
        | Uddannelse     | 30   |
        | Job            | 4    |
        | I alt ordinært | 34   |
        """
    )
    counted = count_people(table)
    assert counted is not None
    totals = {one.total: one.parts for one in counted.equations}
    assert totals == {(2, 1): ((0, 1), (1, 1)), (5, 1): ((3, 1), (4, 1))}


@pytest.mark.parametrize(
    "text",
    [
        "| Indsats | Kr. |\n| Kurser for borgere | 3 |\n| Ture | 9 |",
        "| Hold | Antal elever, hele landet |\n| A | 3 |\n| B | 9 |",
        "| Parti | Stemmer fra borgere |\n| A | 3 |\n| B | 9 |",
        "| Borgere | Timer |\n| A | 3 |\n| B | 9 |",
        "| Borgere | Andel |\n| A | 3 % |\n| B | 97 % |",
        "| Borgere | 2024 |\n| Gennemsnit | 3,5 |\n| Landet | 4 |",
        "| Skoler | Antal |\n| A | 3 |\n| B | 9 |",
    ],
)
def test_tables_of_other_things_are_silent(world, text):
    assert check(world.with_table(text), rules=["P07"]).findings == ()


TABLE = """
| Indsats    | Antal unge | Andel |
| Løntimer   | 18         | 67 %  |
| Uddannelse | 7          | 26 %  |
| Praktik    | 2          | 7 %   |
| I alt      | 27         | 100 % |
"""


def test_the_cells_are_marked_and_what_protects_them_is_named(world):
    (finding,) = check(world.with_table(TABLE), rules=["P07"]).findings
    assert finding.place.cells == ((2, 1),)
    assert [place.cells for place in finding.others] == [((1, 1),)]
    assert "«Uddannelse, Antal unge» (7)" in finding.suggestion
    assert "2 procenter" in finding.suggestion


def test_the_municipality_sets_the_limit(world):
    minutes = world.with_table(TABLE)
    assert check(minutes, rules=["P07"], settings=Settings(min_cell=2)).findings == ()
    (finding,) = check(minutes, rules=["P07"], settings=Settings(min_cell=10)).findings
    assert finding.printed == ("7", "2")


def test_a_closed_item_is_not_looked_at(world):
    item = world.item(tables=(world.table(TABLE),), is_closed=True)
    assert check(world.minutes(item), rules=["P07"]).findings == ()


def test_a_register_is_skipped_and_said(world):
    rows = "\n".join(f"| {number} | 2 | 3 |" for number in range(2000))
    report = check(world.with_table(f"| Borgere | A | B |\n{rows}"), rules=["P07"])
    assert report.findings == ()
    assert len(report.skipped) == 1
