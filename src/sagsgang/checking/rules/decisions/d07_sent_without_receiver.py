"""D07: a decision sends the case to a hearing, or on, and says to nobody."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.decided.place import place_of
from sagsgang.checking.decided.words import case_text, decision_sentences
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, DocumentKind, Minutes
from sagsgang.reference.bodies import find_bodies

CODE = "D07"
TITLE = Words(da="Sendt uden modtager", en="Sent on without a receiver")
FAMILY = Family.DECISIONS
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_HEARING = re.compile(r"\b(?:i|efter|på)\s(?:endt\s|fornyet\s|en\s|ny\s)?høring\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:oversend|videresend|fremsend|henvis)(?:es|t|te|er)\b(?P<after>[^.;]*)", re.IGNORECASE
)
#: Somebody or something named after "til", "hos", "blandt": the rest of the sentence says whom.
_RECEIVER = re.compile(
    r"\b(?:til|hos|blandt|i|af|fra|for|ved)\s(?!orientering\b|efterretning\b|udtalelse\b|"
    r"behandling\b|drøftelse\b|(?:en\s|ny\s|fornyet\s|offentlig\s)?høring\b|perioden\b|uge\b|[0-9]|"
    r"videre\b|beslutning\b|den\s[0-9]|januar|februar|marts|april|maj|juni|juli|august|september|"
    r"oktober|november|december|\w+\s(?:uger|måneder)|henblik)[A-ZÆØÅa-zæøå]",
)
_HEARD = re.compile(
    r"offentlig\w*\s(?:\w+\s)?høring|høringspart|høringsberettig|høringsliste|"
    r"\bhør(?:es|ing\w*)\b[^.]{0,80}\b(?:i|hos|blandt|af|fra|til|ved)\s(?:de[nt]?\s)?[A-ZÆØÅa-zæøå]{0,40}"
    r"(?:råd|udvalg|bestyrelse|med\b|part|borger|forening|forældre|nabo|beboer|skole|"
    r"virksomhed|kommune)|\bhøringssvar\b",
    re.IGNORECASE,
)
#: A hearing with its period has been arranged; what is recommended goes to the next body.
_ARRANGED = re.compile(
    r"\bperioden\b|\bfrist\w*|\buger\b|\banbefal|[0-9]\.\s\w+\s?[-–]\s?[0-9]", re.IGNORECASE
)
_ADVISES = re.compile(r"(?:råd|med|bestyrelse)(?:et|en|erne|s)?$", re.IGNORECASE)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The sentences of decisions that send on, without anybody named there or in the item."""
    if minutes.kind is not DocumentKind.MINUTES:
        return
    for number, item in enumerate(minutes.items):
        if item.is_closed:
            continue
        for sentence in decision_sentences(item):
            is_hearing = _HEARING.search(sentence) is not None
            if not (is_hearing or _is_sent_to_nobody(sentence)) or _names_receiver(sentence):
                continue
            if is_hearing and _is_told(item, sentence):
                continue
            place, lines = place_of(item, number, sentence)
            yield context.finding(
                context.say(
                    da=f"«{sentence}» siger ikke, hvem sagen skal til.",
                    en=f"«{sentence}» does not say to whom.",
                ),
                confidence=0.85,
                item=item,
                lines=lines,
                printed=[sentence],
                suggestion=context.say(
                    da="Skriv, hvem der skal høres, eller hvem sagen sendes til.",
                    en="Write who is heard, or to whom the case is sent.",
                ),
                place=place,
            )


def _is_sent_to_nobody(sentence: str) -> bool:
    match = _SENT.search(sentence)
    return bool(match and not _RECEIVER.search(match["after"]))


def _names_receiver(sentence: str) -> bool:
    """A body, or anybody after "til", "hos" or "blandt", or a hearing with its period."""
    if "offentlig" in sentence.casefold() or _ARRANGED.search(sentence):
        return True
    hearing = _HEARING.search(sentence)
    rest = sentence[hearing.end() :] if hearing else sentence
    return bool(find_bodies(sentence) or _RECEIVER.search(rest))


def _is_told(item: AgendaItem, sentence: str) -> bool:
    """True when the item, or another sentence of the decision, says who is heard."""
    if any(_ADVISES.search(stop.body) for stop in item.case_route):
        return True
    decided = item.decision.text.replace(sentence, "") if item.decision else ""
    said = f"{case_text(item)}\n{decided}"
    return _HEARD.search(said) is not None
