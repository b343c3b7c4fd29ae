"""`sagsgang read`: what is printed, in which order, and how it ends."""

import json
import subprocess
import sys

import pytest

from sagsgang.minutes import Minutes


def test_one_file_prints_one_object(sagsgang, minutes):
    ended = sagsgang("read", minutes)
    assert ended.code == 0
    assert ended.err == ""
    document = json.loads(ended.out)
    assert [item["title"] for item in document["items"]] == ["Nye åbningstider", "Eventuelt"]
    assert document["source"]["name"] == "møde.txt"
    assert "åbningstider" in ended.out  # Danish letters as themselves


def test_what_is_printed_is_the_document(sagsgang, minutes):
    document = Minutes.model_validate_json(sagsgang("read", minutes).out)
    assert document.as_json() == json.loads(sagsgang("read", minutes).out)


def test_several_files_print_one_line_each_in_the_order_given(sagsgang, minutes, tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in "cadbfe"]
    for path in paths:
        path.write_text(minutes.read_text())
    ended = sagsgang("read", *paths)
    names = [json.loads(line)["source"]["name"] for line in ended.out.splitlines()]
    assert names == [path.name for path in paths]


def test_jsonl_is_one_line_also_for_one_file(sagsgang, minutes):
    assert len(sagsgang("read", "--format", "jsonl", minutes).out.splitlines()) == 1


def test_text_prints_the_canonical_text(sagsgang, minutes):
    assert sagsgang("read", "--format", "text", minutes).out == minutes.read_text()


def test_an_unreadable_file_is_one_line_and_the_others_are_printed(
    sagsgang, minutes, nonsense, tmp_path
):
    ended = sagsgang("read", nonsense, minutes, tmp_path / "mangler.txt")
    assert ended.code == 2
    assert len(ended.out.splitlines()) == 1
    first, second = ended.err.splitlines()
    assert first.startswith(f"{nonsense}: ")
    assert second == f"{tmp_path / 'mangler.txt'}: filen findes ikke"


def test_text_without_items_is_refused_and_still_to_be_had(sagsgang, tmp_path):
    path = tmp_path / "brev.txt"
    path.write_text("Kære borger\nTak for dit brev.\n")
    refused = sagsgang("read", path)
    assert (refused.code, refused.out) == (2, "")
    assert "ingen dagsordenspunkter fundet" in refused.err
    text = sagsgang("read", "--format", "text", path)
    assert (text.code, text.out) == (2, path.read_text())


def test_out_writes_one_file_each(sagsgang, minutes, nonsense, tmp_path):
    out = tmp_path / "ud" / "læst"
    ended = sagsgang("read", minutes, nonsense, "--out", out)
    assert (ended.code, ended.out) == (2, "")
    assert [path.name for path in out.iterdir()] == ["møde.json"]
    assert len(json.loads((out / "møde.json").read_text())["items"]) == 2


def test_a_folder_means_the_files_in_it(sagsgang, minutes, tmp_path):
    (tmp_path / "mappe" / "under").mkdir(parents=True)
    for name in ("b.txt", "a.txt", ".skjult.txt", "under/c.txt"):
        (tmp_path / "mappe" / name).write_text(minutes.read_text())
    ended = sagsgang("read", tmp_path / "mappe")
    names = [json.loads(line)["source"]["name"] for line in ended.out.splitlines()]
    assert names == ["a.txt", "b.txt", "c.txt"]


def test_an_empty_folder_is_one_line(sagsgang, tmp_path):
    ended = sagsgang("read", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"{tmp_path}: mappen indeholder ingen filer\n"


def test_max_size_is_obeyed(sagsgang, minutes):
    ended = sagsgang("read", "--max-size", "100", minutes)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


def test_an_endless_file_is_refused(sagsgang):
    ended = sagsgang("read", "--max-size", "1MB", "/dev/zero")
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


def command(*words: object) -> list[str]:
    return [sys.executable, "-P", "-X", "utf8", "-m", "sagsgang.cli", *map(str, words)]


def test_standard_input_is_read(minutes):
    done = subprocess.run(command("read", "-"), input=minutes.read_bytes(), capture_output=True)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["name"] == "stdin"


def test_a_reader_that_leaves_ends_it_quietly(minutes, tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(minutes.read_text() * 20)
    process = subprocess.Popen(
        command("read", tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


@pytest.mark.parametrize("folder", ["/proc/nothing/here", "/dev/null/x"])
def test_a_folder_that_cannot_be_written_is_one_line(sagsgang, minutes, folder):
    ended = sagsgang("read", minutes, "--out", folder)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
