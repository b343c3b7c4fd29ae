"""Which kind of section our own layout takes a heading for, where it says nothing else.

This is no reader's lexicon, which grows: what is plain here is plain for ever, since pages that
were printed long ago are read by it. A heading that is not here is printed with its kind.
"""

import re

from sagsgang.minutes import SectionKind

_WORDS = {
    SectionKind.SUMMARY: (
        "resumé, resume, sagsresumé, sagsresume, sammendrag, sammenfatning, indledning, "
        "sagstema, beslutningstema, tema, sagens formål, anledning"
    ),
    SectionKind.RECOMMENDATION: "indstilling, forvaltningens indstilling, beslutningspunkter",
    SectionKind.DECISION: "beslutning, beslutninger",
    SectionKind.PRESENTATION: (
        "sagsfremstilling, supplerende sagsfremstilling, fremstilling, redegørelse, "
        "sagsbeskrivelse, baggrund og vurdering, "
        "beskrivelse af sagen, baggrund, problemstilling, løsning, sagens indhold"
    ),
    SectionKind.DESCRIPTION: "beskrivelse",
    SectionKind.HISTORY: "historik, sagshistorik",
    SectionKind.INVOLVEMENT: "inddragelse og høring, inddragelse, høring, kommunikation, dialog",
    SectionKind.ASSESSMENT: (
        "vurdering, forvaltningens vurdering, administrationens vurdering, effektvurdering"
    ),
    SectionKind.ALTERNATIVES: "alternativer, handlemuligheder",
    SectionKind.TIMELINE: "tidsperspektiv, tidsplan",
    SectionKind.FINANCIAL_IMPLICATIONS: (
        "økonomi, økonomiske konsekvenser, økonomi og finansiering, økonomiske forhold, "
        "økonomiske forhold og konsekvenser, "
        "økonomiske konsekvenser og finansiering, bevillingsmæssige konsekvenser"
    ),
    SectionKind.LEGAL_BASIS: "retsgrundlag, lovgrundlag, retligt grundlag",
    SectionKind.LEGAL_IMPLICATIONS: "juridiske forhold, juridiske og planmæssige forhold",
    SectionKind.OTHER_IMPLICATIONS: "andre konsekvenser, øvrige konsekvenser, øvrige forhold",
    SectionKind.POLICIES: "politikker og strategier",
    SectionKind.CASE_ROUTE: "høring og sagsgang, sagsgang, forventet sagsgang",
    SectionKind.EARLIER_TREATMENTS: (
        "tidligere besluttet, tidligere politisk behandling, sagens forløb, "
        "tidligere behandling, tidligere beslutninger"
    ),
    SectionKind.DECIDING_BODY: (
        "beslutningskompetence, kompetence, kompetenceudvalg, sagen afgøres i, sagen afgøres af, "
        "sagen afgøres endeligt af, sagsprocedure"
    ),
    SectionKind.ATTACHMENTS: "bilag, bilagsliste, bilagsoversigt",
    SectionKind.ABSENT: "fraværende, fravær, afbud, afbud fra, ikke til stede",
}
_NUMBER = re.compile(r"\d+[.)] +(?=\S)")
_PATTERNS = (
    (re.compile(r"(?:\S+ )*beslutning(?:er)?(?: .*)?"), SectionKind.DECISION),
    (re.compile(r"(?:\S+ )+indstiller\b.*"), SectionKind.RECOMMENDATION),
)
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split(", ")}


def plain_kind(heading: str, level: int) -> SectionKind:
    """The kind of a section of this heading and level; one that is not known is a topic within its
    section, or something else."""
    words = _NUMBER.sub("", heading.lower().removesuffix(":"), count=1)
    if words in _KINDS:
        return _KINDS[words]
    found = (kind for pattern, kind in _PATTERNS if pattern.fullmatch(words))
    return next(found, SectionKind.TOPIC if level > 1 else SectionKind.OTHER)
