"""What the headings, outcomes and laws of a list of appeals are called."""

import re

from sagsgang.figures.sources.files import plain

OUTCOMES = ("upheld", "changed", "remitted", "not_considered")
#: The outcomes that decide a case on its merits, the most far-reaching first.
DECIDED = ("changed", "remitted", "upheld")
OUTCOME_TITLES = {
    "upheld": "stadfæstet",
    "changed": "ændret eller ophævet",
    "remitted": "hjemvist",
    "not_considered": "ikke realitetsbehandlet",
}
_OUTCOME_WORDS = {
    "upheld": (
        "stadfæstet",
        "stadfæstede",
        "stadfæstelse",
        "stadfæstelser",
        "medhold til kommunen",
    ),
    "changed": (
        *("ændret", "ændrede", "ændring", "ændringer", "ophævet", "ophævede", "ophævelse"),
        *("ændret ophævet", "ændrede og ophævede", "ændring ophævelse", "ændret og ophævet"),
        *("ændrede ophævede", "ændret eller ophævet", "omgjort ved ændring", "ophævelser"),
    ),
    "remitted": (
        *("hjemvist", "hjemviste", "hjemvisning", "hjemvisninger"),
        *("hjemvist til fornyet behandling", "hjemvist til ny behandling"),
    ),
    "not_considered": (
        *("ikke realitetsbehandlet", "ikke realitetsbehandlede", "afvist", "afviste", "afvisning"),
        *("henvist", "henviste", "henvisning", "bortfaldet", "bortfaldne", "bortfald"),
        *("afvist henvist bortfald", "afvist henvist bortfaldet", "tilbagekaldt"),
        *("afvisning henvisning bortfald", "afviste henviste og bortfaldne"),
    ),
}
HEADINGS = {
    **_OUTCOME_WORDS,
    "law": ("lov", "lovområde", "lovgivning", "regelsæt"),
    "paragraph": ("paragraf", "§", "bestemmelse", "lov og paragraf"),
    "subject": ("emne", "sagsemne", "sagsområde", "ydelse"),
    "period": ("år", "afgørelsesår", "afgørelsesdato", "dato", "periode"),
    "area": ("kommune", "kommunenavn", "kommunekode", "område"),
    "outcome": ("udfald", "resultat", "afgørelse", "afgørelsestype"),
    "count": ("antal", "antal sager", "sager"),
    "decision": ("afgørelsesnummer", "afgørelsesnr", "afgørelse nr", "beslutningsnummer"),
    "case": ("sagsnummer", "sagsnr", "journalnummer", "j nr"),
}
SEVERAL = frozenset({"changed", "not_considered"})
_BY_WORD = {plain(word): outcome for outcome, words in _OUTCOME_WORDS.items() for word in words}
_LAWS = {
    "lov om en aktiv beskæftigelsesindsats": "LAB",
    "beskæftigelsesindsatsloven": "LAB",
    "lov om aktiv socialpolitik": "LAS",
    "aktivloven": "LAS",
    "sygedagpengeloven": "SDP",
    "lov om sygedagpenge": "SDP",
    "lov om social service": "SEL",
    "serviceloven": "SEL",
    "barnets lov": "BL",
    "lov om social pension": "PL",
    "pensionsloven": "PL",
}
_PARAGRAPH = re.compile(r"§?\s*(?P<number>[0-9]+)\s*(?P<letter>[a-zæøå]?)(?P<rest>\b.*)", re.DOTALL)


def outcome_of(text: str) -> str | None:
    """The outcome that a cell names; None for what is none, such as "delvist omgjort"."""
    return _BY_WORD.get(plain(text))


def law_of(text: str) -> str:
    """The law's abbreviation: "Lov om aktiv socialpolitik (LAS)" is "LAS"."""
    told = " ".join(text.split())
    if known := _LAWS.get(told.casefold()):
        return known
    bracketed = re.search(r"\(([A-ZÆØÅ]{2,4})\)\Z", told)
    return bracketed[1] if bracketed else told.upper() if len(told) <= 4 else told


def paragraph_of(text: str) -> str:
    """ "36", "§36" and "§ 36" are "§ 36"; what else stands is kept."""
    told = " ".join(text.split())
    match = _PARAGRAPH.fullmatch(told)
    if match is None:
        return told
    letter = f" {match['letter']}" if match["letter"] else ""
    return f"§ {match['number']}{letter}{match['rest']}".rstrip()
