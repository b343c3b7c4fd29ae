"""The ledger: every layout gives the same figures; what is wrong is named and nothing counts."""

import io
import tempfile
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.figures.sources import BadFile, MustBeAnswered, load_file
from sagsgang.figures.sources.ledger.frames import frame_of
from sagsgang.figures.store import Store
from sagsgang.language.numbers import format_number

AT = datetime(2025, 6, 1, tzinfo=UTC)
HEAD = "År;Måned;Politikområde;Konto;Dranst;Beløbstype;Beløb (kr.)\n"


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def load(store, tmp_path):
    def do(text, *, encoding="utf-8", name="udtræk.csv", **more):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return load_file(store, path, "ledger", area="787", at=AT, **more)

    return do


def told(store):
    snapshot = store.snapshot()
    return {
        (each.series.removeprefix("ledger."), str(each.period), *dict(each.group).values()): (
            each.value if each.value is not None else each.missing.value
        )
        for series in snapshot.series()
        for each in snapshot.observations(series)
    }


lines = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from(["Arbejde", "Børn; unge", 'Sagt "højt"', "Æbler"]),
        st.sampled_from(["5.57.71", "05.58.81", "045050"]),
        st.decimals(-(10**9), 10**9, places=2),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]), st.sampled_from(";\t,"))
def test_lines_are_added_up_whatever_the_file_is_written_in(drawn, encoding, delimiter):
    expected: dict[tuple[str, str, str], Decimal] = {}
    rows = [["År", "Måned", "Politikområde", "Konto", "Dranst", "Forbrug (kr.)"]]
    for month, area, account, amount in drawn:
        digits = account.replace(".", "")[-5:]
        key = (f"2025M{month:02}", f"{digits[0]}.{digits[1:3]}.{digits[3:]}", area)
        expected[key] = expected.get(key, Decimal(0)) + amount
        rows.append(["2025", str(month), area, account, "1", format_number(amount, 2)])
    quoted = (['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows)
    text = "\n".join(delimiter.join(row) for row in quoted) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fil.csv"
        path.write_bytes(text.encode(encoding))
        store = Store(Path(folder) / "store")
        load_file(store, path, "ledger", area="787", at=AT, is_confirmed=True)
        found = {
            (str(each.period), dict(each.group)["account"], dict(each.group)["policy_area"]): (
                each.value
            )
            for each in store.snapshot().observations("ledger.spending")
        }
    assert found == expected


def test_the_whole_of_an_extract(load, store):
    load(
        "Udtræk i 1.000 kr.\n\n"
        "År;Måned;Politikområde;Konto;Dranst;Beløbstype;Beløb\n"
        "2025;;PO12;5.57.71;1;Oprindeligt budget;1.200\n"
        "2025;3;PO12;5.57.71;1;Tillægsbevilling;50\n"
        "2025;4;PO12;5.57.71;1;Overførsel;-10\n"
        "2025;;PO12;5.57.71;1;Korrigeret budget;1.240\n"
        "2025;1;PO12;5.57.71;2;Forbrug;20,5-\n"
        "2025;2;PO12;3.22.01;Drift;Regnskab;..\n"
        "2025;5;PO12;5.57.71;1;Forventet regnskab;1.300\n"
        "I alt;;;;;;9.999\n"
    )
    assert told(store) == {
        ("original_budget", "2025", "5.57.71", "1", "transfer", "PO12"): 1_200_000,
        ("supplementary_appropriation", "2025M03", "5.57.71", "1", "transfer", "PO12"): 50_000,
        ("supplementary_appropriation", "2025M04", "5.57.71", "1", "transfer", "PO12"): -10_000,
        ("adjusted_budget", "2025", "5.57.71", "1", "transfer", "PO12"): 1_240_000,
        ("spending", "2025M01", "5.57.71", "2", "transfer", "PO12"): -20_500,
        ("spending", "2025M02", "3.22.01", "1", "service", "PO12"): "unknown",
        ("forecast_outturn", "2025M05", "5.57.71", "1", "transfer", "PO12"): 1_300_000,
    }


def test_an_adjusted_budget_that_does_not_add_up_is_asked_about_by_name(load, store):
    text = (
        "År;Politikområde;Oprindeligt budget (kr.);Tillægsbevillinger (kr.);"
        "Korrigeret budget (kr.)\n2025;PO12;100;10;120\n"
    )
    with pytest.raises(MustBeAnswered) as asks:
        load(text)
    (question,) = asks.value.reading.questions
    assert "Korrigeret budget 2025 for PO12 er 120 kr." in question.words
    assert "giver 110 kr." in question.words
    assert store.loads() == ()
    assert load(text, is_confirmed=True).number == 1
    # What was said yes to is not asked about again.
    assert load(text).number == 1


def test_a_voucher_told_twice_is_asked_about(load):
    row = "12-05-2025;5.57.71;1;Sygedagpenge;771;1.000\n"
    text = "Dato;Konto;Dranst;Politikområde;Bilag;Beløb (kr.)\n" + row + row
    with pytest.raises(MustBeAnswered) as asks:
        load(text)
    assert "række 2, kolonne “Bilag”: “771” står flere gange" in (
        asks.value.reading.questions[0].words
    )


def test_a_file_without_a_unit_is_asked_about_and_may_be_told(load, store):
    text = "År;Politikområde;Forbrug\n2024;PO12;1,5\n"
    with pytest.raises(MustBeAnswered, match="ændrer"):
        load(text)
    load(text, mapping={"unit": "mio. kr."})
    assert told(store) == {("spending", "2024", "PO12"): 1_500_000}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "2025;5;P;ABC;1;Forbrug;1\n", "række 2, kolonne “Konto”: “ABC” er ikke en konto"),
        (HEAD + "2025;5;P;5.57.71;9;Forbrug;1\n", "kolonne “Dranst”: “9” er ikke en dranst"),
        (HEAD + "2025;5;P;5.57.71;1;Gæt;1\n", "“Gæt” er ikke en kendt slags beløb"),
        (HEAD + "2025;13;P;5.57.71;1;Forbrug;1\n", "kolonne “Måned”: “13” er ikke en periode"),
        (HEAD + "2025;5;P;5.57.71;1;Forbrug;\n", "kolonne “Beløb (kr.)”: Beløbet mangler"),
        (HEAD + "2025;5;P;5.57.71;1;Forbrug;1,5 mio. kr.\n", "har en enhed i cellen"),
        (HEAD + "2025;5;P;5.57.71;1;Forbrug;1;2;3\n", "række 2: har 9 celler, men der er 7"),
        ("År;Politikområde\n2025;P\n", "Der mangler en kolonne med beløb"),
        ("Politikområde;Forbrug\nP;1\n", "Der mangler en kolonne med periode"),
        ("År;Forbrug\n2025;1\n", "hvad beløbene hører til"),
        ("a;b\n1;2\n", "ingen kendte kolonneoverskrifter"),
        ("År;P;Forbrug\n", "hvad beløbene hører til"),
        (HEAD, "Filen har ingen beløb"),
        ("", "Filen er tom"),
        (b"%PDF-1.7", "Filen er en PDF"),
        ("År;Ramme;Forbrug (kr.);Oprindeligt budget (mio. kr.)\n2025;service;1;1\n", "enheder"),
        ("År;Ramme;Forbrug (kr.);Regnskab\n2025;service;1;1\n", "ser begge ud til at sige"),
        ("År;Ramme;Forbrug år til dato (kr.)\n2025;service;1\n", "kolonne med beløb"),
        ("År;Ramme;Forventet regnskab (kr.)\n2025;service;1\n", "hvilken måned"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_counts(load, store, text, words):
    with pytest.raises(BadFile) as bad:
        load(text, is_confirmed=True)
    assert words in str(bad.value)
    assert store.loads() == ()


def test_every_bad_cell_is_counted_and_the_first_fifty_named(load):
    rows = "".join(f"2025;5;P;5.57.71;1;Forbrug;{'x' if n % 2 else 'y'}{n}\n" for n in range(120))
    with pytest.raises(BadFile) as bad:
        load(HEAD + rows)
    assert (bad.value.count, len(bad.value.problems)) == (120, 50)
    assert bad.value.problems[0].row == 2
    assert "… og 70 andre steder." in str(bad.value)


def test_rows_are_counted_as_a_spreadsheet_counts_them(load):
    text = HEAD + "\n2025;5;P;5.57.71;1;Forbrug;1\n\n2025;5;P;5.57.71;1;Forbrug;x1\n"
    with pytest.raises(BadFile) as bad:
        load(text)
    assert bad.value.problems[0].row == 5


def test_a_load_that_fails_half_way_leaves_what_was_before(load, store):
    load(HEAD + "2025;5;P;5.57.71;1;Forbrug;1\n")
    before = told(store)
    with pytest.raises(BadFile):
        load(HEAD + "2025;5;P;5.57.71;1;Forbrug;2\n2025;6;P;5.57.71;1;Forbrug;z\n")
    assert told(store) == before
    assert len(store.loads()) == 1


def workbook(rows):
    """A small XLSX: numbers as numbers, texts as texts."""
    cells = []
    for number, row in enumerate(rows, 1):
        told = "".join(
            f'<c r="{chr(65 + at)}{number}"><v>{cell}</v></c>'
            if isinstance(cell, int | float)
            else f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
            for at, cell in enumerate(row)
        )
        cells.append(f'<row r="{number}">{told}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(cells)}'
        "</sheetData></worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return packed.getvalue()


def test_a_workbook_is_read_as_a_csv_is(load, store):
    rows = [
        ["Udtræk (i kr.)"],
        ["År", "Måned", "Politikområde", "Forbrug"],
        [2025, 1, "PO12", 1234.5],
        [2025, "maj", "PO12", "1.000,25"],
    ]
    load(workbook(rows), name="udtræk.xlsx")
    assert told(store) == {
        ("spending", "2025M01", "PO12"): Decimal("1234.5"),
        ("spending", "2025M05", "PO12"): Decimal("1000.25"),
    }


def test_frames_have_dates_and_the_closest_rule_goes_first():
    on = datetime(2025, 1, 1).date()
    assert frame_of("5.57.71", "1", on) == "transfer"
    assert frame_of("5.57.78", "1", on) == "other"
    assert frame_of("3.22.01", "1", on) == "service"
    assert frame_of("3.22.01", "3", on) == "anlaeg"
    assert frame_of("", "3", on) == "anlaeg"
    assert frame_of("", "1", on) is None
    assert frame_of("3.22.01", "1", datetime(2000, 1, 1).date()) is None


def test_a_month_that_has_only_some_of_its_lines_is_asked_about(load):
    head = "Periode;Konto;Dranst;Forbrug (kr.)\n"
    accounts = ("5.57.71", "5.57.73", "5.58.80", "5.58.81", "5.68.90")
    whole = "".join(
        f"2025-{month:02};{account};1;{1000 + month}\n"
        for month in (1, 2, 3)
        for account in accounts
    )
    load(head + whole)
    with pytest.raises(MustBeAnswered) as asks:
        load(head + "2025-04;5.57.71;1;1004\n2025-04;5.57.73;1;1004\n")
    (thin,) = asks.value.preview.thin
    assert (str(thin.period), thin.count, thin.usual) == ("2025M04", 2, 5)
    load(head + "".join(f"2025-04;{account};1;1004\n" for account in accounts))


def test_a_file_told_twice_over_is_asked_about(load):
    lines = "".join(f"2025-01;5.57.7{n};1;100{n}\n" for n in (1, 3, 8))
    with pytest.raises(MustBeAnswered) as asks:
        load("Periode;Konto;Dranst;Forbrug (kr.)\n" + lines * 2)
    assert "6 af 6 linjer er ens" in str(asks.value.reading.questions[0].words)
    load("Periode;Konto;Dranst;Forbrug (kr.)\n" + lines + lines.splitlines()[0] + "\n")
