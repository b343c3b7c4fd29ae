"""Where every character went: spans in order that cover all that is not blank."""

from sagsgang.reading import Span, read
from sagsgang.reading.trace import TraceBuilder


def test_lines_become_spans_and_neighbours_of_one_field_one_span() -> None:
    builder = TraceBuilder(["Referat", "", "Første linje", "Anden linje", "Rest"])
    builder.place(0, 0, "furniture")
    builder.place(2, 3, "items[0].title")
    trace = builder.build()
    assert trace.spans == (
        Span(0, 7, "furniture"),
        Span(9, 33, "items[0].title"),
        Span(34, 38, "unplaced"),
    )
    assert trace.at("items[0].title") == [Span(9, 33, "items[0].title")]
    assert builder.unplaced() == [4]
    assert builder.is_placed(2)
    assert not builder.is_placed(4)


def test_a_line_may_be_shared_by_two_fields() -> None:
    builder = TraceBuilder(["Beslutning: Godkendt."])
    builder.split(0, 12, "items[0].sections[0].heading", "items[0].sections[0].text")
    assert builder.build().spans == (
        Span(0, 12, "items[0].sections[0].heading"),
        Span(12, 21, "items[0].sections[0].text"),
    )
    builder.place_rest(0, "items[0].decision")
    assert builder.build().spans[1].path == "items[0].decision"
    assert builder.is_split(0)


def test_the_last_word_about_a_line_counts() -> None:
    builder = TraceBuilder(["Side 3"])
    builder.place(0, 0, "furniture")
    builder.place(0, 0, "unplaced")
    assert builder.unplaced() == [0]


def test_blank_lines_have_no_place() -> None:
    assert TraceBuilder(["", "  ", "\t"]).build().spans == ()


def test_every_field_can_be_found_again_in_the_text() -> None:
    text = (
        "Referat Kulturudvalget\n\nMødedato: 5. maj 2025\n\nHilsen fra borgmesteren\n\n"
        "Punkt 1: Ny scene\n\n15.00.00-G01-1-25\n\nBeslutning: Godkendt.\n"
    )
    reading = read(text.encode(), "x")
    found = {
        span.path: reading.canonical.text[span.start : span.end] for span in reading.trace.spans
    }
    assert found["starts_at"] == "Mødedato: 5. maj 2025"
    assert found["items[0].number"].strip() == "Punkt 1:"
    assert found["items[0].title"] == "Ny scene"
    assert found["items[0].case_number"] == "15.00.00-G01-1-25"
    assert found["items[0].sections[0].heading"].strip(" :") == "Beslutning"
    assert found["items[0].sections[0].text"] == "Godkendt."
    assert found["unplaced"] == "Hilsen fra borgmesteren"
    [unplaced] = reading.minutes.unplaced
    assert (unplaced.lines, unplaced.text) == ((5, 5), "Hilsen fra borgmesteren")
