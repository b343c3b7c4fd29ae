"""`sagsgang.toml` beside the documents: which one counts, and what is told of one that is wrong."""

import json

import pytest
from tests.cli.test_check import WRONG_SUM

RULE = '''
"""Skriv «borgere»."""

CODE = "X01"
TITLE = "Ordet voksne"
SEVERITY = "blocks"


def check(minutes, context):
    for item in minutes.items:
        if "Regnskabet" in "".join(section.text for section in item.sections):
            yield context.finding(TITLE, confidence=1.0, item=item)
'''


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Two folders with the same document; the command is run in a third."""
    for name in ("a", "b", "her"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "referat.md").write_text(WRONG_SUM)
    monkeypatch.chdir(tmp_path / "her")
    return tmp_path


def severities(ended) -> list[list[str]]:
    return [
        [finding["severity"] for finding in json.loads(line)["findings"]]
        for line in ended.out.splitlines()
    ]


def test_the_documents_own_folder_first_then_where_the_command_is_run(sagsgang, place):
    (place / "a" / "sagsgang.toml").write_text('[checks.severity]\nF01 = "notes"')
    (place / "her" / "sagsgang.toml").write_text('[checks.severity]\nF01 = "warns"')
    ended = sagsgang("check", "--format", "json", place / "a", place / "b")
    assert severities(ended) == [["notes"], ["warns"]]
    assert ended.code == 0


def test_the_file_that_is_named_counts_for_all(sagsgang, place):
    (place / "a" / "sagsgang.toml").write_text('[checks.severity]\nF01 = "notes"')
    (place / "vores.toml").write_text('[checks]\noff = ["F01"]')
    ended = sagsgang("check", "--settings", place / "vores.toml", place / "a")
    assert ended.code == 0
    assert "Ikke undersøgt: F01 Slået fra i indstillingerne." in ended.out


def test_many_documents_are_checked_by_their_settings_in_every_process(sagsgang, place):
    for number in range(9):
        (place / "a" / f"{number}.md").write_text(WRONG_SUM)
        (place / "b" / f"{number}.md").write_text(WRONG_SUM)
    (place / "a" / "sagsgang.toml").write_text('[checks]\noff = ["F"]')
    ended = sagsgang("check", "--format", "json", place / "a", place / "b")
    assert severities(ended) == [[]] * 10 + [["blocks"]] * 10


def test_an_accepted_finding_is_told_with_its_reason(sagsgang, place):
    (place / "a" / "sagsgang.toml").write_text(
        '[[checks.accept]]\nrule = "F01"\nitem = "1"\nreason = "Tallene er foreløbige."'
    )
    ended = sagsgang("check", place / "a")
    assert ended.code == 0
    assert "Ikke meldt: F01 Punkt 1: Tallene er foreløbige." in ended.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"[checks", "TOML"),
        (b"[checks]\nof = []", "«of» kendes ikke"),
        (b"[checks]\nrules = 'ingen'", "findes ikke"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_bad_settings_are_one_line_with_the_files_name(sagsgang, place, text, told):
    file = place / "vores.toml"
    file.write_bytes(text)
    ended = sagsgang("check", "--settings", file, place / "a", place / "b")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{file}: ")
    assert told in ended.err
    assert len(ended.err.splitlines()) == 1


def test_a_file_that_is_not_there_is_one_line(sagsgang, place):
    ended = sagsgang("check", "--settings", place / "ingen.toml", place / "a")
    assert (ended.code, ended.err) == (2, f"{place / 'ingen.toml'}: filen findes ikke\n")


def with_own_rule(folder, code="X01"):
    (folder / "egne").mkdir()
    (folder / "egne" / "voksne.py").write_text(RULE.replace("X01", code))
    (folder / "sagsgang.toml").write_text('[checks]\nrules = "egne"')


def test_own_rules_lie_relative_to_the_file_and_run_for_its_documents(sagsgang, place):
    with_own_rule(place / "her")
    (place / "a" / "sagsgang.toml").write_text("")
    ended = sagsgang("check", "--rules", "X", "--format", "json", place / "a", place / "b")
    assert severities(ended) == [[], ["blocks"]]
    assert sagsgang("check", "--skip", "X01", "--rules", "X", place / "b").code == 0
    assert "borgere" in sagsgang("check", "--explain", "X01").out


def test_own_rules_run_in_every_process_and_are_no_documents(sagsgang, place):
    with_own_rule(place / "her", "X02")
    for number in range(9):
        (place / "her" / f"{number}.md").write_text(WRONG_SUM)
    ended = sagsgang("check", "--rules", "X02", "--format", "json", place / "her")
    assert ended.err == ""
    assert severities(ended) == [["blocks"]] * 10


def test_own_rules_are_not_run_because_they_lay_beside_a_document(sagsgang, place):
    with_own_rule(place / "a", "X03")
    ended = sagsgang("check", place / "a" / "referat.md")
    assert (ended.code, ended.out) == (2, "")
    assert "--settings" in ended.err
    named = sagsgang(
        "check", "--settings", place / "a" / "sagsgang.toml", "--rules", "X03", place / "a"
    )
    assert named.code == 1
