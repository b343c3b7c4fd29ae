"""A section of an agenda item: its heading, what kind it is, and its text."""

from enum import StrEnum

from sagsgang.minutes.base import Lines, Noun


class SectionKind(StrEnum):
    """What a section is for; the words that announce each are data in `reference/`."""

    SUMMARY = "summary"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    PRESENTATION = "presentation"
    DESCRIPTION = "description"
    HISTORY = "history"
    INVOLVEMENT = "involvement"
    ASSESSMENT = "assessment"
    ALTERNATIVES = "alternatives"
    TIMELINE = "timeline"
    FINANCIAL_IMPLICATIONS = "financial_implications"
    LEGAL_BASIS = "legal_basis"
    LEGAL_IMPLICATIONS = "legal_implications"
    OTHER_IMPLICATIONS = "other_implications"
    POLICIES = "policies"
    CASE_ROUTE = "case_route"
    EARLIER_TREATMENTS = "earlier_treatments"
    DECIDING_BODY = "deciding_body"
    ATTACHMENTS = "attachments"
    ABSENT = "absent"
    TOPIC = "topic"
    OTHER = "other"


class Section(Noun):
    """`lines` run from the heading's line to the last line of the section's own text.

    `text` has paragraphs separated by an empty line; list points and table rows stand on a line
    each,
    table cells separated by a tab. What belongs to a section of level 2 is not repeated in its
    parent.
    """

    heading: str
    kind: SectionKind
    level: int = 1
    lines: Lines
    text: str
    #: False where only those of the house read it; a public rendition is without it.
    is_public: bool = True
