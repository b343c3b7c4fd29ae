"""Which e-mail addresses in a text are private: those of the services that people use at home."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SERVICES = (
    "gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|proton|protonmail|pm|gmx|aol|"
    "mail|email|mail\\.tele|privat|privat\\.tdcadsl|post\\.tele|post|sol|stofanet|webspeed|youmail|"
    "jubii|jubiimail|ofir|tdcspace|tdcadsl|get2net|mail\\.dk|adr|tiscali|vip\\.cybercity|cool|altibox|"
    "fibermail|waoo|energimail|nrdn|profibermail|pc|city|hafnet|bbsyd|turbopost|dlgtele|dsa-net|elromail|"
    "fiberflex|km-net|c\\.dk|c|os|mailme|forum|oncable|kabelmail|comxnet|newmail|tele2adsl|worldonline"
)
#: "me.com" but not "me.dk": some names are a service under one ending alone.
_EMAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})(?P<at>@|[ ]?[(\[][ ]?(?:at|snabel-?a|a)[ ]?[)\]][ ]?)"
    rf"(?P<domain>(?:{_SERVICES})\.(?:com|dk|net|org|eu|de|se|no|me|ch|co\.uk|fo|gl))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_AT_IN_WORDS = re.compile(r"[(\[][ ]?(?:at|snabel-?a|a)[ ]?[)\]]", re.IGNORECASE)
_NO_SERVICE = frozenset(
    {"me.dk", "mac.dk", "c.com", "post.com", "city.com", "os.com", "forum.com", "cool.com"}
)
_SHARED = re.compile(
    r"forening|klub|kontakt|info|post\b|formand|sekret|bestyrelse|udvalg|lauget|grundejer|borgerforening|"
    r"festival|laug|spejder|\bif\b|idræt|menighed|beboer|ejerlav|antenne|vandværk",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrivateEmail:
    """An address at `start`–`end`; `is_shared` when its name is that of an association."""

    start: int
    end: int
    text: str
    is_shared: bool


def find_private_emails(text: str) -> Iterator[PrivateEmail]:
    """The addresses of private services, written with @ or (at)."""
    if "@" not in text and not _AT_IN_WORDS.search(text):
        return
    for match in _EMAIL.finditer(text):
        if match["domain"].lower() not in _NO_SERVICE:
            is_shared = _SHARED.search(match["local"]) is not None
            yield PrivateEmail(match.start(), match.end(), match[0], is_shared)
