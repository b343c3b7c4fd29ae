"""The templates that come with the product, one TOML file each, named by what they are."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sagsgang.minutes import SectionKind

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GivenSection:
    """A section of a template of the product; `nothing` is what one click writes, if anything."""

    heading: str
    kind: SectionKind
    level: int = 1
    is_required: bool = False
    is_public: bool = True
    help_text: str = ""
    nothing_text: str = ""


@dataclass(frozen=True, slots=True)
class GivenTemplate:
    """`origin` is its key, which never changes."""

    origin: str
    name: str
    note: str
    sections: tuple[GivenSection, ...]


@cache
def given_templates() -> dict[str, GivenTemplate]:
    """The templates by origin, in the order of their names."""
    found = [_read(path) for path in sorted(_FOLDER.glob("*.toml"))]
    return {template.origin: template for template in found}


def _read(path: Path) -> GivenTemplate:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return GivenTemplate(
        origin=data["origin"],
        name=data["name"],
        note=data["note"],
        sections=tuple(
            GivenSection(
                heading=part["heading"],
                kind=SectionKind(part["kind"]),
                level=part.get("level", 1),
                is_required=part.get("required", False),
                is_public=part.get("public", True),
                help_text=part.get("help", ""),
                nothing_text=part.get("nothing", ""),
            )
            for part in data["sections"]
        ),
    )
