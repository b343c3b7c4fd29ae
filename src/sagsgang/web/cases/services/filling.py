"""Sections filled from a Word document, after its writer has seen what goes where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from sagsgang.web.cases.models import Case, CaseVersion, KeptText, Section
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.cases.services.points import PointInput, points_save
from sagsgang.web.cases.services.text import case_text_save
from sagsgang.web.cases.services.versions import version_make

_UPLOADED = CaseVersion.Reason.UPLOADED


@dataclass(frozen=True, slots=True)
class FillInput:
    """Text for a section, on the revision that was seen; more for one section is joined."""

    section: Section
    html: str
    based_on: int


@transaction.atomic
def case_text_fill(
    *,
    actor: Any,
    case: Case,
    texts: Sequence[FillInput],
    points: Sequence[PointInput] | None = None,
    points_based_on: int = 0,
) -> list[KeptText]:
    """Put the texts in their sections, in the place of what stood there, which stays as a version.

    Returns what was kept aside because somebody else was quicker.
    """
    locked = case_open(actor, "case_edit", case)
    version_make(case=locked, actor=actor)
    joined: dict[int, FillInput] = {}
    for text in texts:
        if has_words(text.html):
            before = joined.get(text.section.pk)
            html = f"{before.html}{text.html}" if before else text.html
            joined[text.section.pk] = FillInput(text.section, html, text.based_on)
    kept: list[KeptText | None] = []
    for text in joined.values():
        saved = case_text_save(
            actor=actor,
            case=case,
            section=text.section,
            html=text.html,
            based_on=text.based_on,
            reason=_UPLOADED,
        )
        kept.append(saved.kept)
    if points:
        told = points_save(
            actor=actor, case=case, points=points, based_on=points_based_on, reason=_UPLOADED
        )
        kept.append(told.kept)
    return [row for row in kept if row is not None]
