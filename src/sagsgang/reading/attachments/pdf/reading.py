"""A PDF file as an attachment: its pages, here or in a process apart, and what PDFium misses."""

import re
import zlib
from collections.abc import Iterator

from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.parts import BROKEN, LOCKED
from sagsgang.reading.attachments.pdf.taken import Taken
from sagsgang.reading.attachments.pictures.tiff import read_tiff
from sagsgang.reading.attachments.pictures.xmp import read_xmp
from sagsgang.reading.canonical import Unreadable
from sagsgang.reading.formats.pdf.apart import run_apart
from sagsgang.reading.formats.pdf.suspicion import is_suspicious

_METADATA = re.compile(rb"/Type\s*/Metadata\b")
_STREAM = re.compile(rb"stream\r?\n")
_EXIF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)")
_MOST_PACKETS = 50
_MOST_PICTURES = 200
_LONGEST = 5_000_000
_EXIF_SIZE = 65_536


def read_pdf(data: bytes, found: Found) -> int | None:
    """Everything in a PDF file; how many pages it has, None when they cannot be read."""
    try:
        taken = _apart(data) if is_suspicious(data) else _here(data)
    except Unreadable as why:
        found.problem(LOCKED if "adgangskode" in str(why) else _reason(why))
        taken = Taken()
    for kind, where, text in taken.texts:
        found.add(kind, where, text)
    for problem in taken.problems:
        found.problem(problem)
    for where, lines in taken.tables:
        found.grid(where, [line.split("\t") for line in lines])
    for packet in _packets(data):
        read_xmp(packet, found)
    for match, _ in zip(_EXIF.finditer(data), range(_MOST_PICTURES), strict=False):
        read_tiff(data[match.end() : match.end() + _EXIF_SIZE], found)
    for name, content in taken.files:
        found.file(content, name, "indlejret fil")
    return taken.pages or None


def _reason(why: Unreadable) -> str:
    text = str(why)
    return BROKEN if "beskadiget" in text else f"er ikke læst: {text}"


def _here(data: bytes) -> Taken:
    # PDFium takes a while to load; bundles without a PDF file do without it.
    from sagsgang.reading.attachments.pdf.document import take

    return take(data)


def _apart(data: bytes) -> Taken:
    return Taken.from_json(run_apart(data, "sagsgang.reading.attachments.pdf.document:as_json"))


def _packets(data: bytes) -> Iterator[bytes]:
    """The metadata streams of a file, unpacked; what is written plainly is found as it stands."""
    yield data
    for match, _ in zip(_METADATA.finditer(data), range(_MOST_PACKETS), strict=False):
        begin = _STREAM.search(data, match.end(), match.end() + 1_000)
        header = data[max(0, match.start() - 500) : begin.end()] if begin else b""
        if begin is None or b"/Fl" not in header:
            continue
        try:
            yield zlib.decompressobj().decompress(data[begin.end() :], _LONGEST)
        except zlib.error:
            continue
