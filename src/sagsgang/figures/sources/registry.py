"""Which sources there are: every folder beside this file with a SOURCE is one."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from sagsgang.figures.sources.source import Source


class UnknownSource(ValueError):
    """A name that no source has; the message says so in Danish."""


@cache
def all_sources() -> tuple[Source, ...]:
    """Every source, by its title. Raises ValueError when one breaks the anatomy of a source: a
    mistake of ours.
    """
    package = __name__.rpartition(".")[0]
    found: list[Source] = []
    for entry in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if not entry.ispkg:
            continue
        module = importlib.import_module(f"{package}.{entry.name}")
        each: Source | None = getattr(module, "SOURCE", None)
        if each is None:
            continue
        if each.id != entry.name or not each.page.is_file():
            raise ValueError(f"{entry.name}: its id must be its name, and it must have a page")
        found.append(each)
    return tuple(sorted(found, key=lambda each: each.title))


def source(name: str) -> Source:
    """The source with this id. Raises UnknownSource."""
    for each in all_sources():
        if each.id == name:
            return each
    known = ", ".join(sorted(each.id for each in all_sources()))
    raise UnknownSource(f"Der er ingen kilde {name!r}. Kendte kilder: {known}.")
