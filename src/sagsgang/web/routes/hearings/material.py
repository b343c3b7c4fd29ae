"""What the bodies are given: chosen open parts of the case as they read when the hearing began.

Nothing closed is ever put in; what was closed since is taken out again when it is shown.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sagsgang.web.cases.models import Attachment, AttachmentVersion, Case, Section
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.routes.models import HearingRound


@dataclass(frozen=True, slots=True)
class Shown:
    """The text and the files as a body reads them today."""

    number: str
    title: str
    points: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    attachments: list[dict[str, Any]]


def sections_open(case: Case) -> list[Section]:
    """The sections that may be given to those who are heard: open ones with words in them."""
    return [each for each in case.sections.all() if each.is_public and has_words(each.html)]


def attachments_open(case: Case) -> list[Attachment]:
    """The attachments that may be given to those who are heard."""
    found = case.attachments.filter(is_closed=False, removed_at__isnull=True)
    return [each for each in found.prefetch_related("versions") if _newest(each) is not None]


def material_of(
    case: Case, *, sections: Collection[int], attachments: Collection[int], with_points: bool
) -> dict[str, Any]:
    """The chosen parts as JSON; what is not open, or not of this case, is left out."""
    points = list(case.points.select_related("addressee")) if with_points else []
    return {
        "number": case.number,
        "title": case.title,
        "points": [
            {
                "number": point.number,
                "text": point.text,
                "addressee": str(point.addressee) if point.addressee else "",
            }
            for point in points
        ],
        "sections": [
            {
                "section": each.pk,
                "heading": each.heading,
                "level": each.level,
                "html": each.html,
            }
            for each in sections_open(case)
            if each.pk in sections
        ],
        "attachments": [
            {
                "attachment": each.pk,
                "version": newest.pk,
                "title": each.title,
                "file_name": newest.file_name,
                "size": newest.size,
            }
            for each in attachments_open(case)
            if each.pk in attachments and (newest := _newest(each)) is not None
        ],
    }


def material_shown(asked: HearingRound) -> Shown:
    """What of the material is still open."""
    material = asked.material
    keys = [each["section"] for each in material["sections"]]
    closed_sections = set(
        Section.objects.filter(pk__in=keys, is_public=False).values_list("pk", flat=True)
    )
    open_files = set(
        Attachment.objects.filter(
            pk__in=[each["attachment"] for each in material["attachments"]], is_closed=False
        ).values_list("pk", flat=True)
    )
    return Shown(
        number=material["number"],
        title=material["title"],
        points=material["points"],
        sections=[s for s in material["sections"] if s["section"] not in closed_sections],
        attachments=[a for a in material["attachments"] if a["attachment"] in open_files],
    )


def material_file(asked: HearingRound, version: int) -> AttachmentVersion | None:
    """A file of the material, when it was given and is still open."""
    if version not in {each["version"] for each in material_shown(asked).attachments}:
        return None
    return AttachmentVersion.objects.filter(
        pk=version, attachment__case=asked.case_id, attachment__is_closed=False
    ).first()


def _newest(attachment: Attachment) -> AttachmentVersion | None:
    return max(attachment.versions.all(), key=lambda version: version.number, default=None)
