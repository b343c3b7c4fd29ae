"""`check --baseline`: what was there before is silent, and what is new decides how it ends."""

import json

from tests.cli.test_check import WRONG_SUM


def test_the_first_run_knows_and_the_next_hears_only_what_is_new(sagsgang, tmp_path):
    known, document = tmp_path / "kendt.json", tmp_path / "referat.md"
    document.write_text(WRONG_SUM)
    first = sagsgang("check", "--baseline", known, document)
    assert (first.code, first.err) == (0, f"{known}: 1 fund er kendt fra nu af\n")
    assert "F01" in first.out
    second = sagsgang("check", "--baseline", known, document)
    assert (second.code, second.err) == (0, "")
    assert "Ikke meldt: F01 Punkt 1: Kendt fra før (baseline)." in second.out
    document.write_text(WRONG_SUM.replace("7.500", "7.400"))
    third = sagsgang("check", "--baseline", known, document, "--format", "json")
    assert third.code == 1
    assert json.loads(third.out)["findings"][0]["printed"] == ["7.400"]


def test_a_rewritten_baseline_knows_this_run_and_no_more(sagsgang, tmp_path):
    known, document = tmp_path / "kendt.json", tmp_path / "referat.md"
    document.write_text(WRONG_SUM)
    sagsgang("check", "--baseline", known, document)
    document.write_text(WRONG_SUM.replace("7.500", "7.400"))
    rewritten = sagsgang("check", "--baseline", known, "--update-baseline", document)
    assert (rewritten.code, rewritten.err) == (0, f"{known}: 1 fund er kendt fra nu af\n")
    assert sagsgang("check", "--baseline", known, document).code == 0
    document.write_text(WRONG_SUM)
    assert sagsgang("check", "--baseline", known, document).code == 1


def test_an_archive_is_compared_in_every_process_and_the_file_is_no_document(sagsgang, tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text(WRONG_SUM)
    known = tmp_path / "kendt.json"
    assert "12 fund" in sagsgang("check", "--baseline", known, tmp_path, "--summary").err
    (tmp_path / "12.md").write_text(WRONG_SUM)
    ended = sagsgang("check", "--baseline", known, tmp_path, "--format", "json")
    found = [len(json.loads(line)["findings"]) for line in ended.out.splitlines()]
    assert (ended.code, found, ended.err) == (1, [0] * 12 + [1], "")


def test_what_is_no_baseline_is_one_line_and_stays_as_it_is(sagsgang, minutes, tmp_path):
    other = tmp_path / "noter.json"
    other.write_text("[]")
    ended = sagsgang("check", "--baseline", other, minutes)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{other}: er ikke en liste over kendte fund")
    assert other.read_text() == "[]"


def test_unreadable_still_wins(sagsgang, minutes, nonsense, tmp_path):
    assert sagsgang("check", "--baseline", tmp_path / "k.json", minutes, nonsense).code == 2


def test_a_place_that_cannot_be_written_is_one_line(sagsgang, minutes, tmp_path):
    ended = sagsgang("check", "--baseline", tmp_path / "ingen" / "k.json", minutes)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert "--baseline" in sagsgang("check", "--update-baseline", minutes).err
