"""What was found before: the findings of an archive that are known, so that only new ones speak."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from sagsgang.checking.finding import Finding, Report, suppressed_as

_VERSION = 1


class BadBaseline(ValueError):
    """The file is no baseline; the message says so in Danish."""


def fingerprint(finding: Finding, name: str) -> str:
    """What makes a finding the same at the next check: the document, the rule, the item and what
    is printed; not the line, which moves. In an attachment the place counts too: what is printed of
    a secret is so little that another one may look the same.
    """
    found_in = (finding.attachment, finding.where)
    told = (name, *found_in, finding.rule, finding.item, finding.printed, finding.computed)
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:24]


def fingerprints(report: Report) -> frozenset[str]:
    """The fingerprints of all findings of a report."""
    return frozenset(fingerprint(finding, report.source.name) for finding in report.findings)


def write_baseline(known: Iterable[str]) -> str:
    """The text of a baseline that knows the findings of these fingerprints."""
    return json.dumps({"baseline": _VERSION, "known": sorted(set(known))}, indent=1) + "\n"


def read_baseline(text: str) -> frozenset[str]:
    """The fingerprints a baseline knows. Raises BadBaseline."""
    try:
        data = json.loads(text)
        version, known = data["baseline"], data["known"]
    except (ValueError, TypeError, KeyError) as error:
        raise BadBaseline("er ikke en liste over kendte fund") from error
    if version != _VERSION or not all(isinstance(each, str) for each in known):
        raise BadBaseline("er skrevet af en anden udgave; lav den igen")
    return frozenset(known)


def without_known(report: Report, known: frozenset[str]) -> Report:
    """The report with the known findings listed as suppressed."""
    new = tuple(
        finding
        for finding in report.findings
        if fingerprint(finding, report.source.name) not in known
    )
    old = tuple(
        suppressed_as(finding, "Kendt fra før (baseline).")
        for finding in report.findings
        if fingerprint(finding, report.source.name) in known
    )
    suppressed = (*report.suppressed, *old)
    totals = report.summary.model_copy(update={"findings": len(new), "suppressed": len(suppressed)})
    left = Counter(finding.attachment for finding in new)
    attachments = tuple(
        each.model_copy(update={"findings": left[each.name]}) for each in report.attachments
    )
    return report.model_copy(
        update={
            "findings": new,
            "suppressed": suppressed,
            "attachments": attachments,
            "summary": totals,
        }
    )
