"""Whether the words beside an amount add it or take it away."""

import re
from collections.abc import Sequence

from sagsgang.checking.text.sentences import Figure

_LESS = re.compile(
    r"(?<![a-zæøå])(?:reducer|nedsæt|nedsat|sænk|fald|mindre|færre|trækk?e|træk|afgiv|fratræk|spare"
    r"|besparelse|minus|udgår|bortfald|tilbageføre|afdrag|modgå|modsat|lavere|tages fra|flyttes til"
    r"|flyttes fra)[a-zæøå]*"
)
_MORE = re.compile(
    r"(?<![a-zæøå])(?:tilfør|tillæg|øg|stig|hæv|forhøj|kompens|flere|mer(?:udgift|forbrug"
    r"|indtægt)|højere"
    r"|udvid|modtage|får|ekstra|nyt lån)[a-zæøå]*"
)


def sign_of(figure: Figure) -> int:
    """1 when the words add the amount, -1 when they take it away, 0 when they do not say.

    The word nearest before it counts, else the one just after.
    """
    before = figure.before[-90:]
    less = max((each.end() for each in _LESS.finditer(before)), default=-1)
    more = max((each.end() for each in _MORE.finditer(before)), default=-1)
    if less < 0 and more < 0:
        after = re.split(r"[,.;(]| og ", figure.after[:30], maxsplit=1)[0]
        if _LESS.search(after):
            return -1
        return 1 if _MORE.search(after) else 0
    return -1 if less > more else 1


def signs_of(figures: Sequence[Figure]) -> list[int]:
    """The signs of a list: one without a word has that of the one before it, the first adds."""
    signs: list[int] = []
    for figure in figures:
        signs.append(sign_of(figure) or (signs[-1] if signs else 1))
    return signs
