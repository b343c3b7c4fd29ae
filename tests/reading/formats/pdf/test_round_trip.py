"""Minutes set in type as PDF, in five looks, are read back to the document their text gives."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.pdf.structure import blocks_of
from tests.pdf.typeset import LOOKS, Look, typeset

from sagsgang.reading import read
from sagsgang.reading.canonical import Canonical, Mark, Role
from sagsgang.reading.formats.pdf import pdf_lines
from sagsgang.reading.reader import read_canonical

ROOT = Path(__file__).parents[4]
EXAMPLES = sorted(
    path
    for path in (ROOT / "src/sagsgang/web/example/minutes").glob("arbejds*")
    if path.suffix in (".txt", ".md")
)
LAYOUTS = ROOT / "tests" / "reading" / "layouts"
TRUTHS = sorted(LAYOUTS.glob("*.truth.json"))
REAL = sorted((ROOT.parent / "shared" / "real" / "minutes").glob("*.txt"))

#: Where a page ends with a sentence, nothing tells whether its paragraph ends too.
MOST_BOUNDARIES = 2
#: Marks that a text has and a typesetter leaves out or sets in type (page feet, italics, blanks in
#: rows of fields) are read differently; where a text has none of them, everything is alike.
LIKE_LAYOUTS = 0.85
#: One table of words, in cells of several lines without borders, is more than columns can tell.
LIKE_REAL = 0.95


def stripped(value: Any) -> Any:
    """The contract without lines, pages and source."""
    if isinstance(value, dict):
        return {
            key: stripped(part)
            for key, part in value.items()
            if key not in ("lines", "pages", "source")
        }
    return [stripped(part) for part in value] if isinstance(value, list) else value


def differences(one: Any, other: Any, path: str = "") -> list[tuple[str, Any, Any]]:
    """Where two documents differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = sorted({*one, *other})
        return [
            d for key in keys for d in differences(one.get(key), other.get(key), f"{path}.{key}")
        ]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [d for at, (a, b) in pairs for d in differences(a, b, f"{path}[{at}]")]
    return [] if one == other else [(path, one, other)]


def leaves(value: Any, path: str = "") -> list[tuple[str, str]]:
    """Every single value of a document with the fields it stands in."""
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in leaves(part, f"{path}.{key}")]
    if isinstance(value, list):
        return [leaf for part in value for leaf in leaves(part, path)]
    return [(path, " ".join(str(value).split()))]


def likeness(one: dict[str, Any], other: dict[str, Any]) -> float:
    """The share of values that two documents have in common: F1, from 0 to 1."""
    first, second = Counter(leaves(stripped(one))), Counter(leaves(stripped(other)))
    return 2 * (first & second).total() / (first.total() + second.total())


def without_notes(canonical: Canonical) -> Canonical:
    """The lines with the footnotes that the typesetter added as furniture: no text has them."""
    for at, mark in canonical.marks.items():
        if mark.role is Role.FOOTNOTE:
            canonical.marks[at] = Mark(Role.FURNITURE)
    return canonical


def set_and_read(data: bytes, document: dict[str, Any], look: Look) -> dict[str, Any]:
    """The document that the text, set in this look, is read as."""
    pdf = typeset(blocks_of(data.decode("utf-8"), document), look)
    return read_canonical(without_notes(pdf_lines(pdf)), "x.pdf", "").minutes.as_json()


def assert_same(expected: dict[str, Any], found: dict[str, Any], boundaries: int) -> None:
    rest, folded = [], 0
    for path, one, other in differences(stripped(expected), stripped(found)):
        if isinstance(one, str) and isinstance(other, str) and one.split() == other.split():
            folded += 1
        else:
            rest.append((path, one, other))
    assert rest == []
    assert folded <= boundaries


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_reads_back(path: Path, look: Look) -> None:
    data = path.read_bytes()
    document = read(data, path.name).minutes.as_json()

    found = set_and_read(data, document, look)

    assert len(document["items"]) > 3
    assert_same(document, found, MOST_BOUNDARIES)


@pytest.mark.parametrize(
    ("path", "look"),
    [(path, LOOKS[number % len(LOOKS)]) for number, path in enumerate(TRUTHS)],
    ids=lambda value: value.name.split(".")[0],
)
def test_layouts_nobody_described_read_about_as_their_text(path: Path, look: Look) -> None:
    name = json.loads(path.read_text("utf-8"))["file"]
    data = (LAYOUTS / name).read_bytes()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        data = data.decode("latin-1").encode("utf-8")
    document = read(data, name).minutes.as_json()

    assert likeness(document, set_and_read(data, document, look)) >= LIKE_LAYOUTS


@pytest.mark.skipif(not REAL, reason="../shared/real findes ikke her")
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_minutes_read_back(path: Path, look: Look) -> None:
    data = path.read_bytes()
    document = read(data, path.name).minutes.as_json()

    assert likeness(document, set_and_read(data, document, look)) >= LIKE_REAL
