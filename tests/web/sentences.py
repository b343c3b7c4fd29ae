"""Reads the sentences about rights in docs/reference/workflows: who may do what, and when.

`- **Lederen** kan *godkende sagen* og *sende den retur*, når sagen er sendt.` The tables at the end
of a page say which code each role, operation and state has.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "workflows"
SENTENCE = re.compile(
    r"^- \*\*(?P<role>[^*]+)\*\* kan (?P<operations>\*[^.]+?\*)"
    r"(?:, når [^.]*? er (?P<states>[^.]+))?\.$"
)
ROW = re.compile(r"^\| (?P<words>[^|]+?) \| `(?P<code>\w+)` \|$", re.MULTILINE)


def codes(page: str) -> dict[str, str]:
    """Danish words → code, from the tables of the page."""
    found = ROW.findall(page)
    assert len({words for words, _ in found}) == len(found), "the same words twice"
    return dict(found)


def rights(name: str, every_state: frozenset[str]) -> set[tuple[str, str, str]]:
    """(operation, role, state) that the page `name` allows; no word about states means every."""
    page = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    words = codes(page)
    allowed: set[tuple[str, str, str]] = set()
    for line in page.splitlines():
        if not line.startswith("- **"):
            continue
        told = SENTENCE.match(line)
        assert told, f"not a sentence about rights: {line}"
        operations = re.findall(r"\*([^*]+)\*", told["operations"])
        named = re.split(r", | eller ", told["states"]) if told["states"] else None
        states = every_state if named is None else {words[each] for each in named}
        allowed |= {
            (words[operation], words[told["role"]], state)
            for operation in operations
            for state in states
        }
    return allowed
