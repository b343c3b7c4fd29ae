"""The example's minutes are read as they are written, field by field, and no character is lost.

A golden file is the truth about one document, written with the document and not by the reader.
A field it does not name is free. The one for FirstAgenda names no lines: they count in text that
the reader lays out.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import sagsgang
from sagsgang.minutes import Minutes
from sagsgang.reading import Reading, read

MINUTES = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(MINUTES.glob("*-20??-??-??.*"))


@cache
def reading(path: Path) -> Reading:
    return read(path.read_bytes(), path.name)


def differences(expected: object, found: object, path: str = "") -> Iterator[str]:
    """Where `found` differs from what `expected` says; keys that `expected` lacks do not count."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from differences(value, found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (one, other) in enumerate(zip(expected, found, strict=True)):
            yield from differences(one, other, f"{path}[{index}]")
    elif expected != found:
        yield f"{path}\n  expected {expected!r}\n  found    {found!r}"


def test_every_example_has_a_golden_file() -> None:
    assert {path.stem for path in EXAMPLES} == {path.stem for path in GOLDEN.glob("*.json")}
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_read_as_written(path: Path) -> None:
    expected = json.loads((GOLDEN / f"{path.stem}.json").read_text("utf-8"))
    wrong = list(differences(expected, reading(path).minutes.as_json()))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_trace_covers_every_character(path: Path) -> None:
    text = reading(path).canonical.text
    end = 0
    for span in reading(path).trace.spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        assert span.path
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_read_survives_json(path: Path) -> None:
    minutes = reading(path).minutes
    assert Minutes.model_validate(minutes.as_json()) == minutes


def test_text_files_are_their_own_canonical_text() -> None:
    for path in EXAMPLES:
        if path.suffix != ".json":
            assert reading(path).canonical.lines == path.read_text("utf-8").splitlines()


def test_one_case_is_followed_over_three_bodies() -> None:
    seen = {
        (minutes.body, item.number)
        for minutes in (reading(path).minutes for path in EXAMPLES)
        for item in minutes.items
        if item.case_number and item.case_number.canonical == "15.00.00-A00-9-25"
    }
    assert seen == {
        ("Arbejdsmarkedsudvalget", "38"),
        ("Arbejdsmarkedsudvalget", "39"),
        ("Økonomiudvalget", "4"),
        ("Byrådet", "6"),
    }
