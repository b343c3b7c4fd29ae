"""How a case read at a moment is kept, and brought back."""

import hashlib
import json
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.appropriation.taking_over import statement_restore
from sagsgang.web.cases.figures.content import figures_settled
from sagsgang.web.cases.models import (
    Approval,
    Case,
    CaseVersion,
    FinanceStatement,
    RecommendationPoint,
    Section,
)
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.selectors import case_content
from sagsgang.web.cases.services.locking import case_open, case_told
from sagsgang.web.cases.services.searchable import plain_text, search_text_update
from sagsgang.web.design.refusal import Refusal

SHARED_FOR = timedelta(minutes=10)
#: An autosave that takes away more words than this leaves the version with them alone.
WORDS_TAKEN_AWAY = 20

_SAVED = CaseVersion.Reason.SAVED
#: Made piece by piece by one person; the pieces are one version.
_SHARING = frozenset({_SAVED, CaseVersion.Reason.UPLOADED})


def content_hash(content: dict[str, Any]) -> str:
    """SHA-256 of the content as JSON with sorted keys, no blanks, UTF-8."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def version_make(*, case: Case, actor: Any, reason: str = _SAVED) -> CaseVersion:
    """Keep the case as it reads now; the caller's gate has let the actor do what led to it.

    Saved by the same person for the same reason within ten minutes of the version's beginning, it
    takes the place of that version, unless something leans on it or much text was taken away since.
    Nothing is kept when nothing changed.
    """
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    content = case_content(case)
    sha256 = content_hash(content)
    now = timezone.now()
    last = case.versions.order_by("-number").first()
    if reason in _SHARING and last is not None:
        if last.sha256 == sha256:
            return last
        if _is_shared(last, actor, reason, now) and not _takes_much(last.content, content):
            last.content, last.sha256, last.at = content, sha256, now
            last.save(update_fields=["content", "sha256", "at"])
            return last
    return CaseVersion.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        reason=reason,
        content=content,
        sha256=sha256,
        by=actor,
        began_at=now,
        at=now,
    )


@transaction.atomic
def version_restore(*, actor: Any, case: Case, version: CaseVersion) -> CaseVersion:
    """Let the case read as it did in `version`: its sections' text, points, appropriation
    statement and title.

    What it read before stays as the version before; that is how restoring is undone. Sections
    that have come since keep their text; the number and what is closed are left as they are.
    """
    locked = case_open(actor, "case_edit", case)
    if version.case_id != locked.pk:
        raise Refusal(_("The version belongs to another case."))
    version_make(case=locked, actor=actor)
    then = version.content
    texts = {section["id"]: section["html"] for section in then["sections"]}
    for section in Section.objects.select_for_update().filter(case=locked):
        html = texts.get(section.pk)
        if html is not None:
            html = figures_settled(locked, html)
        if html is None or html == section.html:
            continue
        section.html, section.changed_by = html, actor
        section.revision += 1
        section.save()
    statement_restore(locked, then.get("appropriation"), actor)
    _points_restore(locked, then["points"])
    locked.title = then["title"]
    locked.revision += 1
    locked.points_revision += 1
    locked.save()
    search_text_update(locked)
    made = version_make(case=locked, actor=actor, reason=CaseVersion.Reason.RESTORED)
    made.restored_from = version.number
    made.save(update_fields=["restored_from"])
    case_told(case, locked)
    event_record(
        code="case_version_restored",
        sentence=f"{actor} hentede version {version.number} frem igen af {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"version": version.number, "made": made.number},
    )
    return made


def _points_restore(case: Case, points: list[dict[str, Any]]) -> None:
    kept = {point.number: point for point in case.points.all()}
    for point in points:
        row = kept.pop(point["number"], None) or RecommendationPoint(
            case=case, number=point["number"]
        )
        row.text, row.choice = point["text"], point["choice"]
        row.addressee_id = point["addressee_id"]
        row.save()
    for row in kept.values():
        row.delete()


def _is_shared(last: CaseVersion, actor: Any, reason: str, now: Any) -> bool:
    return (
        last.reason == reason
        and last.by_id == actor.pk
        and now - last.began_at < SHARED_FOR
        and not Approval.objects.filter(version=last).exists()
        and not FinanceStatement.objects.filter(version=last).exists()
    )


def _takes_much(before: dict[str, Any], after: dict[str, Any]) -> bool:
    now = {section["id"]: section["html"] for section in after["sections"]}
    taken = 0
    for section in before["sections"]:
        html = now.get(section["id"], "")
        if html != section["html"]:
            taken += max(0, _words(section["html"]) - _words(html))
    words = [sum(len(p["text"].split()) for p in side["points"]) for side in (before, after)]
    return taken + max(0, words[0] - words[1]) > WORDS_TAKEN_AWAY


def _words(html: str) -> int:
    return len(plain_text(html).split())
