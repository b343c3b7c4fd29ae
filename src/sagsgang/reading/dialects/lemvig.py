"""Lemvig: decision third, and a field for the body that decides."""

from sagsgang.reading.dialects.standard import Dialect


class Lemvig(Dialect):
    """Headings of the layout; the rest is as in `standard`."""

    name = "lemvig"
    signature = (
        "Resumé",
        "Indstilling",
        "Sagsfremstilling",
        "Sagen afgøres endeligt af",
        "Politikker og strategier",
        "Tidligere politisk behandling",
    )
