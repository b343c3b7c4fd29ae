"""What the tests of reading lean on: small documents as sheets, and read from end to end."""

from collections.abc import Callable

import pytest

from sagsgang.minutes import Minutes
from sagsgang.reading import read
from sagsgang.reading.formats.text import text_lines
from sagsgang.reading.layout.sheet import Sheet, lay_out
from sagsgang.reading.layout.tables import find_tables

HEAD = """\
Referat
Kulturudvalget
Aalmark Kommune

Mødedato: mandag den 5. maj 2025
Mødetidspunkt: kl. 16.30
Mødested: Mødelokale 2
Medlemmer: Ada Holm (A), Bo Lind (V), Cai Bro (Ø)

"""


@pytest.fixture
def sheet_of() -> Callable[[str], Sheet]:
    """The lines of a text, laid out and with its tables found."""

    def sheet(text: str) -> Sheet:
        laid = lay_out(text_lines(text.encode()))
        find_tables(laid)
        return laid

    return sheet


@pytest.fixture
def minutes_of() -> Callable[[str], Minutes]:
    """What a text is read as; most tests put its items below the same head."""

    def minutes(items: str, head: str = HEAD) -> Minutes:
        return read((head + items).encode(), "referat.txt").minutes

    return minutes
