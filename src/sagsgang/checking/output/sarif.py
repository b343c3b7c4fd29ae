"""Reports as one SARIF 2.1.0 log, for editors and continuous integration.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import sagsgang
from sagsgang.checking.finding import Finding, Language, Report, Severity
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
    results = [
        _result(finding, report, places) for report in reports for finding in report.findings
    ]
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
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(report.source.name)}}
    }
    if finding.lines:
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


def _fingerprint(finding: Finding) -> str:
    """The same for the same finding after lines were moved."""
    parts = (finding.rule, finding.item or "", *finding.printed, "→", *finding.computed)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
