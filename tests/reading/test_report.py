"""The report on a reading: what a secretary needs to know before trusting it."""

from sagsgang.reading import read, report

TEXT = """REFERAT Kulturudvalget d. 10-03-2025

Hør her

Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: Ny scene

Sagen blev bragt op på mødet.

Indstilling

Direktøren indstiller, at scenen bygges.
"""


def test_the_report_names_what_is_missing_and_what_found_no_place() -> None:
    lines = report(read(TEXT.encode(), "prøve.txt")).splitlines()
    assert lines[0] == "prøve.txt – Kulturudvalget"
    assert "2 punkter, 3 afsnit, 1 beslutning, 0 tabeller, 0 bilag" in lines[3]
    assert "  Ikke fundet: kommune, mødested, deltagere, beslutning på punkt 2" in lines
    assert "  Uden overskrift: punkt 2, linje 13–13: Sagen blev bragt op på mødet." in lines
    assert "  Ikke placeret, linje 3–3: Hør her" in lines


def test_a_text_that_is_read_whole_says_so() -> None:
    whole = TEXT.replace("Hør her\n\n", "")
    assert "100,0 % af teksten" in report(read(whole.encode(), "prøve.txt"))
