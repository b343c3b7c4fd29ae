"""Texts planted in files, and where a reader has to find each of them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sagsgang.minutes import FragmentKind


@dataclass(frozen=True)
class Planted:
    """A text that stands in one place of a file; `where` is what a secretary is told."""

    text: str
    kind: FragmentKind
    where: str


@dataclass
class Bed:
    """What is planted in one file; `text_of` gives the text that is planted at a number.

    The numbers count through the whole bundle, so that every place has a text of its own.
    """

    text_of: Callable[[int], str]
    number: int = 0
    planted: list[Planted] = field(default_factory=list)

    def plant(self, kind: FragmentKind, where: str) -> str:
        """A text for this place, to be written there."""
        self.number += 1
        text = self.text_of(self.number)
        self.planted.append(Planted(text, kind, where))
        return text


@dataclass(frozen=True)
class Made:
    """A file with what is planted in it, and the problems that have to be named."""

    name: str
    data: bytes
    format: str
    planted: tuple[Planted, ...] = ()
    problems: tuple[str, ...] = ()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2025, 3, 4, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{_KINDS}"'
)


def relations(*listed: str) -> str:
    """A part of relations, each as "id kind target", or "id kind target External"."""
    lines = []
    for entry in listed:
        name, kind, target, *mode = entry.split(" ")
        outside = ' TargetMode="External"' if mode else ""
        lines.append(
            f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"{outside}/>'
        )
    return f"<Relationships>{''.join(lines)}</Relationships>"


def properties(bed: Bed) -> dict[str, str]:
    """The properties that Office's programs keep, each with a text planted."""
    kind = FragmentKind.METADATA
    return {
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>'
            f"{bed.plant(kind, 'egenskaben Forfatter')}</dc:creator><cp:lastModifiedBy>"
            f"{bed.plant(kind, 'egenskaben Sidst gemt af')}</cp:lastModifiedBy>"
            "<cp:revision>7</cp:revision></cp:coreProperties>"
        ),
        "docProps/app.xml": (
            "<Properties><Application>Et program</Application><Pages>3</Pages><Manager>"
            f"{bed.plant(kind, 'egenskaben Leder')}</Manager></Properties>"
        ),
        "docProps/custom.xml": (
            '<Properties xmlns:vt="vt"><property name="Journal"><vt:lpwstr>'
            f"{bed.plant(kind, 'egenskaben «Journal»')}</vt:lpwstr></property></Properties>"
        ),
        "customXml/item1.xml": (
            f"<data><navn>{bed.plant(kind, 'skjulte oplysninger 1 (customXml)')}</navn></data>"
        ),
    }
