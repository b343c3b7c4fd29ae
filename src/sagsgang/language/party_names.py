"""How the parties' names are written in rosters, and the letter each stands for."""

#: Spelling in lower case → the letter on the ballot paper. Local lists keep what is printed.
LETTER_BY_SPELLING = {
    "socialdemokratiet": "A",
    "socialdemokraterne": "A",
    "socialdemokrat": "A",
    "soc.dem.": "A",
    "soc. dem.": "A",
    "socdem": "A",
    "radikale venstre": "B",
    "det radikale venstre": "B",
    "radikale": "B",
    "de radikale": "B",
    "rv": "B",
    "det konservative folkeparti": "C",
    "konservative folkeparti": "C",
    "konservative": "C",
    "de konservative": "C",
    "kons.": "C",
    "nye borgerlige": "D",
    "nb": "D",
    "socialistisk folkeparti": "F",
    "sf - socialistisk folkeparti": "F",
    "sf": "F",
    "liberal alliance": "I",
    "la": "I",
    "kristendemokraterne": "K",
    "kristeligt folkeparti": "K",
    "kd": "K",
    "moderaterne": "M",
    "dansk folkeparti": "O",
    "df": "O",
    "slesvigsk parti": "S",
    "schleswigsche partei": "S",
    "sp": "S",
    "venstre": "V",
    "venstre, danmarks liberale parti": "V",
    "danmarksdemokraterne": "Æ",
    "dd": "Æ",
    "enhedslisten": "Ø",
    "enhedslisten - de rød-grønne": "Ø",
    "enhl.": "Ø",
    "el": "Ø",
    "alternativet": "Å",
}

#: What is printed for a member of no party.
WITHOUT_PARTY = frozenset(
    {
        "løsgænger",
        "udenfor parti",
        "uden for parti",
        "udenfor partierne",
        "uden for partierne",
        "udenfor gruppe",
        "uden for gruppe",
        "ufp",
        "ufg",
        "up",
    }
)

_LIST_WORDS = ("liste", "parti")


def party_of(text: str) -> str | None:
    """The letter `text` stands for; a local list or "løsgænger" as printed; None when no party.

    One to three capital letters are a party as printed ("A", "Ø", "BLR") unless they abbreviate a
    known name ("SF" is F). A longer unknown name counts when a word says it is a list or a party.
    """
    printed = " ".join(text.replace("–", "-").split()).strip(" .")
    lowered = printed.lower()
    letter = LETTER_BY_SPELLING.get(lowered) or LETTER_BY_SPELLING.get(lowered + ".")
    if letter:
        return letter
    if lowered.startswith(("liste ", "parti ")) and len(printed) <= 8:
        return printed.split()[-1].upper()
    if lowered in WITHOUT_PARTY:
        return printed
    if 1 <= len(printed) <= 3 and printed.isalpha() and printed.isupper():
        return printed
    is_name = printed[:1].isupper() and len(printed) <= 40 and printed.count(" ") <= 3
    if is_name and any(word in lowered for word in _LIST_WORDS):
        return printed
    return None
