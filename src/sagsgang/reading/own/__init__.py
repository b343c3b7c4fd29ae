"""What Sagsgang printed itself → minutes: the reader of our own layout."""

from sagsgang.reading.own.document import DIALECT, minutes_of, read_printed
from sagsgang.reading.own.walk import NotOurs, lines_of

__all__ = ["DIALECT", "NotOurs", "lines_of", "minutes_of", "read_printed"]
