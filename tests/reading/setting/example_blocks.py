"""What the example's minutes consist of, to be set anew in another format."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from tests.pdf.structure import Block, blocks_of

import sagsgang
from sagsgang.reading import Reading, read

MINUTES = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
GOLDEN = Path(__file__).parent.parent / "golden"
EXAMPLES = sorted(MINUTES.glob("*-20??-??-??.*"))
LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]*)\)")


@cache
def reading(path: Path) -> Reading:
    """The example as it is read from its own file."""
    return read(path.read_bytes(), path.name)


def blocks(path: Path) -> list[Block]:
    """The blocks of an example: of its own text, or of the lines that its JSON is laid out in."""
    if path.suffix == ".json":
        found = reading(path)
        text = "\n\n".join(found.canonical.lines)
        return blocks_of(text, _set_apart(found.minutes.as_json()))
    document = json.loads((GOLDEN / f"{path.stem}.json").read_text("utf-8"))
    return blocks_of(path.read_text("utf-8"), document)


def _set_apart(value: Any, key: str = "") -> Any:
    """A document whose lines have an empty line below each: line 3 is now line 5."""
    if isinstance(value, dict):
        return {name: _set_apart(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_set_apart(part, key) for part in value]
    return 2 * value - 1 if key == "lines" else value
