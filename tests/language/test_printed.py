"""Texts, days and moments on a printed line are got from it again."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language import printed
from sagsgang.language.printed_dates import day_read, day_shown, moment_read, moment_shown
from sagsgang.language.printed_letters import letters_named, letters_read

LINES = st.text("ab ·¦¶;()\t\n\xa0tominge", max_size=20)


@given(LINES)
def test_a_value_is_read_as_it_was(text):
    text = printed.folded(text)
    assert printed.folded(text) == text
    for shown, read in (
        (printed.text_shown, printed.text_read),
        (printed.cell_shown, printed.cell_read),
        (printed.value_shown, printed.value_read),
    ):
        line = shown(text)
        assert "\n" not in line
        assert "\t" not in line
        assert "  " not in line
        assert line == line.strip(" ")
        assert read(line) == text


@given(st.lists(LINES.map(printed.folded), max_size=4))
def test_a_list_is_read_as_it_was(values):
    assert printed.list_read(printed.list_shown(values)) == tuple(values)
    if values:
        record = printed.record_shown(map(printed.value_shown, values))
        assert list(map(printed.value_read, printed.record_read(record))) == values
    for value in map(printed.value_shown, values):
        assert printed.without_instead(printed.instead_of_nothing(value)) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Holm", "Ada Holm"),
        ("a\nb\n\nc", "a ¶ b ¶ ¶ c"),
        ("a\t\tb", "a ¦ ¦ b"),
        ("a  b", "a\xa0 b"),
        ("", "(tom)"),
        ("(tom)", "((tom))"),
        ("§ 3 ¶ 2", "§ 3 ¶¶ 2"),
    ],
)
def test_what_a_line_cannot_hold_is_shown_by_a_sign(text, shown):
    assert printed.value_shown(text) == shown


@given(st.dates())
def test_a_day_is_read_as_it_was(day: date):
    assert day_read(day_shown(day)) == day


@given(st.datetimes())
def test_a_moment_is_read_to_the_minute(at: datetime):
    assert moment_read(moment_shown(at)) == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    "words", ["", "31. februar 2025", "12. maj", "1. maj 0", "den 1. maj 2025"]
)
def test_what_is_no_day_is_none(words):
    assert day_read(words) is None


@given(st.text(st.sampled_from("ab‹›U+12F600é\u0301\u11a8가ṩ😀")))
def test_named_letters_are_read_as_they_were(text):
    named = letters_named(text, lambda letter: letter < "\u2100")
    assert "😀" not in named
    assert letters_read(named) == text
