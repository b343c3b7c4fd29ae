"""Where in an item a sentence of its decision stands."""

from sagsgang.checking.decided.words import decision_place
from sagsgang.checking.finding import Place
from sagsgang.minutes import AgendaItem
from sagsgang.minutes.base import Lines


def place_of(item: AgendaItem, number: int, words: str = "") -> tuple[Place, Lines]:
    """The place of `words` in the decision of item number `number`, or of all of it; its lines."""
    for at, text in decision_place(item):
        start = text.find(words) if words else -1
        spans = ((start, start + len(words)),) if start >= 0 else ()
        return Place(item=number, section=at, spans=spans), item.sections[at].lines
    return Place(item=number), item.lines
