"""The format and the encoding are found from the content; what is no document is refused."""

import codecs
import json

import pytest

from sagsgang.reading import NoItems, Unreadable, canonical_lines, read

TEXT = """\
Referat
Børne- og Kulturudvalget
Mødedato: 5. maj 2025

Punkt 1: Ny skærm på Ærø

Beslutning

Godkendt.
"""


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("latin-1"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
    ],
)
def test_any_encoding_gives_the_same_lines(data: bytes) -> None:
    canonical = canonical_lines(data)
    assert canonical.lines == TEXT.splitlines()
    assert canonical.format == "txt"
    assert read(data, "x").minutes.items[0].title == "Ny skærm på Ærø"


def test_one_broken_byte_does_not_change_every_letter() -> None:
    text = TEXT.replace("Godkendt.", "Børnene på øen får plads, så længe der er råd.")
    lines = canonical_lines(text.encode() + b"Slut\xe6.\n").lines
    assert lines[1] == "Børne- og Kulturudvalget"
    assert lines[-1] == "Slut\N{REPLACEMENT CHARACTER}."


def test_markdown_is_known_by_its_signs() -> None:
    assert canonical_lines(b"# Referat\n\n## Punkt 1: Sag\n").format == "md"
    assert canonical_lines(b"Referat # 1\n").format == "txt"


def test_the_name_decides_nothing() -> None:
    for name in ("referat.pdf", "referat.docx", "referat", ""):
        reading = read(TEXT.encode(), name)
        assert reading.minutes.source.format == "txt"
        assert reading.minutes.source.name == name


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\0" * 2000, codecs.BOM_UTF8])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="filen er tom"):
        read(data, "x")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n" + bytes(range(30)) * 200,
        b"\x00\x01\x02\x03" * 500,
    ],
)
def test_binary_noise_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binært") as refused:
        read(data, "x")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "shape", [{}, [], {"a": [1, 2]}, [{"title": "Referat"}], None, "Referat", 3]
)
def test_json_of_another_shape_is_refused(shape: object) -> None:
    with pytest.raises(Unreadable):
        read(json.dumps(shape).encode(), "x")


def test_a_text_without_items_is_refused_but_still_to_be_had() -> None:
    with pytest.raises(NoItems, match="ingen dagsordenspunkter fundet") as refused:
        read("Kære Ada\n\nTak for sidst.\n".encode(), "x")
    assert refused.value.canonical.lines == ["Kære Ada", "", "Tak for sidst."]


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    data = TEXT.encode()
    with pytest.raises(Unreadable, match="--max-size"):
        read(data, "x", max_size=len(data) - 1)
    assert read(data, "x", max_size=len(data)).minutes.items
