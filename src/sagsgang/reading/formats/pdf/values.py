"""What a figure in a table looks like, so that columns of figures are told from columns of words."""

import re

_VALUE = re.compile(
    r"^[(]?[-−–+±]?\s?(?:kr\.?\s?)?\d[\d.,\s]*(?:/\d+)?\s?(?:%|pct\.?|kr\.?|t\.?kr\.?|mio\.?(?:\s?kr\.?)?|mia\.?(?:\s?kr\.?)?"
    r"|pct\.?-?\s?point|stk\.?|timer|år|dage|uger)?\s?(?:\([-−–+]?[\d.,\s]+%?\))?[)*¹²³]*$|^[-−–]+$|^n\.?a\.?$",
    re.IGNORECASE,
)


def is_value(text: str) -> bool:
    """Whether the whole text is one figure, with or without its unit, or the dash that stands for none."""
    return bool(_VALUE.match(text))
