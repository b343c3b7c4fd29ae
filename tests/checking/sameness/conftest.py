"""Documents whose items tell a figure twice, written in a line or two."""

from collections.abc import Callable, Sequence

import pytest

from sagsgang.checking import Finding, Report, check
from sagsgang.minutes import AgendaItem, Minutes, SectionKind

RULES = ("F06", "F08", "F13", "F14", "F17", "F18", "F21")


@pytest.fixture(scope="session")
def told(world) -> Callable[..., AgendaItem]:
    """An item with a summary and an account: `told("…", "…")`."""

    def item(summary: str, account: str, **fields: object) -> AgendaItem:
        sections = (
            world.section(summary, SectionKind.SUMMARY),
            world.section(account, SectionKind.PRESENTATION),
        )
        return world.item(sections=sections, **fields)

    return item


@pytest.fixture(scope="session")
def twice(world, told) -> Callable[[str, str], Report]:
    """What F14 says of a summary and an account."""

    def checked(summary: str, account: str) -> Report:
        return check(world.minutes(told(summary, account)), rules=["F14"])

    return checked


@pytest.fixture(scope="session")
def printed() -> Callable[[Report], list[Sequence[str]]]:
    return lambda report: [finding.printed for finding in report.findings]


@pytest.fixture(scope="session")
def findings() -> Callable[..., Sequence[Finding]]:
    """What the rules on sameness find in a document, all or one of them."""

    def found(minutes: Minutes, *rules: str, **more: object) -> Sequence[Finding]:
        return check(minutes, rules=rules or RULES, **more).findings

    return found
