"""Which whole amounts a person may type in a statement, and how they are written back."""

import re
from decimal import Decimal

from sagsgang.language.numbers import format_number, parse_number

#: Nothing a municipality grants has more digits.
MOST_DIGITS = 12
_BRACKETS = re.compile(r"\(\s*([0-9.]+)\s*\)")


class AmountError(ValueError):
    """What was typed is no whole amount; the message is Danish and says what to type instead."""


def amount_typed(text: str) -> Decimal | None:
    """The whole amount that was typed ("-5.390", "1.000", "1000"); None for an empty field.

    Raises AmountError for anything else: brackets, decimals, words, a point in the wrong place.
    """
    text = " ".join(text.split())
    if not text:
        return None
    if inside := _BRACKETS.fullmatch(text):
        raise AmountError(f"Skriv -{inside[1]} i stedet for {text}: minus foran, ingen parentes.")
    number = parse_number(text)
    if number is None:
        raise AmountError(f"»{text[:30]}« er ikke et beløb. Skriv et helt tal, fx -5.390 eller 64.")
    if number.decimals:
        raise AmountError(f"Skriv hele beløb uden komma: »{text[:30]}« har decimaler.")
    if len(number.value.as_tuple().digits) > MOST_DIGITS:
        raise AmountError(f"»{text[:30]}« har flere cifre end noget beløb i et budget.")
    return number.value


def amount_written(amount: Decimal | None) -> str:
    """The amount as it is printed ("-5.390"); "" where none is filled in."""
    return "" if amount is None else format_number(amount)
