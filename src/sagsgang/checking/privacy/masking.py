"""How a secret is told without telling it: enough to find it by, never the whole."""

import re

from sagsgang.checking.privacy.personal_number import find_personal_numbers
from sagsgang.minutes import Source

#: The rules whose findings are not shown with the text around: it would tell what they hide.
UNQUOTED = frozenset({"P01", "P02", "P03", "P04", "P05", "P06", "P09", "P10"})

_DIGIT = re.compile(r"[0-9]")
#: Only where so many digits stand can there be a personal number.
_MAYBE = re.compile(
    r"[0-9]{5}[^0-9A-Za-z]{0,5}[0-9]{4}|[0-9]{2}[^0-9A-Za-z][0-9]{2}[^0-9A-Za-z][0-9]{2,4}[^0-9]"
)
_SHOWN_DIGITS = 4
_DOT = "•"


def without_personal_numbers(text: str) -> str:
    """The text with every personal number in it masked: for what is printed or written down."""
    if not _MAYBE.search(text):
        return text
    parts, at = [], 0
    for number in find_personal_numbers(text):
        parts += [text[at : number.start], number.masked]
        at = number.end
    return "".join((*parts, text[at:]))


def named_without_secrets(source: Source) -> Source:
    """The source with no personal number in its name."""
    name = without_personal_numbers(source.name)
    return source if name == source.name else source.model_copy(update={"name": name})


def masked_number(text: str) -> str:
    """The last four digits of a phone or account number: "xx xx 12 34"."""
    hidden = max(0, len(_DIGIT.findall(text)) - _SHOWN_DIGITS)

    def shown(digit: re.Match[str]) -> str:
        nonlocal hidden
        hidden -= 1
        return "x" if hidden >= 0 else digit[0]

    return _DIGIT.sub(shown, " ".join(text.split()))


def masked_name(name: str) -> str:
    """The initials: "B. L."."""
    return " ".join(f"{word[0]}." for word in name.split() if word[:1].isalpha())


def masked_address(text: str) -> str:
    """The street without its numbers: "Birkevej •"."""
    return re.sub(r"[0-9]+(?:\s?[A-Za-z]\b)?", _DOT, " ".join(text.split()))


def masked_email(text: str) -> str:
    """The domain alone: "•••@gmail.com"."""
    return _DOT * 3 + "@" + re.split(r"@|\(at\)|\[at\]|\(a\)", text.lower())[-1].strip()
