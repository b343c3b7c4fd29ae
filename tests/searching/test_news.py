"""What waits for news finds what was asked for in the documents that are new, and nothing else."""

import pytest

from sagsgang.searching import FacetName


def found(archive, documents, typed, **more):
    return [item.address for item in archive.index.found_in(documents, typed, **more)]


def test_only_the_documents_named_are_looked_in(archive):
    everywhere = archive.found("jobcentret")
    assert "nord-1/1" in everywhere
    assert found(archive, ["nord-1"], "jobcentret") == ["nord-1/1"]
    assert found(archive, ["syd-1"], "jobcentret") == []
    assert found(archive, [], "jobcentret") == []


def test_choices_count(archive):
    chosen = {FacetName.MUNICIPALITY: ["Nordstrand Kommune"]}
    assert found(archive, ["nord-1"], "", chosen=chosen) != []
    assert found(archive, ["syd-1"], "", chosen=chosen) == []


@pytest.mark.parametrize("typed", ["jobcentert", "findesslet", "jobcentret findesslet"])
def test_a_word_that_is_not_there_is_not_taken_for_another(archive, typed):
    assert found(archive, ["nord-1"], typed) == []


def test_a_word_in_another_form_is_the_same_word(archive):
    assert found(archive, ["nord-1"], "jobcenter") == ["nord-1/1"]
    assert found(archive, ["nord-1"], "Sygedagpenge") == ["nord-1/1"]
