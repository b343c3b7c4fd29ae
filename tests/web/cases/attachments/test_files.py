"""What may be attached, what a file may be called, and where its bytes lie."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.cases.attachments.allowed import refuse_by_content, refuse_by_size
from sagsgang.web.cases.attachments.file_names import LONGEST, safe_name, title_of
from sagsgang.web.cases.attachments.storage import bytes_keep, bytes_open
from sagsgang.web.design.refusal import Refusal


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lone\\Notat om kajen.docx", "Notat om kajen.docx"),
        ("notat\r\nSet-Cookie: a=b.pdf", "notat Set-Cookie_ a=b.pdf"),
        ("notat\u202efdp.exe", "notatfdp.exe"),
        ("\u200bnotat.pdf", "notat.pdf"),
        ('han sagde "ja".pdf', "han sagde _ja_.pdf"),
        ("..", "bilag"),
        ("", "bilag"),
        ("Ærø og Åse.pdf", "Ærø og Åse.pdf"),
        ("A\u030ase.pdf", "Åse.pdf"),
    ],
)
def test_a_hostile_name_is_made_harmless(given_name, kept):
    assert safe_name(given_name) == kept


def test_a_very_long_name_keeps_its_ending():
    name = safe_name("a" * 5000 + ".pdf")
    assert len(name) == LONGEST
    assert name.endswith(".pdf")


@given(st.text(max_size=400))
def test_a_name_is_one_line_without_path_or_hidden_letters(text):
    name = safe_name(text)
    assert 0 < len(name) <= LONGEST
    assert not set('/\\"*:<>?|') & set(name)
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in name)
    assert safe_name(name) == name
    assert 0 < len(title_of(name)) <= 200


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\x00", "regneark.xlsx"),
        (b"\x7fELF\x02", "notat.pdf"),
        (b"#!/bin/sh\nrm", "notat.txt"),
        (b"hej", "koer.exe"),
        (b"<!doctype html><body onload=alert(1)>", "side.txt"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "kort.svg"),
        ("<html><script>1</script>".encode("utf-16"), "side.html"),
    ],
)
def test_what_a_browser_or_a_machine_would_run_is_refused(data, name):
    with pytest.raises(Refusal):
        refuse_by_content(data, name)


def test_documents_are_not_refused():
    for data, name in ((b"%PDF-1.7", "a.pdf"), (b"1 < 2 og 3 > 2", "a.txt"), (b"a;b", "a.csv")):
        refuse_by_content(data, name)


def test_too_large_and_empty_are_refused():
    for size in (0, 50_000_001):
        with pytest.raises(Refusal):
            refuse_by_size(size)
    refuse_by_size(50_000_000)


def test_bytes_are_kept_once_under_their_hash(tmp_path):
    first = bytes_keep(b"kajen")
    assert bytes_keep(b"kajen") == first
    with bytes_open(first) as file:
        assert file.read() == b"kajen"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [first]


def test_a_half_written_file_is_written_again(tmp_path):
    sha256 = bytes_keep(b"hele kajen")
    next(p for p in tmp_path.rglob(sha256)).write_bytes(b"hele")
    bytes_keep(b"hele kajen")
    with bytes_open(sha256) as file:
        assert file.read() == b"hele kajen"


def test_only_a_hash_is_opened():
    for name in ("../secret-key", "a" * 63, "A" * 64, ""):
        with pytest.raises(FileNotFoundError):
            bytes_open(name)
