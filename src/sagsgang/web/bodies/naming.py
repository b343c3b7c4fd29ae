"""How the name of a municipality or a body becomes a part of an address, and when two names are
one.
"""

import re
import unicodedata

#: First parts of addresses that belong to pages, so no municipality may have them.
RESERVED = frozenset(
    {
        "",
        "abonner",
        "administration",
        "api",
        "arbejde",
        "arkiv",
        "beskeder",
        "dokument",
        "eksempel",
        "hjaelp",
        "hoeringer",
        "kommuner",
        "konto",
        "ledelsesinformation",
        "mine-moeder",
        "moeder",
        "offentlig",
        "om",
        "opfoelgning",
        "politikker",
        "post",
        "processer",
        "proev",
        "sag",
        "sagsgang",
        "sager",
        "soeg",
        "sprog",
        "static",
        "tal",
    }
    | {"tilfoej", "tjek", "udvalg", "upload"}
)
UNNAMED_MUNICIPALITY = "uden-kommune"
UNNAMED_BODY = "uden-udvalg"

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
)
_MUNICIPALITY_WORD = re.compile(r"\s+kommune$", re.IGNORECASE)
_DEFINITE = (
    ("udvalget", "udvalg"),
    ("raadet", "raad"),
    ("bestyrelsen", "bestyrelse"),
    ("komiteen", "komite"),
    ("forvaltningen", "forvaltning"),
    ("direktionen", "direktion"),
)


def plain(text: str) -> str:
    """Text that every database keeps: no U+0000, no half of a surrogate pair."""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()


def slug_of(name: str, longest: int = 100) -> str:
    """`Børne- og Ungeudvalget` → `boerne-og-ungeudvalget`: ASCII letters, digits and single
    hyphens.
    """
    letters = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")


def municipality_slug(name: str) -> str:
    """`Thyborg Kommune` and `THYBORG KOMMUNE` → `thyborg`; never one of the reserved words."""
    slug = slug_of(_MUNICIPALITY_WORD.sub("", name.strip()))
    return slug if slug not in RESERVED else f"{slug}-kommune".lstrip("-")


def body_key(name: str) -> str:
    """The same for the definite and the indefinite form: `Byrådet` and `Byråd` → `byraad`."""
    slug = slug_of(name)
    for definite, plain in _DEFINITE:
        if slug.endswith(definite):
            return slug.removesuffix(definite) + plain
    return slug
