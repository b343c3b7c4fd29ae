"""Which number a Danish number word is: "seks", "otteogtyve", "én".

"En" and "et" are left out: they are articles more often than numbers.
"""

from functools import cache

_ONES = ("én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TEENS = (
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
)
_TENS = {
    20: ("tyve",),
    30: ("tredive",),
    40: ("fyrre", "fyrretyve"),
    50: ("halvtreds", "halvtredsindstyve"),
    60: ("tres", "tresindstyve"),
    70: ("halvfjerds", "halvfjerdsindstyve"),
    80: ("firs", "firsindstyve"),
    90: ("halvfems", "halvfemsindstyve"),
}


@cache
def number_words() -> dict[str, int]:
    """Every number word from 1 to 100, in lower case, with its number."""
    words = {word: number for number, word in enumerate(_ONES, start=1)} | {"ét": 1}
    words |= {word: number for number, word in enumerate(_TEENS, start=10)}
    for tens, spellings in _TENS.items():
        for word in spellings:
            words[word] = tens
            for one, name in enumerate(("en", *_ONES[1:]), start=1):
                words[f"{name}og{word}"] = tens + one
            words[f"étog{word}"] = words[f"énog{word}"] = tens + 1
    return words | {"hundrede": 100, "ethundrede": 100}
