"""A municipality's own rules: one file in a folder it names."""

import pytest

from sagsgang.checking import check, explain, registry
from sagsgang.checking.registry import BadRule, add_own_rules

RULE = '''
"""Skriv «borgere», ikke «klienter»."""

CODE = "X01"
TITLE = "Ordet klienter"
SEVERITY = "notes"


def check(minutes, context):
    for item in minutes.items:
        for section in item.sections:
            if "klienter" in section.text:
                yield context.finding(TITLE, confidence=1.0, item=item, printed=["klienter"])
'''


@pytest.fixture(autouse=True)
def nobody_elses_rules(monkeypatch):
    monkeypatch.setattr(registry, "_own", {})


def test_an_own_rule_runs_with_ours(world, tmp_path):
    (tmp_path / "klienter.py").write_text(RULE)
    (rule,) = add_own_rules(tmp_path)
    minutes = world.minutes(world.item(sections=(world.section("Antallet af klienter."),)))
    (finding,) = check(minutes, rules=["X"]).findings
    assert (finding.rule, finding.printed, rule.title.da) == (
        "X01",
        ("klienter",),
        "Ordet klienter",
    )
    assert "borgere" in explain("X01")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dette er ikke python", "SyntaxError"),
        ('CODE = "X01"', "TITLE"),
        (RULE.replace("X01", "F01"), "X01–X99"),
        (RULE.replace('"notes"', '"altid"'), "altid"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_file_that_is_no_rule_is_told_by_its_name(tmp_path, text, told):
    (tmp_path / "klienter.py").write_text(text)
    with pytest.raises(BadRule, match=f"klienter.py.*{told}"):
        add_own_rules(tmp_path)


def test_a_missing_folder_and_a_code_used_twice_are_told(tmp_path):
    with pytest.raises(BadRule, match="findes ikke"):
        add_own_rules(tmp_path / "ingen")
    for name in ("en.py", "to.py"):
        (tmp_path / name).write_text(RULE)
    with pytest.raises(BadRule, match="X01"):
        add_own_rules(tmp_path)


def test_a_rule_that_fails_is_named_and_the_others_still_speak(world, tmp_path):
    (tmp_path / "klienter.py").write_text(RULE)
    failing = RULE.replace("X01", "X02").replace("    for item", "    1 / 0\n    for item", 1)
    (tmp_path / "fejl.py").write_text(failing)
    add_own_rules(tmp_path)
    minutes = world.minutes(world.item(sections=(world.section("Antallet af klienter."),)))
    report = check(minutes, rules=["X"])
    assert [finding.rule for finding in report.findings] == ["X01"]
    assert [(each.rule, each.reason) for each in report.skipped] == [
        ("X02", "Reglen gik i stå: ZeroDivisionError.")
    ]
