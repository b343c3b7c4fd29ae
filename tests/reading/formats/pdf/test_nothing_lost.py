"""Every sign of the file's text is in its canonical text, but for the clean-up stated here."""

import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf.drawing import Drawing, drawn, lines
from tests.pdf.structure import blocks_of
from tests.pdf.typeset import LOOKS, Look, typeset

from sagsgang.reading import read
from sagsgang.reading.formats.pdf import pdf_lines

ROOT = Path(__file__).parents[4]
EXAMPLES = sorted((ROOT / "src/sagsgang/web/example/minutes").glob("*.txt"))
#: Hyphens at line ends are undone, leaders shortened, signs of lists made the same.
CLEANED = "-‐\u00ad\ufffe....…•▪●○◦*–—"


def signs(text: str) -> Counter[str]:
    """The signs that must not be lost; ligatures and raised figures as what they stand for."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(
        sign for sign in plain if sign.isprintable() and not sign.isspace() and sign not in CLEANED
    )


def bare_pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def assert_nothing_lost(data: bytes) -> None:
    canonical = pdf_lines(data)
    source = sum((signs(text) for text in bare_pages(data)), Counter())
    assert signs("\n".join(canonical.lines)) == source
    assert canonical.pages is not None
    assert len(canonical.pages) == len(canonical.lines)
    assert set(canonical.pages) <= set(range(1, len(bare_pages(data)) + 1))
    assert all(0 <= at < len(canonical.lines) for at in canonical.marks)
    assert not any("\n" in line or "\r" in line for line in canonical.lines)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_of_the_example_is_lost(path: Path, look: Look) -> None:
    data = path.read_bytes()
    document = read(data, path.name).minutes.as_json()

    assert_nothing_lost(typeset(blocks_of(data.decode("utf-8"), document), look))


WORDS = st.text(st.sampled_from("abcæøåÆØÅ123.,:;-()%/§ 1"), min_size=1, max_size=40)
PLACES = st.tuples(
    st.integers(20, 560), st.integers(20, 820), WORDS, st.sampled_from([6, 8, 11, 18, 30]),
    st.sampled_from(["Times-Roman", "Helvetica-Bold"]), st.sampled_from([0, 0, 0, 90, 45]),
)  # fmt: skip


@given(st.lists(st.lists(PLACES, min_size=1, max_size=25), min_size=1, max_size=3), st.booleans())
def test_nothing_is_lost_wherever_it_stands(
    pages: list[list[tuple[int, int, str, int, str, int]]], boxed: bool
) -> None:
    def page(places: list[tuple[int, int, str, int, str, int]]) -> Drawing:
        def draw(canvas: object) -> None:
            for x, y, text, size, font, turn in places:
                canvas.saveState()  # type: ignore[attr-defined]
                canvas.translate(x, y)  # type: ignore[attr-defined]
                canvas.rotate(turn)  # type: ignore[attr-defined]
                canvas.setFont(font, size)  # type: ignore[attr-defined]
                canvas.drawString(0, 0, text)  # type: ignore[attr-defined]
                if boxed:
                    canvas.rect(-2, -3, 90, size + 6)  # type: ignore[attr-defined]
                canvas.restoreState()  # type: ignore[attr-defined]

        return draw

    data = drawn(lines("Punkt 1: Godkendelse af dagsorden"), *map(page, pages))
    canonical = pdf_lines(data)

    source = sum((signs(text) for text in bare_pages(data)), Counter())
    lost = source - signs("\n".join(canonical.lines))
    assert not lost
