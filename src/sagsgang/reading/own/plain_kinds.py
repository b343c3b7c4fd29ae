"""Which kind of section our own layout takes a heading for, where it says nothing else.

This is no reader's lexicon, which grows: what is plain here is plain for ever, since pages that
were printed long ago are read by it. A heading that is not here is printed with its kind.
"""

from sagsgang.minutes import SectionKind

_WORDS = {
    SectionKind.SUMMARY: (
        "resumé, resume, sagsresumé, sagsresume, sammendrag, sammenfatning, indledning, "
        "sagstema, beslutningstema, tema, sagens formål"
    ),
    SectionKind.RECOMMENDATION: "indstilling, forvaltningens indstilling, beslutningspunkter",
    SectionKind.DECISION: "beslutning, beslutninger",
    SectionKind.PRESENTATION: (
        "sagsfremstilling, supplerende sagsfremstilling, redegørelse, sagsbeskrivelse, "
        "beskrivelse af sagen, baggrund, problemstilling, løsning, sagens indhold"
    ),
    SectionKind.DESCRIPTION: "beskrivelse",
    SectionKind.HISTORY: "historik, sagshistorik",
    SectionKind.INVOLVEMENT: "inddragelse og høring, inddragelse, kommunikation, dialog",
    SectionKind.ASSESSMENT: (
        "vurdering, forvaltningens vurdering, administrationens vurdering, effektvurdering"
    ),
    SectionKind.ALTERNATIVES: "alternativer, handlemuligheder",
    SectionKind.TIMELINE: "tidsperspektiv, tidsplan",
    SectionKind.FINANCIAL_IMPLICATIONS: (
        "økonomi, økonomiske konsekvenser, økonomi og finansiering, "
        "økonomiske konsekvenser og finansiering, bevillingsmæssige konsekvenser"
    ),
    SectionKind.LEGAL_BASIS: "retsgrundlag, lovgrundlag, retligt grundlag",
    SectionKind.LEGAL_IMPLICATIONS: "juridiske forhold, juridiske og planmæssige forhold",
    SectionKind.OTHER_IMPLICATIONS: "andre konsekvenser, øvrige konsekvenser, øvrige forhold",
    SectionKind.POLICIES: "politikker og strategier",
    SectionKind.CASE_ROUTE: "høring og sagsgang, sagsgang, forventet sagsgang",
    SectionKind.EARLIER_TREATMENTS: (
        "tidligere besluttet, tidligere politisk behandling, sagens forløb"
    ),
    SectionKind.DECIDING_BODY: (
        "beslutningskompetence, kompetence, kompetenceudvalg, sagen afgøres i, sagen afgøres af"
    ),
    SectionKind.ATTACHMENTS: "bilag, bilagsliste, bilagsoversigt",
    SectionKind.ABSENT: "fraværende, afbud, ikke til stede",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split(", ")}


def plain_kind(heading: str, level: int) -> SectionKind:
    """The kind of a section of this heading and level; one that is not known is a topic within its
    section, or something else."""
    unknown = SectionKind.TOPIC if level > 1 else SectionKind.OTHER
    return _KINDS.get(heading.lower().removesuffix(":"), unknown)
