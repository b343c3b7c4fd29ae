"""Whatever is written: no crash, nothing said of what is the same, and time that is bounded."""

import time

from hypothesis import given, settings
from hypothesis import strategies as some

from sagsgang.checking import check
from sagsgang.minutes import SectionKind

from .conftest import RULES

PHRASES = """
budgettet reduceres med 5,326 mio. kr. i 2024 til 2030 80 pct. var tilfredse Holdet åbnede 1. maj
2021 siden marts 2020 forventes færdig 2072 . , ; | ( ) ca. op mod 15-25 data til og med 12 år £ İ
- 1.842 personer Resumé
"""
WORDS = some.sampled_from([*PHRASES.split(), "\u00a0", "\n"])
TEXTS = some.lists(WORDS | some.text(max_size=5), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(summary=TEXTS, account=TEXTS, cells=some.lists(WORDS, min_size=4, max_size=12))
def test_any_text_is_checked(world, told, summary, account, cells):
    table = world.table("\n".join(" | ".join(cells[at : at + 3]) for at in range(0, len(cells), 3)))
    item = told(summary, account, tables=(table,), title=account[:30])
    report = check(world.minutes(item), rules=RULES, companions=[world.minutes(item)])
    for finding in report.findings:
        assert finding.message
        assert 0 < finding.confidence <= 1


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(world, told, text):
    assert check(world.minutes(told(text, text)), rules=["F14", "F18"]).findings == ()


def test_50_000_figures_in_an_item_end_in_bounded_time(world, told):
    line = "Budgettet til kurser reduceres med {} kr. i 2024 og {} personer deltog. "
    text = "\n".join(line.format(at + 1_000, at % 977 + 10) * 5 for at in range(2_500))
    rows = "\n".join(f"| Kurser {at} | {at + 1_000} |" for at in range(5_000))
    item = told(text, text, tables=(world.table(f"| Kursus | 2024 |\n{rows}"),), title="Kurser")
    began = time.perf_counter()
    report = check(world.minutes(item), rules=RULES)
    assert time.perf_counter() - began < 60
    assert any("resten" in skipped.reason for skipped in report.skipped)


def test_a_line_of_figures_ends_in_bounded_time(world, told):
    text = " ".join(f"{at} åbnede 1. maj 2021 siden maj 2020" for at in range(3_000))
    section = world.section(text, SectionKind.PRESENTATION)
    item = world.item(sections=(section,), title="Status på åbningen")
    began = time.perf_counter()
    check(world.minutes(item), rules=RULES)
    assert time.perf_counter() - began < 30
