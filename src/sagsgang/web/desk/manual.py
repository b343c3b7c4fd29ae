"""The pages of the manual `brugervejledning/` as HTML, and which of them is for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sagsgang.web.bodies.models import POLITICAL, Body, Role
from sagsgang.web.bodies.naming import slug_of
from sagsgang.web.bodies.standing import standing_of

FOLDER = Path(__file__).resolve().parents[4] / "brugervejledning"
START = "index"
#: In the order in which they are listed.
NAMES = (
    START,
    "sagsbehandler",
    "leder",
    "oekonomikonsulent",
    "analytiker",
    "sekretaer",
    "hoeringspart",
    "formand",
    "medlem",
    "administrator",
    "borger",
)
_ROLES = (
    (Role.SECRETARY, "sekretaer"),
    (Role.CASE_OFFICER, "sagsbehandler"),
    (Role.MANAGER, "leder"),
    (Role.FINANCE_REVIEWER, "oekonomikonsulent"),
    (Role.ANALYST, "analytiker"),
)
_TITLE = re.compile(r"\A# (?P<title>.+)$", re.MULTILINE)
_PAGE_LINK = re.compile(r"(?P<name>[a-z]+)\.md(?P<place>#.*)?")
_PICTURE = re.compile(r"billeder/(?P<name>[a-z0-9-]+)\.png")


@dataclass(frozen=True, slots=True)
class ManualPage:
    """`html` is safe to show and begins below the title."""

    name: str
    title: str
    html: SafeString


@cache
def manual_page(name: str) -> ManualPage | None:
    """The page of this name; None when the manual has none."""
    if name not in NAMES:
        return None
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    found = _TITLE.match(text)
    title = found["title"] if found else name
    return ManualPage(name, title, mark_safe(_MARKDOWN.render(_TITLE.sub("", text, count=1))))


def manual_pages() -> list[ManualPage]:
    """Every page, in order."""
    return [page for name in NAMES if (page := manual_page(name)) is not None]


def pages_of(user: Any) -> list[str]:
    """The names of the pages that are for this reader, what she does most first."""
    standing = standing_of(user)
    names = [name for role, name in _ROLES if standing.has_any(role)]
    if standing.chairs:
        names.append("formand")
    if standing.seats:
        kinds = Body.objects.filter(pk__in=standing.seats).values_list("kind", flat=True)
        is_political = {kind in POLITICAL for kind in kinds}
        names += ["medlem"] if True in is_political else []
        names += ["hoeringspart"] if False in is_political else []
    return [*names, "administrator"] if standing.is_administrator else names


def picture_path(name: str) -> Path | None:
    """The file of a picture of the manual; None when there is no such picture."""
    return next((path for path in (FOLDER / "billeder").glob("*.png") if path.stem == name), None)


def _link(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A link to another page of the manual leads to where it is shown here."""
    if found := _PAGE_LINK.fullmatch(str(tokens[index].attrGet("href"))):
        address = reverse("desk:manual_page", args=[found["name"]])
        tokens[index].attrSet("href", address + (found["place"] or ""))
    return str(renderer.renderToken(tokens, index, options, env))


def _image(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    if found := _PICTURE.fullmatch(str(tokens[index].attrGet("src"))):
        tokens[index].attrSet("src", reverse("desk:manual_picture", args=[found["name"]]))
    tokens[index].attrSet("class", "manual-picture")
    return str(renderer.image(tokens, index, options, env))


def _heading(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    tokens[index].attrSet("id", slug_of(tokens[index + 1].content))
    return str(renderer.renderToken(tokens, index, options, env))


_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False})
_MARKDOWN.add_render_rule("link_open", _link)
_MARKDOWN.add_render_rule("image", _image)
_MARKDOWN.add_render_rule("heading_open", _heading)
