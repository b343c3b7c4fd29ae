import subprocess
import sys
import threading
import time

import pytest

from sagsgang.searching import (
    IndexIsBeingWritten,
    NoIndex,
    PublicItem,
    SearchIndex,
    SearchWriter,
    rebuild,
)
from sagsgang.searching import folder as folders


def titles(index, typed=""):
    return sorted(hit.item.title for hit in index.search(typed, per_page=100).hits)


def items(key, *names):
    return [
        PublicItem(address=f"{key}/{n}", document_key=key, title=name)
        for n, name in enumerate(names)
    ]


def test_rebuilding_puts_the_new_index_in_the_place_of_the_old(tmp_path):
    assert rebuild(items("a", "Støj", "Budget"), tmp_path) == 2
    index = SearchIndex(tmp_path)
    assert titles(index) == ["Budget", "Støj"]
    assert rebuild(items("b", "Cykelsti"), tmp_path) == 1
    assert titles(index) == ["Cykelsti"]
    assert titles(index, "støj") == []
    assert len(list(tmp_path.glob("build-*"))) == 1


def test_the_old_index_is_searched_while_the_new_one_is_built(tmp_path):
    rebuild(items("a", "Støj"), tmp_path)
    index = SearchIndex(tmp_path)
    seen = []

    def slowly():
        yield from items("b", "Budget")
        seen.append(titles(index))
        yield from items("c", "Cykelsti")
        seen.append(titles(SearchIndex(tmp_path)))

    rebuild(slowly(), tmp_path)
    assert seen == [["Støj"], ["Støj"]]
    assert titles(index) == ["Budget", "Cykelsti"]


def test_people_search_while_the_index_is_replaced_again_and_again(tmp_path):
    rebuild(items("a", "Støj nul"), tmp_path)
    index, stop, wrong, count = SearchIndex(tmp_path), threading.Event(), [], [0]

    def search():
        while not stop.is_set():
            try:
                results = index.search("støj")
                count[0] += 1
                if results.total != 1 or len(results.hits) != 1:
                    wrong.append(results.total)
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(8):
        rebuild(items("a", f"Støj {number}"), tmp_path)
        with SearchWriter(tmp_path) as writer:
            writer.replace("a", items("a", f"Støj igen {number}"))
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert count[0] > 8
    assert titles(index) == ["Støj igen 7"]


def test_a_rebuild_that_fails_changes_nothing(tmp_path):
    rebuild(items("a", "Støj"), tmp_path)

    def broken():
        yield from items("b", "Budget")
        raise OSError("disken er væk")

    with pytest.raises(OSError, match="disken er væk"):
        rebuild(broken(), tmp_path)
    assert titles(SearchIndex(tmp_path)) == ["Støj"]
    rebuild(items("c", "Cykelsti"), tmp_path)
    assert titles(SearchIndex(tmp_path)) == ["Cykelsti"]
    assert len(list(tmp_path.glob("build-*"))) == 1


def test_documents_are_added_replaced_and_removed(tmp_path):
    index = SearchIndex(tmp_path)
    with SearchWriter(tmp_path) as writer:
        writer.add(items("a", "Støj", "Budget"))
        writer.add(items("b", "Cykelsti"))
    assert titles(index) == ["Budget", "Cykelsti", "Støj"]
    with SearchWriter(tmp_path) as writer:
        writer.replace("a", items("a", "Vindmøller"))
        writer.remove("b")
        writer.remove("findes ikke")
    assert titles(index) == ["Vindmøller"]
    assert index.count() == 1


def test_the_same_item_again_takes_its_own_place(tmp_path):
    with SearchWriter(tmp_path) as writer:
        writer.add(items("a", "Støj"))
        writer.add(items("a", "Støj"))
    with SearchWriter(tmp_path) as writer:
        writer.add(items("a", "Støj"))
    assert SearchIndex(tmp_path).count() == 1


def test_words_of_added_documents_are_known_to_the_spelling(tmp_path):
    rebuild(items("a", "Støj"), tmp_path)
    with SearchWriter(tmp_path) as writer:
        writer.add(items("b", "Biblioteket"))
    results = SearchIndex(tmp_path).search("bibloteket")
    assert [note.said() for note in results.notes] == [
        "»bibloteket« findes ikke; der er søgt efter »biblioteket«."
    ]
    assert results.total == 1


def test_a_change_that_fails_changes_nothing(tmp_path):
    rebuild(items("a", "Støj"), tmp_path)

    def change():
        with SearchWriter(tmp_path) as writer:
            writer.remove("a")
            raise OSError("strømmen gik")

    with pytest.raises(OSError, match="strømmen gik"):
        change()
    assert titles(SearchIndex(tmp_path)) == ["Støj"]
    with SearchWriter(tmp_path) as writer:
        writer.add(items("b", "Budget"))
    assert titles(SearchIndex(tmp_path)) == ["Budget", "Støj"]


def test_only_one_writes(tmp_path):
    with SearchWriter(tmp_path) as writer:
        writer.add(items("a", "Støj"))
        with pytest.raises(IndexIsBeingWritten, match="skrevet af en anden proces"):
            rebuild(items("b", "Budget"), tmp_path)
        with pytest.raises(IndexIsBeingWritten), SearchWriter(tmp_path):
            pass
    assert titles(SearchIndex(tmp_path)) == ["Støj"]


HOLDING = """
import sys, time
from pathlib import Path
from sagsgang.searching import SearchWriter
with SearchWriter(Path(sys.argv[1])):
    print("holding", flush=True)
    sys.stdin.readline()
"""


def test_only_one_process_writes_and_a_dead_one_holds_nothing(tmp_path):
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "holding\n"
        with pytest.raises(IndexIsBeingWritten):
            rebuild(items("a", "Støj"), tmp_path)
        other.kill()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            rebuild(items("a", "Støj"), tmp_path)
            break
        except IndexIsBeingWritten:
            time.sleep(0.05)
    assert titles(SearchIndex(tmp_path)) == ["Støj"]


def test_an_index_of_another_shape_is_not_read(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(folders, "SHAPE", 0)
        rebuild(items("a", "Støj"), tmp_path)
    index = SearchIndex(tmp_path)
    with pytest.raises(NoIndex, match="skal bygges igen"):
        index.search("støj")
    with pytest.raises(NoIndex), SearchWriter(tmp_path):
        pass
    rebuild(items("a", "Støj"), tmp_path)
    assert titles(index) == ["Støj"]


def test_a_damaged_index_is_told_and_can_be_built_anew(tmp_path):
    rebuild(items("a", "Støj"), tmp_path)
    (meta,) = tmp_path.glob("build-*/items/meta.json")
    meta.write_text("{")
    index = SearchIndex(tmp_path)
    with pytest.raises(NoIndex, match="kan ikke læses"):
        index.search("støj")
    with pytest.raises(NoIndex, match="kan ikke læses"), SearchWriter(tmp_path):
        pass
    rebuild(items("a", "Støj"), tmp_path)
    assert titles(index) == ["Støj"]


def test_an_index_made_with_other_words_is_told(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(folders, "fingerprint", lambda: "før")
        rebuild(items("a", "Støj"), tmp_path)
    index = SearchIndex(tmp_path)
    assert index.uses_old_words()
    assert titles(index) == ["Støj"]
    rebuild(items("a", "Støj"), tmp_path)
    assert not index.uses_old_words()


def test_an_empty_index_finds_nothing(tmp_path):
    rebuild([], tmp_path)
    results = SearchIndex(tmp_path).search("støj")
    assert (results.total, results.hits, results.pages) == (0, (), 1)
