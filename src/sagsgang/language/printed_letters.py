"""A letter that paper cannot show is named on it: ‹U+1F600›; so that nothing is lost there."""

import re
import unicodedata
from collections.abc import Callable

_NAMED = re.compile("‹U\\+([0-9A-F]{4,6})›")
_LIKE_NAMED = re.compile("‹(?=U\\+[0-9A-F]{4,6}›)")


def letters_named(text: str, is_shown: Callable[[str], bool]) -> str:
    """The text with every letter named that is not shown, and every one that would run into the
    letter before it."""
    if text.isascii():
        return text
    text = _LIKE_NAMED.sub(_name("‹"), text)
    named = {letter for letter in set(text) if not letter.isascii() and not is_shown(letter)}
    if not unicodedata.is_normalized("NFC", text):
        named |= {letter for letter in set(text) if unicodedata.combining(letter)}
        named |= {letter for letter in set(text) if not unicodedata.is_normalized("NFC", letter)}
    if not named:
        return text
    text = text.translate({ord(letter): _name(letter) for letter in named})
    if not unicodedata.is_normalized("NFC", text):  # letters that only meet, as in Hangul
        return "".join(letter if letter.isascii() else _name(letter) for letter in text)
    return text


def letters_read(text: str) -> str:
    """The text that `letters_named` was given."""
    if "‹" not in text:
        return text
    return _NAMED.sub(lambda name: _letter(name[1]), text)


def _name(letter: str) -> str:
    return f"‹U+{ord(letter):04X}›"


def _letter(number: str) -> str:
    code = int(number, 16)
    is_letter = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_letter else f"‹U+{number}›"
