"""Viborg: decision before the account, whose sections all stand inside Sagsfremstilling."""

from sagsgang.reading.dialects.standard import Dialect


class Viborg(Dialect):
    """Headings of the layout; the rest is as in `standard`."""

    name = "viborg"
    signature = (
        "Resume",
        "Indstilling",
        "Sagsfremstilling",
        "Historik",
        "Inddragelse og høring",
        "Tidsperspektiv",
        "Juridiske og planmæssige forhold",
    )
    container_words = ("Sagsfremstilling",)
