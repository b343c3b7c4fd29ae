"""A report as people read it."""

import pytest

from sagsgang.checking import Dismissal, Status, check
from sagsgang.checking.finding import CheckedAttachment
from sagsgang.checking.output.text import as_text, pieces


@pytest.fixture
def minutes(world):
    table = world.table(
        "|  | 2025 | 2026 |\n| Kurser | 310 | 420 |\n| Ture | 275 | 180 |\n| I alt | 585 | 660 |"
    )
    return world.minutes(
        world.item("7", title="Aktiviteter", tables=(table,)),
        world.item("8", title="Mødeplan", decision=None),
        body="Kulturudvalget",
    )


def test_findings_are_grouped_by_item_with_what_why_and_how_sure(minutes):
    assert as_text(minutes, check(minutes)).splitlines() == [
        "prøve.txt – Kulturudvalget",
        "2 punkter · 1 tabel · 1 sammenhæng efterregnet · 2 fund",
        "",
        "Punkt 7 Aktiviteter",
        "  ✖ F01 Summen passer ikke med delene  (linje 10–13)",
        "    Der står:    660",
        "    Efterregnet: 600",
        "    Hvorfor:     «I alt», «2026»: 420 + 180 = 600, men der står 660.",
        "    Forslag:     Ret «I alt» til 600, eller find det led, der er forkert.",
        "    Sikkerhed:   93 % · blokerer",
        "    Tabel 1:",
        "              2025  2026",
        "      Kurser   310  ▸420◂",
        "      Ture     275  ▸180◂",
        "      I alt    585  ▸660◂",
        "",
        "Punkt 8 Mødeplan",
        "  ! D01 Punkt uden beslutning  (linje 10–50)",
        "    Hvorfor:     Punktet har ingen beslutning.",
        "    Forslag:     Skriv beslutningen, eller «Intet til referat», hvis der ikke er noget at",
        "                 beslutte.",
        "    Sikkerhed:   90 % · advarer",
    ]


def test_english(minutes):
    text = as_text(minutes, check(minutes, language="en"), language="en")
    assert "Item 7 Aktiviteter" in text
    assert "Printed:    660" in text
    assert "but 660 is printed" in text
    assert "blocks" in text


def test_what_holds_is_shown_when_asked_for(minutes):
    report = check(minutes)
    assert "✓" not in as_text(minutes, report)
    assert as_text(minutes, report, with_verified=True).splitlines()[-5:] == [
        "Efterregnet og i orden",
        "  Punkt 7 Aktiviteter",
        "    ✓ F01 310 + 275 = 585  (linje 10–13)",
        "",
        "  6 af 6 tal er efterregnet.",
    ]


def test_a_rule_on_trial_says_so(minutes):
    report = check(minutes)
    assert "på prøve" not in as_text(minutes, report)
    on_trial = tuple(each.model_copy(update={"status": Status.TRIAL}) for each in report.findings)
    text = as_text(minutes, report.model_copy(update={"findings": on_trial}))
    assert "    Sikkerhed:   90 % · advarer · på prøve\n" in text


def test_nothing_found_is_said(world):
    assert "Ingen fund." in as_text(world.minutes(), check(world.minutes()))


def test_what_was_dismissed_or_skipped_is_said(minutes, world):
    report = check(minutes, dismissals=[Dismissal(rule="F01", item="7", reason="aftalt med ØU")])
    assert "Ikke meldt: F01 Punkt 7: aftalt med ØU" in as_text(minutes, report)
    rows = "\n".join(f"| Post {n} | {n} |" for n in range(31_000))
    large = world.with_table(f"|  | Antal |\n{rows}")
    assert "Ikke undersøgt: F01 Punkt 1: Tabellen har" in as_text(large, check(large))


def test_lines_keep_to_the_width(minutes):
    text = as_text(minutes, check(minutes), width=60)
    assert max(map(len, text.splitlines())) <= 60


def test_the_pieces_are_the_text_with_styles(minutes):
    report = check(minutes)
    found = pieces(minutes, report)
    assert "".join(text for text, _ in found) == as_text(minutes, report)
    assert ("  ✖ ", "bold red") in found


def test_a_finding_in_an_attachment_says_which_and_where(minutes):
    report = check(minutes)
    (first, *_) = report.findings
    inside = first.model_copy(update={"attachment": "budget.xlsx", "where": "ark «Løn», celle B7"})
    text = as_text(minutes, report.model_copy(update={"findings": (inside,)}))
    assert "\nBilag budget.xlsx\n" in text
    assert "    Sted:        ark «Løn», celle B7\n" in text


def test_attachments_are_told_file_by_file_and_the_clean_are_counted(minutes):
    report = check(minutes)
    files = (
        CheckedAttachment(name="budget.xlsx", format="xlsx", pages=3, findings=2),
        CheckedAttachment(name="låst.pdf", format="pdf", problems=("kræver kode",), is_read=False),
        CheckedAttachment(name="notat.docx", format="docx", problems=("indeholder makroer",)),
        CheckedAttachment(name="kort.png", format="png"),
    )
    text = as_text(minutes, report.model_copy(update={"attachments": files}))
    assert text.splitlines()[-4:] == [
        "Bilag: 4 filer · 1 uden anmærkninger · 1 med fund · 1 kunne ikke læses · "
        "1 læst med forbehold",
        "  ! budget.xlsx (xlsx, 3 ark): 2 fund",
        "  ✖ låst.pdf (pdf): kunne ikke læses; kræver kode",
        "  ! notat.docx (docx): indeholder makroer",
    ]
