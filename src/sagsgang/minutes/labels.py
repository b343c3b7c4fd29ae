"""The fixed Danish words of our own layout: the same for those who print and those who read it.

A word here is never changed, only added: what was printed years ago is read with it.
"""

from enum import StrEnum
from typing import Final, TypeVar

from sagsgang.minutes.case_number import CaseNumberKind
from sagsgang.minutes.decision import FollowUpAction, Outcome
from sagsgang.minutes.document import DocumentKind
from sagsgang.minutes.item import ItemKind
from sagsgang.minutes.person import Notice
from sagsgang.minutes.section import SectionKind

Word = TypeVar("Word", bound=StrEnum)

DOCUMENT_KINDS: Final = {DocumentKind.MINUTES: "Referat", DocumentKind.AGENDA: "Dagsorden"}


class Part(StrEnum):
    """The parts of a document, as headings of level 2."""

    PEOPLE = "Deltagere"
    #: The contents as the document's own, which name its items; else made for the reader alone.
    CONTENTS = "Indholdsfortegnelse"
    OVERVIEW = "Oversigt"
    OTHER_CONTENTS = "Indholdsfortegnelsen som trykt"
    ITEMS = "Dagsordenspunkter"
    ADDENDA = "Tilføjelser"
    SIGN_OFFS = "Godkendelse af referatet"
    UNPLACED = "Tekst uden for punkterne"


class Fact(StrEnum):
    """What stands to the left in a list of facts."""

    # The document
    KIND = "Dokument"
    MUNICIPALITY = "Kommune"
    BODY = "Udvalg"
    TERM = "Periode"
    STARTS_AT = "Mødet begynder"
    ENDS_AT = "Mødet slutter"
    PLACE = "Sted"
    CHAIR = "Mødeleder"
    MEMBER = "Medlem"
    PRESENT = "Til stede"
    ABSENT = "Fraværende"
    OFFICIAL = "Fra forvaltningen"
    GUEST = "Gæst"
    SIGN_OFF = "Godkendt af"
    # Below an item's title
    IS_CLOSED = "Lukket punkt"
    CLOSED_GROUND = "Lukket efter"
    CASE_NUMBER = "Sagsnummer"
    ITEM_KIND = "Sagstype"
    LATE_REASON = "Sat på efter fristen"
    INITIALS = "Initialer"
    ROUTE_LINE = "Sagens rute"
    PUBLIC_TITLE = "Offentlig titel"
    PUBLIC_DECISION = "Offentlig beslutning"
    # Below an item's text
    SECTIONS = "Afsnit"
    ADDRESSEE = "Indstilles til"
    OPTIONS = "Indstillingens punkter"
    DECISION = "Beslutning"
    OUTCOME = "Udfald"
    FOLLOW_UP = "Opfølgning"
    VOTE = "Afstemning"
    DISSENT = "Afvigende mening"
    DISQUALIFIED = "Inhabil"
    STOPPED_BY = "Standset efter § 23 af"
    CASE_STOP = "Sagens vej"
    EARLIER = "Tidligere behandlet"
    DECIDING_BODY = "Afgøres af"
    ATTACHMENT = "Bilag"
    ATTACHMENT_FILE = "Bilag som fil"
    #: As figures were printed with the machine's names for them; it is read, and written no more.
    FIGURE = "Tal i sagen"
    LEGAL_BASIS = "Retsgrundlag"
    REFERENCE = "Henvisning"


class Below(StrEnum):
    """Headings below an item's text; most are followed by a number."""

    FACTS = "Oplysninger om punktet"
    RECOMMENDATIONS = "Indstilling punkt for punkt"
    PARTS = "Beslutning punkt for punkt"
    DECISION = "Beslutning"
    TABLE = "Tabel"
    EARLIER = "Tidligere behandling"
    DISSENT = "Afvigende mening"
    ADDENDUM = "Tilføjelse"
    UNPLACED = "Tekst"


class Said(StrEnum):
    """Words within a record: alone, or followed by a colon and a value."""

    YES = "ja"
    NONE = "ingen"
    BELOW = "se nedenfor"
    NO_TEXT = "uden tekst"
    ALL_MEMBERS = "alle medlemmer"
    CHOICE = "vælges mellem"
    NO_HEADING = "uden overskrift"
    SECTION = "afsnit"
    PIECE = "stykke"
    LEVEL = "niveau"
    NOT_PUBLIC = "ikke offentligt"
    BEHIND_DOORS = "for lukkede døre"
    PARTY = "parti"
    NO_PARTY = "uden parti"
    SUBSTITUTE = "stedfortræder"
    ABSENT = "fraværende"
    CANONICAL = "rettet form"
    INVALID = "ugyldigt"
    TO = "til"
    TO_ITEM = "til punkt"
    WHEN = "senest"
    NO_VOTES = "uden stemmetal"
    QUESTION = "om"
    FOR = "for"
    AGAINST = "imod"
    ABSTAINED = "undlod"
    RESULT = "resultat"
    ITEM = "punkt"
    ADDRESS = "adresse"
    CLOSED = "lukket"
    ADDED_AFTER = "tilføjet efter mødet"
    SHA256 = "SHA-256"
    AT = "tidspunkt"
    RESERVATION = "forbehold"
    # A figure that was computed from data
    IN_TEXT = "i teksten"
    EXACTLY = "præcist"
    RETRIEVED = "hentet"
    PERIOD = "periode"
    AREA = "område"
    ONLY = "kun"
    PRELIMINARY = "foreløbig"
    SOURCE = "kilde"
    FROZEN_AT = "låst"
    # How a table stands in its text
    ONLY_TEXT = "kun opstilling"
    SHORT_ROWS = "rækker uden tomme celler sidst"
    SHORT_HEADER = "hoved uden første celle"
    EMPTY_COLUMNS = "tomme kolonner sidst"
    CAPTION_ABOVE = "titel på linjen over"
    JOINS_ABOVE = "hører sammen med linjen over"
    JOINS_BELOW = "hører sammen med linjen under"


ITEM: Final = "Punkt"
RECOMMENDATION_COLUMNS: Final = ("Punkt", "Indstilling", "Til", "Vælges mellem")
PART_COLUMNS: Final = ("Punkt", "Udfald", "Beslutning")
PART_COLUMNS_BESIDE: Final = ("Punkt", "Indstilling", "Udfald", "Beslutning")

CASE_NUMBER_KINDS: Final = {
    CaseNumberKind.KLE: "KLE",
    CaseNumberKind.ESDH: "ESDH",
    CaseNumberKind.OTHER: "andet nummer",
}
ITEM_KINDS: Final = {
    ItemKind.DECISION: "beslutning",
    ItemKind.DISCUSSION: "drøftelse",
    ItemKind.BRIEFING: "orientering",
}
NOTICES: Final = {
    Notice.WITH_NOTICE: "med afbud",
    Notice.WITHOUT_NOTICE: "uden afbud",
}
OUTCOMES: Final = {
    Outcome.APPROVED: "godkendt",
    Outcome.NOTED: "taget til efterretning",
    Outcome.DISCUSSED: "drøftet",
    Outcome.RECOMMENDED: "anbefalet",
    Outcome.POSTPONED: "udsat",
    Outcome.REFERRED: "oversendt",
    Outcome.REJECTED: "ikke godkendt",
    Outcome.LAPSED: "bortfaldet",
    Outcome.CHANGED: "ændret",
    Outcome.DELEGATED: "bemyndiget",
    Outcome.NONE: "intet besluttet",
    Outcome.MIXED: "delt beslutning",
}
FOLLOW_UPS: Final = {
    FollowUpAction.FORWARDED: "sendes til orientering",
    FollowUpAction.RESUME_AFTER_HEARING: "genoptages efter høring",
    FollowUpAction.REPORT_BACK: "forelægges igen",
    FollowUpAction.ACTION: "opgave",
    FollowUpAction.OTHER: "andet",
}
SECTION_KINDS: Final = {
    SectionKind.SUMMARY: "resumé",
    SectionKind.RECOMMENDATION: "indstilling",
    SectionKind.DECISION: "beslutning",
    SectionKind.PRESENTATION: "sagsfremstilling",
    SectionKind.DESCRIPTION: "beskrivelse",
    SectionKind.HISTORY: "historik",
    SectionKind.INVOLVEMENT: "inddragelse",
    SectionKind.ASSESSMENT: "vurdering",
    SectionKind.ALTERNATIVES: "alternativer",
    SectionKind.TIMELINE: "tidsplan",
    SectionKind.FINANCIAL_IMPLICATIONS: "økonomi",
    SectionKind.LEGAL_BASIS: "retsgrundlag",
    SectionKind.LEGAL_IMPLICATIONS: "juridiske forhold",
    SectionKind.OTHER_IMPLICATIONS: "andre konsekvenser",
    SectionKind.POLICIES: "politikker",
    SectionKind.CASE_ROUTE: "sagsgang",
    SectionKind.EARLIER_TREATMENTS: "tidligere behandling",
    SectionKind.DECIDING_BODY: "hvem der afgør",
    SectionKind.ATTACHMENTS: "bilag",
    SectionKind.ABSENT: "fravær",
    SectionKind.TOPIC: "underafsnit",
    SectionKind.OTHER: "andet",
}


def cell_label(grid: int, row: int, column: int) -> str:
    """What stands to the left of a cell that is another in the table than in its text."""
    return f"{Below.TABLE} {grid}, række {row}, celle {column}"


def word_read(words: dict[Word, str], printed: str) -> Word:
    """The one that is printed with this word; raises ValueError."""
    for one, word in words.items():
        if word == printed:
            return one
    raise ValueError(printed)
