"""Which words label the lines of a document's head; the words are data in `head_labels.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def head_labels() -> dict[str, str]:
    """The field each label announces, by the label in lower case."""
    data = tomllib.loads((files(__package__) / "head_labels.toml").read_text("utf-8"))
    return {word: field for field, words in data.items() for word in words}
