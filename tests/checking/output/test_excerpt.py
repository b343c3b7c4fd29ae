"""The piece of a document that a finding is about, as data and in a terminal."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import World

from sagsgang.checking import Place
from sagsgang.checking.finding import Verified
from sagsgang.checking.output.excerpt import Grid, Passage, excerpts
from sagsgang.checking.output.excerpt_text import excerpt_pieces

TABLE = """
| Post   | Note       | 2025 | 2026 |
| Løn    | fast       | 310  | 420  |
| Varer  |            | 90   | 80   |
| Kørsel | egen bil   | 275  | 180  |
| I alt  | uden moms  | 675  | 660  |
"""
TEXT = (
    "Der er 12 kajer. Af 75 både ligger 60 ved kajen, og 25 er ude. Havnen er gammel.\nNyt afsnit."
)


def answer(*places: Place) -> Verified:
    return Verified(rule="F01", statement="", place=places[0], others=places[1:])


def in_text(world: World, text: str, *spans: tuple[int, int]) -> str:
    """The excerpt of a text's spans, marks between brackets."""
    minutes = world.minutes(world.item(sections=(world.section(text),)))
    place = Place(item=0, section=0, spans=spans)
    return "".join(
        f"[{bit.text}]" if bit.is_marked else bit.text
        for excerpt in excerpts(minutes, answer(place))
        if isinstance(excerpt, Passage)
        for bit in excerpt.bits
    )


def spans_of(text: str, *words: str) -> Sequence[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def terminal(world: World, width: int, *cells: tuple[int, int], table: str = TABLE) -> list[str]:
    place = Place(item=0, table=0, cells=cells)
    (found,) = excerpts(world.with_table(table), answer(place))
    return "".join(text for text, _ in excerpt_pieces(found, 2, width)).splitlines()


def test_the_sentence_around_the_numbers(world):
    shown = in_text(world, TEXT, *spans_of(TEXT, "75", "60", "25"))
    assert shown == "Af [75] både ligger [60] ved kajen, og [25] er ude."


def test_far_apart_and_long_sentences_are_cut(world):
    text = "Der er 7 kajer, og " + "vand og " * 60 + "endnu 9 både, og " + "vand og " * 60 + "sol"
    shown = in_text(world, text, *spans_of(text, "7", "9"))
    assert shown.startswith("Der er [7] kajer, og vand")
    assert shown.endswith(" vand og …")
    assert " … " in shown
    assert "endnu [9] både" in shown
    assert len(shown) < 600


def test_a_row_in_the_text_keeps_its_cells_apart(world):
    assert in_text(world, "Både\t72\t3", (5, 7)) == "Både | [72] | 3"


@given(
    text=st.text(st.sampled_from("1 a.\n\t"), max_size=40),
    spans=st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=5),
)
def test_every_marked_character_is_shown_and_none_twice(world, text, spans):
    shown = in_text(world, text, *spans)
    wanted = {at for a, b in spans for at in range(max(a, 0), min(b, len(text)))}
    marked = "".join(part.partition("]")[0] for part in shown.split("[")[1:])
    assert marked.replace(" ", "").replace("|", "") == "".join(
        text[at] for at in sorted(wanted) if not text[at].isspace()
    )


@pytest.mark.parametrize(
    "place",
    [
        Place(item=3, table=0, cells=((0, 0),)),
        Place(item=0, table=1, cells=((0, 0),)),
        Place(item=0, section=2, spans=((0, 1),)),
        Place(item=0, section=0, spans=((90, 99),)),
        Place(item=0),
        Place(),
    ],
)
def test_a_place_outside_the_document_gives_nothing(world, place):
    minutes = world.with_table(TABLE, prose="Tekst")
    assert excerpts(minutes, answer(place)) == ()


def test_text_and_table_both(world):
    minutes = world.with_table(TABLE, prose="I alt 660 kr.")
    text = Place(item=0, section=0, spans=((6, 9),))
    table = Place(item=0, table=0, cells=((3, 3),))
    assert [type(each) for each in excerpts(minutes, answer(text, table))] == [Passage, Grid]


def test_rows_in_a_terminal_stand_under_each_other(world):
    assert terminal(world, 60, (0, 3), (2, 3), (3, 3)) == [
        "  Post    Note       2025  2026",
        "  Løn     fast        310  ▸420◂",
        "  ⋮",
        "  Kørsel  egen bil    275  ▸180◂",
        "  I alt   uden moms   675  ▸660◂",
    ]


def test_a_narrow_terminal_keeps_the_marked_columns(world):
    assert terminal(world, 24, (3, 3)) == [
        "  Post   2026   …",
        "  ⋮",
        "  I alt  ▸660◂  …",
    ]


def test_many_rows_are_counted_instead(world):
    rows = "\n".join(f"| Post {n} | {n} |" for n in range(40))
    lines = terminal(world, 60, *((n, 1) for n in range(40)), table=f"| Post | Antal |\n{rows}")
    assert len(lines) == 14
    assert lines[-1] == "  ⋮ +28"


@given(st.integers(20, 120), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_no_line_is_wider_than_the_terminal(world, width, cells):
    assert max(map(len, terminal(world, width, *cells))) <= max(width, 22)


def test_our_signs_in_the_document_are_not_taken_for_marks(world):
    minutes = world.minutes(world.item(sections=(world.section("Se ▸12◂ og 13."),)))
    (found,) = excerpts(minutes, answer(Place(item=0, section=0, spans=((11, 13),))))
    styled = [text for text, style in excerpt_pieces(found, 0, 80) if style]
    assert styled == ["▸13◂"]
