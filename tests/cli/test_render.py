"""`sagsgang render`: pages and PDFs, and what goes wrong."""

import json

import pytest


def told(ended):
    document = json.loads(ended.out)
    del document["source"]
    return without_lines(document)


def without_lines(value):
    if isinstance(value, dict):
        return {key: without_lines(each) for key, each in value.items() if key != "lines"}
    return [without_lines(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("to", ["html", "pdf"])
def test_what_is_rendered_reads_back(sagsgang, minutes, tmp_path, to):
    out = tmp_path / f"referat.{to}"
    ended = sagsgang("render", minutes, "--to", to, "--out", out)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert told(sagsgang("read", out)) == told(sagsgang("read", minutes))


def test_a_page_goes_to_standard_output(sagsgang, minutes):
    ended = sagsgang("render", "--to", "html", minutes)
    assert ended.out.startswith("<!doctype html>")
    assert ended.err == ""


def test_the_json_that_read_prints_is_rendered(sagsgang, minutes, tmp_path):
    data = tmp_path / "referat.json"
    data.write_text(sagsgang("read", minutes).out)
    assert (
        sagsgang("render", data, "--to", "html").out
        == sagsgang("render", minutes, "--to", "html").out
    )


def test_several_go_to_a_folder(sagsgang, minutes, nonsense, tmp_path):
    other = tmp_path / "andet.txt"
    other.write_text(minutes.read_text())
    out = tmp_path / "ud"
    ended = sagsgang("render", minutes, nonsense, other, "--to", "html", "--out", out)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert {path.name for path in out.iterdir()} == {"møde.html", "andet.html"}


def test_several_need_a_folder(sagsgang, minutes):
    ended = sagsgang("render", minutes, minutes, "--to", "html")
    assert ended.code == 2
    assert "mappe" in ended.err.splitlines()[0]


def test_the_target_must_be_named(sagsgang, minutes):
    ended = sagsgang("render", minutes)
    assert ended.code == 2
    assert ended.err.splitlines()[0] == "sagsgang: --to mangler; vælg html, pdf"


def test_a_file_that_cannot_be_written_is_one_line(sagsgang, minutes, tmp_path):
    ended = sagsgang("render", minutes, "--to", "html", "--out", tmp_path / "ingen" / "x.html")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1


def test_the_public_reads_nothing_of_a_closed_item(sagsgang, tmp_path):
    path = tmp_path / "lukket.txt"
    path.write_text(
        "Referat\nKulturudvalget\nMødedato: 5. maj 2025\n\n1. Lukket punkt: Køb af grund\n\n"
        "Resumé\nGrunden ligger ved åen.\n\nBeslutning\nGodkendt.\n\n"
        "2. Eventuelt\n\nBeslutning\nIntet.\n"
    )
    whole = sagsgang("render", path, "--to", "html").out
    public = sagsgang("render", path, "--to", "html", "--public").out
    assert "ved åen" in whole
    assert "ved åen" not in public
