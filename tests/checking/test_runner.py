"""How answers are gathered: lowered while on trial, left out when retired, dismissed, ordered."""

from dataclasses import replace

import pytest

from sagsgang.checking import Dismissal, Report, Severity, Status, check, runner
from sagsgang.checking.context import Context, Views
from sagsgang.checking.finding import Place, Totals
from sagsgang.checking.registry import rule
from sagsgang.minutes import Minutes, Source

SOURCE = Source(name="referat.txt", sha256="0" * 64, format="txt", dialect="plain", confidence=1)
NOTHING = Totals(items=0, tables=0, relations_verified=0, findings=0, suppressed=0)

WRONG = """
|       | 2025 | 2026 |
| Kurser | 300 | 420 |
| Ture   | 275 | 180 |
| I alt  | 575 | 660 |
"""


@pytest.fixture
def minutes(world):
    return world.with_table(WRONG)


@pytest.fixture
def with_status(monkeypatch):
    def put(status: Status) -> None:
        changed = replace(rule("F01"), status=status)
        monkeypatch.setattr(runner, "choose", lambda only, skip: (changed,))

    return put


def test_a_firm_rule_blocks(minutes):
    report = check(minutes, rules=["F01"])
    assert [finding.severity for finding in report.findings] == [Severity.BLOCKS]
    assert report.blocks


def test_a_rule_on_trial_never_blocks(minutes, with_status):
    with_status(Status.TRIAL)
    report = check(minutes)
    assert [finding.severity for finding in report.findings] == [Severity.WARNS]
    assert not report.blocks


def test_a_retired_rule_never_runs(minutes, with_status):
    with_status(Status.RETIRED)
    assert check(minutes).findings == ()
    assert check(minutes).verified == ()


@pytest.mark.parametrize(
    ("dismissal", "is_dismissed"),
    [
        (Dismissal(rule="F01", item="1", reason="aftalt"), True),
        (Dismissal(rule="F01", reason="aftalt"), True),
        (Dismissal(rule="F01", item="2", reason="aftalt"), False),
        (Dismissal(rule="A01", item="1", reason="aftalt"), False),
    ],
)
def test_a_dismissed_finding_is_kept_with_its_reason(minutes, dismissal, is_dismissed):
    report = check(minutes, rules=["F01"], dismissals=[dismissal])
    assert len(report.findings) == (not is_dismissed)
    assert [each.reason for each in report.suppressed] == ["aftalt"] * is_dismissed
    assert report.summary.suppressed == is_dismissed


def test_the_summary_counts(minutes):
    totals = check(minutes, rules=["F01"]).summary
    assert (totals.items, totals.tables, totals.relations_verified, totals.findings) == (1, 1, 1, 1)


def test_findings_stand_in_the_order_of_the_document(world):
    wrong = world.table(WRONG)
    late = world.section("Mødet er mandag den 10. juni 2025.")
    minutes = world.minutes(
        world.item("1", tables=(wrong,), sections=(late,)),
        world.item("2", decision=None),
        world.item("3", tables=(wrong,)),
    )
    found = [(finding.item, finding.rule) for finding in check(minutes).findings]
    assert found == [("1", "F01"), ("1", "T01"), ("2", "D01"), ("3", "F01")]


def test_messages_come_in_both_languages(minutes):
    danish = check(minutes, rules=["F01"]).findings[0]
    english = check(minutes, rules=["F01"], language="en").findings[0]
    assert "men der står 660" in danish.message
    assert "but 660 is printed" in english.message
    assert danish.computed == english.computed == ("600",)


def test_a_report_is_the_contracts_json(minutes):
    report = check(minutes, rules=["F01"])
    data = report.as_json()
    assert list(data) == ["source", "findings", "suppressed", "skipped", "summary"]
    finding = data["findings"][0]
    assert {
        "rule": "F01",
        "severity": "blocks",
        "status": "firm",
        "item": "1",
        "lines": [10, 13],
        "printed": ["660"],
        "computed": ["600"],
    }.items() <= finding.items()
    assert finding["place"]["cells"] == [[2, 2], [0, 2], [1, 2]]
    verified = report.as_json(with_verified=True)["verified"]
    assert [each["statement"] for each in verified] == ["300 + 275 = 575"]


def test_further_places_are_part_of_the_answer_when_there_are_any():
    table = Place(item=0, table=0, cells=((2, 1),))
    text = Place(item=0, section=1, spans=((3, 6), (10, 12)))
    context = Context(rule("F01"), Views(Minutes(kind="minutes", source=SOURCE)))
    found = context.finding("…", confidence=1, place=table, others=[text])
    held = context.verified("1 = 1", item=None, lines=None, place=text, others=[table])
    report = Report(source=SOURCE, findings=(found,), verified=(held,), summary=NOTHING)
    data = report.as_json(with_verified=True)
    assert data["findings"][0]["others"][0]["spans"] == [[3, 6], [10, 12]]
    assert data["verified"][0]["others"][0]["cells"] == [[2, 1]]
    assert Report.model_validate(data) == report
    alone = report.model_copy(update={"findings": (context.finding("…", confidence=1),)})
    assert "others" not in alone.as_json()["findings"][0]
