"""Pictures, e-mails, web pages and plain files with a text in every place they have."""

import struct
import zlib
from base64 import b64encode

from tests.attachments.making.planting import Bed

from sagsgang.minutes import FragmentKind as Kind

_XMP = (
    '<x:xmpmeta xmlns:x="x"><rdf:RDF xmlns:rdf="r"><rdf:Description xmlns:p="p" '
    'p:Credit="{}"/></rdf:RDF></x:xmpmeta>'
)


def exif(texts: dict[int, str], *, with_position: bool = True) -> bytes:
    """TIFF's directory with texts by their tags, and a position."""
    entries = [(tag, 2, text.encode() + b"\0") for tag, text in sorted(texts.items())]
    count = len(entries) + with_position
    behind = 8 + 2 + 12 * count + 4
    directory, values = b"", b""
    for tag, kind, content in entries:
        place = behind + len(values)
        kept = content.ljust(4, b"\0") if len(content) <= 4 else struct.pack("<I", place)
        directory += struct.pack("<HHI", tag, kind, len(content)) + kept
        values += b"" if len(content) <= 4 else content
    if with_position:
        place = behind + len(values)
        directory += struct.pack("<HHII", 0x8825, 4, 1, place)
        values += struct.pack("<H", 4)
        far = place + 2 + 4 * 12 + 4
        values += struct.pack("<HHI", 1, 2, 2) + b"N\0\0\0"
        values += struct.pack("<HHII", 2, 5, 3, far)
        values += struct.pack("<HHI", 3, 2, 2) + b"E\0\0\0"
        values += struct.pack("<HHII", 4, 5, 3, far + 24) + b"\0\0\0\0"
        values += struct.pack("<6I", 56, 1, 30, 1, 0, 1) + struct.pack("<6I", 10, 1, 15, 1, 0, 1)
    return b"II*\0" + struct.pack("<IH", 8, count) + directory + b"\0\0\0\0" + values


def jpeg(bed: Bed, where: str = "") -> bytes:
    """A picture with EXIF, XMP, IPTC and a remark; `where` is what stands before its places."""
    plant = bed.plant

    def segment(kind: int, content: bytes) -> bytes:
        return b"\xff" + bytes([kind]) + struct.pack(">H", len(content) + 2) + content

    fields = {
        0x010E: plant(Kind.METADATA, f"{where}egenskaben Billedbeskrivelse (EXIF)"),
        0x013B: plant(Kind.METADATA, f"{where}egenskaben Kunstner (EXIF)"),
    }
    caption = plant(Kind.METADATA, f"{where}egenskaben Billedtekst (IPTC)").encode()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    packet = _XMP.format(plant(Kind.METADATA, f"{where}egenskaben Credit (XMP)")).encode()
    remark = plant(Kind.METADATA, f"{where}billedets oplysning «bemærkning»").encode()
    return (
        b"\xff\xd8"
        + segment(0xE1, b"Exif\0\0" + exif(fields))
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)
        + segment(0xED, b"Photoshop 3.0\0" + resource + b"\0" * (len(resource) % 2))
        + segment(0xFE, remark)
        + b"\xff\xda\0\2\xff\xd9"
    )


def png(bed: Bed) -> bytes:
    """A picture with texts, plain and packed."""
    plant = bed.plant

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    plain = plant(Kind.METADATA, "billedets oplysning «Author»").encode()
    packed = zlib.compress(plant(Kind.METADATA, "billedets oplysning «Comment»").encode())
    wide = plant(Kind.METADATA, "billedets oplysning «Title»").encode()
    fields = exif({0x013B: plant(Kind.METADATA, "egenskaben Kunstner (EXIF)")}, with_position=False)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"tEXt", b"Author\0" + plain)
        + chunk(b"zTXt", b"Comment\0\0" + packed)
        + chunk(b"iTXt", b"Title\0\0\0\0\0" + wide)
        + chunk(b"eXIf", fields)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def tiff(bed: Bed) -> bytes:
    """A picture that is nothing but its fields."""
    kind = Kind.METADATA
    return exif({0x010D: bed.plant(kind, "egenskaben Dokumentnavn (EXIF)")})


def web_page(bed: Bed) -> bytes:
    """A page with a remark in its code, hidden parts and a description."""
    plant = bed.plant
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="author" content="'
        f'{plant(Kind.METADATA, "siden, egenskaben author")}"></head><body><p>'
        f"{plant(Kind.TEXT, 'siden')}</p><!-- {plant(Kind.COMMENT, 'siden, kommentar 1 i koden')} "
        f'--><div style="display: none"><p>{plant(Kind.HIDDEN, "siden, skjult")}</p></div>'
        f'<img alt="{plant(Kind.METADATA, "siden, alternativ tekst")}"><a href="mailto:'
        f'{plant(Kind.LINK, "siden, link")}@example.dk">her</a></body></html>'
    ).encode()


def mail(bed: Bed, carried: bytes) -> bytes:
    """An e-mail with a hidden copy, and a file."""
    plant = bed.plant
    lines = [
        f"From: {plant(Kind.METADATA, 'e-mailens felt Fra')} <a@example.dk>",
        "To: b@example.dk",
        f"Bcc: {plant(Kind.METADATA, 'e-mailens felt Skjult kopi')} <c@example.dk>",
        "Subject: Sag", "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="skel"', "", "--skel",
        "Content-Type: text/plain; charset=utf-8", "",
        "Hej", plant(Kind.TEXT, "teksten, linje 2"), "--skel",
        "Content-Type: application/octet-stream", "Content-Transfer-Encoding: base64",
        'Content-Disposition: attachment; filename="liste.txt"', "",
        b64encode(
            carried.replace(
                b"{}",
                plant(Kind.TEXT, "vedhæftet fil «liste.txt», teksten, linje 2").encode(),
            )
        ).decode(),
        "--skel--", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def sheet_of_text(bed: Bed) -> bytes:
    """A CSV file with semicolons."""
    text = bed.plant(Kind.TEXT, "arket, celle B3")
    return f'Navn;Beløb\nA;1\n"B;C";{text}\n'.encode("cp1252")


def plain(bed: Bed) -> bytes:
    """A text file."""
    return f"Første linje\n\n{bed.plant(Kind.TEXT, 'teksten, linje 3')}\n".encode()


def rich_text(bed: Bed) -> bytes:
    """An RTF file with hidden letters and properties."""
    plant = bed.plant
    return (
        r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\info{\author "
        + plant(Kind.METADATA, "egenskaberne")
        + r"}}\pard S\'e6tning "
        + plant(Kind.TEXT, "brødteksten")
        + r"\par{\v "
        + plant(Kind.HIDDEN, "skjult tekst")
        + r"}\par}"
    ).encode("cp1252")
