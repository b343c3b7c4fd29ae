"""Where a file that is only checked is kept: in the data folder, at a secret key, for one day."""

import re
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from sagsgang.checking.finding import Report
from sagsgang.minutes import Minutes
from sagsgang.web.archive.packing import json_to_show, pack_json
from sagsgang.web.archive.reader import ReadFile

KEPT_FOR = timedelta(days=1)
#: What a key looks like; nothing else is ever looked up as a file name.
KEY = r"[A-Za-z0-9_-]{32}"
_KEY_BYTES = 24
_ENDING = ".checked"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """`read` is None when no agenda item was found in the text; then `reports` has what was found
    in the file as an attachment, by language. `until` is when it is thrown away.
    """

    key: str
    name: str
    sha256: str
    read: ReadFile | None
    text: str
    until: datetime
    reports: Mapping[str, Report] = field(default_factory=dict)


def checked_save(
    name: str,
    sha256: str,
    read: ReadFile | None,
    text: str,
    reports: Mapping[str, Report] | None = None,
) -> CheckedFile:
    """Keep what was read for a day. Whoever has the new key may see it; nobody can guess it."""
    checked_sweep()
    key = secrets.token_urlsafe(_KEY_BYTES)
    until = datetime.now(UTC) + KEPT_FOR
    content = pack_json(
        {
            "name": name,
            "sha256": sha256,
            "until": until.isoformat(),
            "text": text,
            "minutes": read.minutes.as_json() if read else None,
            "report": read.report.as_json(with_verified=True) if read else None,
            "reports": {each: report.as_json() for each, report in (reports or {}).items()},
        }
    )
    path = _path(key)
    draft = path.with_suffix(".draft")
    draft.write_bytes(content)
    draft.rename(path)
    return CheckedFile(key, name, sha256, read, text, until, reports or {})


def checked_load(*, key: str) -> CheckedFile | None:
    """What is kept at a key; None when there is nothing, or its day is over."""
    checked_sweep()
    if not re.fullmatch(KEY, key):
        return None
    try:
        data: dict[str, Any] = json_to_show(_path(key).read_bytes())
    except FileNotFoundError:
        return None
    until = datetime.fromisoformat(data["until"])
    if until <= datetime.now(UTC):
        return None
    read = None
    if data["minutes"] is not None:
        minutes = Minutes.model_validate(data["minutes"])
        read = ReadFile(minutes, data["text"], Report.model_validate(data["report"]))
    kept = data.get("reports", {})  # not there in files of an older version
    reports = {each: Report.model_validate(report) for each, report in kept.items()}
    return CheckedFile(key, data["name"], data["sha256"], read, data["text"], until, reports)


def checked_sweep() -> None:
    """Throw away what is older than a day, drafts of a crashed process included."""
    oldest = time.time() - KEPT_FOR.total_seconds()
    for path in _folder().iterdir():
        with suppress(FileNotFoundError):  # another process sweeps too
            if path.stat().st_mtime < oldest:
                path.unlink()


def _folder() -> Path:
    folder = Path(settings.SAGSGANG_DATA) / "checked"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _path(key: str) -> Path:
    return _folder() / f"{key}{_ENDING}"
