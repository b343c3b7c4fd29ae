"""A PDF file written by hand, with a text in every place a PDF file has."""

import zlib

from tests.attachments.making.planting import Bed

from sagsgang.minutes import FragmentKind as Kind


def said(text: str) -> bytes:
    """A text outside of pages, in UTF-16."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


def shown(text: str, x: int, y: int, before: str = "", size: float = 12) -> str:
    """Letters on a page."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q {before} BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET Q\n"


class Writer:
    """Objects in their order; `finish` puts the table of them behind."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, content: bytes) -> int:
        """The number of a new object."""
        self.objects.append(content)
        return len(self.objects)

    def stream(self, content: bytes, header: bytes = b"") -> int:
        """The number of a new stream, packed."""
        packed = zlib.compress(content)
        head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), header)
        return self.add(head + b"\nstream\n" + packed + b"\nendstream")

    def finish(self, root: int, info: int) -> bytes:
        """The file."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, content in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1, root, info, table,
        )  # fmt: skip
        return bytes(out)


def der(kind: int, content: bytes) -> bytes:
    """A value of ASN.1."""
    length = len(content)
    size = bytes([length]) if length < 128 else b"\x82" + length.to_bytes(2, "big")
    return bytes([kind]) + size + content


def pdf(bed: Bed, embedded: bytes) -> bytes:
    """The file: two pages, `embedded` within it, signed, and saved once more after a change."""
    plant = bed.plant
    writer = Writer()
    first, second = "side 1", "side 2"
    covered = "tekst under en udfyldt kasse"
    removed = plant(Kind.HIDDEN, "tidligere udgave 1 i filen, side 2")
    page = (
        shown("Overskrift", 50, 750)
        + shown(plant(Kind.TEXT, first), 50, 700)
        + shown("Navn: " + plant(Kind.COVERED, f"{first}, {covered}"), 50, 650)
        + "0 g 80 645 300 20 re f\n"
        + shown(plant(Kind.COVERED, f"{first}, {covered}"), 50, 600)
        + "1 g 40 595 300 20 re f\n"
        + shown(plant(Kind.HIDDEN, f"{first}, skrift i baggrundens farve"), 50, 550, "1 g")
        + "0.1 0.2 0.4 rg 40 495 300 20 re f\n"
        + shown(plant(Kind.TEXT, first), 50, 500, "1 g")
        + shown(plant(Kind.HIDDEN, f"{first}, usynlig skrift"), 50, 450, "3 Tr")
        + shown(plant(Kind.HIDDEN, f"{first}, meget lille skrift"), 50, 400, size=0.5)
        + shown(plant(Kind.HIDDEN, f"{first}, uden for siden"), 900, 400)
        + shown(plant(Kind.COVERED, f"{first}, {covered}"), 50, 350)
    )
    content = writer.stream(page.encode("cp1252"))
    before = writer.stream(shown(removed, 50, 700).encode("cp1252"))
    font = writer.add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    file_name = plant(Kind.EMBEDDED, "indlejret fil, navnet")
    file = writer.stream(embedded, b"/Type /EmbeddedFile")
    listed = writer.add(
        b"<< /Type /Filespec /F (fil.txt) /UF %s /EF << /F %d 0 R >> >>"
        % (said(f"{file_name}.txt"), file)
    )
    note = writer.add(
        b"<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /T %s /Contents %s >>"
        % (said("Ane Prøve"), said(plant(Kind.ANNOTATION, f"{first}, note 1 af Ane Prøve")))
    )
    entry = writer.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [300 600 320 620] /T (felt) /V %s >>"
        % said(plant(Kind.ANNOTATION, f"{first}, formularfelt 2"))
    )
    box = writer.add(
        b"<< /Type /Annot /Subtype /Square /Rect [40 345 400 365] /IC [0 0 0] /C [0 0 0] >>"
    )
    address = plant(Kind.LINK, f"{first}, link")
    link = writer.add(
        b"<< /Type /Annot /Subtype /Link /Rect [50 745 150 765] /A << /S /URI /URI "
        b"(https://example.dk/%s) >> >>" % address.encode()
    )
    who = plant(Kind.METADATA, "underskrift 1, certifikatet")
    certificate = der(0x30, der(0x30, der(0x06, b"\x55\x04\x03") + der(0x0C, who.encode())))
    reason = plant(Kind.METADATA, "underskrift 1, begrundelse")
    signed = writer.add(
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange "
        b"[0 1 2 3] /Reason %s /Contents <%s> >>" % (said(reason), certificate.hex().encode())
    )
    signature = writer.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /T (sig) /V %d 0 R >>" % signed
    )
    packet = (
        '<x:xmpmeta xmlns:x="x"><rdf:RDF xmlns:rdf="r"><rdf:Description xmlns:dc="d" '
        'xmlns:xmpMM="m" xmpMM:DocumentID="1"><dc:creator><rdf:Seq><rdf:li>'
        f"{plant(Kind.METADATA, 'egenskaben Forfatter (XMP)')}</rdf:li></rdf:Seq></dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    metadata = writer.stream(packet.encode(), b"/Type /Metadata /Subtype /XML")
    mark = writer.add(b"<< /Title %s /Parent 999 0 R >>" % said(plant(Kind.METADATA,
                                                                     "bogmærkerne")))  # fmt: skip
    marks = writer.add(b"<< /Type /Outlines /First %d 0 R /Last %d 0 R >>" % (mark, mark))
    pages = len(writer.objects) + 3
    head = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font " % pages
    head += b"<< /F1 %d 0 R >> >> " % font
    writer.add(
        head + b"/Contents %d 0 R /Annots [%d 0 R %d 0 R %d 0 R %d 0 R] >>"
        % (content, note, entry, box, link)
    )  # fmt: skip
    changed = writer.add(head + b"/Contents %d 0 R >>" % before)
    writer.add(b"<< /Type /Pages /Count 2 /Kids [%d 0 R %d 0 R] >>" % (changed - 1, changed))
    root = writer.add(
        b"<< /Type /Catalog /Pages %d 0 R /Metadata %d 0 R /Outlines %d 0 R /AcroForm << /Fields "
        b"[%d 0 R %d 0 R] >> /Names << /EmbeddedFiles << /Names [(fil) %d 0 R] >> /JavaScript << "
        b"/Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >> >>"
        % (pages, metadata, marks, entry, signature, listed)
    )
    info = writer.add(
        b"<< /Author %s /Title %s >>"
        % (
            said(plant(Kind.METADATA, "egenskaben Forfatter")),
            said(plant(Kind.METADATA, "egenskaben Titel")),
        )
    )
    last = shown(plant(Kind.TEXT, second), 50, 700).encode("cp1252")
    return saved_again(writer.finish(root, info), before, last, len(writer.objects), root)


def saved_again(data: bytes, number: int, content: bytes, count: int, root: int) -> bytes:
    """The file with a stream replaced, as programs do it: what was there stays in the file."""
    place = len(data)
    table = data.rfind(b"xref\n0 ")
    new = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        number, len(content), content,
    )  # fmt: skip
    trailer = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (number, place, count + 1, root, count, table, place + len(new))
    )
    return data + new + trailer
