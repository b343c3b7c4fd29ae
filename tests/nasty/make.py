"""Makes the nasty files, the same each time: `python -m tests.nasty.make FOLDER`."""

import sys
from pathlib import Path

from tests.nasty import office_files, page_files, pdf_files, text_files
from tests.nasty.nasty_file import Nasty

FILES: dict[str, Nasty] = {
    **office_files.FILES,
    **page_files.FILES,
    **text_files.FILES,
    **pdf_files.FILES,
}


def make_all(folder: Path) -> None:
    """Writes every file into `folder` under its own title, without a suffix to tell its kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for title, nasty in FILES.items():
        (folder / title).write_bytes(nasty.make())


if __name__ == "__main__":
    make_all(Path(sys.argv[1]))
