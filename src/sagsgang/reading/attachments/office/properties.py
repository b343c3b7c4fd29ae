"""The properties of an office file, by the names its programs show them under."""

from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found, quoted

_SHOWN = {
    "creator": "Forfatter", "initial-creator": "Forfatter", "lastModifiedBy": "Sidst gemt af",
    "printed-by": "Sidst udskrevet af", "title": "Titel", "subject": "Emne",
    "description": "Kommentarer", "keywords": "Mærker", "keyword": "Mærker",
    "category": "Kategori", "contentStatus": "Status", "Manager": "Leder", "Company": "Firma",
    "Template": "Skabelon", "HyperlinkBase": "Linkgrundlag", "TitlesOfParts": "Indhold",
}  # fmt: skip
#: What programs count, and what no person wrote.
_COUNTED = frozenset({
    "AppVersion", "Application", "Characters", "CharactersWithSpaces", "DocSecurity",
    "HiddenSlides", "HyperlinksChanged", "Lines", "LinksUpToDate", "MMClips", "Notes", "Pages",
    "Paragraphs", "PresentationFormat", "ScaleCrop", "SharedDoc", "Slides", "TotalTime", "Words",
    "HeadingPairs", "created", "creation-date", "date", "editing-cycles", "editing-duration",
    "generator", "lastPrinted", "modified", "print-date", "revision", "version",
})  # fmt: skip
_HOLDS = frozenset({"Properties", "coreProperties", "document-meta", "meta", "cp"})


class Properties:
    """Takes a part of properties: those of the file itself, and those its users added."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.names: list[str] = []
        self.text: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("property", "user-defined"):
            name = f"«{quoted(attribute(attributes, 'name'))}»"
        elif name == "template":
            self.text.append(f"{attribute(attributes, 'title')} {attribute(attributes, 'href')}")
        self.names.append(name)

    def end(self, name: str) -> None:
        text = " ".join("".join(self.text).split())
        self.text = []
        path = [known for known in self.names if known not in _HOLDS]
        self.names.pop()
        if text and path and path[0] not in _COUNTED:
            title = "Skabelon" if path[0] == "template" else _SHOWN.get(path[0], path[0])
            self.found.add(FragmentKind.METADATA, f"egenskaben {title}", text)

    def data(self, text: str) -> None:
        self.text.append(text)
