"""A finding as a page shows it: what is printed, what it should be, how sure, and the rule's own
help.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.checking import Finding, Severity, UnknownRule, rule
from sagsgang.web.archive.pages.outcomes import Chip
from sagsgang.web.archive.pages.rule_pages import help_blocks

_SEVERITIES = {
    Severity.BLOCKS: Chip(_("Must be settled"), "error"),
    Severity.WARNS: Chip(_("Should be looked at"), "warning"),
    Severity.NOTES: Chip(_("Worth knowing"), "info"),
}


@dataclass(frozen=True, slots=True)
class FindingView:
    """`number` counts through the page, so that each finding can be linked to; `help` is the rule's
    first words.
    """

    number: int
    rule: str
    title: str
    severity: Chip
    message: str
    printed: tuple[str, ...]
    computed: tuple[str, ...]
    suggestion: str | None
    confidence: float
    lines: tuple[int, int] | None
    item: str | None
    table: int | None
    cells: frozenset[tuple[int, int]]
    help: str | Promise

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return f"fund-{self.number}"


def finding_view(finding: Finding, number: int, language: str) -> FindingView:
    """The finding numbered `number` on its page."""
    place = finding.place
    return FindingView(
        number=number,
        rule=finding.rule,
        title=_title(finding.rule, language),
        severity=_SEVERITIES[finding.severity],
        message=finding.message,
        printed=finding.printed,
        computed=finding.computed,
        suggestion=finding.suggestion,
        confidence=finding.confidence,
        lines=finding.lines,
        item=finding.item,
        table=place.table if place else None,
        cells=frozenset(place.cells) if place else frozenset(),
        help=help_blocks(finding.rule),
    )


def severity_chip(severity: Severity) -> Chip:
    """How a rule's weight is called."""
    return _SEVERITIES[severity]


def _title(code: str, language: str) -> str:
    try:
        return rule(code).title.in_language("en" if language == "en" else "da")
    except UnknownRule:
        # Stored by an older version, whose rule is gone.
        return code
