"""A PowerPoint presentation, and texts and slides in OpenDocument."""

from tests.attachments.making.planting import OFFICE, Bed, properties, relations, zipped
from tests.attachments.making.sheets import opendocument

from sagsgang.minutes import FragmentKind as Kind


def shape(text: str, x: int = 10, named: str = "") -> str:
    """A shape with a text; one with a large `x` lies beside the slide."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" {named}/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="10"/><a:ext cx="100" cy="100"/></a:xfrm></p:spPr><p:txBody><a:p>'
        f"<a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def slides(bed: Bed) -> bytes:
    """The presentation: slide 2 is hidden."""
    plant = bed.plant
    first, second = "slide 1", "slide 2 (skjult)"
    said = plant(Kind.METADATA, f"{first}, alternativ tekst")
    inner = (
        shape(plant(Kind.TEXT, first), named=f'descr="{said}"')
        + shape(plant(Kind.HIDDEN, f"{first}, uden for sliden"), x=99_000)
        + shape(plant(Kind.HIDDEN, f"{first}, skjult figur"), named='hidden="1"')
        + "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Navn</a:t></a:r></a:p>"
        "</a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>"
        f"{plant(Kind.TEXT, f'{first}, tabel 1, celle B1')}</a:t></a:r></a:p></a:txBody></a:tc>"
        "</a:tr></a:tbl></p:graphicFrame>"
    )
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("r1 officeDocument ppt/presentation.xml"),
        "ppt/presentation.xml": (
            f'<p:presentation {OFFICE}><p:sldIdLst><p:sldId id="256" r:id="r1"/><p:sldId id="257" '
            'r:id="r2"/></p:sldIdLst><p:sldSz cx="9000" cy="6000"/></p:presentation>'
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            "r1 slide slides/slide1.xml", "r2 slide slides/slide2.xml",
            "r3 commentAuthors commentAuthors.xml",
        ),
        "ppt/slides/slide1.xml": f"<p:sld {OFFICE}>{inner}</p:sld>",
        "ppt/slides/slide2.xml": (
            f'<p:sld {OFFICE} show="0">{shape(plant(Kind.HIDDEN, second))}</p:sld>'
        ),
        "ppt/slides/_rels/slide1.xml.rels": relations(
            "r1 notesSlide ../notesSlides/notesSlide1.xml", "r2 comments ../comments/comment1.xml"
        ),
        "ppt/notesSlides/notesSlide1.xml": (
            f"<p:notes {OFFICE}>{shape(plant(Kind.NOTES, f'{first}, noter'))}</p:notes>"
        ),
        "ppt/comments/comment1.xml": (
            f'<p:cmLst {OFFICE}><p:cm authorId="0"><p:text>'
            f"{plant(Kind.COMMENT, f'{first}, kommentar af Bo Prøve')}</p:text></p:cm></p:cmLst>"
        ),
        "ppt/commentAuthors.xml": (
            f'<p:cmAuthorLst {OFFICE}><p:cmAuthor id="0" name="Bo Prøve"/></p:cmAuthorLst>'
        ),
        **properties(bed),
    })  # fmt: skip


def opendocument_text(bed: Bed) -> bytes:
    """A text document: changes, comments, hidden letters and sections, a note, a table."""
    plant = bed.plant
    under = "under «Økonomi»"
    removed = plant(Kind.TRACKED_CHANGE, "brødteksten, ændring 1 af Ane Prøve")
    comment = plant(Kind.COMMENT, f"{under}, kommentar 2 af Bo Prøve")
    content = (
        '<office:automatic-styles><style:style style:name="T1"><style:text-properties '
        'text:display="none"/></style:style></office:automatic-styles><office:body><office:text>'
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator>Ane Prøve</dc:creator><dc:date>2025</dc:date></office:change-info>"
        f"<text:p>{removed}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:p>{plant(Kind.TEXT, 'brødteksten')}</text:p><text:h>Økonomi</text:h>"
        f'<text:p>{plant(Kind.TEXT, under)}<text:span text:style-name="T1">'
        f"{plant(Kind.HIDDEN, f'{under}, skjult tekst')}</text:span><office:annotation>"
        f"<dc:creator>Bo Prøve</dc:creator><text:p>{comment}</text:p></office:annotation></text:p>"
        '<text:section text:display="none"><text:p>'
        f"{plant(Kind.HIDDEN, f'{under}, skjult tekst')}</text:p></text:section>"
        "<table:table><table:table-row><table:table-cell><text:p>Navn</text:p></table:table-cell>"
        "<table:table-cell><text:p>"
        f"{plant(Kind.TEXT, f'tabel 1 ({under}), celle B1')}</text:p></table:table-cell>"
        '</table:table-row></table:table><text:p><text:a xlink:href="https://example.dk/'
        f'{plant(Kind.LINK, f"{under}, link")}">her</text:a></text:p></office:text></office:body>'
    )
    head = (
        "<office:master-styles><style:master-page><style:header><text:p>"
        f"{plant(Kind.TEXT, 'sidehoved og sidefod')}</text:p></style:header></style:master-page>"
        "</office:master-styles>"
    )
    return opendocument("text", content, bed, head)


def opendocument_slides(bed: Bed) -> bytes:
    """A presentation in OpenDocument: notes, and a hidden slide."""
    plant = bed.plant
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    content = (
        '<office:automatic-styles><style:style style:name="dp2"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style></office:automatic-styles><office:body>'
        f"<office:presentation><draw:page>{box.format(plant(Kind.TEXT, 'slide 1'))}"
        f"<presentation:notes>{box.format(plant(Kind.NOTES, 'slide 1, noter'))}"
        '</presentation:notes></draw:page><draw:page draw:style-name="dp2">'
        f"{box.format(plant(Kind.HIDDEN, 'slide 2 (skjult)'))}</draw:page></office:presentation>"
        "</office:body>"
    )
    return opendocument("presentation", content, bed)
