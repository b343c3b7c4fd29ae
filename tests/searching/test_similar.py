def addresses(items):
    return [item.address for item in items]


def test_the_same_matter_elsewhere_is_found(archive):
    assert addresses(archive.index.similar("nord-1/1"))[:1] == ["aaby-1/1"]
    assert addresses(archive.index.similar("aaby-1/1"))[:1] == ["nord-1/1"]


def test_nothing_of_the_same_municipality_unless_asked_for(archive):
    assert all(
        item.municipality != "Nordstrand Kommune" for item in archive.index.similar("nord-1/1")
    )


def test_neither_the_same_document_nor_the_same_case(archive_of, new_item):
    text = "Støj fra vindmøller måles ved gårdene på marken hver sommer."
    archive = archive_of(
        [
            new_item("a/1", "Støj ved marken", text, case_number="24/1000"),
            new_item("a/2", "Støj ved marken", text),
            new_item("b/1", "Støj ved marken", text, case_number="24/1000"),
            new_item("c/1", "Støj ved marken", text, case_number="24/2000"),
        ]
    )
    assert addresses(archive.index.similar("a/1", elsewhere=False)) == ["c/1"]


def test_the_same_subject_counts(archive_of, new_item):
    text = "Støj fra vindmøller måles ved gårdene på marken hver sommer."
    archive = archive_of(
        [
            new_item("a/1", "Støj", text, kle_subject="09.02.00"),
            new_item("b/1", "Støj", text, kle_subject="01.02.05"),
            new_item("c/1", "Støj", text, kle_subject="09.02.00"),
        ]
    )
    assert addresses(archive.index.similar("a/1")) == ["c/1", "b/1"]


def test_what_is_unlike_everything_has_no_similar_items(archive):
    assert archive.index.similar("aaby-1/2") == ()
    assert archive.index.similar("syd-1/3") == ()


def test_an_item_that_is_not_there_has_none(archive):
    assert archive.index.similar("findes/ikke") == ()


def test_no_more_than_asked_for(archive_of, new_item):
    archive = archive_of(
        new_item(f"{n}/1", "Støj ved marken", "Vindmøller støjer om natten.") for n in range(9)
    )
    assert len(archive.index.similar("0/1", at_most=3)) == 3
