"""Mentions of items of this meeting ("se punkt 14"), and which numbers the items have."""

import re
from collections.abc import Iterator

from sagsgang.checking.cited.prose import Spot, sentence_around, spots
from sagsgang.checking.seen import lowered
from sagsgang.language.dates import find_dates
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.reference.bodies import find_bodies, same_body

_ITEM = r"(?:dagsordens)?(?:punkt|pkt\.?|sag nr\.?)[ \t](?:nr\.?[ \t])?"
#: One of these stands in every mention.
_WORDS = ("punkt ", "pkt", "sag nr", "punkt nr", "punkt\t")
_LEAD = (
    r"(?:se|jf\.?|jævnfør|sammen med|i forlængelse af|behandle(?:s|t) under|henvises til|"
    r"drøftes under|før|efter|flyttes til|hører til)[ \t](?:også[ \t]|under[ \t]|i[ \t]|"
    r"dagsordenens[ \t])*"
)
_BEHIND = (
    r"(?:på (?:denne )?dagsorden|behandles|blev behandlet|udgår|udgik|udsættes|på dagens|"
    r"i dette referat)"
)
#: Only what can hardly mean a point of something else than the agenda.
_MENTION = re.compile(
    rf"\b{_LEAD}{_ITEM}(?P<number>[0-9]{{1,4}})(?![.,/]?[0-9]|[a-zæøå)])"
    r"|\bdagsordens(?:punkt|ens punkt)[ \t](?:nr\.?[ \t])?(?P<of_agenda>[0-9]{1,4})(?![.,/]?[0-9])"
    rf"|\b{_ITEM}(?P<on_agenda>[0-9]{{1,4}})[ \t]{_BEHIND}",
    re.IGNORECASE,
)
#: Points of a law, statutes or a list are no items.
_OTHERS = re.compile(
    r"§|\bstk\.|vedtægt|\blov\b|loven\b|aftale|bekendtgørelse|ovenfor|nedenfor|ovenstående|"
    r"indstilling|handleplan|handlingsplan|anbefaling|referatet? fra|kontrakt|tilbud|høringssvar|"
    r"\bliste|\bside\b|forløb|(?:sidste|seneste|tidligere|forrige|næste) møde|"
    r"møde[tr]? (?:den|d\.|i)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]+")
_PRINTED_POINT = re.compile(r"^[ \t]*(?:[-*•#]+[ \t]*)?([0-9]{1,3})[.):](?=\s)", re.MULTILINE)


def item_numbers(minutes: Minutes) -> frozenset[int]:
    """The numbers of the items; empty when not every item has one."""
    found = [_NUMBER.search(item.number or "") for item in minutes.items]
    if not all(found):
        return frozenset()
    return frozenset(int(match[0]) for match in found if match)


def mentions(item: AgendaItem, number: int, body: str | None) -> Iterator[tuple[int, Spot]]:
    """The items that an item's own text refers to as of this meeting: (number, where).

    A sentence that names a day, another body or another text is about something else.
    """
    if not any(word in lowered(section.text) for section in item.sections for word in _WORDS):
        return
    lists = {
        int(each) for section in item.sections for each in _PRINTED_POINT.findall(section.text)
    }
    for spot, match, text in spots(item, number, _MENTION, *_WORDS, with_decision=True):
        told = int(match["number"] or match["of_agenda"] or match["on_agenda"])
        around = sentence_around(text, spot.start, spot.end)
        if told in lists or told <= len(item.recommendations) or _OTHERS.search(around):
            continue
        if find_dates(around) or any(
            not (body and same_body(found.name, body)) for found in find_bodies(around)
        ):
            continue
        yield told, spot


def meetings_linked(item: AgendaItem, number: int) -> Iterator[tuple[str, str, Spot]]:
    """A day of a meeting and the day in the link right after it, where the two differ.

    "på mødet den 3. juni 2024 (link til sag nr. 3 i udvalgets møde den 4. juni 2024)".
    """
    for spot, match, _ in spots(item, number, _LINKED, "link til"):
        told, linked = find_dates(match["told"]), find_dates(match["linked"])
        if len(told) != 1 or len(linked) != 1:
            continue
        one, other = told[0].date, linked[0].date
        if one != other:
            yield match["told"].strip(), match["linked"].strip(), spot


_DAY = r"[0-9]{1,2}[.\-/][ \t]?[\wæøå]{2,9}[ .\-/]{1,2}(?:19|20)[0-9]{2}"
_LINKED = re.compile(
    rf"\bmødet?[ \t](?:den|d\.)[ \t](?P<told>{_DAY})[ \t]?\(\[?link til (?:sag|punkt)"
    rf"[^()\n]{{0,90}}?[ \t](?P<linked>{_DAY})[^()\n]{{0,20}}\)",
    re.IGNORECASE,
)
