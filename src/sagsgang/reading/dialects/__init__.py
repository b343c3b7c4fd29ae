"""The layouts of Danish minutes, one a file; the reader chooses by itself."""

from sagsgang.reading.dialects.edoc import EDoc
from sagsgang.reading.dialects.firstagenda import FirstAgenda
from sagsgang.reading.dialects.holstebro import Holstebro
from sagsgang.reading.dialects.lemvig import Lemvig
from sagsgang.reading.dialects.sbsys import Sbsys
from sagsgang.reading.dialects.soenderborg import Soenderborg
from sagsgang.reading.dialects.standard import Dialect, headings_seen
from sagsgang.reading.dialects.thisted import Thisted
from sagsgang.reading.dialects.viborg import Viborg
from sagsgang.reading.layout.sheet import Sheet

#: The dialects the reader chooses among; `standard` reads what fits none.
DIALECTS: tuple[Dialect, ...] = (
    Thisted(),
    Viborg(),
    Lemvig(),
    Soenderborg(),
    Holstebro(),
    FirstAgenda(),
    EDoc(),
    Sbsys(),
)
STANDARD = Dialect()
_LEAST = 0.7


def choose(sheet: Sheet) -> Dialect:
    """The dialect that fits best, or `standard`."""
    seen = headings_seen(sheet)
    best, fit = STANDARD, _LEAST
    for dialect in DIALECTS:
        if fit < 1 and (fits := dialect.fits(sheet, seen)) >= fit:
            best, fit = dialect, fits
    return best


__all__ = ["DIALECTS", "STANDARD", "Dialect", "choose"]
