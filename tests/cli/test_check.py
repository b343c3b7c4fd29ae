"""`sagsgang check`: three formats, choosing rules, and the exit code."""

import json

import pytest

WRONG_SUM = """\
Referat
Socialudvalget den 3. marts 2025 kl. 15:00

Punkt 1: Regnskab
27.00.00-G01-1-25
Resumé
Regnskabet fremlægges.
Sagsfremstilling

| Område | Beløb |
|---|---|
| Voksne | 1.200 |
| Børn | 2.300 |
| Ældre | 4.100 |
| I alt | 7.500 |

Beslutning
Godkendt.
"""


@pytest.fixture
def wrong_sum(tmp_path):
    path = tmp_path / "forkert.md"
    path.write_text(WRONG_SUM)
    return path


def test_a_wrong_total_is_found_and_blocks(sagsgang, wrong_sum):
    ended = sagsgang("check", wrong_sum)
    assert (ended.code, ended.err) == (1, "")
    assert "F01" in ended.out
    assert "7.600" in ended.out
    assert "\x1b" not in ended.out


def test_nothing_found_is_zero(sagsgang, minutes):
    ended = sagsgang("check", minutes)
    assert ended.code == 0
    assert "Ingen fund." in ended.out


def test_unreadable_wins_over_blocked(sagsgang, wrong_sum, nonsense):
    ended = sagsgang("check", wrong_sum, nonsense)
    assert ended.code == 2
    assert "F01" in ended.out
    assert ended.err.startswith(f"{nonsense}: ")
    assert len(ended.err.splitlines()) == 1


def test_json_is_one_object_for_one_file_and_a_line_for_each_of_several(
    sagsgang, minutes, wrong_sum
):
    one = json.loads(sagsgang("check", "--format", "json", wrong_sum).out)
    assert [finding["rule"] for finding in one["findings"]] == ["F01"]
    assert "verified" not in one
    lines = sagsgang("check", "--format", "json", minutes, wrong_sum).out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["møde.txt", "forkert.md"]


def test_all_adds_what_was_verified(sagsgang, wrong_sum, tmp_path):
    right = tmp_path / "rigtig.md"
    right.write_text(WRONG_SUM.replace("7.500", "7.600"))
    report = json.loads(sagsgang("check", "--all", "--format", "json", right).out)
    assert report["findings"] == []
    assert len(report["verified"]) == report["summary"]["relations_verified"] > 0


def test_sarif_is_one_log_over_all(sagsgang, minutes, wrong_sum):
    ended = sagsgang("check", "--format", "sarif", minutes, wrong_sum)
    log = json.loads(ended.out)
    assert ended.code == 1
    assert log["version"] == "2.1.0"
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["F01"]


def test_the_json_that_read_prints_is_checked_too(sagsgang, minutes, wrong_sum, tmp_path):
    (tmp_path / "et.json").write_text(sagsgang("read", wrong_sum).out)
    assert "F01" in sagsgang("check", tmp_path / "et.json").out
    (tmp_path / "to.jsonl").write_text(sagsgang("read", minutes, wrong_sum).out)
    ended = sagsgang("check", "--format", "json", tmp_path / "to.jsonl", minutes)
    names = [json.loads(line)["source"]["name"] for line in ended.out.splitlines()]
    assert names == ["møde.txt", "forkert.md", "møde.txt"]


def test_rules_are_chosen_and_left_out(sagsgang, wrong_sum):
    assert sagsgang("check", "--rules", "A,D01", wrong_sum).code == 0
    assert sagsgang("check", "--rules", "f", wrong_sum).code == 1
    assert sagsgang("check", "--skip", "F01", wrong_sum).code == 0


@pytest.mark.parametrize("option", ["--rules", "--skip", "--explain"])
def test_an_unknown_rule_is_one_line(sagsgang, wrong_sum, option):
    ended = sagsgang("check", option, "Q77", wrong_sum)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"sagsgang: {option}: ")
    assert "Q77" in ended.err


def test_explain_prints_the_page(sagsgang):
    ended = sagsgang("check", "--explain", "F01")
    assert ended.code == 0
    assert ended.out.startswith("# F01 ")
    assert "=>" not in ended.out


def test_summary_is_a_row_for_each_rule(sagsgang, minutes, wrong_sum):
    ended = sagsgang("check", "--summary", minutes, wrong_sum)
    assert ended.code == 1
    (row,) = [line for line in ended.out.splitlines() if line.startswith("F01")]
    assert row.split()[-5:-3] == ["1", "1"]


def test_many_are_checked_side_by_side_in_order(sagsgang, wrong_sum, tmp_path):
    folder = tmp_path / "mange"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.md").write_text(WRONG_SUM)
    lines = sagsgang("check", "--format", "json", folder).out.splitlines()
    names = [json.loads(line)["source"]["name"] for line in lines]
    assert names == [f"{number:02}.md" for number in range(12)]


def test_no_file_is_one_line(sagsgang):
    assert sagsgang("check").err.startswith("sagsgang: FIL… mangler\n")
