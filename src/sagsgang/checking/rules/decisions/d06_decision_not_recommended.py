"""D06: a decision is about something that the item does not mention at all."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.decided.place import place_of
from sagsgang.checking.decided.words import case_text, decision_sentences
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, DocumentKind, Minutes

CODE = "D06"
TITLE = Words(
    da="Beslutning om noget, sagen ikke nævner", en="Decision about what the item does not mention"
)
FAMILY = Family.DECISIONS
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

#: "Model B valgt", "Løsningsforslag 2 godkendt".
_CHOSEN = re.compile(
    r"\b(?P<kind>model|scenarie|scenario|løsningsforslag|alternativ|mulighed|forslag|variant)\s+"
    r"(?P<which>[A-F0-9]{1,2})\b(?=[^.]{0,30}\b(?:valg|godkend|vedtag|anbefal))",
    re.IGNORECASE,
)
_OFFERS = r"(?:model|scenari|løsning|alternativ|mulighed|forslag|variant|option|valg)"
#: "Mødeplanen blev godkendt.", "Udvalget godkendte mødeplanen."
_OBJECT = re.compile(
    r"^(?P<before>[A-ZÆØÅ][\wæøå-]+(?:\s[\wæøå-]+){0,2})\s(?:blev|er|blev hermed)\s(?:godkendt|"
    r"vedtaget|drøftet|taget til efterretning)\b"
    r"|^(?:[A-ZÆØÅ][\w-]*udvalget|Udvalget|Rådet|Byrådet)\s(?:godkendte|vedtog|drøftede)\s"
    r"(?P<after>[\wæøå-]+)\s?[.]",
)
_WORD = re.compile(r"[a-zæøå]{6,}")
#: Words for the item itself, whatever it is about.
_GENERAL = re.compile(
    r"^(?:indstilling|orientering|sagen|punkt|udvalg|forslag|dagsorden|beslutning|begge|beretning|"
    r"forvaltning|administration|status|referat|meddelelse|redegørelse|anbefaling|møde|emne|"
    r"ændring|følgende|program|oplæg|materiale|rapport|planen)"
)
_STEM = 5
_LONGEST = 200


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The choice or the thing that a decision names, looked for in what the item says before."""
    if minutes.kind is not DocumentKind.MINUTES:
        return
    for number, item in enumerate(minutes.items):
        if item.is_closed or not item.recommendations or not item.decision:
            continue
        words = _not_mentioned(item)
        if words is None:
            continue
        place, lines = place_of(item, number)
        yield context.finding(
            context.say(
                da=f"Beslutningen er om «{words}», som sagen ikke nævner. Hører den til her?",
                en=f"The decision is about «{words}», which the item does not mention. "
                "Does it belong here?",
            ),
            confidence=0.5,
            item=item,
            lines=lines,
            printed=[words],
            place=place,
        )


def _not_mentioned(item: AgendaItem) -> str | None:
    sentences = decision_sentences(item)
    if not sentences or len(sentences[0]) > _LONGEST:
        return None
    said = case_text(item).casefold()
    if chosen := _CHOSEN.search(item.decision.text[:_LONGEST] if item.decision else ""):
        return None if _is_offered(chosen, item, said) else chosen[0]
    match = _OBJECT.match(sentences[0])
    if match is None:
        return None
    words = (match["before"] or match["after"]).casefold()
    if _GENERAL.match(words) or any(_GENERAL.match(word) for word in words.split()):
        return None
    nouns = _WORD.findall(words)
    # a compound may be split or shortened: any five letters of it in the item are enough
    known = [noun for noun in nouns if noun[:_STEM] in said or _ending(noun) in said]
    return None if known or not nouns else match["before"] or match["after"]


def _is_offered(chosen: re.Match[str], item: AgendaItem, said: str) -> bool:
    """True when the item offers the choice: as a point, after a word for one, or in a list."""
    which = re.escape(chosen["which"].casefold())
    if which.isdigit() and int(which) <= len(item.recommendations):
        return True
    named = rf"{_OFFERS}\w{{0,20}}[^.\n]{{0,30}}(?<![\w.,]){which}(?![\w,])"
    listed = rf"(?:^|\t)[-*• (]{{0,3}}{which}(?:[.):\t]|$)"
    return re.search(f"{named}|{listed}", said, re.MULTILINE) is not None


def _ending(noun: str) -> str:
    """The last letters of a noun without its article: "budgettet" → "udgett"."""
    return re.sub(r"(?:et|en|erne|ene|ne)$", "", noun)[-6:]
