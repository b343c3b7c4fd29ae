"""What a picture leaves in the text: its description, when somebody wrote one."""

import re

from sagsgang.reading.formats.flow import fold

_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|bmp|tiff?|webp|emf|wmf)\W*$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:et |en |an? )?(?:billede|foto|image|picture|img|ikon|icon|logo|graphic|grafik|figur|"
    r"chart|diagram|skærmbillede|screenshot|clip_image)?[\s\d_.:-]*$",
    re.IGNORECASE,
)
_MADE_BY_MACHINE = re.compile(
    r"(?:automatisk genereret|automatically generated|AI-genereret|AI-generated)", re.IGNORECASE
)


def picture_line(description: str | None) -> str:
    """The line a picture leaves; "" for file names, single words for a picture, and machines'."""
    text = fold(description or "")
    if _FILE_NAME.search(text) or _SAYS_NOTHING.match(text) or _MADE_BY_MACHINE.search(text):
        return ""
    return f"[billede: {text}]"
