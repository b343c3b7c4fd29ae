"""The example's minutes, set as Word and as a web page, are read back as the same documents."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.pdf.structure import Block
from tests.reading.setting.example_blocks import EXAMPLES, blocks, reading
from tests.reading.setting.web_page import set_as_web_page
from tests.reading.setting.word import set_as_word

from sagsgang.reading import read

# What depends on the file and not on the document.
OF_THE_FILE = {"lines", "pages", "source", "unplaced"}
LOOKS: dict[str, Callable[[list[Block]], bytes]] = {
    "docx": lambda blocks: set_as_word(blocks, by_style=True),
    "docx-bold": lambda blocks: set_as_word(blocks, by_style=False),
    "html": set_as_web_page,
}


def document(value: Any) -> Any:
    """What a document says: without what belongs to its file, white space as single blanks."""
    if isinstance(value, dict):
        return {key: document(part) for key, part in value.items() if key not in OF_THE_FILE}
    if isinstance(value, list):
        return [document(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:
    """Where two documents differ, as lines of path, expected, found."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in expected.keys() | found.keys():
            yield from differences(expected.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for place, (one, other) in enumerate(zip(expected, found, strict=True)):
            yield from differences(one, other, f"{path}[{place}]")
    elif expected != found:
        yield f"{path}\n  expected {expected!r}\n  found    {found!r}"


def without_levels(value: Any) -> Any:
    """A document in which headings that are not known stand alike at every depth."""
    if isinstance(value, dict):
        kept = {key: without_levels(part) for key, part in value.items() if key != "level"}
        return kept | {"kind": "other"} if kept.get("kind") == "topic" else kept
    return [without_levels(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_read_back_to_the_same_document(path: Path, look: str) -> None:
    data = LOOKS[look](blocks(path))
    found = read(data, f"referat.{look.partition('-')[0]}").minutes.as_json()
    assert found["source"]["format"] == look.partition("-")[0]
    expected, found = document(reading(path).minutes.as_json()), document(found)
    if look == "docx-bold":
        # Where all headings are set alike, the file does not say which stands inside which.
        expected, found = without_levels(expected), without_levels(found)
    wrong = sorted(differences(expected, found))
    assert not wrong, "\n".join(wrong)
