"""One attachment: which format its bytes are in, and what is read of it."""

import hashlib
import posixpath

from sagsgang.minutes import Attachment
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.opendocument import read_opendocument
from sagsgang.reading.attachments.packed.archive import read_archive
from sagsgang.reading.attachments.packed.compound import SIGNATURE
from sagsgang.reading.attachments.packed.mail import is_mail, read_mail
from sagsgang.reading.attachments.packed.older_office import read_compound
from sagsgang.reading.attachments.parts import BROKEN, UNKNOWN, Parts
from sagsgang.reading.attachments.pdf import read_pdf
from sagsgang.reading.attachments.pictures import picture_format, read_picture
from sagsgang.reading.attachments.plain.rich_text import read_rich_text
from sagsgang.reading.attachments.plain.text import delimiter_of, read_csv, read_text
from sagsgang.reading.attachments.plain.web_page import read_web_page
from sagsgang.reading.attachments.slides import read_slides
from sagsgang.reading.attachments.word import read_word
from sagsgang.reading.attachments.workbook import read_workbook
from sagsgang.reading.canonical import Unreadable
from sagsgang.reading.formats.pdf import is_pdf
from sagsgang.reading.formats.text import decode
from sagsgang.reading.formats.web_page import is_web_page

UNFORESEEN = "har et indhold, læseren ikke er forberedt på; kun en del er læst"
#: Larger files are named, not read.
MAX_SIZE = 200_000_000
_ODF = (b"opendocument.text", b"opendocument.spreadsheet", b"opendocument.presentation")
_ODF_FORMATS = dict(zip(_ODF, ("odt", "ods", "odp"), strict=True))
#: The endings that each format goes by; others say that a file was renamed, or is not what it says.
_ENDINGS = {
    "pdf": ("pdf",), "docx": ("docx", "docm", "dotx", "dotm"), "doc": ("doc", "dot"),
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm", "xlsb"), "xls": ("xls", "xlt"), "ppt": ("ppt", "pps"),
    "pptx": ("pptx", "pptm", "ppsx", "potx"), "odt": ("odt", "ott"), "ods": ("ods", "ots"),
    "odp": ("odp", "otp"), "jpeg": ("jpg", "jpeg", "jpe"), "png": ("png",), "gif": ("gif",),
    "tiff": ("tif", "tiff"), "webp": ("webp",), "rtf": ("rtf", "doc"), "msg": ("msg",),
    "eml": ("eml",), "zip": ("zip",), "html": ("html", "htm", "xls", "doc"), "csv": ("csv", "tsv"),
}  # fmt: skip
_KNOWN = {ending for endings in _ENDINGS.values() for ending in endings}
_ARCHIVES = {
    b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", b"\x1f\x8b": "gz", b"BZh": "bz2",
    b"\xfd7zXZ\0": "xz", b"MZ": "exe",
}  # fmt: skip


def read_attachment(data: bytes, name: str) -> Attachment:
    """Everything that can be read in a file; never raises: what is not read is a problem.

    `name` is the file's own, with its ending. Nothing is fetched, and nothing is written anywhere.
    """
    found = Found(read_into)
    kind, pages = read_into(data, name, found)
    return Attachment(
        name,
        hashlib.sha256(data).hexdigest(),
        kind,
        tuple(found.fragments),
        tuple(found.problems),
        pages,
        tuple(found.grids),
    )


def read_into(data: bytes, name: str, found: Found) -> tuple[str, int | None]:
    """Reads a file, maybe within another; its format and its pages."""
    if len(data) > MAX_SIZE:
        found.problem(f"er større end {MAX_SIZE // 1_000_000} MB og er ikke læst")
        return "", None
    if not data.strip(b"\0 \t\r\n"):
        found.problem("er tom")
        return "", None
    try:
        kind, pages = _read(data, name, found)
    except Unreadable as why:
        found.problem(str(why))
        return "", None
    except (MemoryError, RecursionError):
        found.problem("kan ikke læses inden for rimelige grænser")
        return "", None
    except Exception:  # One file that nobody foresaw must not keep the others from being read.
        found.problem(UNFORESEEN)
        return "", None
    _name_wrong_ending(name, kind, found)
    return kind, pages


def _read(data: bytes, name: str, found: Found) -> tuple[str, int | None]:
    if is_pdf(data):
        return "pdf", read_pdf(data, found)
    if data.startswith(b"PK"):
        return _read_zipped(data, found)
    if data.startswith(SIGNATURE):
        return read_compound(data, found), None
    if kind := picture_format(data):
        read_picture(data, found)
        return kind, None
    if data.startswith(b"{\\rtf"):
        read_rich_text(data, found)
        return "rtf", None
    for signature, ending in _ARCHIVES.items():
        if data.startswith(signature):
            found.problem(f"er i et format, der ikke læses (.{ending})")
            return ending, None
    if is_mail(data):
        read_mail(data, found)
        return "eml", None
    return _read_plain(data, name, found), None


def _read_plain(data: bytes, name: str, found: Found) -> str:
    try:
        text = decode(data)
    except Unreadable:
        found.problem(UNKNOWN)
        return ""
    if is_web_page(data):
        read_web_page(text, found)
        return "html"
    is_csv = _ending(name) in ("csv", "tsv")
    if is_csv and (delimiter := delimiter_of(text)):
        read_csv(text, delimiter, found)
        return "csv"
    read_text(text, found)
    return "csv" if is_csv else "txt"


def _read_zipped(data: bytes, found: Found) -> tuple[str, int | None]:
    try:
        parts = Parts(data, found)
    except Unreadable as why:
        found.problem(str(why))
        return "zip", None
    names = parts.names
    if "mimetype" in names and "content.xml" in names:
        kind = parts.bytes_of("mimetype") or b""
        known = next((form for word, form in _ODF_FORMATS.items() if word in kind), "odf")
        return known, read_opendocument(parts, found)
    if "[Content_Types].xml" in names or "_rels/.rels" in names:
        folders = {posixpath.dirname(name).split("/")[0] for name in names}
        if "word" in folders:
            read_word(parts, found)
            return "docx", None
        if "xl" in folders:
            return "xlsx", read_workbook(parts, found)
        if "ppt" in folders:
            return "pptx", read_slides(parts, found)
    if not names:
        found.problem(BROKEN)
    read_archive(parts, found)
    return "zip", None


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _name_wrong_ending(name: str, kind: str, found: Found) -> None:
    ending = _ending(name)
    if kind in _ENDINGS and ending in _KNOWN and ending not in _ENDINGS[kind]:
        found.problem(f"navnet slutter på .{ending}, men indholdet er .{_ENDINGS[kind][0]}")
