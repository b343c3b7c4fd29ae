"""A kept file is read: it becomes a preview that somebody can say yes to, or it is refused."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from sagsgang.figures.sources import BadFile, Problem, Progress, source
from sagsgang.figures.sources.loading import known_load, origin_of, reading_key
from sagsgang.figures.sources.table import guess, layout_key
from sagsgang.figures.store import Staged, TwiceInFile, stage
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.figures.loading.storage import file_path
from sagsgang.web.figures.loading.told import preview_told, problems_told
from sagsgang.web.figures.models import RememberedMapping, Upload, UploadState
from sagsgang.web.figures.selectors import area_of, store

#: Files up to this are read while the person waits.
AT_ONCE = 1_000_000
#: Sources that tell the figures of every municipality.
_OF_ALL = ("jobindsats", "statbank")


def upload_read(pk: int, revision: int) -> None:
    """Read the file; again does nothing. What it finds stands in its row."""
    upload = (
        Upload.objects.filter(pk=pk, revision=revision, state=UploadState.WAITING)
        .select_related("municipality")
        .first()
    )
    if upload is None:
        return
    told: dict[str, Any] = {"share": 100, "problems": [], "problem_count": 0}
    try:
        layout, mapping = _mapping(upload)
        told |= {"layout": layout, "mapping": mapping}
        upload.mapping = mapping
        told |= {"preview": _read(upload), "state": UploadState.READY}
    except BadFile as bad:
        told |= {
            "state": UploadState.REFUSED,
            "problems": problems_told(bad),
            "problem_count": bad.count,
        }
    except TwiceInFile as error:
        told |= {
            "state": UploadState.REFUSED,
            "problems": problems_told(BadFile([Problem(str(error))])),
            "problem_count": 1,
        }
    Upload.objects.filter(pk=pk, revision=revision, state=UploadState.WAITING).update(**told)


def _mapping(upload: Upload) -> tuple[str, dict[str, Any]]:
    """The file's layout, and the mapping: the one that was chosen, else the remembered one."""
    try:
        layout = layout_key(guess(file_path(upload.sha256)).names)
    except BadFile:
        return "", upload.mapping
    remembered = RememberedMapping.objects.filter(
        municipality=upload.municipality, source=upload.source, layout=layout
    ).first()
    chosen = {name: told for name, told in upload.mapping.items() if told}
    return layout, (dict(remembered.mapping) if remembered else {}) | chosen


def _read(upload: Upload) -> dict[str, Any]:
    path, area = file_path(upload.sha256), area_of(upload.municipality)
    with stage() as staged:
        reading = source(upload.source).read(
            path, staged, area=area, mapping=upload.mapping, on_progress=_progress(upload)
        )
        _refuse_what_others_tell(upload, staged)
        told = preview_told(reading, store().preview(staged, _origin(upload, reading)), staged.rows)
    known = known_load(store(), _origin(upload, reading), reading_key(area, upload.mapping))
    return told | {
        "known": known.number if known else None,
        "mapping": reading.mapping,
    }


def upload_add(upload: Upload, at: datetime) -> tuple[int | None, dict[str, Any]]:
    """Add the file to the store as its preview was said yes to: the number of the load, and the
    preview. No number when what is known has changed since: then somebody must look again. Raises
    BadFile and TwiceInFile.
    """
    path, area = file_path(upload.sha256), area_of(upload.municipality)
    with stage() as staged:
        reading = source(upload.source).read(
            path, staged, area=area, mapping=upload.mapping, on_progress=_progress(upload)
        )
        _refuse_what_others_tell(upload, staged)
        origin, key = _origin(upload, reading), reading_key(area, upload.mapping)
        seen = preview_told(reading, store().preview(staged, origin), staged.rows)
        known = known_load(store(), origin, key)
        seen |= {"known": known.number if known else None, "mapping": reading.mapping}
        agreed = {name: told for name, told in upload.preview.items() if name != "known"}
        if (
            known is None
            and {name: told for name, told in seen.items() if name != "known"} != agreed
        ):
            return None, seen
        load = store().add(staged, origin, at=at, reading=key, is_confirmed=True)
    return load.number, seen


def _refuse_what_others_tell(upload: Upload, staged: Staged) -> None:
    """Another municipality of this website tells its own figures; only a national service tells
    those of all. Raises BadFile.
    """
    if upload.source in _OF_ALL:
        return
    areas = {
        area for (area,) in staged.database.execute("SELECT DISTINCT area FROM staged").fetchall()
    }
    others = Municipality.objects.exclude(pk=upload.municipality_id).exclude(name="")
    problems = [
        Problem(f"Filen har tal for {each}, som indlæser sine egne her", "Slet de rækker i filen.")
        for each in others
        if area_of(each) in areas
    ]
    if problems:
        raise BadFile(problems)


def _origin(upload: Upload, reading: Any) -> Any:
    return origin_of(
        file_path(upload.sha256),
        upload.source,
        reading,
        at=upload.uploaded_at,
        file_name=upload.file_name,
    )


def _progress(upload: Upload) -> Progress:
    """Writes how far the reading is, each time it is five percent further."""
    last = {"share": 0}

    def tell(share: float, _words: str) -> None:
        percent = int(100 * share)
        if percent >= last["share"] + 5 and upload.size > AT_ONCE:
            last["share"] = percent
            Upload.objects.filter(pk=upload.pk).update(share=percent)

    return tell


def now() -> datetime:
    """The moment of a load."""
    return timezone.now()
