"""A report as editors and continuous integration read it: SARIF 2.1.0."""

import json

import pytest

from sagsgang.checking import Dismissal, all_rules, check
from sagsgang.checking.finding import CheckedAttachment
from sagsgang.checking.output.sarif import as_sarif


@pytest.fixture
def minutes(world):
    table = (
        "|  | 2025 | 2026 |\n| Kurser | 310 | 420 |\n| Ture | 275 | 180 |\n| I alt | 585 | 660 |"
    )
    item = world.item("7", tables=(world.table(table),))
    return world.minutes(item, world.item("8", decision=None, lines=(60, 70)))


@pytest.fixture
def run(minutes):
    log = json.loads(as_sarif([check(minutes)]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_every_rule_is_described(run):
    described = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in described] == [each.code for each in all_rules()]
    for each in described:
        assert each["shortDescription"]["text"]
        assert each["help"]["markdown"].startswith(f"# {each['id']} ")


def test_a_result_points_at_its_rule_and_lines(run):
    first, second = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [first["level"], second["level"]] == ["error", "warning"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "F01"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "pr%C3%B8ve.txt"
    assert place["region"] == {"startLine": 10, "endLine": 13}
    assert "men der står 660" in first["message"]["text"]
    assert first["properties"]["computed"] == ["600"]


def test_a_fingerprint_survives_that_lines_move(minutes, world):
    moved = world.minutes(
        minutes.items[0],
        minutes.items[1].model_copy(update={"lines": (80, 90)}),
    )

    def prints(of):
        results = json.loads(as_sarif([check(of)]))["runs"][0]["results"]
        return [result["partialFingerprints"] for result in results]

    assert prints(minutes) == prints(moved)
    assert prints(minutes)[0] != prints(minutes)[1]


def test_several_documents_are_one_log(minutes):
    log = json.loads(as_sarif([check(minutes), check(minutes)], language="en"))
    assert len(log["runs"][0]["results"]) == 4
    assert log["runs"][0]["tool"]["driver"]["language"] == "en"


def test_what_is_in_an_attachment_is_placed_there_and_what_was_not_read_is_a_notice(minutes):
    report = check(minutes)
    inside = report.findings[0].model_copy(
        update={"attachment": "løn/budget.xlsx", "where": "ark «Løn», celle B7"}
    )
    locked = CheckedAttachment(name="låst.pdf", format="pdf", problems=("kræver kode",))
    report = report.model_copy(update={"findings": (inside,), "attachments": (locked,)})
    (run,) = json.loads(as_sarif([report]))["runs"]
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "l%C3%B8n/budget.xlsx"}}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "ark «Løn», celle B7"}]
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "låst.pdf: kræver kode"


def test_what_was_accepted_is_there_with_its_reason(minutes):
    accepted = Dismissal(rule="F01", reason="Tallene står i bilaget.")
    (run,) = json.loads(as_sarif([check(minutes, dismissals=[accepted])]))["runs"]
    suppressed = [each for each in run["results"] if "suppressions" in each]
    assert [each["ruleId"] for each in suppressed] == ["F01"]
    assert suppressed[0]["suppressions"][0]["justification"] == "Tallene står i bilaget."
