"""Minutes in, report out: which rules run, and how answers are gathered, lowered and dismissed."""

from collections.abc import Iterable, Sequence

from sagsgang.checking.context import Context, Views
from sagsgang.checking.finding import (
    Dismissal,
    Finding,
    Language,
    Report,
    Severity,
    Skipped,
    Status,
    Suppressed,
    Totals,
    Verified,
)
from sagsgang.checking.registry import choose
from sagsgang.checking.rule import Rule
from sagsgang.minutes import Minutes


def check(
    minutes: Minutes,
    *,
    rules: Iterable[str] | None = None,
    skip: Iterable[str] | None = None,
    language: Language = "da",
    lines: Sequence[str] = (),
    dismissals: Sequence[Dismissal] = (),
) -> Report:
    """Run the rules over one document.

    `rules` and `skip` name rules by code ("F01") or family ("F"). `lines` are the canonical
    lines, for what the document itself does not keep (the weekday at its head). A dismissed
    finding is listed as suppressed.
    Raises UnknownRule.
    """
    views = Views(minutes)
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    verified: list[Verified] = []
    skipped: list[Skipped] = []
    for rule in choose(rules, skip):
        if rule.status is Status.RETIRED:
            continue
        for answer in rule.check(minutes, Context(rule, views, language, lines)):
            match answer:
                case Finding():
                    dismissal = _dismissal(answer, dismissals)
                    if dismissal:
                        suppressed.append(
                            Suppressed(rule=answer.rule, item=answer.item, reason=dismissal.reason)
                        )
                    else:
                        findings.append(_lowered(answer, rule))
                case Suppressed():
                    suppressed.append(answer)
                case Verified():
                    verified.append(answer)
                case Skipped():
                    skipped.append(answer)
    findings.sort(key=_order)
    return Report(
        source=minutes.source,
        findings=tuple(findings),
        suppressed=tuple(suppressed),
        verified=tuple(verified),
        skipped=tuple(skipped),
        summary=Totals(
            items=len(minutes.items),
            tables=sum(len(item.tables) for item in minutes.items),
            relations_verified=len(verified),
            findings=len(findings),
            suppressed=len(suppressed),
        ),
    )


def _lowered(finding: Finding, rule: Rule) -> Finding:
    if rule.status is Status.TRIAL and finding.severity is Severity.BLOCKS:
        return finding.model_copy(update={"severity": Severity.WARNS})
    return finding


def _dismissal(finding: Finding, dismissals: Sequence[Dismissal]) -> Dismissal | None:
    for dismissal in dismissals:
        if dismissal.rule == finding.rule and dismissal.item in (None, finding.item):
            return dismissal
    return None


def _order(finding: Finding) -> tuple[int, tuple[int, int], str]:
    """What is about the whole document first, then in the order of the items, then of the lines."""
    item = finding.place.item if finding.place and finding.place.item is not None else -1
    return item, finding.lines or (0, 0), finding.rule
