"""A section's text is shown as it was on paper, and no word of it is left out."""

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.minutes import Section, SectionKind, Table
from sagsgang.web.archive.pages.blocks import (
    Block,
    Cell,
    Point,
    TableQueue,
    blocks_of,
    is_number,
    text_blocks,
)


def section(text: str, lines: tuple[int, int] = (1, 50)) -> Section:
    return Section(heading="Tal", kind=SectionKind.PRESENTATION, lines=lines, text=text)


def words_of(block: Block) -> list[str]:
    """Every word that a block shows, in order."""
    cells = [cell.text for row in (block.head, *block.rows) for cell in row]
    points = [f"{point.marker} {point.text}" for point in block.points]
    return " ".join([*block.lines, *points, *cells]).split()


def test_paragraphs_keep_their_line_breaks():
    assert text_blocks("Første linje\nanden linje\n\nNyt afsnit") == (
        Block("paragraph", lines=("Første linje", "anden linje")),
        Block("paragraph", lines=("Nyt afsnit",)),
    )


def test_lists_keep_the_numbers_they_were_printed_with():
    (bullets, numbers) = text_blocks("- kaj\n- mole\n\n1. at A\n2) at B\nc. at C")
    assert bullets.points == (Point("", "kaj"), Point("", "mole"))
    assert numbers.points == (Point("1.", "at A"), Point("2)", "at B"), Point("c.", "at C"))


def test_a_negative_number_and_a_dash_are_no_list():
    assert [block.kind for block in text_blocks("-0,47 procentpoint\n–")] == ["paragraph"]


def test_a_table_stands_where_its_lines_stand():
    table = Table(
        lines=(3, 5),
        header=("", "2030", "2031"),
        rows=(("Både", "1.200", "-3,5 %"), ("Kajer", "4", "-")),
    )
    text = "Før\n\n\t2030\t2031\nBåde\t1.200\t-3,5 %\nKajer\t4\t-\n\nEfter"
    before, shown, after = blocks_of(section(text), TableQueue([table]))
    assert (before.lines, after.lines) == (("Før",), ("Efter",))
    assert shown.head == (
        Cell(""),
        Cell("2030", is_header=True, is_number=True),
        Cell("2031", is_header=True, is_number=True),
    )
    assert shown.rows[0] == (
        Cell("Både", is_header=True),
        Cell("1.200", is_number=True),
        Cell("-3,5 %", is_number=True),
    )


def test_neighbouring_tables_without_a_gap_stay_two():
    one = Table(lines=(2, 3), header=("A", "B"), rows=(("1", "2"),))
    two = Table(lines=(4, 5), header=("C", "D"), rows=(("3", "4"),))
    shown = blocks_of(section("A\tB\n1\t2\nC\tD\n3\t4"), TableQueue([one, two]))
    assert [[cell.text for cell in block.head] for block in shown] == [["A", "B"], ["C", "D"]]
    assert [block.number for block in shown] == [1, 2]


def test_a_table_of_another_section_is_not_taken():
    far = Table(lines=(60, 61), header=(), rows=(("x", "y"),))
    queue = TableQueue([far])
    (shown,) = blocks_of(section("a\tb"), queue)
    assert [[cell.text for cell in row] for row in shown.rows] == [["a", "b"]]
    (later,) = blocks_of(section("", lines=(55, 70)), queue)
    assert [[cell.text for cell in row] for row in later.rows] == [["x", "y"]]


def test_numbers_are_told_from_words():
    for text in ("12", "1.471,7", "-0,47", "− 12.355", "16,7 %", "3,5 mio. kr.", "-", "–"):
        assert is_number(text), text
    for text in ("", "2. kvartal", "A-dagpenge", "12 både", "maj 2031"):
        assert not is_number(text), text


LINES = st.lists(
    st.text(st.sampled_from("ab1.)-•\t æ"), max_size=12).map(lambda line: line.strip(" ")),
    max_size=8,
)


@given(LINES)
def test_no_word_is_left_out(lines):
    text = "\n".join(lines)
    shown = [word for block in text_blocks(text) for word in words_of(block)]
    signs = {"-", "•"}
    assert [w for w in shown if w not in signs] == [w for w in text.split() if w not in signs]
