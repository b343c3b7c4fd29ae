"""Reports as one SARIF 2.1.0 log, for editors and continuous integration.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import sagsgang
from sagsgang.checking.finding import (
    CheckedAttachment,
    Finding,
    Language,
    Report,
    Severity,
    Suppressed,
)
from sagsgang.checking.page import readable
from sagsgang.checking.registry import all_rules
from sagsgang.checking.rule import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.BLOCKS: "error", Severity.WARNS: "warning", Severity.NOTES: "note"}


def as_sarif(reports: Iterable[Report], *, language: Language = "da") -> str:
    """The log as indented JSON, ended by a line feed; every rule is described, found or not."""
    rules = all_rules()
    places = {rule.code: index for index, rule in enumerate(rules)}
    results: list[dict[str, Any]] = []
    notices: list[dict[str, Any]] = []
    for report in reports:
        results += [_result(finding, report, places) for finding in report.findings]
        results += [_suppressed(each, report, places) for each in report.suppressed]
        notices += [_notice(each) for each in report.attachments if each.problems]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Sagsgang",
                        "version": sagsgang.__version__,
                        "language": language,
                        "rules": [_descriptor(rule, language) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": True, "toolExecutionNotifications": notices}
                ],
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _descriptor(rule: Rule, language: Language) -> dict[str, Any]:
    page = readable(rule.code)
    return {
        "id": rule.code,
        "name": rule.module.rpartition(".")[2].partition("_")[2].title().replace("_", ""),
        "shortDescription": {"text": rule.title.in_language(language)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"status": rule.status.value, "family": rule.family.folder},
    }


def _result(finding: Finding, report: Report, places: dict[str, int]) -> dict[str, Any]:
    location = _location(finding.attachment or report.source.name)
    if finding.where:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.where}]
    if finding.lines and not finding.attachment:
        first, last = finding.lines
        location["physicalLocation"]["region"] = {"startLine": first, "endLine": last}
    text = finding.message if not finding.suggestion else f"{finding.message} {finding.suggestion}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "properties": {
            "confidence": finding.confidence,
            "status": finding.status.value,
            "item": finding.item,
            "printed": list(finding.printed),
            "computed": list(finding.computed),
            "places": [
                place.model_dump(mode="json")
                for place in (finding.place, *finding.others)
                if place is not None
            ],
        },
    }


def _location(name: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": quote(name)}}}


def _suppressed(each: Suppressed, report: Report, places: dict[str, int]) -> dict[str, Any]:
    """What was not reported, as a result that is suppressed for its reason."""
    return {
        "ruleId": each.rule,
        "ruleIndex": places[each.rule],
        "level": "none",
        "message": {"text": each.reason},
        "locations": [_location(each.attachment or report.source.name)],
        "suppressions": [{"kind": "external", "justification": each.reason}],
        "properties": {"item": each.item},
    }


def _notice(attachment: CheckedAttachment) -> dict[str, Any]:
    """What of an attachment was not read."""
    return {
        "level": "warning" if attachment.is_read else "error",
        "message": {"text": f"{attachment.name}: {'; '.join(attachment.problems)}"},
        "locations": [_location(attachment.name)],
    }


def _fingerprint(finding: Finding) -> str:
    """The same for the same finding after lines were moved."""
    found_in = (finding.attachment, finding.where or "") if finding.attachment else ()
    parts = (finding.rule, finding.item or "", *finding.printed, "→", *finding.computed, *found_in)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
