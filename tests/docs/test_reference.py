"""What is not documented is red: commands, options and settings against their page."""

import re

import pytest
import typer

from sagsgang.cli.main import _application


@pytest.fixture(scope="module")
def page(root) -> str:
    return (root / "docs" / "reference" / "commands.md").read_text()


@pytest.fixture(scope="module")
def sections(page) -> dict[str, str]:
    """The page's sections by command."""
    return dict(re.findall(r"^## `sagsgang (\w+)[^`]*`\n(.*?)(?=^## |\Z)", page, re.M | re.S))


@pytest.fixture(scope="module")
def commands():
    return typer.main.get_command(_application()).commands


def test_every_command_has_a_section_and_every_section_a_command(commands, sections):
    assert list(commands) == list(sections)


def test_every_option_is_described_under_its_command(commands, sections):
    options = {
        (name, option)
        for name, command in commands.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
    described = {
        (name, option)
        for name, text in sections.items()
        for option in re.findall(r"`(--[a-z-]+)", text)
    }
    assert options == described


def test_every_setting_is_described(root, page):
    used = {
        name
        for path in (root / "src").rglob("*.py")
        for name in re.findall(r"SAGSGANG_[A-Z_]+", path.read_text())
    }
    described = set(re.findall(r"^\| `(SAGSGANG_[A-Z_]+)`", page, re.M))
    assert used <= described
    assert described - used == {"SAGSGANG_TEST_POSTGRES", "SAGSGANG_REQUIRE"}


def test_every_link_in_the_documents_leads_somewhere(root):
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(root)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text())
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
