"""Writing: a file handed in, its columns chosen, loaded, dropped; and a load withdrawn."""

from collections.abc import Mapping
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.figures.sources import BadFile, Problem, source
from sagsgang.figures.store import StoreDamaged, TwiceInFile
from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.figures.loading.reading import AT_ONCE, upload_add, upload_read
from sagsgang.web.figures.loading.selectors import load_number_of
from sagsgang.web.figures.loading.storage import file_keep
from sagsgang.web.figures.loading.told import problems_told
from sagsgang.web.figures.models import RememberedMapping, Upload, UploadState
from sagsgang.web.figures.permissions import figures_require
from sagsgang.web.figures.selectors import store
from sagsgang.web.jobs.services import job_enqueue

#: The largest file that is taken.
MOST_BYTES = 1_000_000_000


class HandedIn(Protocol):
    """A file of a form."""

    name: str | None
    size: int | None

    def chunks(self) -> Any:
        """Its bytes, piece by piece."""


def figures_file_receive(file: HandedIn) -> tuple[str, str, int]:
    """Keep the bytes of a file: its name, SHA-256 and size. Raises Refusal. It takes time, so it is
    done before the transaction that others would wait for.
    """
    if (file.size or 0) > MOST_BYTES:
        raise Refusal(_("The file is larger than 1 GB. Divide it by year."), "file")
    name = (file.name or "").replace("\\", "/").rpartition("/")[2][:200] or "fil"
    sha256, size = file_keep(file.chunks())
    return name, sha256, size


@transaction.atomic
def figures_upload(
    *,
    actor: Any,
    municipality: Any,
    source_id: str,
    received: tuple[str, str, int],
    mapping: Mapping[str, Any],
) -> Upload:
    """A file waits to be read: at once when it is small, else by a job."""
    figures_require(actor, "figures_load", municipality)
    name, sha256, size = received
    upload = Upload.objects.create(
        municipality=municipality,
        source=source_id,
        file_name=name,
        sha256=sha256,
        size=size,
        mapping={key: told for key, told in mapping.items() if told},
        uploaded_by=actor,
        uploaded_at=timezone.now(),
    )
    event_record(
        code="figures_uploaded",
        sentence=f"{actor} lagde filen »{name}« til indlæsning som {source(source_id).title}.",
        actor=actor,
        subject=upload,
        details={"sha256": sha256, "source": source_id},
    )
    _read_soon(upload)
    return upload


@transaction.atomic
def figures_columns_choose(*, actor: Any, upload: Upload, mapping: Mapping[str, Any]) -> Upload:
    """The columns are understood in another way: the file is read again."""
    figures_require(actor, "figures_load", upload.municipality)
    locked = _open(upload)
    locked.mapping = {key: told for key, told in mapping.items() if told}
    locked.state, locked.share = UploadState.WAITING, 0
    locked.revision += 1
    locked.save()
    _read_soon(locked)
    return locked


@transaction.atomic
def figures_upload_drop(*, actor: Any, upload: Upload) -> Upload:
    """The file is not to be loaded."""
    figures_require(actor, "figures_load", upload.municipality)
    locked = _open(upload)
    locked.state = UploadState.DROPPED
    locked.save(update_fields=["state"])
    event_record(
        code="figures_dropped",
        sentence=f"{actor} lod være med at indlæse filen »{locked.file_name}«.",
        actor=actor,
        subject=locked,
    )
    return locked


@transaction.atomic
def figures_load(*, actor: Any, upload: Upload, is_confirmed: bool) -> Upload:
    """The file is to count, as its preview says. Raises Refusal when it asks something that was not
    said yes to. A large one is loaded by a job.
    """
    figures_require(actor, "figures_load", upload.municipality)
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state != UploadState.READY:
        raise Refusal(_("The file is no longer waiting to be loaded. Look at the page again."))
    if locked.preview.get("asks") and locked.preview.get("known") is None and not is_confirmed:
        raise Refusal(_("Say that you have looked at what is asked."), "is_confirmed")
    locked.state, locked.loaded_by, locked.share = UploadState.LOADING, actor, 0
    locked.revision += 1
    locked.save()
    if locked.size > AT_ONCE:
        job_enqueue(
            name="figures_load",
            arguments={"pk": locked.pk, "revision": locked.revision},
            key=f"figures_load:{locked.pk}:{locked.revision}",
        )
    return locked


def figures_load_run(pk: int, revision: int) -> None:
    """Put a file into the store that somebody said yes to; again does nothing. The store is written
    first: stopped before the row tells of it, it finds its own load there and goes on.
    """
    upload = (
        Upload.objects.filter(pk=pk, revision=revision, state=UploadState.LOADING)
        .select_related("municipality", "loaded_by")
        .first()
    )
    if upload is None:
        return
    try:
        number, seen = upload_add(upload, timezone.now())
    except (BadFile, TwiceInFile, StoreDamaged) as error:
        bad = error if isinstance(error, BadFile) else BadFile([Problem(str(error))])
        Upload.objects.filter(pk=pk).update(
            state=UploadState.REFUSED, problems=problems_told(bad), problem_count=bad.count
        )
        return
    if number is None:
        seen["changed_since"] = True
        Upload.objects.filter(pk=pk).update(state=UploadState.READY, preview=seen)
        return
    with transaction.atomic():
        _loaded(upload, number, seen)


def _loaded(upload: Upload, number: int, seen: dict[str, Any]) -> None:
    Upload.objects.filter(pk=upload.pk).update(
        state=UploadState.LOADED,
        load_number=number,
        loaded_at=timezone.now(),
        preview=seen,
        share=100,
    )
    mapping = seen["mapping"] if upload.source == "table" else upload.mapping
    if upload.layout and mapping:
        RememberedMapping.objects.update_or_create(
            municipality=upload.municipality,
            source=upload.source,
            layout=upload.layout,
            defaults={"mapping": mapping, "by": upload.loaded_by, "at": timezone.now()},
        )
    event_record(
        code="figures_loaded",
        sentence=f"{upload.loaded_by} indlæste »{upload.file_name}« som indlæsning {number}.",
        actor=upload.loaded_by,
        subject=upload,
        details={"load": number, "sha256": upload.sha256, "source": upload.source},
    )


@transaction.atomic
def figures_withdraw(*, actor: Any, municipality: Any, number: int, because: str) -> None:
    """A load ceases to count: what held before it holds again."""
    figures_require(actor, "figures_withdraw", municipality)
    if load_number_of(municipality, number) is None:
        raise Refusal(_("There is no such load. Look at the list again."))
    event_record(
        code="figures_withdrawn",
        sentence=f"{actor} trak indlæsning {number} tilbage: {because}",
        actor=actor,
        subject_key=f"load:{number}",
        details={"load": number, "because": because},
    )
    try:
        store().withdraw(number, at=timezone.now(), because=because)
    except ValueError as error:
        raise Refusal(str(error)) from None


def _open(upload: Upload) -> Upload:
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state not in (UploadState.READY, UploadState.REFUSED, UploadState.WAITING):
        raise Refusal(_("The file is no longer waiting to be loaded. Look at the page again."))
    return locked


def _read_soon(upload: Upload) -> None:
    if upload.size > AT_ONCE:
        job_enqueue(
            name="figures_read",
            arguments={"pk": upload.pk, "revision": upload.revision},
            key=f"figures_read:{upload.pk}:{upload.revision}",
        )


def figures_now(upload: Upload) -> None:
    """Do for a small file what a job does for a large one, after the transaction that asked."""
    if upload.size <= AT_ONCE:
        if upload.state == UploadState.WAITING:
            upload_read(upload.pk, upload.revision)
        elif upload.state == UploadState.LOADING:
            figures_load_run(upload.pk, upload.revision)
