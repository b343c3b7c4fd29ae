"""The files of the checkout that are ours: neither installed nor made."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

NOT_OURS = {".git", ".venv", "node_modules", "build", "var", ".hypothesis"}


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in NOT_OURS and not path.name.endswith(("cache", "cache__")):
                yield from _walk(path)
        elif path.suffix != ".pyc":
            yield path


@pytest.fixture(scope="session")
def our_files(root: Path) -> list[Path]:
    return list(_walk(root))


@pytest.fixture(scope="session")
def modules(root: Path) -> dict[Path, ast.Module]:
    """The syntax trees of the package, by path in the checkout; migrations are Django's."""
    return {
        path.relative_to(root): ast.parse(path.read_text())
        for path in _walk(root / "src")
        if path.suffix == ".py" and "migrations" not in path.parts
    }
