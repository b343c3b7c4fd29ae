"""`sagsgang load` and `loads`: figures taken in, asked about, refused and withdrawn."""

import pytest

HEAD = "År;Måned;Politikområde;Beløbstype;Beløb (kr.)\n"
ROWS = [f"2025;{month};Arbejdsmarked;Forbrug;{month}.000\n" for month in range(1, 6)]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "udtræk.csv"
    path.write_text(HEAD + "".join(ROWS))
    return path


@pytest.fixture
def load(sagsgang, tmp_path):
    def run(path, *words):
        words = (*words, "--area", "Thisted", "--store", tmp_path / "store")
        return sagsgang("load", path, "--as", "ledger", *words)

    return run


def test_a_file_is_loaded_once(load, file, sagsgang, tmp_path):
    first = load(file)
    assert first.code == 0
    assert "5 rækker, 5 tal, januar 2025 – maj 2025, i kr." in first.out
    assert "5 nye, 0 som før, 0 ændrede, 0 væk" in first.out
    assert "Indlæst som nummer 1" in first.out
    again = load(file)
    assert again.code == 0
    assert "Den var der i forvejen, som indlæsning 1" in again.out
    assert len(sagsgang("loads", "--store", tmp_path / "store").out.splitlines()) == 1


def test_what_changes_known_figures_is_asked_about(load, file, sagsgang, tmp_path):
    load(file)
    file.write_text(HEAD + "".join(ROWS).replace("2.000", "2.500"))
    asked = load(file)
    assert asked.code == 1
    assert "? Forbrug februar 2025 Arbejdsmarked: 2.000 → 2.500 (række 3)" in asked.out
    assert "ikke indlæst" in asked.err
    assert load(file, "--yes").code == 0
    gone = sagsgang(
        "loads", "--withdraw", "2", "--because", "forkert", "--store", tmp_path / "store"
    )
    assert "Indlæsning 2 tæller ikke længere." in gone.out
    assert "trukket tilbage: forkert" in gone.out


def test_ten_times_the_usual_is_asked_about(load, file):
    file.write_text(HEAD + "".join(ROWS).replace("5.000", "50.000"))
    asked = load(file)
    assert asked.code == 1
    assert "? usædvanligt: Forbrug maj 2025 Arbejdsmarked: 50.000, sædvanligvis 3.000" in asked.out


def test_mistakes_are_named_and_nothing_is_loaded(load, file, tmp_path):
    file.write_text(HEAD + ROWS[0] + "2025;2;Arbejdsmarked;Forbrug;12,3,4\n")
    refused = load(file)
    assert refused.code == 2
    assert "række 3, kolonne “Beløb (kr.)”: “12,3,4” er ikke et tal" in refused.err
    assert not (tmp_path / "store").exists()


def test_a_unit_and_a_mapping_are_told(load, file, tmp_path):
    file.write_text("Tid;Sted;Tal\n2025-01;Arbejdsmarked;1,5\n")
    mapping = tmp_path / "kort.json"
    mapping.write_text('{"columns": {"period": "Tid", "policy_area": "Sted", "spending": "Tal"}}')
    done = load(file, "--mapping", mapping, "--unit", "mio. kr.")
    assert (done.code, "i mio. kr." in done.out) == (0, True)
    mapping.write_text("[")
    assert "er ikke et kort" in load(file, "--mapping", mapping).err


def test_what_is_typed_wrong_ends_with_two(sagsgang, file, tmp_path):
    store = ("--store", tmp_path / "store")
    assert "Kendte kilder" in sagsgang("load", file, "--as", "nix", "--area", "787", *store).err
    assert sagsgang("load", file, "--as", "ledger", *store).code == 2
    assert sagsgang("loads", "--withdraw", "1", "--because", "x", *store).code == 2
    assert sagsgang("loads", "--withdraw", "1", *store).code == 2
