"""What keeps a document out of the archive: what stands there is public and can be searched for."""

from sagsgang.checking import Finding, Report, Severity, rule
from sagsgang.checking.rule import Family

_NAMED = 3


def kept_out_by(report: Report) -> tuple[Finding, ...]:
    """The findings of personal data that must be settled before anything is published."""
    return tuple(
        finding
        for finding in report.findings
        if finding.severity is Severity.BLOCKS and finding.rule.startswith(Family.PRIVACY.value)
    )


def refusal(report: Report) -> str:
    """One Danish line: what keeps the document out, where it stands, what to do; "" if nothing."""
    found = kept_out_by(report)
    if not found:
        return ""
    named = "; ".join(dict.fromkeys(map(_named, found[:_NAMED])))
    more = len(found) - _NAMED
    rest = f"; og {more} {'sted' if more == 1 else 'steder'} til" if more > 0 else ""
    return (
        f"ikke lagt i arkivet, hvor alle kan læse og søge: {named}{rest}. "
        "Fjern det fra dokumentet, og indlæs den rettede fil."
    )


def _named(finding: Finding) -> str:
    title = rule(finding.rule).title.da
    item = f" i punkt {finding.item}" if finding.item else ""
    return f"{title[:1].lower()}{title[1:]} ({finding.rule}){item}{_lines(finding)}"


def _lines(finding: Finding) -> str:
    if finding.lines is None:
        return ""
    first, last = finding.lines
    return f", linje {first}" if first == last else f", linje {first}–{last}"
