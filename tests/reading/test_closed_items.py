"""What makes an item closed, and how far it reaches: an item's own words hold for that item."""

import pytest

from sagsgang.reading import read

_HEAD = "Vadby Kommune\nØkonomiudvalget\nReferat\nMødedato: 4. marts 2025\n\n"
_OPEN = "Punkt 4: Budgetopfølgning\nBeslutning\nGodkendt.\n\n"
_CLOSED = "Punkt 5: Lukket: Personsag\n"
_LAST = "Punkt 6: Eventuelt\nIntet. Næste møde er den 1. april.\n"


def _closed(text: str) -> list[str | None]:
    """The numbers of the closed items."""
    minutes = read((_HEAD + text).encode(), "referat.txt").minutes
    assert len(minutes.items) >= 3
    return [item.number for item in minutes.items if item.is_closed]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Lukket punkt\n\n",
        "Lukket punkt.\n",
        "Lukket sag\n",
        "\nLukket punkt.\n\n",
        "Lukket møde.\n\n",
        "Lukket punkt, behandlet uden tilhørere\n\n",
        "Beslutning\nLukket punkt.\n\n",
        "Beslutning\nGodkendt.\n\n",
    ],
)
def test_a_closed_item_closes_no_item_after_it(said: str) -> None:
    assert _closed(_OPEN + _CLOSED + said + _LAST) == ["5"]


@pytest.mark.parametrize("said", ["Lukket punkt", "Lukket sag.", "Lukket punkt, uden tilhørere"])
@pytest.mark.parametrize("above", ["", "\n"])
def test_words_right_below_a_title_are_about_that_item(said: str, above: str) -> None:
    assert _closed(f"{_OPEN}Punkt 5: Personsag\n{above}{said}\n\n{_LAST}") == ["5"]


def test_words_right_above_a_title_are_about_that_item_only() -> None:
    between = "Lukket punkt\nPunkt 5: Personsag\nBeslutning\nGodkendt.\n\n"
    assert _closed(_OPEN + between + _LAST) == ["5"]


@pytest.mark.parametrize("heading", ["Lukkede punkter", "LUKKET DAGSORDEN", "Lukkede sager"])
def test_a_heading_of_closed_items_holds_for_all_below_it(heading: str) -> None:
    below = "Punkt 5: Personsag\nBeslutning\nGodkendt.\n\n"
    assert _closed(f"{_OPEN}{heading}\n\n{below}{_LAST}") == ["5", "6"]


@pytest.mark.parametrize("heading", ["Åbne punkter", "Åben dagsorden", "Åbent punkt"])
def test_a_heading_of_closed_items_holds_until_one_of_open_items(heading: str) -> None:
    below = f"Punkt 5: Personsag\nBeslutning\nGodkendt.\n\n{heading}\n"
    more = "\nPunkt 7: Orientering\nIntet.\n"
    assert _closed(f"{_OPEN}Lukkede punkter\n\n{below}{_LAST}{more}") == ["5"]


@pytest.mark.parametrize("title", ["Åbent: Nyt fra centret", "Nyt fra centret (åben)"])
def test_a_heading_of_closed_items_holds_until_a_title_says_open(title: str) -> None:
    below = f"Punkt 5: Personsag\nBeslutning\nGodkendt.\n\nPunkt 6: {title}\nIntet.\n\n"
    more = "Punkt 7: Orientering\nIntet.\n"
    assert _closed(f"{_OPEN}Lukkede punkter\n\n{below}{more}") == ["5"]


def test_a_thing_that_is_open_says_nothing_of_the_item() -> None:
    below = "Punkt 5: Personsag\nBeslutning\nGodkendt.\n\nPunkt 6: Salg af åben grund\nIntet.\n"
    assert _closed(f"{_OPEN}Lukkede punkter\n\n{below}") == ["5", "6"]
