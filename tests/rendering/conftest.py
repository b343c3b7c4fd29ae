"""Random documents, and every document that the repository and its neighbours hold."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sagsgang.minutes import Minutes
from sagsgang.reading import NoItems, read

ROOT = Path(__file__).resolve().parents[2]
#: Real documents lie beside the checkout, on machines that have them.
REAL = [folder / "shared" / "real" for folder in ROOT.parents]
FOLDERS = (
    "src/sagsgang/web/example/minutes",
    "tests/reading/layouts",
    "tests/reading/layouts2",
    "benchmarks/checking_corpus",
    "benchmarks/checking_mistakes",
)


def documents() -> list[Path]:
    """Every invented document in the repository."""
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).iterdir())]
    return [
        path
        for path in found
        if path.name != "README.md"
        and (path.suffix in (".txt", ".md") or (path.suffix == ".json" and "example" in path.parts))
    ]


def real_documents() -> list[Path]:
    """Every real document, where there are any."""
    real = next((folder for folder in REAL if folder.is_dir()), None)
    return sorted(path for path in real.rglob("*.*") if path.is_file()) if real else []


@cache
def minutes_in(path: Path) -> Minutes | None:
    """The document in a file; None when there is no item in it."""
    try:
        return read(path.read_bytes(), path.name).minutes
    except NoItems:
        return None


def told(minutes: Minutes) -> Any:
    """The contract without the lines and the source."""
    return _without(minutes.as_json())


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _without(each)
            for key, each in value.items()
            if key not in ("lines", "pages", "source")
        }
    return [_without(each) for each in value] if isinstance(value, list) else value


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Where two documents differ, each with its path."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one.keys() | other.keys():
            yield from differences(one.get(key), other.get(key), f"{path}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (this, that) in enumerate(zip(one, other, strict=True)):
            yield from differences(this, that, f"{path}[{index}]")
    elif one != other:
        words = (json.dumps(value, ensure_ascii=False) for value in (one, other))
        yield "\n  ".join((path, *words))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "document" in metafunc.fixturenames:
        paths = [*documents(), *real_documents()]
        metafunc.parametrize("document", paths, ids=[path.name for path in paths])


@pytest.fixture(scope="session")
def minutes() -> Minutes:
    """A small document with something of everything."""
    return read(SMALL.encode(), "referat.txt").minutes


SMALL = """\
Referat
Kulturudvalget
Aalmark Kommune

Mødedato: mandag den 5. maj 2025
Mødetidspunkt: kl. 16.30
Mødested: Mødelokale 2
Medlemmer: Ada Holm (A), Bo Lind (V), Cai Bro (Ø)

1. Svømmehallens åbningstider

Sagsnr.: 04.04.00-A00-3-25

Resumé
Udvalget tager stilling til åbningstiderne. Se https://aalmark.example/hal?a=1&b=2.

Sagsfremstilling
Besøgene fordeler sig sådan:

Hal\tBesøg\tAndel
Nord\t705\t63 pct.
Syd\t413\t37 pct.
I alt\t1.118\t100 pct.

Indstilling
Kulturforvaltningen indstiller til Kulturudvalget,
1. at åbningstiden forlænges med en time
2. at ordningen vurderes om et år

Beslutning
Pkt. 1: Godkendt.
Pkt. 2: Udsat.

Fraværende
Bo Lind (V)

Bilag
1. Besøgstal
2. Notat

2. Lukket punkt: Køb af grund

Beslutning
Godkendt.
"""
