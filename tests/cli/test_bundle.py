"""`check --bundle`: what is planted in every hiding place is found, told by its place, and no more
of it than is needed to find it.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.attachments.bundle_maker import Made, write_bundle
from tests.attachments.making.planting import OFFICE, relations, zipped

AGENDA = """\
Dagsorden
Socialudvalget den 3. marts 2025 kl. 15:00

Punkt 1: Nye åbningstider
27.00.00-G01-1-25
Resumé
Borgerservice foreslår nye åbningstider.
Indstilling
Forvaltningen indstiller, at forslaget godkendes.

Punkt 2: Eventuelt
Resumé
Intet.
"""
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2)
#: A number that the sheet has of its own, shown in the form of a personal number.
OF_THE_SHEET = ("budget.xlsx", "010102-XXXX")


def personal_number(number: int) -> str:
    """An invented personal number with its check digit; each its own day of birth."""
    day = f"{1 + number % 28:02}{1 + number % 12:02}{70 + number % 20:02}"
    for serial in range(100 + number, 400):
        rest = sum(w * int(d) for w, d in zip(WEIGHTS, f"{day}{serial}", strict=True)) % 11
        if rest != 1:
            return f"{day}-{serial}{(11 - rest) % 11}"
    raise AssertionError


def secret(number: int) -> str:
    return f"CPR:{personal_number(number)}."


def masked(text: str) -> str:
    """What may be told of a secret, or of a place that is named by one."""
    return re.sub(r"(\d{6}-)\d{4}", r"\1XXXX", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> tuple[Path, list[Made]]:
    """An agenda, and below it attachments with a personal number in every hiding place."""
    folder = tmp_path_factory.mktemp("møde")
    (folder / "dagsorden.md").write_text(AGENDA)
    return folder, write_bundle(folder / "bilag", secret)


@pytest.fixture(scope="module")
def ran(root, folder, tmp_path_factory):
    """The command as its own process: all it prints, and the folder of its temporary files."""
    temporary = tmp_path_factory.mktemp("temporary")
    printed = {}
    for form in ("text", "json", "sarif"):
        command = [sys.executable, "-m", "sagsgang.cli", "check", "--bundle", str(folder[0])]
        printed[form] = subprocess.run(
            [*command, "--format", form],
            capture_output=True,
            text=True,
            cwd=temporary,
            env={**os.environ, "PYTHONPATH": str(root / "src"), "TMPDIR": str(temporary)},
            check=False,
        )
    return printed, temporary


def test_all_that_is_planted_is_found_at_its_place_and_nothing_else(folder, ran):
    ended = ran[0]["json"]
    report = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert {finding["rule"] for finding in report["findings"]} == {"P01", "P10"}
    planted: dict[tuple[str, str], set[str]] = {}
    for made in folder[1]:
        for each in made.planted:
            place = (f"bilag/{made.name}", masked(each.where))
            planted.setdefault(place, set()).add(masked(each.text)[4:-1])
    found: dict[tuple[str, str], set[str]] = {}
    more: Counter[tuple[str, str]] = Counter()
    for finding in report["findings"]:
        place = (finding["attachment"], finding["where"])
        found.setdefault(place, set()).update(finding["printed"])
        if unnamed := re.search(r"og (\d+) til", finding["message"]):
            more[place] += int(unnamed[1])
    shown = f"bilag/{OF_THE_SHEET[0]}"
    extra = {
        (place, told)
        for place, tolds in found.items()
        for told in tolds - planted.get(place, set())
        if (place[0], told) != (shown, OF_THE_SHEET[1])
    }
    # Words inserted as a tracked change stand in their paragraph too.
    in_text = {(name, told) for (name, _where), tolds in planted.items() for told in tolds}
    assert {each for each in extra if (each[0][0], each[1]) not in in_text} == set()
    missed = {
        place: tolds - found.get(place, set())
        for place, tolds in planted.items()
        if len(tolds - found.get(place, set())) > more[place]
    }
    assert missed == {}


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_no_output_tells_a_personal_number(folder, ran, form):
    told = ran[0][form].stdout + ran[0][form].stderr
    assert "XXXX" in told
    numbers = {re.sub(r".*(\d{6})-(\d{4})", r"\1\2", p.text) for m in folder[1] for p in m.planted}
    assert not numbers & set(re.findall(r"\d{10}", told.replace("-", "")))


def test_nothing_is_written_anywhere(folder, ran):
    assert list(ran[1].iterdir()) == []
    names = {path.name for path in folder[0].rglob("*") if path.is_file()}
    assert names == {"dagsorden.md", *(made.name for made in folder[1])}


def test_the_text_counts_the_files_and_says_what_was_not_read(folder, ran):
    (counts,) = re.findall(r"^Bilag: .*$", ran[0]["text"].stdout, re.M)
    assert counts.startswith(f"Bilag: {len(folder[1])} filer")
    assert "bilag/referat.docx (docx): 3" in ran[0]["text"].stdout
    assert "indeholder makroer (de er ikke læst)" in ran[0]["text"].stdout


@pytest.fixture
def small(tmp_path) -> Path:
    """A bundle of three clean files."""
    folder = tmp_path / "møde"
    folder.mkdir()
    (folder / "dagsorden.md").write_text(AGENDA)
    (folder / "notat.txt").write_text("Et notat uden noget.\n")
    (folder / "tal.csv").write_text("Område;Beløb\nA;1\nB;2\n")
    return folder


def report(ended) -> dict:
    return json.loads(ended.out)


def test_a_clean_bundle_is_zero(sagsgang, small):
    ended = sagsgang("check", "--bundle", small)
    assert (ended.code, ended.err) == (0, "")
    assert "dagsorden.md – Socialudvalget, 03-03-2025" in ended.out
    assert "Bilag: 2 filer · 2 uden anmærkninger" in ended.out


def test_what_cannot_be_read_is_named_and_ends_with_two(sagsgang, small):
    (small / "gammelt.xyz").write_bytes(bytes(range(256)) * 8)
    ended = sagsgang("check", "--bundle", small)
    assert ended.code == 2
    assert "1 kunne ikke læses" in ended.out
    assert "✖ gammelt.xyz: kunne ikke læses; " in ended.out


def test_the_agenda_wins_over_minutes_that_are_attached(sagsgang, small):
    minutes = AGENDA.replace("Dagsorden", "Referat") + "\nPunkt 3: Orientering\nResumé\nIntet.\n"
    (small / "a referat af sidste møde.md").write_text(minutes)
    (small / "bilag 1 dagsorden for en følgegruppe.md").write_text(minutes)
    (small / "tidligere").mkdir()
    (small / "tidligere" / "dagsorden.md").write_text(minutes)
    told = report(sagsgang("check", "--bundle", small, "--format", "json"))
    assert (told["source"]["name"], told["summary"]["items"]) == ("dagsorden.md", 2)
    assert len(told["attachments"]) == 5


def test_without_a_telling_name_what_states_its_meeting_is_the_agenda(sagsgang, small):
    (small / "dagsorden.md").rename(small / "møde 3. marts.md")
    (small / "punkter.md").write_text("Punkt 1: A\nResumé\nB.\n\nPunkt 2: C\n\nPunkt 3: D\n")
    told = report(sagsgang("check", "--bundle", small, "--format", "json"))
    assert told["source"]["name"] == "møde 3. marts.md"


def test_the_agenda_may_be_named_and_lie_elsewhere(sagsgang, small, tmp_path):
    other = tmp_path / "udkast.md"
    other.write_text(AGENDA.replace("Punkt 2: Eventuelt\nResumé\nIntet.\n", ""))
    told = report(sagsgang("check", other, "--bundle", small, "--format", "json"))
    assert (told["source"]["name"], told["summary"]["items"]) == ("udkast.md", 1)
    assert len(told["attachments"]) == 3
    assert sagsgang("check", other, other, "--bundle", small).code == 2


def test_without_an_agenda_the_attachments_are_checked_alone(sagsgang, small):
    (small / "dagsorden.md").unlink()
    (small / "notat.txt").write_text(f"Borgeren har {secret(3)}\n")
    ended = sagsgang("check", "--bundle", small, "--format", "json")
    assert ended.code == 2
    assert ended.err.splitlines() == [
        f"{small}: ingen dagsorden eller referat blandt filerne; bilagene er tjekket alene"
    ]
    (finding,) = report(ended)["findings"]
    assert (finding["rule"], finding["attachment"]) == ("P01", "notat.txt")
    (small / "notat.txt").unlink()
    assert report(sagsgang("check", "--bundle", small, "--format", "json"))["findings"] == []


def test_a_number_in_the_name_of_a_file_is_masked(sagsgang, small):
    number = personal_number(5)
    (small / f"{number}.txt").write_text("Et notat.\n")
    for form in ("text", "json", "sarif"):
        ended = sagsgang("check", "--bundle", small, "--format", form)
        assert f"{number[:6]}-XXXX.txt" in ended.out
        assert number not in ended.out + ended.err


def test_the_hidden_parts_of_the_agenda_itself_are_looked_through(sagsgang, small):
    (small / "dagsorden.md").unlink()
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in AGENDA.splitlines())
    note = f"<w:p><w:r><w:t>Ring til borgeren, {secret(8)}</w:t></w:r></w:p>"
    (small / "Dagsorden.docx").write_bytes(
        zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "_rels/.rels": relations("r1 officeDocument word/document.xml"),
                "word/document.xml": f"<w:document {OFFICE}><w:body>{lines}</w:body></w:document>",
                "word/_rels/document.xml.rels": relations("r2 comments comments.xml"),
                "word/comments.xml": f'<w:comments {OFFICE}><w:comment w:id="0" w:author="Bo">'
                f"{note}</w:comment></w:comments>",
            }
        )
    )
    ended = sagsgang("check", "--bundle", small)
    assert ended.code == 1
    assert "Dokumentets skjulte dele\n  ✖ P01" in ended.out
    assert "kommentar 1 af Bo" in ended.out


@pytest.mark.parametrize("name", ["ingen", "dagsorden.md"])
def test_what_is_no_folder_is_one_line(sagsgang, small, name):
    ended = sagsgang("check", "--bundle", small / name)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{small / name}: ")
    assert len(ended.err.splitlines()) == 1


def test_an_accepted_finding_in_an_attachment_is_told_with_its_reason(sagsgang, small):
    (small / "notat.txt").write_text(f"Borgeren har {secret(3)}\n")
    (small / "sagsgang.toml").write_text(
        '[[checks.accept]]\nrule = "P01"\nfile = "notat.*"\nreason = "Nummeret er opdigtet."\n'
    )
    ended = sagsgang("check", "--bundle", small)
    assert ended.code == 0
    assert "Ikke meldt: P01 Bilag notat.txt: Nummeret er opdigtet." in ended.out
    told = report(sagsgang("check", "--bundle", small, "--format", "json"))
    assert told["suppressed"][0]["attachment"] == "notat.txt"
