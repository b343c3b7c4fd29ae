"""An Excel workbook with a text in every place Excel has, and the same in OpenDocument."""

from tests.attachments.making.planting import Bed, properties, relations, zipped

from sagsgang.minutes import FragmentKind as Kind

_SHEET = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def cell(place: str, text: str, style: int = 0) -> str:
    """A cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'


def sheet(rows: str, before: str = "", behind: str = "") -> str:
    """The part of a sheet."""
    return f"<worksheet {_SHEET}>{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"


def workbook(bed: Bed) -> bytes:
    """The workbook: a sheet that is shown, a hidden and a very hidden one."""
    plant = bed.plant
    first = "ark «Løn»"
    shared = plant(Kind.TEXT, f"{first}, celle A1")
    unused = plant(Kind.HIDDEN, "gemte tekster, som ingen celle viser")
    formula = plant(Kind.HIDDEN, f"{first}, formlen i en celle")
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c>'
        f"{cell('C1', plant(Kind.TEXT, f'{first}, celle C1'))}"
        f"{cell('F1', plant(Kind.HIDDEN, f'{first}, skjulte kolonner, celle F1'))}</row>"
        f'<row r="2"><c r="A2" s="1"><v>101021234</v></c><c r="B2" s="2"><v>45717</v></c>'
        '<c r="C2" s="3"><v>0.575</v></c><c r="D2"><v>0.30000000000000004</v></c></row>'
        f'<row r="5" hidden="1">'
        f"{cell('B5', plant(Kind.HIDDEN, f'{first}, skjulte rækker, celle B5'))}</row>"
        f'<row r="6"><c r="A6" t="str"><f>IF(A1="{formula}",1,0)</f><v>0</v></c>'
        f"{cell('B6', plant(Kind.HIDDEN, f'{first}, usynlig skrift, celle B6'), 4)}"
        f"{cell('C6', plant(Kind.HIDDEN, f'{first}, usynlig skrift, celle C6'), 5)}</row>"
    )
    behind = (
        '<dataValidations><dataValidation><formula1>"'
        f'{plant(Kind.HIDDEN, f"{first}, valgmuligheder")},nej"</formula1></dataValidation>'
        f"</dataValidations><headerFooter><oddHeader>{plant(Kind.TEXT, f'{first}, sidehoved')}"
        "</oddHeader></headerFooter>"
    )
    columns = '<cols><col min="5" max="7" hidden="1"/></cols>'
    defined = plant(Kind.HIDDEN, "navnet «Leder»")
    hidden, very = "ark «Gemt» (skjult)", "ark «Meget gemt» (meget skjult)"
    author = plant(Kind.COMMENT, f"{first}, kommentar til celle B2 af Bo Prøve")
    file_name = plant(Kind.EMBEDDED, "indlejret fil, navnet")
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("r1 officeDocument xl/workbook.xml"),
        "xl/workbook.xml": (
            f'<workbook {_SHEET}><sheets><sheet name="Løn" r:id="r1"/><sheet name="Gemt" '
            'state="hidden" r:id="r2"/><sheet name="Meget gemt" state="veryHidden" r:id="r3"/>'
            f'</sheets><definedNames><definedName name="Leder">"{defined}"</definedName>'
            "</definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relations(
            "r1 worksheet worksheets/sheet1.xml", "r2 worksheet worksheets/sheet2.xml",
            "r3 worksheet worksheets/sheet3.xml", "r4 sharedStrings sharedStrings.xml",
            "r5 styles styles.xml", "r6 person persons/person.xml",
        ),
        "xl/sharedStrings.xml": (
            f"<sst><si><r><t>{shared[:3]}</t></r><r><t>{shared[3:]}</t></r></si>"
            f"<si><t>{unused}</t></si></sst>"
        ),
        "xl/styles.xml": (
            '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="000000\\-0000"/>'
            '<numFmt numFmtId="171" formatCode=";;;"/></numFmts>'
            '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill '
            'patternType="none"/></fill></fills><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/>'
            '<xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="171"/><xf numFmtId="0" '
            'fontId="1" fillId="0"/></cellXfs></styleSheet>'
        ),
        "xl/worksheets/sheet1.xml": sheet(rows, columns, behind),
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            "r1 comments ../comments1.xml", "r2 threadedComment ../threadedComments/t1.xml",
            "r3 drawing ../drawings/drawing1.xml",
        ),
        "xl/worksheets/sheet2.xml": sheet(
            f'<row r="3">{cell("B3", plant(Kind.HIDDEN, f"{hidden}, celle B3"))}</row>'
        ),
        "xl/worksheets/sheet3.xml": sheet(
            f'<row r="9">{cell("AA9", plant(Kind.HIDDEN, f"{very}, celle AA9"))}</row>'
        ),
        "xl/comments1.xml": (
            "<comments><authors><author>Bo Prøve</author></authors><commentList>"
            f'<comment ref="B2" authorId="0"><text><r><t>{author}</t></r></text></comment>'
            "</commentList></comments>"
        ),
        "xl/threadedComments/t1.xml": (
            '<ThreadedComments><threadedComment ref="C3" personId="{1}"><text>'
            f"{plant(Kind.COMMENT, f'{first}, kommentar til celle C3 af Ane Prøve')}"
            "</text></threadedComment></ThreadedComments>"
        ),
        "xl/persons/person.xml": (
            '<personList><person displayName="Ane Prøve" id="{1}"/></personList>'
        ),
        "xl/drawings/drawing1.xml": (
            '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><a:p><a:r><a:t>'
            f"{plant(Kind.TEXT, f'{first}, figur')}</a:t></a:r></a:p></xdr:sp></xdr:wsDr>"
        ),
        "xl/charts/chart1.xml": (
            '<c:chart xmlns:c="c"><c:strCache><c:pt><c:v>'
            f"{plant(Kind.HIDDEN, 'diagram 1, gemte data')}</c:v></c:pt></c:strCache></c:chart>"
        ),
        "xl/pivotCache/pivotCacheDefinition1.xml": (
            '<pivotCacheDefinition><cacheFields><cacheField name="Navn"><sharedItems>'
            f'<s v="{plant(Kind.HIDDEN, "gemte data bag pivottabel 1, celle A2")}"/></sharedItems>'
            '</cacheField><cacheField name="Sag"><sharedItems/></cacheField></cacheFields>'
            "</pivotCacheDefinition>"
        ),
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relations(
            "r1 pivotCacheRecords pivotCacheRecords1.xml"
        ),
        "xl/pivotCache/pivotCacheRecords1.xml": (
            '<pivotCacheRecords><r><x v="0"/><s v="'
            f"{plant(Kind.HIDDEN, 'gemte data bag pivottabel 1, celle B2')}"
            '"/></r></pivotCacheRecords>'
        ),
        "xl/externalLinks/externalLink1.xml": (
            "<externalLink><sheetData><row><cell><v>"
            + plant(Kind.HIDDEN, "gemt kopi af data fra en anden projektmappe (1)")
            + "</v></cell></row></sheetData></externalLink>"
        ),
        "xl/connections.xml": (
            '<connections><connection name="'
            f"{plant(Kind.LINK, 'forbindelse til en datakilde')}\"/></connections>"
        ),
        f"xl/embeddings/{file_name}.bin": b"MZ\0",
        **properties(bed),
    })  # fmt: skip


def opendocument_sheets(bed: Bed) -> bytes:
    """A spreadsheet in OpenDocument: hidden sheets, rows and columns, comments."""
    plant = bed.plant
    first, hidden = "ark «Løn»", "ark «Gemt» (skjult)"

    def td(text: str, before: str = "", more: str = "") -> str:
        return f"<table:table-cell {more}>{before}<text:p>{text}</text:p></table:table-cell>"

    comment = (
        "<office:annotation><dc:creator>Ane Prøve</dc:creator><dc:date>2025</dc:date><text:p>"
        f"{plant(Kind.COMMENT, f'{first}, kommentar 1 af Ane Prøve')}</text:p></office:annotation>"
    )
    rows = (
        f"<table:table-row>{td(plant(Kind.TEXT, f'{first}, celle A1'), comment)}"
        '<table:table-cell table:number-columns-repeated="2"/>'
        f"{td(plant(Kind.HIDDEN, f'{first}, skjulte kolonner, celle D1'))}</table:table-row>"
        '<table:table-row table:number-rows-repeated="8"><table:table-cell/></table:table-row>'
        f'<table:table-row table:visibility="collapse">'
        f"{td(plant(Kind.HIDDEN, f'{first}, skjulte rækker, celle A10'))}</table:table-row>"
        f"<table:table-row>{td('12')}{td('3')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048565"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    content = (
        '<office:automatic-styles><style:style style:name="ta2"><style:table-properties '
        'table:display="false"/></style:style></office:automatic-styles><office:body>'
        '<office:spreadsheet><table:table table:name="Løn"><table:table-column '
        'table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
        f'{rows}</table:table><table:table table:name="Gemt" table:style-name="ta2">'
        f"<table:table-row>{td(plant(Kind.HIDDEN, f'{hidden}, celle A1'))}</table:table-row>"
        '</table:table><table:named-expressions><table:named-expression table:name="Leder" '
        f'table:expression="{plant(Kind.HIDDEN, "navnet «Leder»")}"/></table:named-expressions>'
        "</office:spreadsheet></office:body>"
    )
    return opendocument("spreadsheet", content, bed)


def opendocument(kind: str, content: str, bed: Bed, more: str = "") -> bytes:
    """An OpenDocument file with this content and properties; `more` stands in its styles."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(
        f'xmlns:{name}="{base}:{name}:1.0"'
        for name in ("office", "text", "table", "style", "draw", "presentation", "svg", "meta")
    )
    names += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="dc"'
    author = bed.plant(Kind.METADATA, "egenskaben Forfatter")
    own = bed.plant(Kind.METADATA, "egenskaben «Journal»")
    return zipped({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {names}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {names}>{more}</office:document-styles>",
        "meta.xml": (
            f"<office:document-meta {names}><office:meta><meta:generator>X</meta:generator>"
            f'<dc:creator>{author}</dc:creator><meta:user-defined meta:name="Journal">{own}'
            "</meta:user-defined></office:meta></office:document-meta>"
        ),
    })  # fmt: skip
