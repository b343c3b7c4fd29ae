"""Reading the attachments of a case as one person may see them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from sagsgang.web.cases.attachments.gate import attachment_open, attachments_readable_q
from sagsgang.web.cases.attachments.looking import blocking
from sagsgang.web.cases.models import Attachment, AttachmentVersion, Case
from sagsgang.web.cases.permissions import case_may


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a file; `url` hands it out, to those whom the gate lets."""

    version: AttachmentVersion
    url: str
    is_newest: bool

    @property
    def blocking(self) -> list[dict[str, Any]]:
        """What must be settled before the file may be published."""
        return blocking(self.version.findings)


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """An attachment with its newest version in front; `earlier` only for those who may see them."""

    attachment: Attachment
    letter: str
    newest: VersionRow
    earlier: tuple[VersionRow, ...] = ()

    @property
    def holds_up(self) -> bool:
        """Whether its findings keep the case from being approved: open, and with a blocking one."""
        return not self.attachment.is_closed and bool(self.newest.blocking)


def attachment_rows(*, user: object, case: Case) -> list[AttachmentRow]:
    """The attachments in their order; the closed ones only for those who may see them."""
    found = _with_versions().filter(
        attachments_readable_q(user, case), case=case, removed_at__isnull=True
    )
    with_earlier = case_may(user, "case_versions_read", case)
    return [
        _row(case, attachment, number, with_earlier)
        for number, attachment in enumerate(found, start=1)
        if attachment.versions.all()
    ]


def attachments_removed(*, user: object, case: Case) -> list[Attachment]:
    """What was removed and can be put back, for those who attach."""
    if not case_may(user, "case_attach", case):
        return []
    removed = case.attachments.filter(attachments_readable_q(user, case), removed_at__isnull=False)
    return list(removed.order_by("-removed_at"))


def attachments_holding_up(*, case: Case) -> list[AttachmentRow]:
    """Open attachments in which something stands that must not be published."""
    open_ones = _with_versions().filter(case=case, removed_at__isnull=True, is_closed=False)
    rows = (_row(case, attachment, 0, False) for attachment in open_ones)
    return [row for row in rows if row.holds_up]


def attachment_get(
    *, user: object, case: Case, pk: int, removed: bool = False
) -> Attachment | None:
    """The attachment of that key when it belongs to the case and she may know of it."""
    found = case.attachments.filter(attachments_readable_q(user, case), pk=pk)
    return found.filter(removed_at__isnull=not removed).first()


def version_get(
    *, user: object, case: int, attachment: int, number: int
) -> AttachmentVersion | None:
    """The version when she may read it; None for all that does not exist for her."""
    version = (
        AttachmentVersion.objects.select_related("attachment__case")
        .filter(attachment__case=case, attachment=attachment, number=number)
        .first()
    )
    if version is None:
        return None
    is_newest = not version.attachment.versions.filter(number__gt=number).exists()
    return version if attachment_open(user, version, is_newest=is_newest) else None


def _with_versions() -> Any:
    versions = AttachmentVersion.objects.select_related("uploaded_by").order_by("-number")
    return Attachment.objects.prefetch_related(Prefetch("versions", versions))


def _row(case: Case, attachment: Attachment, number: int, with_earlier: bool) -> AttachmentRow:
    rows = [
        VersionRow(
            version,
            reverse(
                "cases:attachment_file",
                kwargs={"pk": case.pk, "attachment": attachment.pk, "number": version.number},
            ),
            index == 0,
        )
        for index, version in enumerate(attachment.versions.all())
    ]
    earlier = tuple(rows[1:]) if with_earlier else ()
    return AttachmentRow(attachment, str(number), rows[0], earlier)
