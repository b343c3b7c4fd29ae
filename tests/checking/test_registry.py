"""What the registry takes for a rule, and how rules are chosen."""

import re

import pytest

from sagsgang.checking import UnknownRule, explain, rule
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.registry import all_rules, choose

FIRST = {"A01", "D01", "F01", "R01", "R03", "T01", "T02"}


def test_the_first_rules_are_there_in_order():
    codes = [each.code for each in all_rules()]
    assert set(codes) >= FIRST
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("each", all_rules(), ids=lambda each: each.code)
def test_a_rule_has_its_anatomy(each):
    assert each.code.startswith(each.family.value)
    assert f".rules.{each.family.folder}." in each.module
    assert each.module.rpartition(".")[2].startswith(f"{each.code.lower()}_")
    assert each.title.da != each.title.en
    assert isinstance(each.severity, Severity)
    assert isinstance(each.status, Status)


def test_rules_are_chosen_by_code_and_by_family():
    assert {each.code for each in choose(["F01"])} == {"F01"}
    assert {each.family.value for each in choose(["t"])} == {"T"}
    assert "F01" not in {each.code for each in choose(skip=["f01"])}
    assert choose([]) == ()
    assert choose(["F"], ["F01", "F"]) == ()


@pytest.mark.parametrize("name", ["X01", "F99", "", "F0"])
def test_an_unknown_name_is_told(name):
    with pytest.raises(UnknownRule, match="F01"):
        choose([name])
    with pytest.raises(UnknownRule, match="Kendte regler"):
        rule(name)


def test_explain_is_the_page():
    assert explain("f01").startswith("# F01 ")


def test_the_reference_lists_every_rule_as_it_is(root):
    page = (root / "docs" / "reference" / "rules.md").read_text()
    rows = {
        cells[0]: cells
        for cells in (
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in page.splitlines()
            if re.match(r"\| [FADRTPBL][0-9]{2} ", line)
        )
    }
    assert set(rows) == {each.code for each in all_rules()}
    for each in all_rules():
        assert rows[each.code][1:5] == [
            each.title.da,
            each.family.folder,
            each.severity.value,
            each.status.value,
        ]


def test_every_validation_has_its_rule_with_severity_and_status(root):
    page = (root / "docs" / "reference" / "rules.md").read_text()
    rows = re.findall(r"^\| V(\d+) \| [^|]+ \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$", page, re.M)
    assert [int(number) for number, *_ in rows] == list(range(1, 19))
    for _, codes, severities, statuses in rows:
        rules = [rule(code.strip()) for code in codes.split(",")]
        assert set(severities.split(", ")) == {each.severity.value for each in rules}
        assert set(statuses.split(", ")) == {each.status.value for each in rules}
