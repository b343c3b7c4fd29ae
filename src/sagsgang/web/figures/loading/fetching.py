"""Figures fetched from a service: asked for by somebody, had by a job, looked at as any file."""

from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sagsgang.figures.sources import BadFile, Problem
from sagsgang.figures.sources.http import ServiceFailed
from sagsgang.figures.sources.jobindsats.client import Jobindsats, Version
from sagsgang.figures.sources.statbank.client import StatBank
from sagsgang.web.audit.events import event_record
from sagsgang.web.figures.loading.reading import upload_read
from sagsgang.web.figures.loading.storage import file_keep
from sagsgang.web.figures.loading.told import problems_told
from sagsgang.web.figures.models import Upload, UploadState
from sagsgang.web.figures.permissions import figures_require
from sagsgang.web.jobs.services import job_enqueue


@transaction.atomic
def figures_fetch(
    *, actor: Any, municipality: Any, service: str, table: str, asked: Mapping[str, Any]
) -> Upload:
    """A table of a service is to be fetched by a job; it waits to be looked at as a file does."""
    figures_require(actor, "figures_load", municipality)
    upload = Upload.objects.create(
        municipality=municipality,
        source=service,
        file_name=f"{table}.json",
        size=0,
        asked={"table": table, **asked},
        state=UploadState.FETCHING,
        uploaded_by=actor,
        uploaded_at=timezone.now(),
    )
    event_record(
        code="figures_fetched",
        sentence=f"{actor} bad om at få {table} hentet fra {service}.",
        actor=actor,
        subject=upload,
        details=dict(upload.asked),
    )
    job_enqueue(name="figures_fetch", arguments={"pk": upload.pk}, key=f"figures_fetch:{upload.pk}")
    return upload


def figures_fetch_run(pk: int) -> None:
    """Have what was asked for; again does nothing. A service that fails refuses the file."""
    upload = Upload.objects.filter(pk=pk, state=UploadState.FETCHING).first()
    if upload is None:
        return
    try:
        content = _fetched(upload, timezone.now())
    except ServiceFailed as error:
        bad = BadFile([Problem(str(error).rstrip("."))])
        Upload.objects.filter(pk=pk, state=UploadState.FETCHING).update(
            state=UploadState.REFUSED, problems=problems_told(bad), problem_count=1
        )
        return
    sha256, size = file_keep([content])
    Upload.objects.filter(pk=pk, state=UploadState.FETCHING).update(
        sha256=sha256, size=size, state=UploadState.WAITING
    )
    upload_read(pk, upload.revision)


def _fetched(upload: Upload, at: datetime) -> bytes:
    asked = upload.asked
    if upload.source == "statbank":
        with closing(StatBank()) as statbank:
            return statbank.data(asked["table"], asked.get("chosen") or {}, at=at)
    version: Version = 2 if settings.SAGSGANG_JOBINDSATS_VERSION == "2" else 3
    with closing(Jobindsats(settings.SAGSGANG_JOBINDSATS_KEY, version=version)) as jobindsats:
        return jobindsats.data(
            asked["table"],
            latest=asked.get("latest") or 14,
            dimensions={name: [] for name in asked.get("dimensions") or ()},
            at=at,
        )
