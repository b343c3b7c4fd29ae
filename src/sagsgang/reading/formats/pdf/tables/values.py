"""What figures look like, so that columns of figures are told from columns of words."""

import re

_VALUE = re.compile(
    r"^[(]?[-−–+±]?\s?(?:kr\.?\s?)?\d[\d.,\s]*(?:/\d+)?\s?(?:%|pct\.?|kr\.?|t\.?kr\.?|mio\.?(?:\s?kr\.?)?|mia\.?(?:\s?kr\.?)?"
    r"|pct\.?-?\s?point|stk\.?|timer|år|dage|uger)?\s?(?:\([-−–+]?[\d.,\s]+%?\))?[)*¹²³]*$|^[-−–]+$|^n\.?a\.?$",
    re.IGNORECASE,
)


def is_value(text: str) -> bool:
    """Whether a text is one figure, with or without its unit, or the dash for none."""
    return bool(_VALUE.match(text))


_FIGURE = re.compile(r"^[-−–+]?\d+(?:\.\d{3})*(?:,\d+)?%?$")


def figures_in(text: str) -> list[str]:
    """The figures that stand side by side in a text of nothing else; fewer than two are none.

    "1 250" is one figure whose thousands are set off by a blank.
    """
    words = text.split(" ")
    if len(words) < 2 or not all(map(_FIGURE.match, words)):
        return []
    if all(word.isdigit() and len(word) == 3 for word in words[1:]):
        return []
    return words
