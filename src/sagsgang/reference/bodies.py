"""Whether two names mean the same body, however they are printed."""

import re

_TERM = re.compile(r"\(?\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\b\)?")


def same_body(one: str, other: str) -> bool:
    """Whether two printed names are one body: case, hyphens, terms, "&", and genitive or definite endings do not count."""
    return _key(one) == _key(other)


def _key(name: str) -> str:
    bare = _TERM.sub(" ", name).replace("&", "og").casefold()
    letters = "".join(filter(str.isalpha, bare))
    return re.sub(r"(?:ets|et|ens|en|s)$", "", letters)
