"""What a case's figures said is kept for good: when an agenda is sent, and when it is decided."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.figures.content import Content
from sagsgang.web.cases.figures.showing import hash_of
from sagsgang.web.cases.models import Case, CaseFigure, FrozenFigure
from sagsgang.web.cases.naming import case_in_words


@transaction.atomic
def figures_freeze(
    *,
    actor: Any,
    case: Case,
    figures: Sequence[Content],
    because: str,
    meeting: int,
    version: int,
    place: str,
    at: datetime,
) -> list[FrozenFigure]:
    """Keep the figures as the content of the case's version has them; asked again for the same
    reason, meeting and version of the agenda, nothing is kept twice. Whoever sends the agenda or
    records the decision has been let do so.
    """
    rows = {row.key: row for row in CaseFigure.objects.filter(case=case)}
    made = []
    for each in figures:
        row = rows.get(each["key"])
        if row is None:
            continue
        frozen, is_new = FrozenFigure.objects.get_or_create(
            figure=row,
            because=because,
            meeting=meeting,
            version=version,
            defaults={
                "place": place[:200],
                "shown": each["shown"],
                "sha256": hash_of(each["shown"]),
                "at": at,
            },
        )
        if is_new:
            made.append(frozen)
    if made:
        event_record(
            code="case_figures_frozen",
            sentence=f"{len(made)} tal i {case_in_words(case)} blev låst: {place}.",
            actor=actor,
            subject=case,
            details={"because": because, "meeting": meeting, "version": version},
        )
    return made
