"""eDoc and Acadre: `1.   title`, a block "Sagsnr.: … Sagsbehandler: …", and "Xs beslutning den D
Punkt N"."""

import re

from sagsgang.reading.dialects.standard import Dialect
from sagsgang.reading.layout.sheet import Sheet

_LABEL = re.compile(r"^(?:Sagsnr|Sagsnummer|Dok\.?nr|Doknr|Acadre|Journalnr)\.?\s?:", re.I)


class EDoc(Dialect):
    """Known by its labelled case numbers."""

    name = "edoc"

    def fits(self, sheet: Sheet, seen: frozenset[str]) -> float:
        """Sure when most items have a labelled case number."""
        labelled = sum(
            1 for text in sheet.text if text and text[0] in "SDAJsdaj" and _LABEL.match(text)
        )
        return 0.8 if labelled >= 2 else 0.0
