"""Minutes in, report out: which rules run, and how answers are gathered, lowered and dismissed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch

from sagsgang.checking.context import Context, Views
from sagsgang.checking.finding import (
    CheckedAttachment,
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
    suppressed_as,
)
from sagsgang.checking.privacy.masking import named_without_secrets, without_personal_numbers
from sagsgang.checking.registry import choose
from sagsgang.checking.rule import Answer, Family, Rule
from sagsgang.checking.settings import DEFAULTS, Settings
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import Attachment, FragmentKind


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
    skipped = _switched_off(settings, language)
    dismissals = (*dismissals, *settings.dismissals)
    for rule in choose(rules, skip):
        if rule.status is Status.RETIRED or not _runs(rule, settings):
            continue
        context = Context(rule, views, language, lines, attachments, settings, companions)
        for answer in map(_masked, _answers(rule, minutes, context)):
            match answer:
                case Finding():
                    dismissal = _dismissal(answer, dismissals, minutes.source.name)
                    if dismissal:
                        suppressed.append(suppressed_as(answer, dismissal.reason))
                    else:
                        findings.append(_weighed(answer, rule, settings))
                case Suppressed():
                    suppressed.append(answer)
                case Verified():
                    verified.append(answer)
                case Skipped():
                    skipped.append(answer)
    return Report(
        source=named_without_secrets(minutes.source),
        findings=in_order(findings),
        suppressed=tuple(suppressed),
        verified=tuple(verified),
        skipped=tuple(skipped),
        attachments=_checked(attachments, findings),
        summary=Totals(
            items=len(minutes.items),
            tables=sum(len(item.tables) for item in minutes.items),
            relations_verified=len(verified),
            findings=len(findings),
            suppressed=len(suppressed),
        ),
    )


def _runs(rule: Rule, settings: Settings) -> bool:
    if rule.family is Family.OWN and settings.own is not None and rule.code not in settings.own:
        return False
    return not {rule.code, rule.family.value} & settings.off


def _switched_off(settings: Settings, language: Language) -> list[Skipped]:
    """What the municipality does not have checked: whoever reads the report is told."""
    reason = "Switched off in the settings." if language == "en" else "Slået fra i indstillingerne."
    return [Skipped(rule=name, reason=reason) for name in sorted(settings.off)]


def _answers(rule: Rule, minutes: Minutes, context: Context) -> Iterator[Answer]:
    """What a rule answers; one of the municipality's own that fails does not take the others."""
    try:
        yield from rule.check(minutes, context)
    except Exception as error:
        if rule.family is not Family.OWN:
            raise
        # The kind alone: the words of an error may hold a piece of the text.
        name = type(error).__name__
        reason = context.say(da=f"Reglen gik i stå: {name}.", en=f"The rule failed: {name}.")
        yield context.skipped(reason, item=None)


def _masked(answer: Answer) -> Answer:
    """The answer without personal numbers, wherever in it they stand: in a label that a rule
    quotes, in the name of a sheet or a file.
    """
    match answer:
        case Finding():
            masked: dict[str, object] = {
                "message": without_personal_numbers(answer.message),
                "printed": tuple(map(without_personal_numbers, answer.printed)),
                "suggestion": _maybe_masked(answer.suggestion),
                "attachment": _maybe_masked(answer.attachment),
                "where": _maybe_masked(answer.where),
            }
        case Verified():
            masked = {"statement": without_personal_numbers(answer.statement)}
        case Suppressed() | Skipped():
            masked = {"reason": without_personal_numbers(answer.reason)}
    if all(getattr(answer, name) == value for name, value in masked.items()):
        return answer
    return answer.model_copy(update=masked)


def _maybe_masked(text: str | None) -> str | None:
    return None if text is None else without_personal_numbers(text)


def _checked(
    attachments: Sequence[Attachment], findings: Sequence[Finding]
) -> tuple[CheckedAttachment, ...]:
    found = Counter(finding.attachment for finding in findings)
    return tuple(
        CheckedAttachment(
            name=name,
            format=attachment.format,
            pages=attachment.pages,
            problems=tuple(map(without_personal_numbers, attachment.problems)),
            is_read=not attachment.problems
            or any(each.kind is not FragmentKind.METADATA for each in attachment.fragments),
            findings=found[name],
        )
        for attachment in attachments
        for name in (without_personal_numbers(attachment.name),)
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


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as a report tells them."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, tuple[int, int], str]:
    """What is about the whole document first, then in the order of the items, then of the lines;
    attachments last, one after the other.
    """
    item = finding.place.item if finding.place and finding.place.item is not None else -1
    return finding.attachment or "", item, finding.lines or (0, 0), finding.rule
