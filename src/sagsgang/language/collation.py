"""In which order Danish words stand, and when two words count as the same.

Digits come before letters; æ, ø and å are last, and aa is å. Case, accents and punctuation
matter only between words that are otherwise alike. Databases disagree on this, so the keys are
computed here and stored.
"""

import unicodedata

_LETTERS = str.maketrans(
    {"ä": "æ", "ö": "ø", "ü": "y", "ß": "ss", "ð": "d", "þ": "th", "œ": "ø", "ł": "l", "đ": "d"}
)
#: æ, ø and å stand for the three signs that follow z in ASCII.
_LAST = str.maketrans("æøå", "{|}")


def match_key(text: str) -> str:
    """What two spellings of one word share: small letters, no accents, å for aa, single blanks."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(_folded(letter) for letter in composed.translate(_LETTERS))
    return " ".join(letters.replace("aa", "å").split())


def collation_key(text: str) -> str:
    """A string that sorts, by code point, as Danish sorts `text`."""
    words = "".join(letter if letter.isalnum() else " " for letter in match_key(text))
    first = " ".join(words.split()).translate(_LAST)
    # Alike so far: the printed form decides, capitals first.
    return f"{first}\x00{unicodedata.normalize('NFC', text)}"


def _folded(letter: str) -> str:
    """A letter without its accent; æ, ø and å are letters of their own."""
    if letter.isascii() or letter in "æøå":
        return letter
    return "".join(
        part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part)
    )
