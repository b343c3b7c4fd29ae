"""The words that label the lines of a document's head ("Mødested", "Afbud"), and the line that opens a document."""

import re

_LABELS: dict[str, str] = {}
for _field, _words in {
    "when": "mødedato|dato|mødetidspunkt|tidspunkt|tid|mødedag|dato og tid|dato/tid|mødedato og tid|tid og sted|mødet afholdt|afholdt|dato og tidspunkt|tidspunkt for møde|mødedato/tid",
    "begins": "starttidspunkt|start|mødestart|mødet startede|mødet begyndte|mødet blev åbnet|mødets start|kl",
    "ends": "sluttidspunkt|slut|mødet sluttede|mødet hævet|mødet blev hævet|mødets afslutning|mødeslut|afsluttet",
    "place": "mødested|sted|lokale|mødelokale|lokalitet|mødelokation|adresse",
    "members": "mødedeltagere|deltagere|medlemmer|udvalgets medlemmer|udvalgsmedlemmer|ordinære medlemmer|medlemmer af udvalget|mødte|fremmødte|deltagende medlemmer|deltagere i mødet",
    "present": "til stede|tilstede|tilstedeværende|deltog|tilstedeværende medlemmer|til stede var|følgende var til stede|i mødet deltog|mødt",
    "absent": "fraværende|afbud|afbud fra|ikke til stede|ikke tilstede|fraværende med afbud|fraværende uden afbud|fravær|meldt afbud|afbud/fravær",
    "officials": "fra forvaltningen|fra administrationen|øvrige deltagere|desuden deltog|desuden deltager|administration|forvaltning|referent|sekretær|embedsmænd|endvidere deltog|øvrige|fra forvaltningen deltog|fra administrationen deltog|administrationen|referent og sekretær|mødesekretær|sekretariat",
    "guests": "gæster|gæst",
    "chair": "formand|mødeleder|ordstyrer|udvalgsformand|dirigent",
    "body": "udvalg|organ|råd|møde i|mødeforum|forum|udvalgsnavn",
    "municipality": "kommune|myndighed",
    "remark": "bemærkninger|bemærkninger til dagsordenen|bemærkning|bemærkninger til mødet|noter",
}.items():
    for _word in _words.split("|"):
        _LABELS[_word] = _field
LABELLED = re.compile(
    r"^(?P<label>[A-ZÆØÅa-zæøå][A-Za-zÆØÅæøå/ .]{1,34}?)\s*(?P<sign>:|\t|\s{2,})\s*(?P<value>.*)$"
)
FIRST_WORDS = re.compile(
    r"^(?P<label>mødedato|mødested|mødedeltagere|mødetidspunkt|starttidspunkt|sluttidspunkt|dato|sted|deltagere|medlemmer|fraværende|afbud|tidspunkt|til stede|tilstede)(?:\s+(?=\S)|(?-i:(?=[A-ZÆØÅ0-9])))(?P<value>.*)$",
    re.I,
)
TITLE = re.compile(
    r"^(?:(?:åben|åbent|lukket|offentlig|offentligt|endelig|foreløbig|foreløbigt|udkast til|ekstraordinær[t]?|underskrevet)\s+)?(?P<kind>beslutningsreferat|beslutningsprotokol|protokol|mødereferat|referat|tillægsdagsorden|tillægsreferat|dagsorden|mødedagsorden|beslutninger|udskrift af (?:beslutnings)?protokol|mødeindkaldelse)\b\s*(?P<rest>.*)$",
    re.I,
)


def label_of(line: str) -> str | None:
    """The field a line names, when the line is a label alone."""
    return _LABELS.get(line.casefold().strip(": "))


def opens_document(line: str) -> bool:
    """Whether a line calls the document by its kind: "Referat …", "Dagsorden …"."""
    return TITLE.match(line) is not None
