"""Which documents the words mean, and how large one may be."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.cli.inputs import Input, expand, files_below, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1", 1),
        ("80MB", 80_000_000),
        ("80 mb", 80_000_000),
        ("1,5GB", 1_500_000_000),
        ("1.5g", 1_500_000_000),
        ("64k", 64_000),
    ],
)
def test_sizes(text, size):
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "MB", "-1", "1TB", "80 M B", "1.000.000"])
def test_what_is_not_a_size(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_size(text)


@given(st.integers(0, 10**12))
def test_a_number_is_bytes(number):
    assert parse_size(str(number)) == number


def test_the_order_given_is_kept(tmp_path):
    (tmp_path / "x.txt").touch()
    inputs, refused = expand(["b", "-", str(tmp_path), "a"])
    assert [source.name for source in inputs] == ["b", "-", str(tmp_path / "x.txt"), "a"]
    assert refused == []


def test_a_link_in_a_circle_is_not_followed(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "ring").symlink_to(tmp_path)
    assert expand([str(tmp_path)])[0] == [Input(str(tmp_path / "a.txt"), tmp_path / "a.txt")]


def test_a_folder_means_no_pipes_and_no_settings(tmp_path):
    os.mkfifo(tmp_path / "rør")
    for name in ("sagsgang.toml", "b.txt", ".skjult"):
        (tmp_path / name).write_text("x")
    (tmp_path / "a.txt").symlink_to(tmp_path / "ingen")
    assert [path.name for path in files_below(tmp_path)] == ["a.txt", "b.txt"]
