"""Which indicators there are: every module in a family's folder under `indicators/`, or in a folder
of it, is one."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType

from sagsgang.figures import indicators
from sagsgang.figures.expression import Expression
from sagsgang.figures.indicator import Indicator


class UnknownIndicator(ValueError):
    """A name that no indicator has; the message says so in Danish."""


@cache
def all_indicators() -> tuple[Indicator, ...]:
    """Every indicator, ordered by family and id. Raises ValueError when a module breaks the anatomy
    of an indicator: a mistake of ours.
    """
    found: dict[str, Indicator] = {}
    for family in pkgutil.iter_modules(indicators.__path__):
        if not family.ispkg:
            continue
        folder = str(Path(indicators.__path__[0]) / family.name)
        within = f"{indicators.__name__}.{family.name}."
        for entry in pkgutil.walk_packages([folder], within):
            if entry.ispkg:
                continue
            each = _indicator_of(importlib.import_module(entry.name), family.name)
            if each.id in found:
                raise ValueError(f"{each.id}: the id is used twice")
            found[each.id] = each
    return tuple(sorted(found.values(), key=lambda each: (each.family, each.id)))


def indicator(name: str) -> Indicator:
    """The indicator with this id. Raises UnknownIndicator."""
    for each in all_indicators():
        if each.id == name:
            return each
    known = ", ".join(each.id for each in all_indicators())
    raise UnknownIndicator(f"Der er ingen indikator {name!r}. Kendte indikatorer: {known}.")


def _indicator_of(module: ModuleType, family: str) -> Indicator:
    name = module.__name__.rpartition(".")[2]
    declared = module.INDICATOR
    page = Path(module.__file__ or "").with_suffix(".md")
    if not page.is_file():
        raise ValueError(f"{name}: the page {page.name} is missing")
    known = {*declared.inputs, *declared.parameters}
    if unknown := Expression(declared.expression).names - known:
        raise ValueError(f"{name}: the expression names {sorted(unknown)}, which it does not have")
    return Indicator(name, family, declared, module.recompute, page)
