"""No document of `read --out` is written over another, or over its own source."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.cli.inputs import Input
from sagsgang.cli.out_folder import OutFolder

names = st.sampled_from(["a.txt", "a.md", "a.json", "a", "a.txt.json", "a.txt-2.json", "b/a.txt"])


def written(folder: Path, words: list[str]) -> dict[str, bytes]:
    inputs = [Input(word, folder / word) for word in dict.fromkeys(words)]
    out = OutFolder(folder, "json", inputs)
    for source in inputs:
        out.write(source, source.name.encode())
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@given(st.lists(names, max_size=7))
def test_every_document_has_a_file_of_its_own(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("out")
    found = written(folder, words)
    assert sorted(found.values()) == sorted(word.encode() for word in set(words))
    assert not {name.encode() for name in found} & set(found.values())


def test_the_ending_is_replaced(tmp_path):
    assert written(tmp_path, ["referat.txt"]) == {"referat.json": b"referat.txt"}
