"""The fenced examples on the rules' pages are the rules' tests."""

import re
import tomllib

import pytest

from sagsgang.checking import check
from sagsgang.checking.page import HEADINGS, answers, examples, explain, headings
from sagsgang.checking.registry import all_rules
from sagsgang.checking.settings_file import parse_settings
from sagsgang.minutes import Attachment

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in all_rules()
    for number, example in enumerate(examples(rule), start=1)
]
#: A sentence ends once, also after "kr." and "pct."; three points are no end.
TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_example_gives_what_it_says(world, rule, example):
    assert example.code == rule.code
    report = check(
        world.of_example(example),
        rules=[rule.code],
        lines=example.text.splitlines() if "Punkt " in example.text else (),
        settings=parse_settings(_without_files(example.settings))[0],
        attachments=_files(example.settings),
        companions=world.companions_of_example(example),
    )
    found = [
        (", ".join(finding.printed), ", ".join(finding.computed)) for finding in report.findings
    ]
    assert found == list(example.findings)
    told = {verified.statement for verified in report.verified}
    assert set(example.verified) <= told
    said = [text for each in report.findings for text in (each.message, each.suggestion) if text]
    assert [text for text in (*said, *answers(example)) if TWO_STOPS.search(text)] == []


_FIGURES = re.compile(r"^checks\.figures = \[.*\]\n", re.MULTILINE)
_FILES = re.compile(r"^checks\.files = (?P<names>\[.*\])\n", re.MULTILINE)


def _without_files(settings):
    return _FIGURES.sub("", _FILES.sub("", settings))


def _files(settings):
    """The bundle that a line `checks.files = ["Bilag 1.pdf"]` of an example stands for."""
    found = _FILES.search(settings)
    names = tomllib.loads(f"names = {found['names']}")["names"] if found else []
    return [Attachment(name, "0" * 64, "pdf") for name in names]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_page_has_its_parts_and_both_kinds_of_example(rule):
    page = explain(rule.code)
    assert page.startswith(f"# {rule.code} {rule.title.da}\n")
    assert headings(page) == HEADINGS
    kinds = {bool(example.findings) for example in examples(rule)}
    assert kinds == {True, False}


def test_an_example_that_expects_nothing_is_refused(tmp_path):
    rule = all_rules()[0]
    page = tmp_path / "page.md"
    page.write_text(f"```eksempel {rule.code}\nen tekst\n```\n")
    from dataclasses import replace

    with pytest.raises(ValueError, match="without a => line"):
        examples(replace(rule, page=page))
