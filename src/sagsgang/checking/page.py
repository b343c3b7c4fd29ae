"""A rule's page: what its Markdown must hold, and the examples that run as the rule's tests."""

import re
from dataclasses import dataclass

from sagsgang.checking.context import ended_once
from sagsgang.checking.finding import Severity, Status
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
_ANY_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SETTING = re.compile(r"^checks\..*\n", re.MULTILINE)
_EXPECTED = re.compile(r"^=> ?(?P<text>.*)$", re.MULTILINE)

_STATUS = {
    Status.FIRM: "",
    Status.TRIAL: "Reglen er på prøve: vi er ved at lære, hvor tit den har ret, og den standser "
    "ingenting.",
    Status.RETIRED: "Reglen bruges ikke mere.",
}
_SEVERITY = {
    Severity.BLOCKS: "Et fund blokerer: det skal rettes eller forklares, før referatet "
    "offentliggøres.",
    Severity.WARNS: "Et fund advarer: se på stedet, og ret det, hvis det er forkert.",
    Severity.NOTES: "Et fund bemærker noget, der er værd at vide. Der skal ikke gøres noget.",
}

NO_FINDING = "intet fund"
VERIFIED = "efterregnet: "


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced example: the text to check, and what is expected of the rule.

    `findings` are pairs (printed, computed) as they stand on the `=>` lines; `verified` are
    statements; `settings` is what stands on lines that begin with "checks." as in `sagsgang.toml`.
    """

    code: str
    text: str
    findings: tuple[tuple[str, str], ...]
    verified: tuple[str, ...]
    settings: str = ""


def explain(code: str) -> str:
    """The page of a rule, Danish Markdown. Raises UnknownRule."""
    found = rule(code)
    return found.help or found.page.read_text(encoding="utf-8")


def readable(code: str) -> str:
    """The page of a rule for people, Danish: how it weighs and whether it is on trial, and its
    examples with the answer in words. Raises UnknownRule.
    """
    found = rule(code)

    def shown(fence: re.Match[str]) -> str:
        example = _example(fence, found)
        text = "\n".join(f"    {line}".rstrip() for line in example.text.strip("\n").split("\n"))
        return "\n".join((text, "", *(f"    → {answer}" for answer in answers(example))))

    title, _, rest = explain(code).partition("\n")
    return f"{title}\n\n{_weight(found)}\n{_FENCE.sub(shown, rest)}"


def answers(example: Example) -> tuple[str, ...]:
    """What the rule says about an example, Danish sentences."""
    found = [_in_words(printed, computed) for printed, computed in example.findings]
    held = [f"Efterregnet og i orden: {statement}." for statement in example.verified]
    return tuple(ended_once(each) for each in (*(found or ["Intet fund."]), *held))


def examples(of: Rule) -> tuple[Example, ...]:
    """The examples on a rule's page, in order.

    Raises ValueError when an example expects nothing at all: it could not fail.
    """
    text = of.page.read_text(encoding="utf-8")
    return tuple(_example(match, of) for match in _FENCE.finditer(text))


def headings(markdown: str) -> tuple[str, ...]:
    """The second-level headings of a page."""
    return tuple(re.findall(r"^## (.+?)\s*$", _ANY_FENCE.sub("", markdown), re.MULTILINE))


def _weight(of: Rule) -> str:
    is_lowered = of.status is Status.TRIAL and of.severity is Severity.BLOCKS
    severity = Severity.WARNS if is_lowered else of.severity
    return " ".join(filter(None, (_STATUS[of.status], _SEVERITY[severity])))


def _in_words(printed: str, computed: str) -> str:
    if computed:
        return f"Fund: der står {printed}; efterregnet {computed}."
    return f"Fund: der står {printed}." if printed else "Fund."


def _example(fence: re.Match[str], of: Rule) -> Example:
    example = example_from(fence["code"], fence["body"])
    if not _EXPECTED.search(fence["body"]):
        raise ValueError(f"{of.page.name}: an example without a => line")
    return example


def example_from(code: str, body: str) -> Example:
    """What stands between the fences of an example of rule `code`."""
    findings: list[tuple[str, str]] = []
    verified: list[str] = []
    for match in _EXPECTED.finditer(body):
        expected = match["text"].strip()
        if expected.startswith(VERIFIED):
            verified.append(expected.removeprefix(VERIFIED))
        elif expected != NO_FINDING:
            printed, _, computed = expected.partition("→")
            findings.append((printed.strip(), computed.strip()))
    body = _EXPECTED.sub("", body)
    settings = "".join(_SETTING.findall(body))
    return Example(code, _SETTING.sub("", body), tuple(findings), tuple(verified), settings)
