"""XMP: properties as XML, in pictures and PDF files alike."""

from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import stream
from sagsgang.reading.attachments.found import Found

_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_MOST_PACKETS = 50
_LONGEST = 5_000_000
_LISTS = frozenset({"li", "Alt", "Bag", "Seq", "Description", "RDF", "xmpmeta"})
_SHOWN = {"creator": "Forfatter", "title": "Titel", "description": "Beskrivelse", "subject": "Emne"}
#: Ids, times and programs: what no person wrote.
_COUNTED = frozenset({
    "about", "CreateDate", "ModifyDate", "MetadataDate", "DocumentID", "InstanceID", "format",
    "OriginalDocumentID", "xmptk", "instanceID", "when", "softwareAgent", "action", "changed",
    "parseType", "lang", "part", "conformance", "CreatorTool", "Producer", "trapped", "Trapped",
    "documentID", "originalDocumentID", "amd", "corr", "PDFVersion", "resource",
})  # fmt: skip


def read_xmp(data: bytes, found: Found) -> None:
    """Every XMP packet in `data`."""
    place = data.find(_BEGIN)
    for _ in range(_MOST_PACKETS):
        if place < 0:
            return
        end = data.find(_END, place)
        end = len(data) if end < 0 else end + len(_END)
        stream([data[place : min(end, place + _LONGEST)]], _Packet(found), found, "XMP")
        place = data.find(_BEGIN, end)


class _Packet:
    """Takes one packet."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.names: list[str] = []
        self.text: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.names.append(name)
        self.text = []
        for key, text in attributes.items():
            if not key.startswith(("xmlns", "rdf:", "xml:")):
                self._add(key.rpartition(":")[2], text)

    def end(self, name: str) -> None:
        text = "".join(self.text).strip()
        self.text = []
        named = [known for known in self.names if known not in _LISTS]
        self.names.pop()
        if named:
            self._add(named[-1], text)

    def data(self, text: str) -> None:
        self.text.append(text)

    def _add(self, name: str, text: str) -> None:
        if name not in _COUNTED:
            where = f"egenskaben {_SHOWN.get(name, name)} (XMP)"
            self.found.add(FragmentKind.METADATA, where, text)
