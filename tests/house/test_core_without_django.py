"""The core and its tests need no Django: they are imported where it cannot be."""

import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "sagsgang"
#: Every room but the two that may know Django.
CORE = sorted(
    path.parent.name
    for path in PACKAGE.glob("*/__init__.py")
    if path.parent.name not in ("web", "cli")
)

BLOCKED = """
import sys
for name in ("django", "typer", "rich"):
    sys.modules[name] = None
"""


def run(code: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-"]
    return subprocess.run(command, input=code, cwd=folder, capture_output=True, text=True)


def test_the_core_is_imported_without_django(root):
    names = [
        ".".join(path.relative_to(root / "src").with_suffix("").parts).removesuffix(".__init__")
        for room in CORE
        for path in sorted((root / "src" / "sagsgang" / room).rglob("*.py"))
    ]
    assert len(names) > 50
    code = f"{BLOCKED}\nimport importlib\nfor name in {names!r}:\n    importlib.import_module(name)"
    done = run(code)
    assert done.returncode == 0, done.stderr


def test_the_tests_of_the_core_are_collected_without_django(root):
    folders = [f"tests/{room}" for room in CORE if (root / "tests" / room).is_dir()]
    options = ["-p", "no:django", "-p", "no:cacheprovider", "--collect-only", "-q", *folders]
    code = f"{BLOCKED}\nimport pytest\nsys.exit(pytest.main({options!r}))"
    done = run(code, folder=root)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_block_blocks():
    assert run(f"{BLOCKED}\nimport django").returncode != 0


def test_the_rooms_are_there():
    assert {"language", "reference", "minutes", "reading", "checking"} <= set(CORE)
