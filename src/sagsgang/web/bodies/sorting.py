"""In which order names stand: the Danish alphabet, as bytes that every database compares alike."""

from sagsgang.language.collation import collation_key


def sort_key(name: str | None) -> bytes:
    """Danish alphabetical order as bytes; the nameless come last."""
    return collation_key(name).encode()[:1000] if name else b"\xff"
