"""A bundle of attachments made by code: in each place where a text can hide, one is planted.

Nothing of the product's reading is used. Whoever needs other texts than marks (personal numbers,
names) gives `text_of`; whoever needs the files in a folder, `write_bundle`.
"""

from collections.abc import Callable
from pathlib import Path

from tests.attachments.making.compound import message, older_word, packed_object
from tests.attachments.making.others import (
    jpeg,
    mail,
    plain,
    png,
    rich_text,
    sheet_of_text,
    tiff,
    web_page,
)
from tests.attachments.making.pdf import pdf
from tests.attachments.making.planting import (
    OFFICE,
    Bed,
    Made,
    Planted,
    relations,
    zipped,
)
from tests.attachments.making.sheets import opendocument_sheets, workbook
from tests.attachments.making.slides import opendocument_slides, opendocument_text, slides
from tests.attachments.making.word import word

from sagsgang.minutes import FragmentKind

_MACROS = "indeholder makroer (de er ikke læst)"
_LINKS = "har eksterne links (de er ikke fulgt)"
_SCRIPT = "indeholder programkode (JavaScript; den er ikke kørt)"
_SOURCE = "henter data fra en kilde udenfor (den er ikke spurgt)"
_OLDER = "er i et ældre format (.doc): løs tekst er læst uden sted; gem filen i et nyere format"
_INNER = b"Indlejret\n{}\n"


def mark(number: int) -> str:
    """The mark planted at a number; no mark is part of another."""
    return f"Mærke{number:04d}x".replace("æ", "ae")


def make_bundle(text_of: Callable[[int], str] = mark) -> list[Made]:
    """One file of each format, each with everything its format can hide."""
    number = 0
    made: list[Made] = []

    def add(
        name: str, kind: str, write: Callable[[Bed], bytes], problems: tuple[str, ...] = ()
    ) -> None:
        nonlocal number
        bed = Bed(text_of, number)
        data = write(bed)
        number = bed.number
        made.append(Made(name, data, kind, tuple(bed.planted), problems))

    add("referat.docx", "docx", _word, (_MACROS, _LINKS))
    add("budget.xlsx", "xlsx", workbook, (_LINKS, _SOURCE))
    add("budget.ods", "ods", opendocument_sheets)
    add("notat.odt", "odt", opendocument_text)
    add("oplæg.odp", "odp", opendocument_slides)
    add("oplæg.pptx", "pptx", slides)
    add("rapport.pdf", "pdf", lambda bed: pdf(bed, b"Indlejret\n"), (_SCRIPT,))
    add("foto.jpg", "jpeg", jpeg)
    add("kort.png", "png", png)
    add("skan.tif", "tiff", tiff)
    add("side.html", "html", web_page)
    add("brev.eml", "eml", lambda bed: mail(bed, _INNER))
    add("liste.csv", "csv", sheet_of_text)
    add("noter.txt", "txt", plain)
    add("brev.rtf", "rtf", rich_text)
    add("brev.msg", "msg", message)
    add("gammelt.doc", "doc", older_word, (_MACROS, _OLDER))
    add("indlejret.docx", "docx", _packed)
    add("samlet.zip", "zip", _archive)
    return made


def write_bundle(folder: Path, text_of: Callable[[int], str] = mark) -> list[Made]:
    """The bundle as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = make_bundle(text_of)
    for file in made:
        (folder / file.name).write_bytes(file.data)
    return made


def _word(bed: Bed) -> bytes:
    picture = jpeg(bed, "billede 1, ")
    # Within another file a picture's places keep their kind.
    return word(bed, _INNER, picture)


def _packed(bed: Bed) -> bytes:
    """A document with a file in it that an older program packed."""
    name = bed.plant(FragmentKind.EMBEDDED, "indlejret fil «oleObject1.bin», indlejret fil, navnet")
    where = f"indlejret fil «oleObject1.bin», indlejret fil «{name}.txt», teksten, linje 1"
    content = bed.plant(FragmentKind.EMBEDDED, where).encode()
    return zipped({
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {OFFICE}><w:body/></w:document>",
        "word/embeddings/oleObject1.bin": packed_object(f"{name}.txt", content),
    })  # fmt: skip


def _archive(bed: Bed) -> bytes:
    inner = Bed(bed.text_of, bed.number)
    data = sheet_of_text(inner)
    bed.number = inner.number
    bed.planted += [
        Planted(p.text, p.kind, f"filen «mappe/liste.csv», {p.where}") for p in inner.planted
    ]
    return zipped({"mappe/liste.csv": data})
