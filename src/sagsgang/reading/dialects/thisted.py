"""Thisted: Sagstema first, decision last, what was decided earlier before it."""

from sagsgang.reading.dialects.standard import Dialect


class Thisted(Dialect):
    """Headings of the layout; the rest is as in `standard`."""

    name = "thisted"
    signature = (
        "Sagstema",
        "Redegørelse",
        "Retsgrundlag",
        "Høring og sagsgang",
        "Indstilling",
        "Beslutning",
    )
