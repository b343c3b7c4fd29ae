"""A Word document with a text in every place Word has."""

from tests.attachments.making.planting import OFFICE, Bed, properties, relations, zipped

from sagsgang.minutes import FragmentKind as Kind


def p(inner: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of letters."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def word(bed: Bed, embedded: bytes, picture: bytes) -> bytes:
    """The document; `embedded` is a file within it, `picture` one it shows."""
    plant = bed.plant
    under = "under «Økonomi»"
    inserted = plant(Kind.TRACKED_CHANGE, f"{under}, ændring 1: indsættelse af Ane Prøve")
    removed = plant(Kind.TRACKED_CHANGE, f"{under}, ændring 2: sletning af Bo Prøve")
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
        "</wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    cell = plant(Kind.TEXT, f"tabel 1 ({under}), celle B2")
    table = (
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc>"
        "<w:tc>{}</w:tc></w:tr></w:tbl>"
    ).format(*(p(r(text)) for text in ("Navn", "Beløb", "I alt", cell)))
    said = plant(Kind.METADATA, f"{under}, alternativ tekst til billede")
    body = [
        p(r(plant(Kind.TEXT, "brødteksten"))),
        p(r("Økonomi"), '<w:pStyle w:val="Overskrift1"/>'),
        p(r(plant(Kind.TEXT, under)) + r(plant(Kind.HIDDEN, f"{under}, skjult tekst"),
                                         "<w:vanish/>")),
        p(r(plant(Kind.HIDDEN, f"{under}, skjult tekst"), '<w:rStyle w:val="Skjult"/>')),
        p(r(plant(Kind.HIDDEN, f"{under}, hvid skrift"), '<w:color w:val="FFFFFF"/>')),
        p(r(plant(Kind.HIDDEN, f"{under}, meget lille skrift"), '<w:sz w:val="2"/>')),
        p(r("Der er ") + f'<w:ins w:author="Ane Prøve">{r(inserted)}</w:ins>'
          f'<w:del w:author="Bo Prøve"><w:r><w:delText>{removed}</w:delText></w:r></w:del>'),
        p(box.format(p(r(plant(Kind.TEXT, under))))),
        table,
        p(f'<w:r><w:drawing><wp:docPr id="1" descr="{said}"/></w:drawing></w:r>'),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE '
          '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD '
          f"{plant(Kind.HIDDEN, f'{under}, feltkode')}</w:instrText></w:r>"
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>'
          '<w:fldChar w:fldCharType="end"/></w:r>'),
    ]  # fmt: skip
    link = plant(Kind.LINK, "link 1")
    template = plant(Kind.LINK, "eksternt link 2")
    file_name = plant(Kind.EMBEDDED, "indlejret fil, navnet")
    return zipped({
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {OFFICE}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            "r1 styles styles.xml", "r2 comments comments.xml", "r3 header header1.xml",
            "r4 footer footer1.xml", "r5 footnotes footnotes.xml", "r6 settings settings.xml",
            f"r7 hyperlink https://example.dk/{link} External",
        ),
        "word/_rels/settings.xml.rels": relations(
            f"r1 attachedTemplate file:///P:/{template}/skabelon.dotx External"
        ),
        "word/styles.xml": (
            f'<w:styles {OFFICE}><w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/>'
            '</w:style><w:style w:styleId="Skjult"><w:name w:val="Gemt"/><w:rPr><w:vanish/></w:rPr>'
            "</w:style></w:styles>"
        ),
        "word/comments.xml": (
            f'<w:comments {OFFICE}><w:comment w:id="0" w:author="Ane Prøve">'
            f"{p(r(plant(Kind.COMMENT, 'kommentar 1 af Ane Prøve')))}</w:comment></w:comments>"
        ),
        "word/header1.xml": f"<w:hdr {OFFICE}>{p(r(plant(Kind.TEXT, 'sidehoved 1')))}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {OFFICE}>{p(r(plant(Kind.TEXT, 'sidefod 1')))}</w:ftr>",
        "word/footnotes.xml": (
            f'<w:footnotes {OFFICE}><w:footnote w:id="-1">{p("")}</w:footnote><w:footnote '
            f'w:id="1">{p(r(plant(Kind.TEXT, "fodnote 1")))}</w:footnote></w:footnotes>'
        ),
        "word/settings.xml": (
            f'<w:settings {OFFICE}><w:docVars><w:docVar w:name="Sag" w:val="'
            f"{plant(Kind.METADATA, 'dokumentvariablen «Sag»')}\"/></w:docVars></w:settings>"
        ),
        "word/vbaProject.bin": b"\0\1\2",
        f"word/embeddings/{file_name}.txt": embedded.replace(
            b"{}", plant(Kind.EMBEDDED, f"indlejret fil «{file_name}.txt», teksten, linje 2")
            .encode()
        ),
        "word/media/image1.jpeg": picture,
        **properties(bed),
    })  # fmt: skip
