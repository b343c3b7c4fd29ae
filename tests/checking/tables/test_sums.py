"""Which sums are found: nested, in sections, above and below, with signs, and along the rows."""

import pytest

from sagsgang.checking.tables.relation import Relation
from sagsgang.checking.tables.sums import TooIntricate, find_sums
from sagsgang.checking.tables.view import TableView


@pytest.fixture(scope="session")
def found(world):
    """The sums that hold, as {label of the total: labels of its parts}, and the others' totals."""

    def of(text: str, *, across: bool = False) -> tuple[dict[str, list[str]], list[str]]:
        view = TableView.of(world.table(text))
        direction = view.across if across else view.down
        sums = find_sums(direction)
        held = {
            direction.lines[claim.total].label: [
                ("-" if part.sign < 0 else "") + direction.lines[part.line].label
                for part in claim.parts
            ]
            for claim in sums.held
        }
        others = [*sums.broken, *sums.unresolved]
        return held, [direction.lines[claim.total].label for claim in others]

    return of


def test_a_total_at_the_bottom(found):
    held, others = found("|  | 2025 |\n| Børn | 10,4 |\n| Ældre | 20,1 |\n| I alt | 30,6 |")
    assert held == {"I alt": ["Børn", "Ældre"]}
    assert others == []


def test_a_total_at_the_top(found):
    held, _ = found(
        "|  | 2025 | 2026 |\n| I alt | 30 | 34 |\n| Børn | 10 | 12 |\n| Ældre | 20 | 22 |"
    )
    assert held == {"I alt": ["Børn", "Ældre"]}


def test_totals_of_totals_and_a_result(found):
    held, others = found("""
        | Mio. kr. | Budget | Regnskab |
        | Indtægter |  |  |
        | Skatter | -2.093,8 | -2.091,7 |
        | Tilskud | -988,8 | -980,9 |
        | Indtægter i alt | -3.082,7 | -3.072,6 |
        | Driftsudgifter |  |  |
        | Børn | 1.768,2 | 1.771,0 |
        | Ældre | 1.178,3 | 1.204,4 |
        | Driftsudgifter i alt | 2.946,6 | 2.975,3 |
        | Driftsresultat | -136,0 | -97,3 |
        | Renter | 7,2 | -1,8 |
        | Resultat af ordinær drift | -128,8 | -99,0 |
    """)
    assert held == {
        "Indtægter i alt": ["Skatter", "Tilskud"],
        "Driftsudgifter i alt": ["Børn", "Ældre"],
        "Driftsresultat": ["Indtægter i alt", "Driftsudgifter i alt"],
        "Resultat af ordinær drift": ["Driftsresultat", "Renter"],
    }
    assert others == []


def test_sections_whose_totals_stand_above_and_a_grand_total_below(found):
    held, _ = found("""
        | Område | 2025 | 2026 |
        | Drift i alt | 100 | 110 |
        | Løn | 60 | 65 |
        | Varer | 40 | 45 |
        | Anlæg i alt | 50 | 55 |
        | Veje | 30 | 33 |
        | Stier | 20 | 22 |
        | I alt | 150 | 165 |
    """)
    assert held["Drift i alt"] == ["Løn", "Varer"]
    assert held["Anlæg i alt"] == ["Veje", "Stier"]
    assert held["I alt"] == ["Drift i alt", "Anlæg i alt"]


def test_a_label_that_says_total_may_still_be_a_part(found):
    held, others = found("""
        | Mio. kr. | Budget | Ramme |
        | Energi | 2,6 | 2,3 |
        | Indefrosset skyld i alt | 0,0 | 8,7 |
        | Indfrielse | 0,0 | -1,8 |
        | Sum | 2,6 | 9,2 |
    """)
    assert held == {"Sum": ["Energi", "Indefrosset skyld i alt", "Indfrielse"]}
    assert others == []


def test_of_which_and_shares_are_no_parts(found):
    held, _ = found("""
        | Post | 2025 |
        | Løn | 100 |
        | Heraf vikarer | 30 |
        | Andel vikarer | 30 % |
        | Varer | 50 |
        | I alt | 150 |
    """)
    assert held == {"I alt": ["Løn", "Varer"]}


def test_income_may_count_against(found):
    held, _ = found("| Post | 2025 |\n| Udgifter | 100 |\n| Indtægter | 40 |\n| Netto | 60 |")
    assert held == {"Netto": ["Udgifter", "-Indtægter"]}


def test_list_points_may_be_parts_of_the_line_above(found):
    held, _ = found(
        "| Post | 2025 |\n| Drift | 90 |\n| - løn | 60 |\n| - mad | 30 |\n| Anlæg | 9 |\n"
        "| I alt | 99 |"
    )
    assert held == {"I alt": ["Drift", "Anlæg"]}


def test_a_total_column_first_and_last(found):
    first, _ = found(
        "|  | I alt | Mænd | Kvinder |\n| A | 30 | 10 | 20 |\n| B | 9 | 4 | 5 |", across=True
    )
    last, _ = found(
        "|  | Mænd | Kvinder | I alt | Andel |\n| A | 10 | 20 | 30 | 4,1 |", across=True
    )
    assert first == last == {"I alt": ["Mænd", "Kvinder"]}


def test_a_word_among_the_parts_makes_the_sum_unknown(found):
    held, others = found("| Post | 2025 |\n| Løn | 100 |\n| Vagter | Afklares |\n| I alt | 150 |")
    assert held == {}
    assert others == ["I alt"]  # a claim that no lane decides


def test_a_sum_is_written_out(world):
    view = TableView.of(
        world.table("|  | 2025 |\n| A | 1.000 |\n| B | -20 |\n| C | 0 |\n| I alt | 980 |")
    )
    claim = find_sums(view.down).held[0]
    assert Relation(view.down, claim, 0).statement() == "1.000 - 20 = 980"


def test_rounding_is_shown(world):
    view = TableView.of(world.table("|  | 2025 |\n| A | 10,4 |\n| B | 20,1 |\n| I alt | 30,6 |"))
    claim = find_sums(view.down).held[0]
    assert Relation(view.down, claim, 0).statement() == "10,4 + 20,1 = 30,5 ≈ 30,6"


def test_a_long_sum_is_shortened(world):
    rows = "\n".join(f"| Post {number} | {number} |" for number in range(1, 31))
    view = TableView.of(world.table(f"|  | 2025 |\n{rows}\n| I alt | 465 |"))
    claim = find_sums(view.down).held[0]
    written = Relation(view.down, claim, 0).statement()
    assert written == "1 + 2 + 3 + 4 + 5 + … + 26 + 27 + 28 + 29 + 30 = 465"


def test_a_table_of_nothing_but_totals_is_given_up(world):
    rows = "\n".join(
        f"| Post {n} i alt | {n * 7919 % 9973} | {n * 6007 % 9967} |" for n in range(1, 900)
    )
    view = TableView.of(world.table(f"|  | A | B |\n{rows}"))
    with pytest.raises(TooIntricate):
        find_sums(view.down)
