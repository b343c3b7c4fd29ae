"""What the checks say of an agenda before it is sent: rules, files, and what is missing."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise

from sagsgang.checking import Finding, Severity, Status, rule
from sagsgang.web.cases.checks.checked import findings_of, language_now
from sagsgang.web.cases.checks.selectors import SEVERITIES, SetAside, case_findings
from sagsgang.web.cases.models import Attachment, AttachmentVersion, Case
from sagsgang.web.cases.review.findings import NEVER_SET_ASIDE
from sagsgang.web.meetings.agendas.naming import neutral_title
from sagsgang.web.meetings.compose import ComposedMeeting, meeting_compose
from sagsgang.web.meetings.models import AgendaSetAside, Item, Meeting
from sagsgang.web.meetings.sending.content import Content, agenda_rows, has_own_text
from sagsgang.web.meetings.sending.missing import Gap, gaps_of
from sagsgang.web.meetings.sending.wording import rule_title

_WEIGHT = {Severity.BLOCKS: 0, Severity.WARNS: 1, Severity.NOTES: 2}


@dataclass(frozen=True, slots=True)
class AgendaFinding:
    """Something that is wrong or missing. `item` is the key of its item (None: the agenda as a
    whole) and `where` names it neutrally; `path` is the page on which it is put right.
    """

    rule: str
    title: str
    severity: Severity
    message: str
    item: int | None
    where: str
    suggestion: str = ""
    path: str = ""
    is_on_trial: bool = False
    may_set_aside: bool = True
    fingerprint: str = ""
    set_aside: SetAside | None = None
    #: Set aside in the case itself, by those who wrote it; only there it is taken up again.
    is_of_case: bool = False

    @property
    def weight(self) -> str | Promise:
        """The severity in words."""
        return SEVERITIES[self.severity]

    @property
    def blocks(self) -> bool:
        """Whether it must be settled and nobody has set it aside."""
        return self.severity is Severity.BLOCKS and self.set_aside is None


def agenda_findings(
    meeting: Meeting, content: Content, numbers: Mapping[int, str]
) -> list[AgendaFinding]:
    """Everything found in the agenda as it would be sent, what must be settled first."""
    rows = agenda_rows(meeting)
    by_key = {item.pk: item for item in rows}
    places = {item.pk: _where(item, numbers) for item in rows}
    found: list[AgendaFinding] = []
    told: set[tuple[int | None, str, str]] = set()
    for item in rows:
        if item.stop is not None and has_own_text(item.stop):
            for finding in _of_case(item, places[item.pk]):
                told.add((item.pk, finding.rule, finding.message))
                found.append(finding)
            found += _of_files(item, places[item.pk])
    composed = meeting_compose(meeting, content)
    for each in _of_agenda(composed, meeting):
        key = _item_key(each, composed)
        if (key, each.rule, each.message) not in told and not _was_sent(by_key.get(key)):
            found.append(_agenda_finding(each, key, places.get(key, "")))
    found += [_gap(gap, places) for gap in gaps_of(meeting, rows, content)]
    return findings_ordered(findings_with_reasons(meeting, found), [item.pk for item in rows])


def blocking(findings: Iterable[AgendaFinding]) -> list[AgendaFinding]:
    """Those that keep the agenda from being sent."""
    return [each for each in findings if each.blocks]


def _was_sent(item: Item | None) -> bool:
    """The text of a case that is being written on is the one that was sent, checked then."""
    return item is not None and item.stop is not None and not has_own_text(item.stop)


def _of_case(item: Item, where: str) -> list[AgendaFinding]:
    assert item.stop is not None
    case: Case = item.stop.case
    path = reverse("cases:case_checks", args=[case.pk])
    return [
        AgendaFinding(
            rule=each.rule,
            title=each.title,
            severity=each.severity,
            message=each.message,
            item=item.pk,
            where=where,
            suggestion=each.suggestion,
            path=path,
            is_on_trial=each.is_on_trial,
            may_set_aside=each.rule not in NEVER_SET_ASIDE,
            fingerprint=_print("case", str(case.pk), each.fingerprint),
            set_aside=None if each.rule in NEVER_SET_ASIDE else each.set_aside,
            is_of_case=each.set_aside is not None,
        )
        for each in case_findings(case)
    ]


def _of_files(item: Item, where: str) -> list[AgendaFinding]:
    assert item.stop is not None
    case: Case = item.stop.case
    path = reverse("cases:attachments", kwargs={"pk": case.pk})
    found = []
    for attachment, version in _open_files(case):
        for each in version.findings:
            severity = Severity(each.get("severity", Severity.NOTES.value))
            code = each.get("rule") or "file_finding"
            place = f" ({each['where']})" if each.get("where") else ""
            found.append(
                AgendaFinding(
                    rule=code,
                    title=rule_title(code),
                    severity=severity,
                    message=f"»{attachment.title}«{place}: {each.get('message', '')}",
                    item=item.pk,
                    where=where,
                    suggestion=each.get("suggestion", ""),
                    path=path,
                    may_set_aside=code not in NEVER_SET_ASIDE,
                    fingerprint=_print(
                        "file", version.sha256, code, each.get("where", ""), each.get("message", "")
                    ),
                )
            )
    return found


def _open_files(case: Case) -> list[tuple[Attachment, AttachmentVersion]]:
    """The attachments that everyone may have, each with its newest file."""
    rows = Attachment.objects.filter(case=case, removed_at__isnull=True, is_closed=False)
    found = [
        (row, max(row.versions.all(), key=lambda version: version.number, default=None))
        for row in rows.prefetch_related("versions")
    ]
    return [(row, version) for row, version in found if version is not None]


def _gap(gap: Gap, places: Mapping[int, str]) -> AgendaFinding:
    return AgendaFinding(
        rule=gap.code,
        title=rule_title(gap.code),
        severity=gap.severity,
        message=str(gap.message),
        item=gap.item,
        where=places.get(gap.item, "") if gap.item else "",
        path=gap.path,
        may_set_aside=gap.may_set_aside,
        fingerprint=_print("gap", gap.code, str(gap.item or ""), gap.about),
    )


def _agenda_finding(each: Finding, key: int | None, where: str) -> AgendaFinding:
    return AgendaFinding(
        rule=each.rule,
        title=rule(each.rule).title.in_language(language_now()),
        severity=each.severity,
        message=each.message,
        item=key,
        where=where,
        suggestion=each.suggestion or "",
        is_on_trial=each.status is Status.TRIAL,
        may_set_aside=each.rule not in NEVER_SET_ASIDE,
        fingerprint=_print("agenda", each.rule, str(key or ""), *each.printed, *each.computed),
    )


def _item_key(each: Finding, composed: ComposedMeeting) -> int | None:
    if each.place is not None and each.place.item is not None:
        return composed.keys[each.place.item]
    for key, item in zip(composed.keys, composed.minutes.items, strict=True):
        if each.item is not None and item.number == each.item:
            return key
    return None


def findings_shown(
    found: Iterable[Finding], composed: ComposedMeeting, items: Iterable[Item]
) -> list[AgendaFinding]:
    """What the rules say of a composed meeting, each at its item; nothing of it is about what was
    approved with the case's own text, where that was set aside there.
    """
    rows = list(items)
    places = {item.pk: _where(item, {}) for item in rows}
    aside = {
        (item.pk, each.rule, each.message): each
        for item in rows
        if item.stop is not None
        for each in case_findings(item.stop.case)
        if each.set_aside is not None
    }
    shown = []
    for each in found:
        key = _item_key(each, composed)
        one = _agenda_finding(each, key, places.get(key, "") if key else "")
        set_aside = aside.get((key, one.rule, one.message)) if key else None
        if set_aside is not None:
            one = replace(one, set_aside=set_aside.set_aside, is_of_case=True)
        shown.append(one)
    return shown


def findings_with_reasons(meeting: Meeting, found: list[AgendaFinding]) -> list[AgendaFinding]:
    """The findings with what a secretary set aside on this meeting."""
    rows = AgendaSetAside.objects.filter(meeting=meeting).select_related("by")
    aside = {row.fingerprint: SetAside(row.reason, str(row.by)) for row in rows}
    return [
        replace(each, set_aside=aside.get(each.fingerprint))
        if each.set_aside is None and each.may_set_aside
        else each
        for each in found
    ]


def findings_ordered(found: list[AgendaFinding], keys: list[int]) -> list[AgendaFinding]:
    """What must be settled first, then as the items come."""
    places = {key: place for place, key in enumerate(keys)}
    return sorted(
        found,
        key=lambda each: (
            each.set_aside is not None,
            _WEIGHT[each.severity],
            places.get(each.item, -1) if each.item else -1,
        ),
    )


def _where(item: Item, numbers: Mapping[int, str]) -> str:
    number = item.number or numbers.get(item.pk, "")
    title = neutral_title(item)
    return f"{number}. {title}" if number else title


def _print(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _of_agenda(composed: ComposedMeeting, meeting: Meeting) -> tuple[Finding, ...]:
    return findings_of(
        composed.minutes,
        composed.lines,
        municipality=meeting.plan.body.municipality_id,
        language=language_now(),
    )
