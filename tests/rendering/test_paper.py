"""The PDF of any document reads back as that document."""

from pathlib import Path

from hypothesis import given, settings
from tests.rendering.conftest import differences, minutes_in, told
from tests.rendering.random_minutes import DOCUMENTS

from sagsgang.minutes import Minutes
from sagsgang.reading import read
from sagsgang.rendering.paper import document_pdf
from sagsgang.rendering.printed import folded


def pdf_says_all(minutes: Minutes) -> None:
    found = read(document_pdf(minutes), "referat.pdf")
    assert list(differences(told(folded(minutes)), told(found.minutes))) == []
    assert (found.minutes.source.format, found.minutes.source.dialect) == ("pdf", "sagsgang")
    text, end = found.canonical.text, 0
    for span in found.trace.spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


@settings(max_examples=20)
@given(DOCUMENTS)
def test_the_pdf_says_all_of_the_document(minutes: Minutes) -> None:
    pdf_says_all(minutes)


def test_every_document_reads_back_from_its_pdf(document: Path) -> None:
    minutes = minutes_in(document)
    if minutes is not None:
        pdf_says_all(minutes)


def test_a_letter_that_the_font_lacks_is_named(minutes: Minutes) -> None:
    odd = minutes.model_copy(update={"place": "Salen 😀 ‹U+0041› ā̋"})
    pdf_says_all(odd)
    assert read(document_pdf(odd), "").minutes.place == odd.place
