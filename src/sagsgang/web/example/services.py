"""Filling an empty archive with the example, through the same door as everything else."""

from pathlib import Path

from sagsgang.web.archive.results import ImportResult
from sagsgang.web.archive.selectors import archive_is_empty
from sagsgang.web.archive.services import archive_import_many

MINUTES = Path(__file__).parent / "minutes"
#: Its own documents do not all say where they are from.
MUNICIPALITY = "Nørreskov Kommune"
_ENDINGS = (".txt", ".md", ".json", ".html")


def example_load() -> list[ImportResult]:
    """Import the example's documents when nothing was ever imported; otherwise do nothing."""
    if not archive_is_empty():
        return []
    files = (path for path in MINUTES.iterdir() if path.stem != "README")
    paths = sorted(path for path in files if path.suffix in _ENDINGS)
    return list(archive_import_many(paths=paths, municipality=MUNICIPALITY, is_example=True))
