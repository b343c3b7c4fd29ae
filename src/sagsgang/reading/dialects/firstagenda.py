"""The web layout of FirstAgenda Publication: decision first, then the account with all its
sections inside it."""

from sagsgang.reading.dialects.standard import Dialect
from sagsgang.reading.layout.sheet import Sheet


class FirstAgenda(Dialect):
    """ "Fremstilling" holds the sections; `number title` without "Punkt"."""

    name = "firstagenda"
    signature = ("Beslutning", "Fremstilling", "Sagsprocedure")
    container_words = ("Fremstilling",)

    def fits(self, sheet: Sheet, seen: frozenset[str]) -> float:
        """As in `standard`, a little surer than a layout with as many headings."""
        return super().fits(sheet, seen) * 1.02
