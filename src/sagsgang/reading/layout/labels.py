"""The words that label the lines of a document's head ("Mødested", "Afbud"), and the line that
opens a document."""

import re

from sagsgang.reference.head_labels import head_labels

LABELLED = re.compile(
    r"^(?P<label>[A-ZÆØÅa-zæøå][A-Za-zÆØÅæøå/ .]{1,34}?)\s*(?P<sign>:|\t|\s{2,})\s*(?P<value>.*)$"
)
FIRST_WORDS = re.compile(
    r"^(?P<label>mødedato|mødested|mødedeltagere|mødetidspunkt|starttidspunkt|sluttidspunkt|"
    r"dato|sted|deltagere|medlemmer|fraværende|afbud|tidspunkt|til stede|tilstede)(?:\s+(?=\S)|"
    r"(?-i:(?=[A-ZÆØÅ0-9])))(?P<value>.*)$",
    re.I,
)
TITLE = re.compile(
    r"^(?:(?:åben|åbent|lukket|offentlig|offentligt|endelig|foreløbig|foreløbigt|udkast til|"
    r"ekstraordinær[t]?|underskrevet)\s+)?(?P<kind>beslutningsreferat|beslutningsprotokol|"
    r"protokol|mødereferat|referat|tillægsdagsorden|tillægsreferat|dagsorden|mødedagsorden|"
    r"beslutninger|udskrift af (?:beslutnings)?protokol|mødeindkaldelse)\b\s*(?P<rest>.*)$",
    re.I,
)


def label_of(line: str) -> str | None:
    """The field a line names, when the line is a label alone."""
    return head_labels().get(line.casefold().strip(": "))


def opens_document(line: str) -> bool:
    """Whether a line calls the document by its kind: "Referat …", "Dagsorden …"."""
    return TITLE.match(line) is not None
