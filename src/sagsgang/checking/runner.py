"""Minutes in, report out: which rules run, and how answers are gathered, lowered and dismissed."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch

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
from sagsgang.checking.settings import DEFAULTS, Settings
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import Attachment


def check(
    minutes: Minutes,
    *,
    rules: Iterable[str] | None = None,
    skip: Iterable[str] | None = None,
    language: Language = "da",
    lines: Sequence[str] = (),
    dismissals: Sequence[Dismissal] = (),
    attachments: Sequence[Attachment] = (),
    settings: Settings = DEFAULTS,
    companions: Sequence[Minutes] = (),
) -> Report:
    """Run the rules over one document, and over the files of its bundle.

    `rules` and `skip` name rules by code ("F01") or family ("F"). `lines` are the canonical
    lines, for what the document itself does not keep (the weekday at its head). A dismissed
    finding is listed as suppressed. `settings` are the municipality's: rules it has switched off,
    other severities, thresholds, words. `companions` are other documents, in which the same cases
    may stand with the same figures.
    Raises UnknownRule.
    """
    views = Views(minutes)
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    verified: list[Verified] = []
    skipped: list[Skipped] = []
    dismissals = (*dismissals, *settings.dismissals)
    for rule in choose(rules, skip):
        if rule.status is Status.RETIRED or {rule.code, rule.family.value} & settings.off:
            continue
        context = Context(rule, views, language, lines, attachments, settings, companions)
        for answer in rule.check(minutes, context):
            match answer:
                case Finding():
                    dismissal = _dismissal(answer, dismissals, minutes.source.name)
                    if dismissal:
                        suppressed.append(
                            Suppressed(rule=answer.rule, item=answer.item, reason=dismissal.reason)
                        )
                    else:
                        findings.append(_weighed(answer, rule, settings))
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


def _weighed(finding: Finding, rule: Rule, settings: Settings) -> Finding:
    """As the municipality weighs the rule; a rule on trial never blocks."""
    severity = settings.severities.get(rule.code, finding.severity)
    if rule.status is Status.TRIAL and severity is Severity.BLOCKS:
        severity = Severity.WARNS
    if severity is finding.severity:
        return finding
    return finding.model_copy(update={"severity": severity})


def _dismissal(finding: Finding, dismissals: Sequence[Dismissal], name: str) -> Dismissal | None:
    """The dismissal that a finding in the document `name`, or in an attachment, falls under."""
    for dismissal in dismissals:
        if dismissal.rule != finding.rule or dismissal.item not in (None, finding.item):
            continue
        if dismissal.file is None or fnmatch(finding.attachment or name, dismissal.file):
            return dismissal
    return None


def _order(finding: Finding) -> tuple[int, tuple[int, int], str]:
    """What is about the whole document first, then in the order of the items, then of the lines."""
    item = finding.place.item if finding.place and finding.place.item is not None else -1
    return item, finding.lines or (0, 0), finding.rule
