"""The addresses of what is published: they never change, and closed matter has none."""

from urllib.parse import quote

from django.conf import settings

ROOT = "/offentlig/"
_KEPT_OF_HASH = 20


def meeting_path(body_slug: str, place: str, rest: str = "") -> str:
    """`/offentlig/arbejdsmarkedsudvalget/2026-05-12/`, and what is under it."""
    return f"{ROOT}{body_slug}/{place}/{rest}"


def item_path(body_slug: str, place: str, number: str) -> str:
    """`…/punkt/17/`."""
    return meeting_path(body_slug, place, f"punkt/{quote(number, safe='')}/")


def body_path(body_slug: str, rest: str = "") -> str:
    """`/offentlig/arbejdsmarkedsudvalget/`, and what is under it."""
    return f"{ROOT}{body_slug}/{rest}"


def case_path(key: int, rest: str = "") -> str:
    """`/offentlig/sag/12/`: a case over all its bodies."""
    return f"{ROOT}sag/{key}/{rest}"


def file_address(sha256: str, file_name: str) -> str:
    """`/offentlig/bilag/<hash>/navn.pdf`: another file has another address."""
    return f"{ROOT}bilag/{sha256[:_KEPT_OF_HASH]}/{quote(file_name, safe='')}"


def whole_address(path: str) -> str:
    """With the site before it, where the operator has said where the site is."""
    return f"{settings.SAGSGANG_ADDRESS}{path}"
