"""The locks hold what was asked for: every version with its checksum, one of each package."""

import json
import re
from itertools import pairwise

import pytest

LAYERS = ("run", "forecast", "test", "extras", "npm")


def pins(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE))


@pytest.fixture(scope="session")
def locked(root):
    return {layer: pins((root / "requirements" / f"{layer}.txt").read_text()) for layer in LAYERS}


@pytest.mark.parametrize("layer", LAYERS)
def test_every_version_has_checksums(root, layer):
    text = (root / "requirements" / f"{layer}.txt").read_text()
    starts = [match.start() for match in re.finditer(r"^[a-z0-9].*==", text, re.MULTILINE)]
    assert len(starts) == len(pins(text)) > 0
    assert all("--hash=sha256:" in text[a:b] for a, b in pairwise([*starts, len(text)]))


@pytest.mark.parametrize("layer", LAYERS)
def test_what_is_asked_for_is_locked(root, locked, layer):
    asked = re.findall(
        r"^([a-z0-9][a-z0-9._-]*)",
        (root / "requirements" / f"{layer}.in").read_text(),
        re.MULTILINE,
    )
    assert set(asked) <= set(locked[layer])


@pytest.mark.parametrize("layer", ["forecast", "test", "extras"])
def test_the_larger_layers_hold_the_run_layer(locked, layer):
    assert locked["run"].items() <= locked[layer].items()


def test_the_layer_of_the_tests_holds_that_of_forecasting(locked):
    assert locked["forecast"].items() <= locked["test"].items()


def test_front_end_packages_have_integrity_and_no_address(root):
    lock = json.loads((root / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if "integrity" not in package] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_every_package_asked_for_has_its_reason(root, locked):
    page = (root / "docs" / "topics" / "dependencies.md").read_text()
    table = page[page.index("## Why each package is here") :]
    asked = re.findall(
        r"^([a-z0-9][a-z0-9._-]*)", (root / "requirements" / "run.in").read_text(), re.MULTILINE
    )
    front_end = json.loads((root / "package.json").read_text())
    asked += [*front_end["dependencies"], *front_end["devDependencies"]]
    assert [name for name in asked if not re.search(rf"\b{re.escape(name)}\b", table)] == []
