"""A rule's page: what its Markdown must hold, and the examples that run as the rule's tests."""

import re
from dataclasses import dataclass

from sagsgang.checking.registry import rule
from sagsgang.checking.rule import Rule

#: The headings every page has, in this order.
HEADINGS = (
    "Hvad reglen ser efter",
    "Hvorfor",
    "Eksempel",
    "Skriv i stedet",
    "Hvor sikker den er",
    "Undtagelser",
    "Kilde",
)

_FENCE = re.compile(
    r"^```eksempel (?P<code>[A-Z][0-9]{2})\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_EXPECTED = re.compile(r"^=> ?(?P<text>.*)$", re.MULTILINE)

NO_FINDING = "intet fund"
VERIFIED = "efterregnet: "


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced example: the text to check, and what is expected of the rule.

    `findings` are pairs (printed, computed) as they stand on the `=>` lines; `verified` are
    statements.
    """

    code: str
    text: str
    findings: tuple[tuple[str, str], ...]
    verified: tuple[str, ...]


def explain(code: str) -> str:
    """The page of a rule, Danish Markdown. Raises UnknownRule."""
    return rule(code).page.read_text(encoding="utf-8")


def examples(of: Rule) -> tuple[Example, ...]:
    """The examples on a rule's page, in order.

    Raises ValueError when an example expects nothing at all: it could not fail.
    """
    text = of.page.read_text(encoding="utf-8")
    return tuple(_example(match, of) for match in _FENCE.finditer(text))


def headings(markdown: str) -> tuple[str, ...]:
    """The second-level headings of a page."""
    return tuple(re.findall(r"^## (.+?)\s*$", markdown, re.MULTILINE))


def _example(fence: re.Match[str], of: Rule) -> Example:
    findings: list[tuple[str, str]] = []
    verified: list[str] = []
    expectations = [match["text"].strip() for match in _EXPECTED.finditer(fence["body"])]
    if not expectations:
        raise ValueError(f"{of.page.name}: an example without a => line")
    for expected in expectations:
        if expected.startswith(VERIFIED):
            verified.append(expected.removeprefix(VERIFIED))
        elif expected != NO_FINDING:
            printed, _, computed = expected.partition("→")
            findings.append((printed.strip(), computed.strip()))
    return Example(
        fence["code"], _EXPECTED.sub("", fence["body"]), tuple(findings), tuple(verified)
    )
