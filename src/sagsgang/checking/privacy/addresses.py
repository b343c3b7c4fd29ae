"""Which addresses in a text are somebody's home, and not that of an institution or a matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.privacy.columns import Columns
from sagsgang.checking.privacy.people import Named, people_named
from sagsgang.checking.privacy.sentences import sentence_at

_KINDS = (
    "vej|vejen|gade|gaden|allé|alle|alléen|vænge|vænget|parken|stræde|strædet|have|haven|bakke|"
    "bakken|toft|toften|plads|pladsen|torv|torvet|stien|sti|krogen|lunden|marken|høj|højen|agervej|"
    "ager|ageren|kær|kæret|skrænten|dalen|engen|skoven|gyden|passagen|kajen|bro|broen|volden|løkken|"
    "løkke|ledet|svinget|banke|banken|vangen|vang|brynet|diget|stræderne|hegnet|kvarteret|husene"
)
_APART = "Vej|Gade|Allé|Alle|Plads|Stræde|Have|Bakke|Vænge|Torv|Park"
_STREET = re.compile(
    r"(?<![\w-])(?P<street>(?:(?:Ny|Gl|Gammel|Nørre|Sønder|Vester|Øster|Store|Lille|Nordre|Søndre|Sdr|"
    r"Ndr|Skt|Sankt)\.?[ ])?"
    rf"(?:[A-ZÆØÅ][a-zæøåé]+(?:{_KINDS})"
    rf"|(?:[A-ZÆØÅ][\w.-]+[ ]){{1,3}}(?:{_APART})))"
    r"[ \t\u00a0]{1,2}(?P<number>[0-9]{1,3}(?:[ ]?[A-Za-z](?![A-Za-zæøå]))?)"
    r"(?![0-9]|[.,][0-9]|[ ]?(?:%|kr|m2|km|meter))"
    r"(?P<door>,?[ ](?:[0-9]{1,2}\.?|st\.?|kl\.?)(?:[ ]?sal)?[ ,]{0,2}"
    r"(?:t\.?v\.?|t\.?h\.?|m\.?f\.?|dør[ ][0-9]{1,3})(?!\w))?"
    r"(?P<town>(?:,[ ]?[A-ZÆØÅ][a-zæøå]+)?,?[ \t][0-9]{4}[ \t][A-ZÆØÅ][\w]+)?"
)
#: The first digit of a number after a street, known by the last letters of its name.
_ENDS = "|".join(sorted({f".{name}"[-4:] for name in f"{_KINDS}|{_APART}".split("|")}))
_NUMBERED = re.compile(rf"[0-9](?:(?<=(?:{_ENDS})[ \t\u00a0].)|(?<=(?:{_ENDS})[ \t\u00a0]{{2}}.))")
_HOME = re.compile(
    r"\b(?:bopæl\w*|bor|boet|boede|bosat|bosiddende|boende|hjemme(?:adresse\w*|boende)|privatadresse\w*|"
    r"folkeregisteradresse\w*|flytte(?:r|de|t)?\s(?:til|fra|ind)|lejlighed(?:en)?|privat)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\badresse(?:n|r)?\b", re.IGNORECASE)
_NOT_A_HOME = re.compile(
    r"skole|børnehave|vuggestue|daginstitution|dagtilbud|plejehjem|plejecent|ældrecent|bosted|botilbud|"
    r"center\b|centret\b|centeret\b|rådhus|kommune\b|kommunen\b|kommunens|jobcent|hal\b|hallen|klub|forening|"
    r"kirke|bibliotek|museum|teater|hotel|kro\b|restaurant|butik|supermarked|virksomhed|firma|A/S|ApS|I/S|"
    r"kontor|afdeling|lokalplan|matr\.?|matrikel|byggegrund|grunden|ejendommen|bygning|lejemål|"
    r"lokaler|mødested|mødes?\b|møde\s|sted:|sundhedshus|lægehus|klinik|sygehus|hospital|"
    r"værksted|lager|station|plads(?:en)?\stil|parkering|renover|ombyg|nedriv|vejarbejde|kryds|"
    r"boligselskab|udbud|sælge|salg|køb|bolignet|huset\b|tlf|telefon|kl\.\s?[0-9]",
    re.IGNORECASE,
)
_NAME_REACH = 60
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class HomeAddress:
    """An address at `start`–`end`, and how sure it is to be where somebody lives."""

    start: int
    end: int
    text: str
    confidence: float


def find_home_addresses(text: str) -> Iterator[HomeAddress]:
    """Street and number where the sentence says that somebody lives there, or names the person."""
    if not _NUMBERED.search(text):
        return
    columns = Columns(text)
    for match in _STREET.finditer(text):
        first, last = sentence_at(text, *match.span())
        sentence = text[first:last]
        around = sentence[: match.start() - first] + " " + sentence[match.end() - first :]
        confidence = _confidence(match, around, text, first, last, columns)
        if confidence:
            yield HomeAddress(match.start(), match.end(), match[0], confidence)


def _confidence(
    match: re.Match[str], around: str, text: str, first: int, last: int, columns: Columns
) -> float:
    confidence = _said(match, around, text, first, last, columns)
    # looked for last: it takes longest
    return 0.0 if confidence and _NOT_A_HOME.search(around) else confidence


def _said(
    match: re.Match[str], around: str, text: str, first: int, last: int, columns: Columns
) -> float:
    """How sure the words around are that somebody lives there."""
    before = text[max(first, match.start() - _NAME_REACH) : match.start()]
    if _HOME.search(before):
        return 0.85
    if "\t" in text[first:last]:
        head = columns.head(match.start())
        is_headed = _ADDRESS.search(head) is not None and not _NOT_A_HOME.search(head)
        return 0.8 if is_headed or people_named(text[first:last], in_cells=True) else 0.0
    near_by = max(first, match.start() - _NAME_REACH - _LONGEST_NAME)
    named = people_named(text[near_by : min(last, match.end() + _NAME_REACH + _LONGEST_NAME)])
    near = [one for one in named if _is_near(one, match, near_by)]
    if near and (match["door"] or match["town"] or _ADDRESS.search(around)):
        return 0.8
    return 0.6 if near and _is_beside(near, match, text, near_by) else 0.0


def _is_near(named: Named, match: re.Match[str], first: int) -> bool:
    start, end = named.start + first, named.end + first
    return 0 <= match.start() - end <= _NAME_REACH or 0 <= start - match.end() <= _NAME_REACH


def _is_beside(near: list[Named], match: re.Match[str], text: str, first: int) -> bool:
    """Whether a name stands right before the address: "Bo Lind, Birkevej 12"."""
    return any(
        re.fullmatch(r"[\s,(–-]{1,3}", text[one.end + first : match.start()]) for one in near
    )
