"""`sagsgang check` of several files: a case before two bodies is held against itself."""

import pytest

from sagsgang.cli.checks.companions import MOST_INPUTS, companions_of
from sagsgang.cli.inputs import Input

CASE = """\
Referat
{body} den {day}. marts 2025 kl. 15:00

Punkt 1: Ny cykelsti til Nordby
{number}
Indstilling
Forvaltningen indstiller, at der frigives {amount} mio. kr. til cykelstien.
Beslutning
Godkendt.
"""
LARGE = 1_000_000


@pytest.fixture
def case(tmp_path):
    def written(body, day, amount, number="27.00.00-G01-1-25"):
        path = tmp_path / f"{body}-{day}.txt"
        path.write_text(CASE.format(body=body, day=day, amount=amount, number=number))
        return path

    return written


def test_two_bodies_with_two_figures(sagsgang, case, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")  # no name is broken over two lines
    ended = sagsgang(
        "check", case("Teknikudvalget", 3, "4,318"), case("Byrådet", 25, "4,381"), "--rules", "F21"
    )
    assert ended.err == ""
    assert "Byrådet 25-03-2025, punkt 1" in ended.out
    assert "Teknikudvalget 03-03-2025, punkt 1" in ended.out


def test_one_file_alone_has_none_beside_it(sagsgang, case):
    assert "F21" not in sagsgang("check", case("Teknikudvalget", 3, "4,318")).out


def test_only_files_that_share_a_case_stand_beside_each_other(case):
    paths = [
        case("Teknikudvalget", 3, "4,318"),
        case("Byrådet", 25, "4,381"),
        case("Skoleudvalget", 4, "4,381", "27.00.00-G01-2-25"),
    ]
    inputs = [Input(str(path), path) for path in paths]
    assert companions_of(inputs, LARGE) == [(inputs[1],), (inputs[0],), ()]


def test_standard_input_and_very_many_files_are_read_once(case):
    path = case("Teknikudvalget", 3, "4,318")
    file, stdin = Input(str(path), path), Input("-", None)
    assert companions_of([file, stdin], LARGE) == [(), ()]
    many = [file] * (MOST_INPUTS + 1)
    assert companions_of(many, LARGE) == [()] * len(many)


def test_a_file_that_cannot_be_read_is_complained_of_once(sagsgang, case, nonsense):
    ended = sagsgang("check", case("Teknikudvalget", 3, "4,318"), nonsense)
    assert ended.code == 2
    assert ended.err.count(nonsense.name) == 1
