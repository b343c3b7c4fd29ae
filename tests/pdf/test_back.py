"""The law of the PDF: what was set is what is read, letter for letter."""

from hypothesis import given, settings
from tests.pdf.printed import long_printed, printed

from sagsgang.minutes.printed import Printed
from sagsgang.reading.own import blocks
from sagsgang.rendering.typst import normal_printed, pdf


def back(document: Printed) -> None:
    want = normal_printed(document)
    got = blocks(pdf(document))
    for a, b in zip(got, want.blocks, strict=False):
        assert a == b
    assert got == want.blocks


@settings(max_examples=60)
@given(printed())
def test_what_was_set_is_read(document):
    back(document)


@settings(max_examples=8)
@given(long_printed)
def test_what_breaks_over_pages_is_read_as_one(document):
    back(document)
