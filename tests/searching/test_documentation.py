"""The page about the search tells what the search does."""

import re

import pytest

from sagsgang.searching import Field, query_help
from sagsgang.searching.query import MOST_CHARACTERS, MOST_TERMS, parse


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "topics" / "search.md").read_text("utf-8")


@pytest.fixture(scope="module")
def written(page):
    """What the table says one may write."""
    return re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)


def test_the_page_and_the_help_tell_the_same(written):
    assert written == [line.write for line in query_help()]


def test_what_the_page_tells_is_understood(written):
    for typed in written:
        assert parse(typed).clauses
        assert parse(typed).notes == ()


def test_every_field_is_told(page):
    assert [name.value for name in Field if f"`{name.value}:" not in page] == []


def test_the_bounds_are_told(page):
    assert f"{MOST_CHARACTERS} characters and {MOST_TERMS} words" in page


def test_what_the_page_names_is_there(root, page):
    for name in re.findall(r"`((?:src|tests|benchmarks)/[\w/.]+)`", page):
        assert (root / name).exists(), name
