"""What is read: the files on their way, and the loads that a municipality has."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sagsgang.figures.sources import UnknownSource, source
from sagsgang.figures.store import Load
from sagsgang.language.numbers import format_number
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.figures.models import Upload, UploadState
from sagsgang.web.figures.permissions import figures_may
from sagsgang.web.figures.selectors import area_of, store


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A load in the list; `by` is who loaded it, "" where it was not done here; `count` how many
    figures it has.
    """

    load: Load
    title: str
    count: str
    by: str
    upload: int | None


def municipalities_for(user: Any, operation: str) -> list[Municipality]:
    """The municipalities in whose figures the user may do something."""
    every = Municipality.objects.exclude(name="")
    return [each for each in every if figures_may(user, operation, each)]


def upload_get(user: Any, pk: int) -> Upload | None:
    """The file on its way; None when it is not for the user."""
    found = Upload.objects.select_related("municipality", "uploaded_by", "loaded_by").filter(pk=pk)
    upload = found.first()
    if upload is None or not figures_may(user, "figures_load", upload.municipality):
        return None
    return upload


def uploads_waiting(municipality: Municipality) -> list[Upload]:
    """The files that are not loaded yet, newest first."""
    states = set(UploadState) - {UploadState.LOADED, UploadState.DROPPED}
    return list(
        Upload.objects.filter(municipality=municipality, state__in=states).select_related(
            "uploaded_by"
        )[:20]
    )


def load_rows(municipality: Municipality) -> list[LoadRow]:
    """The loads that were made for the municipality, newest first."""
    uploads = {
        each.load_number: each
        for each in Upload.objects.filter(
            municipality=municipality, load_number__isnull=False
        ).select_related("loaded_by")
    }
    area = area_of(municipality)
    return [
        LoadRow(
            load,
            _title(load.origin.source),
            format_number(Decimal(load.rows), 0),
            str(uploads[load.number].loaded_by) if load.number in uploads else "",
            uploads[load.number].pk if load.number in uploads else None,
        )
        for load in reversed(store().loads())
        if area_read_for(load) == area
    ]


def load_number_of(municipality: Municipality, number: int) -> Load | None:
    """The load of that number, if it was made for the municipality."""
    area = area_of(municipality)
    return next(
        (each for each in store().loads() if each.number == number and area_read_for(each) == area),
        None,
    )


def area_read_for(load: Load) -> str:
    """The municipality that a load was made for, as figures call it."""
    try:
        return str(json.loads(load.reading).get("area", ""))
    except (ValueError, AttributeError):
        return next((area for _series, area, _period in load.covers), "")


def _title(source_id: str) -> str:
    try:
        return source(source_id).title
    except UnknownSource:
        return source_id
