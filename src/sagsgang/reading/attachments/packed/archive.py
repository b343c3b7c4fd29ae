"""Zip archives: each file in them as if it lay in the folder, within bounds."""

from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.parts import Parts

_MOST = 500


def read_archive(parts: Parts, found: Found) -> None:
    """The files of an archive, in its order."""
    names = [name for name in parts.names if not name.endswith("/")]
    if len(names) > _MOST:
        found.problem(f"indeholder {len(names)} filer: de første {_MOST} er læst")
    for name in names[:_MOST]:
        if "__MACOSX/" in name or name.endswith(".DS_Store"):
            continue
        data = parts.bytes_of(name)
        if data:
            found.file(data, name, "filen", is_embedded=False)
