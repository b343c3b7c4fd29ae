"""What is printed of any document says all of it: read back, it is the document."""

from pathlib import Path

from hypothesis import given, settings
from tests.rendering.conftest import differences, minutes_in, told
from tests.rendering.random_minutes import DOCUMENTS, SOURCE, TEXTS, items

from sagsgang.language import printed as lines
from sagsgang.minutes import Minutes
from sagsgang.minutes.printed import Heading
from sagsgang.reading.own import minutes_of
from sagsgang.rendering.printed import folded, printed


@given(TEXTS)
def test_a_text_on_one_line_says_all_of_it(text: str) -> None:
    text = lines.folded(text)
    assert lines.folded(text) == text
    for shown, read in (
        (lines.text_shown, lines.text_read),
        (lines.value_shown, lines.value_read),
    ):
        assert "\n" not in shown(text)
        assert "  " not in shown(text)
        assert shown(text) == shown(text).strip()
        assert read(shown(text)) == text
    assert lines.value_shown(text)


@settings(max_examples=80)
@given(DOCUMENTS)
def test_what_is_printed_says_all_of_the_document(minutes: Minutes) -> None:
    blocks = printed(minutes)
    minutes = folded(minutes)
    assert list(differences(told(minutes), told(minutes_of(blocks)))) == []
    assert folded(minutes) == minutes
    assert printed(minutes) == blocks


@given(items())
def test_headings_leave_no_gap(item: object) -> None:
    minutes = Minutes(kind="agenda", items=(item,), source=SOURCE)
    above = 0
    for block in printed(minutes).blocks:
        if isinstance(block, Heading):
            assert block.level <= above + 1
            assert block.text.strip()
            above = block.level


def test_every_document_reads_back_from_its_blocks(document: Path) -> None:
    minutes = minutes_in(document)
    if minutes is not None:
        assert folded(minutes) == minutes
        assert list(differences(told(minutes), told(minutes_of(printed(minutes))))) == []
