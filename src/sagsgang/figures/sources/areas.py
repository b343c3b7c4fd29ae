"""Which municipality a cell of a file names, or the whole country."""

from sagsgang.reference.municipalities import municipalities, municipality_named

#: The area of the whole country.
COUNTRY = "000"
_COUNTRY = frozenset({"hele landet", "landet", "danmark", "i alt", "landsplan", "000", "0"})


def area_named(text: str) -> str | None:
    """The code of what a cell names: "Thisted", "787", "0787", "Hele landet". None for others."""
    told = " ".join(text.casefold().split())
    if told in _COUNTRY:
        return COUNTRY
    if told.isdigit():
        code = f"{int(told):03}"
        return code if any(each.code == code for each in municipalities()) else None
    found = municipality_named(text)
    return found.code if found else None
