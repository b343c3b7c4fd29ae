"""Many reports as one table: for every rule how much it found, in how many documents, and how much
it verified.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sagsgang.checking.finding import Language, Report
from sagsgang.checking.registry import all_rules

_HEADS = {
    "da": ("Regel", "Titel", "Fund", "Dokumenter", "Efterregnet", "Ikke meldt", "Ikke undersøgt"),
    "en": ("Rule", "Title", "Findings", "Documents", "Verified", "Not reported", "Not looked at"),
}
_TOTAL = {"da": "I alt", "en": "Total"}


@dataclass(slots=True)
class RuleSummary:
    """The counts of one rule; `documents` are those with at least one finding."""

    code: str
    title: str
    findings: int = 0
    documents: int = 0
    verified: int = 0
    suppressed: int = 0
    skipped: int = 0

    @property
    def counts(self) -> tuple[int, ...]:
        """The numbers in the order of the table."""
        return self.findings, self.documents, self.verified, self.suppressed, self.skipped


@dataclass(slots=True)
class Summary:
    """The counts of every rule over the reports added so far; nothing of the reports themselves is
    kept.
    """

    language: Language = "da"
    documents: int = 0
    items: int = 0
    with_findings: int = 0
    rules: dict[str, RuleSummary] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rule in all_rules():
            self.rules[rule.code] = RuleSummary(rule.code, rule.title.in_language(self.language))

    def add(self, report: Report) -> None:
        """Count one report."""
        self.documents += 1
        self.items += report.summary.items
        self.with_findings += bool(report.findings)
        for finding in report.findings:
            self.rules[finding.rule].findings += 1
        for code in {finding.rule for finding in report.findings}:
            self.rules[code].documents += 1
        for verified in report.verified:
            self.rules[verified.rule].verified += 1
        for suppressed in report.suppressed:
            self.rules[suppressed.rule].suppressed += 1
        for skipped in report.skipped:
            if skipped.rule not in self.rules:  # a family that is switched off
                continue
            self.rules[skipped.rule].skipped += 1

    def table(self) -> list[tuple[str, ...]]:
        """The heads, a row for each rule, and the totals; "documents" of the totals counts each
        document once.
        """
        rows = [
            (rule.code, rule.title, *(str(count) for count in rule.counts))
            for rule in self.rules.values()
        ]
        sums = [
            sum(column)
            for column in zip(*(rule.counts for rule in self.rules.values()), strict=True)
        ]
        sums[1] = self.with_findings
        return [
            _HEADS[self.language],
            *rows,
            ("", _TOTAL[self.language], *(str(count) for count in sums)),
        ]

    def as_text(self) -> str:
        """The table as plain text: words to the left, numbers to the right."""
        rows = self.table()
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return "".join(
            "  ".join(
                cell.ljust(width) if column < 2 else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            + "\n"
            for row in rows
        )


def summarise(reports: Iterable[Report], *, language: Language = "da") -> Summary:
    """The counts over all reports."""
    summary = Summary(language)
    for report in reports:
        summary.add(report)
    return summary
