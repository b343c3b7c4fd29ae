"""How the points of a numbered list are signed: figures, letters, Roman numerals, bullets."""

BULLET = "-"

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, style: str) -> str:
    """The point's number in `style`: decimal, decimal-zero, or lower/upper -alpha or -roman.

    Numbers that letters or Roman numerals cannot write (below 1; above 3999 in Roman) stand in
    figures, and so does every number in an unknown style.
    """
    kind, _, script = style.partition("-")
    if style == "decimal-zero":
        return f"{number:02d}"
    if script == "alpha" and number > 0:
        text = _letters(number)
    elif script == "roman" and 0 < number < 4000:
        text = _roman(number)
    else:
        return str(number)
    return text.upper() if kind == "upper" else text


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    text = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
