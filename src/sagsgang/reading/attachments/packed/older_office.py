"""Office's older files (.doc, .xls, .ppt), Outlook's messages (.msg), and objects in documents."""

from collections.abc import Iterator

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.office.beside import MACROS
from sagsgang.reading.attachments.packed.compound import Compound, Stream, loose_text
from sagsgang.reading.attachments.parts import BROKEN, LOCKED, UNKNOWN

_MAIN = {
    "WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt",
    "__properties_version1.0": "msg",
}  # fmt: skip
_LOOSE = "er i et ældre format (.{}): løs tekst er læst uden sted; gem filen i et nyere format"
_SUMMARIES = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")
_MESSAGE = {
    "0037": "emne", "0C1A": "afsender", "0C1F": "afsenders adresse", "0E04": "til", "0E03": "kopi",
    "0E02": "skjult kopi", "1000": "tekst", "3001": "modtager", "39FE": "modtagers adresse",
    "007D": "tekniske felter", "5D01": "afsenders adresse", "5D02": "afsenders adresse",
}  # fmt: skip
_FILE, _FILE_NAMES = "37010102", ("3707", "3704")
_SUB = "__substg1.0_"


def read_compound(data: bytes, found: Found) -> str:
    """Everything to be had from a file in the older container; its format, "ole" if unknown."""
    try:
        compound = Compound(data)
    except (ValueError, IndexError):
        found.problem(BROKEN)
        return "ole"
    names = [stream.path[-1] for stream in compound.streams]
    if "EncryptedPackage" in names:
        found.problem(LOCKED)
        return "ole"
    if any("VBA" in part or part == "Macros" for s in compound.streams for part in s.path):
        found.problem(MACROS)
    top = {stream.path[0] for stream in compound.streams}
    kind = next((known for name, known in _MAIN.items() if name in top), "ole")
    before = len(found.fragments)
    if kind == "msg":
        _read_message(compound, found)
    else:
        if kind != "ole":
            found.problem(_LOOSE.format(kind))
        for stream in compound.streams:
            _read_stream(compound, stream, found)
    if compound.is_cut:
        found.problem(BROKEN)
    elif kind == "ole" and len(found.fragments) == before:
        found.problem(UNKNOWN)
    return kind


def _read_stream(compound: Compound, stream: Stream, found: Found) -> None:
    name = stream.path[-1]
    if name in _MAIN:
        found.add(FragmentKind.TEXT, "teksten", _joined(compound.read(stream)))
    elif name in _SUMMARIES:
        found.add(FragmentKind.METADATA, "egenskaberne", _joined(compound.read(stream)))
    elif name == "\x01Ole10Native":
        native, content = _native(compound.read(stream))
        found.file(content, native, "indlejret fil")
    elif name in ("Package", "CONTENTS"):
        found.part(compound.read(stream), "", "indlejret fil")


def _read_message(compound: Compound, found: Found) -> None:
    """A message: its fields, then the files it carries, each in a folder of streams."""
    folders: dict[str, list[Stream]] = {}
    for stream in compound.streams:
        name = stream.path[-1]
        if len(stream.path) > 1 and stream.path[0].startswith("__attach"):
            folders.setdefault(stream.path[0], []).append(stream)
        elif name.startswith(_SUB) and name[len(_SUB) :][:4] in _MESSAGE:
            shown = _MESSAGE[name[len(_SUB) :][:4]]
            kind = FragmentKind.TEXT if shown == "tekst" else FragmentKind.METADATA
            found.add(kind, f"e-mailens {shown}", _decoded(name, compound.read(stream)))
    for streams in folders.values():
        called = _first(compound, streams)
        for stream in streams:
            if stream.path[-1] == f"{_SUB}{_FILE}":
                content = compound.read(stream)
                found.file(content, called, "vedhæftet fil", is_embedded=False)
            elif len(stream.path) > 2 and stream.path[-1][len(_SUB) :][:4] in _MESSAGE:
                text = _decoded(stream.path[-1], compound.read(stream))
                found.add(FragmentKind.TEXT, "vedhæftet e-mail", text)


def _first(compound: Compound, streams: list[Stream]) -> str:
    """What a carried file is called: by its long name, or else its short one."""
    for wanted in _FILE_NAMES:
        for stream in streams:
            if stream.path[-1].startswith(f"{_SUB}{wanted}"):
                return _decoded(stream.path[-1], compound.read(stream))
    return "uden navn"


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-16-le" if name.endswith("001F") else "cp1252"
    return data.decode(encoding, "replace").strip("\0")


def _native(data: bytes) -> tuple[str, bytes]:
    """The name and bytes of a file put into a document as it was."""
    names = data[6:].split(b"\0", 2)
    if len(names) < 3:
        return "", data[4:]
    name = names[0].decode("cp1252", "replace")
    # Behind the names stand four bytes, the path it once had, and the file, each with its length.
    place = len(data) - len(names[2]) + 4
    place += 4 + int.from_bytes(data[place : place + 4], "little")
    length = int.from_bytes(data[place : place + 4], "little")
    return name, data[place + 4 : place + 4 + length] or data[4:]


def _joined(data: bytes) -> str:
    return "\n".join(_once(loose_text(data)))


def _once(runs: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(runs))
