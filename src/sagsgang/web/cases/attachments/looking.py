"""A file looked through before it is attached: what it is, and what must not be published in it."""

from dataclasses import dataclass, field
from typing import Any

from sagsgang.checking import Severity, check
from sagsgang.checking.rule import Family
from sagsgang.minutes import DocumentKind, Minutes, Source
from sagsgang.reading.attachments import read_attachment
from sagsgang.web.cases.attachments.allowed import media_type_of


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """`findings` are JSON: rule, severity, message, where; `problems` say what was not read."""

    media_type: str
    findings: list[dict[str, Any]] = field(default_factory=list)


def look_through(data: bytes, name: str) -> LookedThrough:
    """The rules about personal data run over one file of any format; never raises."""
    attachment = read_attachment(data, name)
    source = Source(
        name=name,
        sha256=attachment.sha256,
        format=attachment.format,
        dialect="",
        confidence=0.0,
    )
    nothing = Minutes(kind=DocumentKind.AGENDA, source=source)
    report = check(nothing, rules=[Family.PRIVACY.value], attachments=[attachment])
    findings: list[dict[str, Any]] = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            "where": finding.where or "",
            "suggestion": finding.suggestion or "",
        }
        for finding in report.findings
    ]
    findings += [
        {
            "rule": "",
            "severity": Severity.NOTES.value,
            "message": f"Filen {problem}.",
            "where": "",
            "suggestion": "",
        }
        for problem in attachment.problems
    ]
    return LookedThrough(media_type_of(attachment.format), findings)


def blocking(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that must be settled before the file may be published."""
    return [each for each in findings if each.get("severity") == Severity.BLOCKS.value]
