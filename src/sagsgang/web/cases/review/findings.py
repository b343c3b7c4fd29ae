"""What the checks say of a case, as its approval and its finance statement ask for it."""

from dataclasses import dataclass

from sagsgang.checking import Severity, check
from sagsgang.minutes import SectionKind
from sagsgang.web.cases.checks.selectors import CaseFinding, case_composed, case_findings
from sagsgang.web.cases.models import Case

#: No reason makes a personal number fit to be published.
NEVER_SET_ASIDE = frozenset({"P01"})
_CONTRADICTION = "B02"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as the approval page lists it; `reason` is why it is set aside, if it is."""

    rule: str
    title: str
    message: str
    blocks: bool
    reason: str


def findings_shown(case: Case) -> list[FindingRow]:
    """Every finding but mere notes, what must be settled first; set aside ones with the reason."""
    return [_row(each) for each in case_findings(case) if each.severity is not Severity.NOTES]


def blocking_findings(case: Case) -> list[str]:
    """What must be settled or set aside before the case may go on, in words."""
    return [f"{row.message} ({row.rule} {row.title})" for row in findings_shown(case) if row.blocks]


def contradiction(case: Case, statement: str) -> str:
    """How the finance statement contradicts the section it is printed under; "" if not."""
    minutes = case_composed(case).minutes
    item = minutes.items[0]
    sections = tuple(
        section.model_copy(update={"text": f"{section.text}\n\n{statement}"})
        if section.kind is SectionKind.FINANCIAL_IMPLICATIONS
        else section
        for section in item.sections
    )
    item = item.model_copy(update={"sections": sections})
    report = check(minutes.model_copy(update={"items": (item,)}), rules=[_CONTRADICTION])
    return report.findings[0].message if statement and report.findings else ""


def _row(each: CaseFinding) -> FindingRow:
    reason = each.set_aside.reason if each.set_aside else ""
    blocks = each.severity is Severity.BLOCKS
    if each.rule not in NEVER_SET_ASIDE:
        blocks = blocks and not reason
    return FindingRow(each.rule, each.title, each.message, blocks, reason)
