"""Figures that say of themselves that they are what is left of a whole: "de resterende 26"."""

import re

from sagsgang.checking.quantities import Unit
from sagsgang.checking.text.sentences import Figure

_BEFORE = re.compile(
    r"(?<![a-zæøå])(?:(?:de|den|det) (?:resterende|øvrige|sidste|tilbageværende"
    r"|andre)(?: [a-zæøå]+)?"
    r"|(?:resten|restbeløbet|restbudgettet|nettobeløbet|(?:under|over)skuddet)(?: [a-zæøå]+){0,3},?"
    r"|tilbage (?:er|står|bliver)(?: [a-zæøå]+){0,2}|(?:er|står"
    r"|bliver) (?:der )?tilbage(?: [a-zæøå]+){0,2}) \Z"
)
_AFTER = re.compile(r"\A (?:øvrige|resterende|andre|sidste)(?![a-zæøå])")
_LEFT_AFTER = re.compile(r"\A(?: [a-zæøå-]+){0,3} (?:tilbage|til rest|til overs)(?![a-zæøå])")
_SENT_BACK = re.compile(
    r"(?:sendt|betalt|betales|føres|ført|kommet|vendt|meldt|gået|gik|gav|leveret|trukket) tilbage"
)


def is_rest(figure: Figure) -> bool:
    """True when the words beside a figure say that it is what is left."""
    if figure.unit in (Unit.FRACTION, Unit.POINT) or figure.quantity.is_range:
        return False
    if _LEFT_AFTER.match(figure.after):
        return not _SENT_BACK.search(figure.after[:40])
    before = figure.before[-60:]
    if _BEFORE.search(before):
        return True
    return (
        figure.unit is Unit.NUMBER
        and before.endswith("de ")
        and _AFTER.match(figure.after) is not None
    )
