"""One point of a recommendation (indstilling)."""

from sagsgang.minutes.base import Noun


class Recommendation(Noun):
    """`number` as printed or counted from 1; `option` is true when points exclude each other ("1
    … eller 2 …")."""

    number: int
    text: str
    addressee: str | None = None
    option: bool = False
