"""One word per concept: the names that the glossary says to avoid stand nowhere in our code."""

import ast
import re

import pytest


@pytest.fixture(scope="session")
def avoided(root) -> set[tuple[str, ...]]:
    """The words of each entry in the glossary's column *avoid*."""
    entries = set()
    for line in (root / "docs" / "reference" / "glossary.md").read_text().splitlines():
        cells = line.split("|")
        if len(cells) == 6 and cells[3].strip() not in ("avoid", "---"):
            entries |= {words(entry) for entry in re.findall(r"`([^`]+)`", cells[3])}
    return entries


def words(name: str) -> tuple[str, ...]:
    """`FirstAgendaPoints` and `first_agenda_points` as ("first", "agenda", "point")."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")
    return tuple(re.sub(r"(?<=[^s])s$", "", word) for word in apart if word)


def defined(tree: ast.Module) -> set[str]:
    """The names that a module gives to things; what it takes from elsewhere is not ours to name."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                names.add(name)
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()):
                names.add(name)
    return names


def is_in(entry: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(name[at : at + len(entry)] == entry for at in range(len(name) - len(entry) + 1))


def has_any(entries: set[tuple[str, ...]], name: tuple[str, ...]) -> bool:
    return any(entry[0] in name and is_in(entry, name) for entry in entries)


def test_no_name_is_one_to_avoid(modules, avoided):
    found = {
        f"{path}: {name}"
        for path, tree in modules.items()
        for name in {*defined(tree), *path.with_suffix("").parts}
        if has_any(avoided, words(name))
    }
    assert found == set()


def test_the_glossary_is_read(avoided):
    assert ("agenda", "point") in avoided
    assert len(avoided) > 80


@pytest.mark.parametrize(
    ("entry", "name", "refused"),
    [
        ("agenda_point", "first_agenda_points", True),
        ("agenda_point", "AgendaPoint", True),
        ("protocol", "DecisionProtocol", True),
        ("city", "capacity", False),
        ("agenda_point", "agenda_item_point", False),
    ],
)
def test_what_is_refused(entry, name, refused):
    assert is_in(words(entry), words(name)) is refused
