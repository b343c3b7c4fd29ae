"""A file has one reason to be one file, and a folder is taken in at a glance."""

from collections import Counter
from statistics import median

MOST_LINES = 600
MOST_FILES = 25
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}


def lines(path):
    return len(path.read_text().splitlines())


def python(our_files):
    return [path for path in our_files if path.suffix == ".py" and "migrations" not in path.parts]


def test_no_file_is_too_long(our_files):
    assert {str(p): lines(p) for p in python(our_files) if lines(p) > MOST_LINES} == {}


def test_nine_files_in_ten_are_short(our_files):
    lengths = sorted(lines(path) for path in python(our_files))
    assert median(lengths) <= 130
    assert lengths[len(lengths) * 9 // 10] <= 350


def test_no_folder_is_too_full(our_files, root):
    source = [path for path in our_files if (root / "src") in path.parents]
    counts = Counter(path.parent for path in source)
    assert {str(folder): n for folder, n in counts.items() if n > MOST_FILES} == {}


def test_no_file_has_a_vague_name(our_files):
    names = {part for path in our_files for part in (path.stem, path.parent.name)}
    assert names & VAGUE == set()
