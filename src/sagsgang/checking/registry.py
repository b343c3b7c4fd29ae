"""Which rules there are: every module in a family's folder under `rules/`, or in a folder of that,
is one.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType

from sagsgang.checking import rules as rules_package
from sagsgang.checking.rule import Family, Rule

_CODE = re.compile(r"[A-Z][0-9]{2}")


class UnknownRule(ValueError):
    """A code or family letter that no rule has; the message says so in Danish."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, ordered by code, retired ones included.

    Raises ValueError when a module breaks the anatomy of a rule: that is a mistake of ours, not of
    a document.
    """
    found: dict[str, Rule] = {}
    for family in Family:
        package = f"{rules_package.__name__}.{family.folder}"
        folder = str(Path(rules_package.__path__[0]) / family.folder)
        for entry in pkgutil.walk_packages([folder], f"{package}."):
            if entry.ispkg:
                continue
            rule = _rule_of(importlib.import_module(entry.name), family)
            if rule.code in found:
                raise ValueError(
                    f"{rule.module}: code {rule.code} belongs to {found[rule.code].module}"
                )
            found[rule.code] = rule
    return tuple(sorted(found.values(), key=lambda rule: rule.code))


def rule(code: str) -> Rule:
    """The rule with this code, in capitals or not. Raises UnknownRule."""
    for candidate in all_rules():
        if candidate.code == code.strip().upper():
            return candidate
    raise UnknownRule(f"Der er ingen regel {code.strip()!r}. Kendte regler: {_known()}.")


def choose(
    only: Iterable[str] | None = None, skip: Iterable[str] | None = None
) -> tuple[Rule, ...]:
    """The rules named by code ("F01") or by family ("F"): all of `only`, or all there are, but
    none of `skip`.

    Raises UnknownRule for a name that fits no rule.
    """
    wanted = _codes(only) if only is not None else {each.code for each in all_rules()}
    unwanted = _codes(skip) if skip is not None else set()
    return tuple(each for each in all_rules() if each.code in wanted - unwanted)


def _codes(names: Iterable[str]) -> set[str]:
    codes: set[str] = set()
    for name in names:
        wanted = name.strip().upper()
        fitting = {each.code for each in all_rules() if wanted in (each.code, each.family.value)}
        if not fitting:
            raise UnknownRule(f"Der er ingen regel {name.strip()!r}. Kendte regler: {_known()}.")
        codes |= fitting
    return codes


def _known() -> str:
    return ", ".join(each.code for each in all_rules())


def _rule_of(module: ModuleType, family: Family) -> Rule:
    name = module.__name__
    code = module.CODE
    if not _CODE.fullmatch(code) or code[0] != family.value:
        raise ValueError(f"{name}: {code} is not a code of the family {family.folder}")
    if not name.rpartition(".")[2].startswith(code.lower() + "_"):
        raise ValueError(f"{name}: the file's name must begin with {code.lower()}_")
    page = Path(module.__file__ or "").with_suffix(".md")
    if not page.is_file():
        raise ValueError(f"{name}: the page {page.name} is missing")
    return Rule(
        code=code,
        title=module.TITLE,
        family=family,
        severity=module.SEVERITY,
        status=module.STATUS,
        check=module.check,
        module=name,
        page=page,
    )
