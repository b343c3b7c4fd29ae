"""A check of many attachments in parts, which can be worked on side by side.

The rules on privacy look at each attachment by itself, and they take nearly all the time; every
other rule is given all attachments at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sagsgang.checking.finding import Finding, Report, Suppressed
from sagsgang.checking.registry import choose
from sagsgang.checking.rule import Family
from sagsgang.checking.runner import in_order
from sagsgang.minutes.attachment import Attachment


@dataclass(frozen=True, slots=True)
class Part:
    """The rules, by code, and the attachments they are run over."""

    rules: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def parts_of(
    attachments: Sequence[Attachment],
    number: int,
    rules: Iterable[str] | None = None,
    skip: Iterable[str] | None = None,
) -> list[Part]:
    """The check of these attachments as one part for what needs them all, and at most `number` more
    of about the same size. Raises UnknownRule.
    """
    chosen = choose(rules, skip)
    private = tuple(rule.code for rule in chosen if rule.family is Family.PRIVACY)
    others = tuple(rule.code for rule in chosen if rule.family is not Family.PRIVACY)
    shares: list[list[Attachment]] = [[] for _ in range(max(1, min(number, len(attachments))))]
    sizes = [0] * len(shares)
    for attachment in sorted(attachments, key=_size, reverse=True):
        smallest = sizes.index(min(sizes))
        shares[smallest].append(attachment)
        sizes[smallest] += _size(attachment)
    return [Part(others, tuple(attachments)), *(Part(private, tuple(share)) for share in shares)]


def merged(reports: Sequence[Report]) -> Report:
    """The reports on the parts of one check as one; what is in the document itself counts once."""
    whole, *shares = reports
    findings: list[Finding] = list(whole.findings)
    suppressed: list[Suppressed] = list(whole.suppressed)
    found = {each.name: each.findings for each in whole.attachments}
    for at, share in enumerate(shares):
        findings += [each for each in share.findings if not at or each.attachment is not None]
        suppressed += [each for each in share.suppressed if not at or each.attachment is not None]
        for each in share.attachments:
            found[each.name] += each.findings
    verified = [each for report in reports[:2] for each in report.verified]
    skipped = list(dict.fromkeys(each for report in reports for each in report.skipped))
    return whole.model_copy(
        update={
            "findings": in_order(findings),
            "suppressed": tuple(suppressed),
            "verified": tuple(verified),
            "skipped": tuple(skipped),
            "attachments": tuple(
                each.model_copy(update={"findings": found[each.name]}) for each in whole.attachments
            ),
            "summary": whole.summary.model_copy(
                update={
                    "relations_verified": len(verified),
                    "findings": len(findings),
                    "suppressed": len(suppressed),
                }
            ),
        }
    )


def _size(attachment: Attachment) -> int:
    return sum(len(fragment.text) for fragment in attachment.fragments)
