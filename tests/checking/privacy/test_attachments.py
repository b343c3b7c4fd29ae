"""The rules on privacy in attachments: every hiding place, and no secret in what is said."""

import json

import pytest

from sagsgang.checking import check
from sagsgang.checking.output.sarif import as_sarif
from sagsgang.checking.output.text import as_text
from sagsgang.minutes.attachment import Attachment, Fragment, FragmentKind

#: What is planted, the rule that must find it, and what must stand in no output.
SECRETS = {
    "P01": ("Borgeren har personnummer 110352-1129.", "110352-1129"),
    "P02": ("Ida Prøvesen bor på Egebakken 77.", "Egebakken 77"),
    "P03": ("Ida Prøvesen, mobil 28 76 54 31", "28 76 54 31"),
    "P04": ("Reg.nr. 1234, konto 0007654321", "0007654321"),
    "P05": ("Skriv til ida.proevesen@gmail.com", "ida.proevesen"),
    "P06": ("Ida Prøvesen er sygemeldt.", "Prøvesen"),
}
EVERYWHERE = [kind for kind in FragmentKind if kind is not FragmentKind.METADATA]


def attached(text, kind=FragmentKind.TEXT, *, name="bilag.pdf", where="side 3", **cells):
    return Attachment(name, "0" * 64, "pdf", (Fragment(kind, where, text, **cells),))


@pytest.fixture
def found(world):
    def report(*attachments, rules=("P",)):
        return check(world.minutes(), rules=rules, attachments=attachments)

    return report


@pytest.mark.parametrize("kind", EVERYWHERE)
@pytest.mark.parametrize("rule", SECRETS)
def test_found_wherever_it_hides(found, kind, rule):
    (finding,) = found(attached(SECRETS[rule][0], kind), rules=[rule]).findings
    assert (finding.attachment, finding.where) == ("bilag.pdf", "side 3")
    assert finding.place is None


def test_the_cell_is_named(found):
    sheet = attached(
        "Navn\tCPR-nr.\nIda\t1103521129", where="ark «Data» (skjult)", rows=(1, 2), columns=(1, 4)
    )
    (finding,) = found(sheet, rules=["P01"]).findings
    assert finding.where == "ark «Data» (skjult), celle D2"
    assert finding.printed == ("110352-XXXX",)


def test_many_in_one_sheet_are_one_finding(found):
    rows = [f"x{n}\t{n + 1:02}0761-1234" for n in range(20)]
    sheet = attached("Navn\tCPR\n" + "\n".join(rows), rows=tuple(range(1, 22)), columns=(1, 2))
    (finding,) = found(sheet, rules=["P01"]).findings
    assert "17 til" in finding.message
    assert len(finding.printed) == 3


def test_two_pages_are_two_findings(found):
    text = SECRETS["P01"][0]
    report = found(attached(text, where="side 1"), attached(text, where="side 2", name="to.pdf"))
    assert [finding.where for finding in report.findings if finding.rule == "P01"] == [
        "side 1",
        "side 2",
    ]


def test_metadata_and_names_are_told_by_their_own_rule(found):
    properties = attached("Borger 110352-1129", FragmentKind.METADATA, where="egenskaben Emne")
    author = attached("Ida Prøvesen", FragmentKind.METADATA, where="egenskaben Forfatter")
    named = attached("", name="Ida_Prøvesen_sygedagpenge.pdf")
    numbered = attached("", name="110352-1129.pdf")
    report = found(properties, author, named, numbered)
    assert {finding.rule for finding in report.findings} == {"P10"}
    assert sorted(finding.printed for finding in report.findings) == [
        ("110352-XXXX",),
        ("110352-XXXX",),
        ("I. P. – sygedagpenge",),
    ]


def test_a_small_cell_of_a_sheet_is_named(found):
    sheet = attached(
        "Aktivitet\tAntal unge\nLøn\t18\nPraktik\t2",
        where="ark «Status»",
        rows=(1, 2, 3),
        columns=(1, 2),
    )
    (finding,) = found(sheet, rules=["P07"]).findings
    assert finding.where == "ark «Status», celle B3"


def test_a_closed_case_told_of_in_an_attachment(world):
    from sagsgang.minutes.case_number import CaseNumber, CaseNumberKind

    number = CaseNumber(
        text="24/20456", kind=CaseNumberKind.ESDH, canonical="24/20456", is_valid=True
    )
    item = world.item("2", title="Lukket: Ejendomssag", is_closed=True, case_number=number)
    leak = attached("Se notatet i sag 24/20456.")
    (finding,) = check(world.minutes(item), rules=["P09"], attachments=[leak]).findings
    assert finding.attachment == "bilag.pdf"
    both = world.minutes(item, world.item("3", case_number=number))
    assert check(both, rules=["P09"], attachments=[leak]).findings == ()


@pytest.mark.parametrize("kind", FragmentKind)
def test_no_output_holds_a_secret(world, kind):
    """Planted in an attachment, in its name, in the minutes' text, titles and tables at once."""
    everything = " ".join(text for text, _ in SECRETS.values())
    table = world.table("| Navn | CPR | Adresse |\n| Ida Prøvesen | 110352-1129 | Egebakken 77 |")
    item = world.item(
        title="Klage fra 110352-1129",
        sections=(world.section(everything),),
        tables=(table,),
        attachments=("Ida Prøvesen - sygedagpenge 110352-1129.pdf",),
    )
    minutes = world.minutes(item)
    source = minutes.source.model_copy(update={"name": "110352-1129.txt"})
    minutes = minutes.model_copy(update={"source": source})
    file = attached(everything, kind, name="110352-1129 sag.pdf")
    report = check(minutes, attachments=[file], lines=everything.splitlines())
    assert {finding.rule for finding in report.findings} >= {"P01", "P10"}
    told = [
        json.dumps(report.as_json(with_verified=True), ensure_ascii=False),
        as_sarif([report]),
        as_text(minutes, report),
    ]
    for text in told:
        for _, secret in SECRETS.values():
            assert secret not in text
            assert secret.replace(" ", "").replace("-", "") not in text
