"""The points of the recommendation: numbered in order, with addressee, or alternatives."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case, CaseVersion, KeptText, RecommendationPoint
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services.locking import case_open, case_told
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal

MOST = 60
#: While rows change places, their numbers are out of each other's way.
_ASIDE = 1000


@dataclass(frozen=True, slots=True)
class PointInput:
    """`id` is the point's row when it was there before; `addressee` is the key of a body."""

    text: str
    id: int | None = None
    addressee: int | None = None
    choice: str = ""


@dataclass(frozen=True, slots=True)
class PointsSaved:
    """The points as they are now; `kept` is what the actor wrote when another was quicker."""

    points: tuple[RecommendationPoint, ...]
    revision: int
    kept: KeptText | None = None
    is_changed: bool = False


@transaction.atomic
def points_save(
    *,
    actor: Any,
    case: Case,
    points: Sequence[PointInput],
    based_on: int,
    settles: KeptText | None = None,
    reason: str = CaseVersion.Reason.SAVED,
) -> PointsSaved:
    """Write all points in the order given; those without text are left out.

    `based_on` is the `points_revision` that the actor saw: when another was quicker, hers stay and
    these are kept aside.
    """
    locked = case_open(actor, "case_edit", case)
    wanted = [_clean(point) for point in points if point.text.strip()]
    if len(wanted) > MOST:
        raise Refusal(_("A recommendation has at most %(most)s points.") % {"most": MOST}, "points")
    _require_bodies(locked, wanted)
    now = [
        PointInput(p.text, p.pk, p.addressee_id, p.choice)
        for p in RecommendationPoint.objects.select_for_update().filter(case=locked)
    ]
    if _same(now, wanted):
        _settle(settles)
        return _saved(locked)
    if locked.points_revision != based_on:
        return _saved(locked, kept=_keep(locked, wanted, based_on, actor))
    _write(locked, wanted)
    locked.points_revision += 1
    locked.save(update_fields=["points_revision", "changed_at"])
    _settle(settles)
    search_text_update(locked)
    version = version_make(case=locked, actor=actor, reason=reason)
    case_told(case, locked)
    event_record(
        code="case_points_saved",
        sentence=f"{actor} skrev i indstillingens punkter i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"version": version.number},
    )
    return _saved(locked, is_changed=True)


def _clean(point: PointInput) -> PointInput:
    text = " ".join(point.text.split())
    if len(text) > 4000:
        raise Refusal(_("A point is longer than 4,000 characters. Part it."), "points")
    return PointInput(text, point.id, point.addressee, " ".join(point.choice.split())[:40])


def _require_bodies(case: Case, points: Sequence[PointInput]) -> None:
    asked = {point.addressee for point in points if point.addressee}
    known = Body.objects.filter(pk__in=asked, municipality=case.municipality_id).count()
    if known != len(asked):
        raise Refusal(_("A point is put to a body that is not in the municipality."), "points")


def _same(now: Sequence[PointInput], wanted: Sequence[PointInput]) -> bool:
    def told(points: Sequence[PointInput]) -> list[tuple[str, int | None, str]]:
        return [(p.text, p.addressee or None, p.choice) for p in points]

    return told(now) == told(wanted)


def _write(case: Case, wanted: Sequence[PointInput]) -> None:
    rows = {row.pk: row for row in RecommendationPoint.objects.filter(case=case)}
    used: list[RecommendationPoint] = []
    for point in wanted:
        row = rows.pop(point.id, None) if point.id else None
        row = row or RecommendationPoint(case=case)
        row.text, row.addressee_id, row.choice = point.text, point.addressee or None, point.choice
        used.append(row)
    for gone in rows.values():
        gone.delete()
    for offset in (_ASIDE, 0):
        for number, row in enumerate(used, start=1):
            row.number = offset + number
            row.save()


def _keep(case: Case, points: Sequence[PointInput], based_on: int, author: Any) -> KeptText:
    told = [asdict(point) for point in points]
    own = KeptText.objects.filter(case=case, section=None, author=author, settled_at__isnull=True)
    for row in own:
        if row.points == told:
            return row
    own.update(settled_at=timezone.now())
    kept = KeptText.objects.create(case=case, points=told, based_on=based_on, author=author)
    event_record(
        code="case_text_kept",
        sentence=(
            f"{author} skrev i indstillingens punkter i {case_in_words(case)}, mens en anden var "
            "hurtigere; begge er gemt."
        ),
        actor=author,
        subject=case,
        details={"kept": kept.pk},
    )
    return kept


def _settle(kept: KeptText | None) -> None:
    if kept is not None and kept.settled_at is None:
        kept.settled_at = timezone.now()
        kept.save(update_fields=["settled_at"])


def _saved(case: Case, kept: KeptText | None = None, is_changed: bool = False) -> PointsSaved:
    rows = RecommendationPoint.objects.filter(case=case).select_related("addressee")
    return PointsSaved(tuple(rows), case.points_revision, kept, is_changed)
