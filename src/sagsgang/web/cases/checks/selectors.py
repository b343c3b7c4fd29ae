"""What the checks say of a case as it reads now, each with its words, and what is set aside."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.checking import Finding, Severity, Status, rule
from sagsgang.checking.privacy.masking import without_personal_numbers
from sagsgang.web.cases.checks.checked import Language, findings_of, language_now
from sagsgang.web.cases.checks.composing import Composed, Draft, Spot, compose
from sagsgang.web.cases.figures.used import used_figures_of
from sagsgang.web.cases.models import Attachment, Case, RecommendationPoint, Section, Suppression
from sagsgang.web.cases.section_lines import section_lines

SEVERITIES: dict[Severity, str | Promise] = {
    Severity.BLOCKS: _("Must be settled"),
    Severity.WARNS: _("Should be looked at"),
    Severity.NOTES: _("Worth knowing"),
}
#: The check that holds typed numbers against figures from data.
AGAINST_DATA = "F25"
_WEIGHT = {Severity.BLOCKS: 0, Severity.WARNS: 1, Severity.NOTES: 2}


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why a finding is set aside, and who said so; the reason is printed."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """A finding and the words it is about. `spot` is where they stand (None: the case as a whole,
    or its title); `others` are further places that take part. `fingerprint` stays the same while
    those words do, wherever they move.
    """

    rule: str
    title: str
    severity: Severity
    is_on_trial: bool
    message: str
    printed: tuple[str, ...]
    computed: tuple[str, ...]
    suggestion: str
    spot: Spot | None
    others: tuple[Spot, ...]
    help_url: str
    fingerprint: str
    set_aside: SetAside | None = None

    @property
    def weight(self) -> str | Promise:
        """The severity in words."""
        return SEVERITIES[self.severity]

    @property
    def look(self) -> str:
        """The severity it is drawn as: a number that contradicts data is red, also on trial."""
        return Severity.BLOCKS.value if self.rule == AGAINST_DATA else self.severity.value

    @property
    def blocks(self) -> bool:
        """Whether it must be settled and nobody has set it aside."""
        return self.severity is Severity.BLOCKS and self.set_aside is None


def case_findings(
    case: Case, *, texts: Mapping[int, str] | None = None, draft: Draft | None = None
) -> list[CaseFinding]:
    """The findings of the case, what must be settled first; with `texts` (HTML by the keys of
    sections), or a whole `draft`, in the place of what was saved.
    """
    if draft is None and texts is not None:
        draft = Draft(sections=texts)
    composed = case_composed(case, draft)
    found = _checked(composed, case)
    aside = {
        (row.rule, row.fingerprint): SetAside(row.reason, str(row.by))
        for row in Suppression.objects.filter(case=case).select_related("by")
    }
    return [replace(each, set_aside=aside.get((each.rule, each.fingerprint))) for each in found]


def case_composed(case: Case, draft: Draft | None = None) -> Composed:
    """The case as the rules read it."""
    sections = list(Section.objects.filter(case=case))
    points = list(RecommendationPoint.objects.filter(case=case).select_related("addressee"))
    attachments = Attachment.objects.filter(case=case, removed_at__isnull=True)
    titles = list(attachments.values_list("title", flat=True))
    lines = section_lines(case, {row.kind for row in sections})
    told = used_figures_of(case, sections, (draft and draft.sections) or {})
    return compose(case, sections, points, titles, draft, lines, told)


def suppressions_printed(case: Case) -> list[str]:
    """What is printed of the findings set aside that are still there: the check and the reason."""
    return [
        f"{each.title}: {each.set_aside.reason}"
        for each in case_findings(case)
        if each.set_aside is not None
    ]


def _checked(composed: Composed, case: Case) -> list[CaseFinding]:
    language = language_now()
    told = findings_of(
        composed.minutes, composed.lines, municipality=case.municipality_id, language=language
    )
    counted: Counter[tuple[str, ...]] = Counter()
    return _in_order(_case_finding(finding, composed, language, counted) for finding in told)


def _case_finding(
    finding: Finding, composed: Composed, language: Language, counted: Counter[tuple[str, ...]]
) -> CaseFinding:
    told = rule(finding.rule)
    spots = composed.spots(finding.place, finding.lines, finding.printed)
    for other in finding.others:
        spots += composed.spots(other, None)
    spots = [replace(spot, words=without_personal_numbers(spot.words)) for spot in spots]
    first = spots[0] if spots else None
    # What is printed may be reworded; the finding is the words, and what they should be.
    about = (first.words if first and first.words else "\t".join(finding.printed),)
    key = (finding.rule, _owner(first), *about, *finding.computed)
    counted[key] += 1
    print_of = "\0".join((*key, str(counted[key])))
    return CaseFinding(
        rule=finding.rule,
        title=told.title.in_language(language),
        severity=finding.severity,
        is_on_trial=finding.status is Status.TRIAL,
        message=finding.message,
        printed=finding.printed,
        computed=finding.computed,
        suggestion=finding.suggestion or "",
        spot=first,
        others=tuple(spots[1:]),
        help_url=reverse("archive:rule", args=[finding.rule.lower()]),
        fingerprint=hashlib.sha256(print_of.encode()).hexdigest(),
    )


def _owner(spot: Spot | None) -> str:
    """Whose words they are; a point may get another number, so all points are one."""
    if spot is None:
        return ""
    return "points" if spot.point is not None else f"section:{spot.section}"


def _in_order(findings: Iterable[CaseFinding]) -> list[CaseFinding]:
    """What must be settled first, then as they stand in the text."""
    return sorted(findings, key=lambda each: _WEIGHT[each.severity])


def as_json(findings: Sequence[CaseFinding]) -> list[dict[str, Any]]:
    """The findings as `checks.js` reads them."""
    return [_json(each) for each in findings]


def _json(each: CaseFinding) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "title": each.title,
        "severity": each.severity.value,
        "look": each.look,
        "weight": str(each.weight),
        "on_trial": each.is_on_trial,
        "message": each.message,
        "printed": list(each.printed),
        "computed": list(each.computed),
        "suggestion": each.suggestion,
        "spot": _spot_json(each.spot) if each.spot else None,
        "others": [_spot_json(spot) for spot in each.others],
        "help": each.help_url,
        "fingerprint": each.fingerprint,
        "set_aside": {"reason": each.set_aside.reason, "by": each.set_aside.by}
        if each.set_aside
        else None,
    }


def _spot_json(spot: Spot) -> dict[str, Any]:
    return {
        "section": spot.section,
        "point": spot.point,
        "start": spot.start,
        "end": spot.end,
        "words": spot.words,
    }
