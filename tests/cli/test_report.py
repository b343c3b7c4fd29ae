"""`sagsgang report`: the page, and what goes wrong in one line."""

import pytest
from tests.figures.small_store import AREA, appeals, filled

TOML = 'titel = "Ankesager"\n[[afsnit]]\nindikator = "reversal_rate"\npr = "år"\nopdelt = "law"\n'


@pytest.fixture
def asked(tmp_path):
    filled(tmp_path / "store", appeals())
    file = tmp_path / "rapport.toml"
    file.write_text(TOML, encoding="utf-8")
    return ["report", file, "--period", "2025", "--store", tmp_path / "store", "--area", AREA]


def test_a_page_to_standard_output_or_a_file(sagsgang, asked, tmp_path):
    ended = sagsgang(*asked)
    assert (ended.code, ended.err) == (0, "")
    assert "<h1>Ankesager, 2025</h1>" in ended.out
    assert "26,6" in ended.out
    assert sagsgang(*asked, "--out", tmp_path / "r.html").out == ""
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == ended.out


def test_what_is_wrong_is_one_line(sagsgang, asked, tmp_path):
    asked[3] = "sommer"
    ended = sagsgang(*asked)
    assert ended.code == 2
    assert "“sommer” er ikke en periode" in ended.err
    asked[3] = "2025"
    asked[5] = tmp_path / "ingen"
    ended = sagsgang(*asked)
    assert (ended.code, ended.out) == (2, "")
    assert "mappen findes ikke" in ended.err
    (tmp_path / "rapport.toml").write_text("titel = 1\n[[afsnit]]\n", encoding="utf-8")
    assert "Afsnit 1: indikatoren mangler" in sagsgang(*asked).err


def test_without_a_store_it_is_the_installation_s(sagsgang, asked, tmp_path, monkeypatch):
    monkeypatch.setenv("SAGSGANG_DATA", str(tmp_path / "data"))
    own = [word for number, word in enumerate(asked) if number not in (4, 5)]
    ended = sagsgang(*own)
    assert (ended.code, ended.out) == (2, "")
    assert "mappen findes ikke" in ended.err
    filled(tmp_path / "data" / "figures", appeals())
    ended = sagsgang(*own)
    assert (ended.code, ended.err) == (0, "")
    assert "26,6" in ended.out
