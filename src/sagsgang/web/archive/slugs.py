"""How meetings and items are named in addresses, so that an address once given stays."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sagsgang.web.bodies.naming import slug_of


def meeting_slug(starts_at: datetime | None, sha256: str, taken: Iterable[str]) -> str:
    """`2025-05-12`; with the hour when the day is taken; from the file's hash when there is no
    date.
    """
    used = set(taken)
    if starts_at is None:
        candidates = [f"uden-dato-{sha256[:8]}", f"uden-dato-{sha256}"[:60]]
    else:
        candidates = [
            f"{starts_at:%Y-%m-%d}",
            f"{starts_at:%Y-%m-%d-%H%M}",
            f"{starts_at:%Y-%m-%d-%H%M%S}",
        ]
    return next(slug for slug in candidates if slug not in used)


def item_slugs(numbers: Sequence[str | None]) -> list[str]:
    """The items' numbers, made different: `17`, `17-2` for the second 17, `uden-nummer-3` for the
    third.
    """
    slugs: list[str] = []
    used: set[str] = set()
    for position, number in enumerate(numbers, start=1):
        base = slug_of(number or "", longest=40) or f"uden-nummer-{position}"
        slug, again = base, 2
        while slug in used:
            slug, again = f"{base}-{again}", again + 1
        used.add(slug)
        slugs.append(slug)
    return slugs


def case_slug(case_number: str) -> str:
    """`15.00.30-G01-1-20` → `15-00-30-g01-1-20`; empty when no sign of it fits an address."""
    return slug_of(case_number, longest=120)
