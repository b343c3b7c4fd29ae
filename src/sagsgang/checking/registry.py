"""Which rules there are: every module in a family's folder under `rules/`, or in a folder of that,
is one.
"""

import importlib
import importlib.util
import pkgutil
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType

from sagsgang.checking import rules as rules_package
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Family, Rule, Words

_CODE = re.compile(r"[A-Z][0-9]{2}")


class UnknownRule(ValueError):
    """A code or family letter that no rule has; the message says so in Danish."""


_own: dict[str, Rule] = {}


class BadRule(ValueError):
    """A rule of a municipality's own that cannot be used; the message says why, in Danish."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule, ordered by code, retired ones and those of the municipality's own included."""
    return (*_our_rules(), *(_own[code] for code in sorted(_own)))


def add_own_rules(folder: Path) -> tuple[Rule, ...]:
    """Take in the rules of a folder: each file with a CODE is one, with a code X01–X99.

    They are written as ours are; a page beside the file is used, and without one the file's first
    words. Raises BadRule, and then none of the folder is taken.
    """
    if not folder.is_dir():
        raise BadRule(f"mappen med egne regler findes ikke: {folder}")
    found: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.py")):
        rule = _own_rule(path)
        if rule.code in found:
            raise BadRule(
                f"{path.name}: koden {rule.code} bruges også af {found[rule.code].module}"
            )
        found[rule.code] = rule
    _own.update(found)
    return tuple(found.values())


def _own_rule(path: Path) -> Rule:
    spec = importlib.util.spec_from_file_location(f"egne_regler.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise BadRule(f"{path.name} kan ikke læses som Python")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        title, status = module.TITLE, getattr(module, "STATUS", Status.FIRM)
        title = title if isinstance(title, Words) else Words(da=str(title), en=str(title))
        code, severity, check = module.CODE, Severity(module.SEVERITY), module.check
    except Exception as error:  # whatever a stranger's file does, it is told and not fatal
        raise BadRule(f"{path.name}: {type(error).__name__}: {error}") from error
    if not _CODE.fullmatch(str(code)) or code[0] != Family.OWN.value or not callable(check):
        raise BadRule(f"{path.name}: CODE skal være X01–X99, og check en funktion")
    page = path.with_suffix(".md")
    return Rule(
        code=code,
        title=title,
        family=Family.OWN,
        severity=severity,
        status=Status(status),
        check=check,
        module=module.__name__,
        page=page,
        help=page.read_text(encoding="utf-8") if page.is_file() else module.__doc__ or title.da,
    )


@cache
def _our_rules() -> tuple[Rule, ...]:
    """Every rule of the product, ordered by code.

    Raises ValueError when a module breaks the anatomy of a rule: that is a mistake of ours, not of
    a document.
    """
    found: dict[str, Rule] = {}
    for family in Family:
        if family is Family.OWN:
            continue
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
        if not fitting and wanted not in {family.value for family in Family}:
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
