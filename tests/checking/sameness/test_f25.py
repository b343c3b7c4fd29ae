"""F25 beyond its page: sentences around a figure from data, and what must never turn red."""

from datetime import UTC, datetime

import pytest

from sagsgang.minutes import FigureSource, SectionKind, UsedFigure

DEVIATION = {
    "title": "Afvigelse mellem regnskab og oprindeligt budget",
    "text": "mindreforbrug på 11,4 mio. kr.",
    "value": "-11437000",
    "unit": "kr",
}
RATE = {
    "title": "Forbrugsprocent",
    "text": "26,2 pct.",
    "value": "26.2154",
    "unit": "percent",
}
ACCOUNTS = {
    "title": "Årets regnskab",
    "text": "1.491,7 mio. kr.",
    "value": "1491687420",
    "unit": "kr",
}


@pytest.fixture
def told(world, findings):
    """What F25 says of a sentence beside the figures: (what is printed, what it should be)."""

    def _told(sentence, *figures, period="2025", body=None):
        used = tuple(
            UsedFigure(
                key=f"t{n}", indicator="x", area="Havneudvalget", **{"period": period} | each
            )
            for n, each in enumerate(figures or (DEVIATION, RATE, ACCOUNTS), start=1)
        )
        item = world.item(sections=(world.section(sentence),), figures=used)
        found = findings(world.minutes(item, body=body), "F25")
        return [(each.printed[0], each.computed[0]) for each in found]

    return _told


@pytest.mark.parametrize(
    ("sentence", "printed", "computed"),
    [
        # The figure has its own decimals, however few were typed.
        ("Forbrugsprocenten er 29 pct.", "29 pct.", "26,2 pct."),
        ("Forbrugsprocenten er 29,25 procent.", "29,25 procent", "26,2 pct."),
        ("Mindreforbruget er 12 mio. kr.", "12 mio. kr.", "11,4 mio. kr."),
        # Other units keep theirs.
        ("Mindreforbruget er 11.937 t.kr.", "11.937 t.kr.", "11.437 t.kr."),
        ("Mindreforbruget er på 11.937.250 kr.", "11.937.250 kr.", "11.437.000 kr."),
        ("Årets regnskab er 1,4 mia. kr.", "1,4 mia. kr.", "1,5 mia. kr."),
        # Other words and another order.
        ("Forbrugsprocenten er opgjort til 29 pct.", "29 pct.", "26,2 pct."),
        ("Forbrugsprocenten ligger på 29 procent.", "29 procent", "26,2 pct."),
        ("Forbrugsprocent: 29 pct.", "29 pct.", "26,2 pct."),
        ("Forbrugsprocenten i 2025 er 29 pct.", "29 pct.", "26,2 pct."),
        ("I 2025 er forbrugsprocenten 29 pct.", "29 pct.", "26,2 pct."),
        ("Kommunens samlede mindreforbrug er 11,9 mio. kr.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Mindreforbruget var i 2025 på 11,9 mio. kr.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Samlet var mindreforbruget 11,9 mio. kr.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Der er 11,9 mio. kr. i mindreforbrug.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Der er et mindreforbrug på 11,9 mio. kr.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Havneudvalget har et mindreforbrug på 11,9 mio. kr.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Mindreforbruget på 11,9 mio. kr. skyldes lav aktivitet.", "11,9 mio. kr.", None),
        ("Mindreforbruget (11,9 mio. kr.) overføres.", "11,9 mio. kr.", "11,4 mio. kr."),
        ("Mindreforbruget er ca. 17 mio. kr.", "17 mio. kr.", "11,4 mio. kr."),
        # The opposite sign.
        (
            "Regnskabet viser et merforbrug på 11,4 mio. kr.",
            "11,4 mio. kr.",
            "mindreforbrug på 11,4 mio. kr.",
        ),
        (
            "Regnskabet viser et merforbrug på 11,9 mio. kr.",
            "11,9 mio. kr.",
            "mindreforbrug på 11,4 mio. kr.",
        ),
    ],
)
def test_a_typed_number_that_contradicts_is_found(told, sentence, printed, computed):
    ((said, right),) = told(sentence)
    assert (said, right) == (printed, computed or "11,4 mio. kr.")


@pytest.mark.parametrize(
    "sentence",
    [
        # Rounded, in another unit, or with a sign that the word has already said.
        "Mindreforbruget er 11 mio. kr.",
        "Mindreforbruget er 11.437 t.kr.",
        "Mindreforbruget er 11.400 t.kr.",
        "Mindreforbruget er 11.400.000 kr.",
        "Mindreforbruget er på -11,4 mio. kr.",
        "Mindreforbruget er godt 11 mio. kr.",
        "Mindreforbruget er knap 12 mio. kr.",
        "Mindreforbruget er ca. 10 mio. kr.",
        "Årets regnskab er 1,5 mia. kr.",
        "Forbrugsprocenten er 26 pct.",
        "Forbrugsprocenten er 26,22 procent.",
        "Forbrugsprocenten er omkring 30 pct.",
    ],
)
def test_a_rounded_number_agrees(told, sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        # A part of the whole.
        "Havnens værksted har et mindreforbrug på 3,2 mio. kr.",
        "Der er et mindreforbrug på 3,2 mio. kr. på vedligeholdelse.",
        "Der er et merforbrug på 3,2 mio. kr. til vintertjeneste.",
        "Det dækker over et mindreforbrug på 3,2 mio. kr. og et merforbrug på 1,4 mio. kr.",
        "Mindreforbruget på 3,2 mio. kr. på drift skyldes lav aktivitet.",
        "Mindreforbruget er 3,2 mio. kr. Merforbruget er 1,4 mio. kr.",
        "- Mindreforbrug på 3,2 mio. kr., vedligeholdelse",
        "Vedligeholdelse\n\nMindreforbruget er 3,2 mio. kr.",
        "Mindreforbruget (3,2 mio. kr. på drift) overføres.",
        "For slæbebåde er forbrugsprocenten 29 pct.",
        # What holds of any such number.
        "En forbrugsprocent på 50 pct. er almindelig midt på året.",
        "Er forbrugsprocenten 50 pct., er halvdelen brugt.",
        "For slæbebåde gælder, at forbrugsprocenten er 29 pct.",
        # A difference, a share of something, another time.
        "Forbrugsprocenten er 5 pct. lavere end ventet.",
        "Forbrugsprocenten er 5 pct. over det, som andre havne har.",
        "Mindreforbruget er 2 mio. kr. mindre end ventet.",
        "Forbrugsprocenten var 29 pct. ved forrige opfølgning.",
        "Forbrugsprocenten i 2024 er 29 pct.",
        "Sidste år var mindreforbruget 3,2 mio. kr.",
        "Hvis mindreforbruget er 3,2 mio. kr., dækker det underskuddet.",
        "Forbrugsprocenten er 2 procentpoint.",
    ],
)
def test_what_may_be_something_else_is_let_be(told, sentence):
    assert told(sentence) == []


def test_a_month_is_its_own(told):
    assert told("Ultimo maj 2025 er forbrugsprocenten 29 pct.", RATE, period="2025M05") == [
        ("29 pct.", "26,2 pct.")
    ]
    assert told("Ultimo april 2025 er forbrugsprocenten 29 pct.", RATE, period="2025M05") == []


def test_a_table_tells_with_one_decimal(told):
    table = RATE | {"text": "Tabel 1. Forbrugsprocent efter udvalg"}
    assert told("Forbrugsprocenten er 29 pct.", table) == [("29 pct.", "26,2 pct.")]


def test_a_committee_s_own_figure_needs_no_mention_in_its_own_case(told):
    own = DEVIATION | {"group": ("Havneudvalget",)}
    found = [("11,9 mio. kr.", "11,4 mio. kr.")]
    sentence = "Udvalget har et mindreforbrug på 11,9 mio. kr."
    assert told(sentence, own, body="Havneudvalget") == found
    assert told(sentence, own, body="Økonomiudvalget") == []
    named = "Havneudvalgets mindreforbrug er 11,9 mio. kr."
    assert told(named, own, body="Økonomiudvalget") == found
    other = "Skoleudvalgets mindreforbrug er 11,9 mio. kr."
    assert told(other, own, body="Havneudvalget") == []


def test_the_source_has_its_name(world, findings):
    source = FigureSource(
        source="appeals",
        file_name="klager.csv",
        file_sha256="0" * 64,
        retrieved_at=datetime(2026, 1, 5, tzinfo=UTC),
    )
    used = UsedFigure(
        key="t1", indicator="x", area="Ny Kommune", period="2025", sources=(source,), **RATE
    )
    section = world.section("Forbrugsprocenten er 29 pct.")
    (finding,) = findings(world.minutes(world.item(sections=(section,), figures=(used,))), "F25")
    assert finding.message.endswith("men tallet fra data er 26,2 pct. (kilde: Ankestatistik).")


FROM_DATA = "Lov|2024|2025\nLAS|20,0|17,6\nSDP|28,0|32,0\nI alt|25,0|26,2"
BY_LAW = {
    "title": "Omgørelsesprocent",
    "text": "Omgørelsesprocent, pct.",
    "value": "26.190476",
    "unit": "percent",
}


@pytest.fixture
def tabled(world, findings):
    """What F25 says of a typed table in the summary of a case with a table from data."""

    def _tabled(caption, typed, figure=BY_LAW):
        tables = [world.table(typed), world.table(FROM_DATA)]
        drawn = [
            "\n".join("\t".join(row) for row in (table.header, *table.rows)) for table in tables
        ]
        sections = (
            world.section(f"Det går godt.\n\n{caption}\n\n{drawn[0]}", SectionKind.SUMMARY),
            world.section(f"Tallene følger her.\n\n{figure['text']}\n\n{drawn[1]}\n\nKilde: data."),
        )
        used = UsedFigure(key="t1", indicator="x", area="Ny Kommune", period="2025", **figure)
        item = world.item(sections=sections, tables=tuple(tables), figures=(used,))
        return findings(world.minutes(item), "F25")

    return _tabled


@pytest.mark.parametrize(
    "caption",
    ["Omgørelsesprocent, pct.", "Tabel 1. Omgørelsesprocent i procent, fordelt på lov, 2024-2025"],
)
def test_a_typed_table_that_restates_one_from_data_is_held_to_it(tabled, caption):
    (finding,) = tabled(caption, "Lov|2025\nLAS|17,6\nSDP|32,9\nI alt|26")
    assert (finding.printed, finding.computed) == (("32,9",), ("32,0",))
    assert "SDP, 2025" in finding.message
    assert (finding.place.table, finding.place.cells) == (0, ((1, 1),))
    assert (finding.others[0].table, finding.others[0].cells) == (1, ((1, 2),))


@pytest.mark.parametrize(
    ("caption", "typed"),
    [
        ("Omgørelsesprocent, pct.", "Lov|2024|2025\nLAS|20|18\nSDP|28|32\nI alt|25|26"),
        ("Omgørelsesprocent, pct.", "Lov|2023\nSDP|32,9"),
        ("Omgørelsesprocent, pct.", "Lov|2025\nBørn|32,9"),
        ("Omgørelsesprocent, pct.", "Lov|2025\nSDP|32,9\nSDP|31,4"),
        ("Omgørelsesprocent i hele landet, pct.", "Lov|2025\nSDP|32,9"),
        ("Omgørelsesprocent, ændring i pct. point", "Lov|2025\nSDP|32,9"),
        ("Omgørelser, antal", "Lov|2025\nSDP|12"),
        ("Sådan ser det ud:", "Lov|2025\nSDP|32,9"),
    ],
)
def test_a_table_of_something_else_is_let_be(tabled, caption, typed):
    assert tabled(caption, typed) == ()
