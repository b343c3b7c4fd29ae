"""The last look before everybody reads it: the rules on the public document itself."""

from dataclasses import dataclass
from typing import Any

from sagsgang.checking import Finding, Severity, rule
from sagsgang.checking.rule import Family
from sagsgang.minutes import Minutes, Section, SectionKind
from sagsgang.web.cases.checks.checked import findings_of, language_now
from sagsgang.web.cases.review.findings import NEVER_SET_ASIDE
from sagsgang.web.meetings.models import AgendaSetAside, Meeting
from sagsgang.web.publishing.document import PublicDocument


@dataclass(frozen=True, slots=True)
class PublicFinding:
    """`set_aside` is the reason for which it was let stand; `blocks` what may not be published."""

    rule: str
    title: str
    severity: str
    message: str
    where: str
    set_aside: str = ""
    blocks: bool = False

    def as_log(self) -> dict[str, Any]:
        """As it is kept with the publication."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "item": self.where,
            "message": self.message,
            "reason": self.set_aside,
        }


def public_findings(meeting: Meeting, document: PublicDocument) -> list[PublicFinding]:
    """What the rules on privacy say of the document as everybody would read it. The figures were
    checked when it was sent or locked. What was set aside there, with its reason, stands here too,
    except a personal number: that is never published.
    """
    found = findings_of(
        _all_as_text(document.minutes),
        (),
        municipality=meeting.plan.body.municipality_id,
        language=language_now(),
        rules=(Family.PRIVACY.value,),
        skip=(),
    )
    aside = _set_aside(meeting)
    return [_shown(each, aside.get((each.rule, each.item))) for each in found]


def _all_as_text(minutes: Minutes) -> Minutes:
    """The rules read sections: what the document says besides is put into sections for them."""
    items = []
    for item in minutes.items:
        words = [each.text for each in minutes.addenda if each.item == item.number]
        words += [f"{', '.join(each.names)}: {each.text}" for each in item.dissents]
        if item.is_closed and item.decision is not None:
            words.append(item.decision.text)
        words += [each for each in (item.late_reason,) if each]
        told = tuple(
            Section(heading="Tilføjelse", kind=SectionKind.OTHER, lines=item.lines, text=text)
            for text in words
        )
        items.append(item.model_copy(update={"sections": (*item.sections, *told)}))
    return minutes.model_copy(update={"items": tuple(items)})


def _shown(each: Finding, reason: str | None) -> PublicFinding:
    stands = reason if reason and each.rule not in NEVER_SET_ASIDE else ""
    return PublicFinding(
        rule=each.rule,
        title=rule(each.rule).title.in_language(language_now()),
        severity=each.severity.value,
        message=each.message,
        where=f"Punkt {each.item}" if each.item else "",
        set_aside=stands,
        blocks=each.severity is Severity.BLOCKS and not stands,
    )


def _set_aside(meeting: Meeting) -> dict[tuple[str, str | None], str]:
    rows = AgendaSetAside.objects.filter(meeting=meeting).select_related("item")
    return {(row.rule, row.item.number if row.item else None): row.reason for row in rows}
