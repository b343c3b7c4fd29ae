"""Writing the attachments of a case: added, versioned, named, closed, moved, removed, put back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.attachments.allowed import refuse_by_content, refuse_by_size
from sagsgang.web.cases.attachments.file_names import safe_name, title_of
from sagsgang.web.cases.attachments.gate import may_see_closed_attachments
from sagsgang.web.cases.attachments.looking import look_through
from sagsgang.web.cases.attachments.storage import bytes_keep
from sagsgang.web.cases.models import Attachment, AttachmentVersion, Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services import search_text_update, version_make
from sagsgang.web.cases.services.locking import case_open, case_told
from sagsgang.web.design.refusal import Refusal


class HandedIn(Protocol):
    """A file of a form."""

    name: str | None
    size: int | None

    def read(self) -> bytes:
        """The whole of it."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was looked through and whose bytes are kept, but that no row names yet."""

    name: str
    media_type: str
    size: int
    sha256: str
    findings: list[dict[str, Any]]


def file_receive(file: HandedIn) -> Received:
    """Look through a file and keep its bytes; raises Refusal with what is wrong and what to do.

    It takes time, so it is done before the transaction that everybody else would wait for.
    """
    refuse_by_size(file.size or 0)
    name = safe_name(file.name or "")
    data = file.read()
    refuse_by_content(data, name)
    looked = look_through(data, name)
    return Received(name, looked.media_type, len(data), bytes_keep(data), looked.findings)


def files_receive(files: Iterable[HandedIn]) -> tuple[list[Received], list[dict[str, str]]]:
    """The good files of an upload, and for each bad one its name and what is wrong with it."""
    good: list[Received] = []
    bad: list[dict[str, str]] = []
    for file in files:
        try:
            good.append(file_receive(file))
        except Refusal as refusal:
            bad.append({"name": safe_name(file.name or ""), "message": str(refusal.message)})
    return good, bad


@transaction.atomic
def attachments_add(*, case: Case, actor: User, received: Iterable[Received]) -> list[Attachment]:
    """Attach the files, in the order they came, after those that are there."""
    locked = case_open(actor, "case_attach", case)
    last = locked.attachments.aggregate(last=Max("order"))["last"] or 0
    added = []
    for order, file in enumerate(received, start=last + 1):
        attachment = Attachment.objects.create(case=locked, order=order, title=title_of(file.name))
        _version_add(attachment, file, actor)
        _tell("attachment_added", f"vedlagde {_named(attachment)}", locked, actor, attachment)
        added.append(attachment)
    _changed(case, locked, actor)
    return added


@transaction.atomic
def attachment_version_add(
    *, attachment: Attachment, actor: User, received: Received
) -> AttachmentVersion:
    """A new version of the file; the old one stays for those who see versions."""
    locked, attachment = _opened(attachment, actor)
    newest = attachment.versions.order_by("-number").first()
    if newest is not None and newest.sha256 == received.sha256:
        raise Refusal(
            _("The file is the same as the one that is attached. Choose the new version."), "file"
        )
    version = _version_add(attachment, received, actor)
    said = f"lagde version {version.number} af {_named(attachment)} i"
    _tell("attachment_versioned", said, locked, actor, attachment)
    _changed(locked, locked, actor)
    return version


@transaction.atomic
def attachment_save(
    *, attachment: Attachment, actor: User, title: str, is_closed: bool, ground: str = ""
) -> Attachment:
    """Name the attachment, and say whether it is open or closed; closed demands its ground."""
    locked, attachment = _opened(attachment, actor)
    title = " ".join(title.split())
    if not title:
        raise Refusal(_("Write what the attachment is called."), "title")
    if is_closed and not ground.strip():
        raise Refusal(
            _("Write why the attachment is closed: what in it must not be public, and the law."),
            "ground",
        )
    was_closed, old_title = attachment.is_closed, attachment.title
    attachment.title = title[:200]
    attachment.is_closed = is_closed
    attachment.closed_ground = ground.strip()[:300] if is_closed else ""
    attachment.save(update_fields=["title", "is_closed", "closed_ground"])
    if is_closed != was_closed:
        code, word = (
            ("attachment_closed", "lukkede") if is_closed else ("attachment_opened", "åbnede")
        )
        _tell(code, f"{word} {_named(attachment)}", locked, actor, attachment)
    if old_title != attachment.title:
        _tell("attachment_named", f"gav {_named(attachment)} ny titel", locked, actor, attachment)
    _changed(locked, locked, actor)
    return attachment


@transaction.atomic
def attachment_move(*, attachment: Attachment, actor: User, steps: int) -> None:
    """Move the attachment up (−1) or down (1) among those that are attached."""
    locked, attachment = _opened(attachment, actor)
    rows = list(locked.attachments.filter(removed_at__isnull=True))
    place = next(i for i, each in enumerate(rows) if each.pk == attachment.pk)
    target = max(0, min(len(rows) - 1, place + steps))
    if target == place:
        return
    rows.insert(target, rows.pop(place))
    for order, each in enumerate(rows, start=1):
        if each.order != order:
            each.order = order
            each.save(update_fields=["order"])
    _tell("attachment_moved", f"flyttede {_named(attachment)} i", locked, actor, attachment)
    _changed(locked, locked, actor)


@transaction.atomic
def attachment_remove(*, attachment: Attachment, actor: User) -> None:
    """Take the attachment off the case; it can be put back."""
    locked, attachment = _opened(attachment, actor)
    attachment.removed_at = timezone.now()
    attachment.save(update_fields=["removed_at"])
    _tell("attachment_removed", f"fjernede {_named(attachment)} fra", locked, actor, attachment)
    _changed(locked, locked, actor)


@transaction.atomic
def attachment_restore(*, attachment: Attachment, actor: User) -> None:
    """Put a removed attachment back, last."""
    locked, attachment = _opened(attachment, actor, removed=True)
    last = locked.attachments.aggregate(last=Max("order"))["last"] or 0
    attachment.removed_at, attachment.order = None, last + 1
    attachment.save(update_fields=["removed_at", "order"])
    said = f"lagde {_named(attachment)} tilbage i"
    _tell("attachment_restored", said, locked, actor, attachment)
    _changed(locked, locked, actor)


def _opened(
    attachment: Attachment, actor: User, *, removed: bool = False
) -> tuple[Case, Attachment]:
    """The case and its attachment, locked; Refusal when somebody else was quicker."""
    locked = case_open(actor, "case_attach", attachment.case)
    fresh = locked.attachments.select_for_update().get(pk=attachment.pk)
    if fresh.is_closed and not may_see_closed_attachments(actor, locked):
        raise Refusal(_("The attachment is not there any more. Load the page again."))
    if (fresh.removed_at is not None) is not removed:
        raise Refusal(
            _("The attachment is already on the case.")
            if removed
            else _("The attachment was removed meanwhile. Load the page again.")
        )
    fresh.case = locked
    return locked, fresh


def _version_add(attachment: Attachment, file: Received, actor: User) -> AttachmentVersion:
    last = attachment.versions.aggregate(last=Max("number"))["last"] or 0
    return AttachmentVersion.objects.create(
        attachment=attachment,
        number=last + 1,
        file_name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        uploaded_by=actor,
        findings=file.findings,
    )


def _named(attachment: Attachment) -> str:
    """The attachment in a sentence that others may read: a closed one has no name there."""
    return "et lukket bilag" if attachment.is_closed else f"bilaget »{attachment.title[:120]}«"


def _tell(code: str, did: str, case: Case, actor: User, attachment: Attachment) -> None:
    where = did if did.endswith((" i", " fra")) else f"{did} i"
    event_record(
        code=code,
        sentence=f"{actor} {where} {case_in_words(case)}.",
        actor=actor,
        subject=case,
        details={"attachment": attachment.pk},
    )


def _changed(case: Case, locked: Case, actor: User) -> None:
    search_text_update(locked)
    version_make(case=locked, actor=actor)
    case_told(case, locked)
