"""A report as programs read it."""

import json

from sagsgang.checking import Report, check
from sagsgang.checking.output.json import as_json, as_json_lines


def test_one_report_is_one_object(world):
    minutes = world.minutes(world.item("1"), world.item("2", decision=None))
    report = check(minutes)
    data = json.loads(as_json(report))
    assert [finding["rule"] for finding in data["findings"]] == ["D01"]
    assert "verified" not in data
    everything = json.loads(as_json(report, with_verified=True))
    assert Report.model_validate(everything) == report


def test_several_reports_are_a_line_each(world):
    reports = [check(world.minutes()), check(world.minutes())]
    lines = list(as_json_lines(reports))
    assert [line.endswith("\n") and line.count("\n") for line in lines] == [1, 1]
    assert [json.loads(line)["summary"]["items"] for line in lines] == [1, 1]


def test_danish_letters_stay(world):
    minutes = world.minutes(world.item("1"), world.item("2", decision=None))
    assert "prøve.txt" in as_json(check(minutes))
