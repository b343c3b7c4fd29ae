"""What a paste from an office program comes out as."""

from pathlib import Path

import pytest

from sagsgang.web.cases.richtext.sanitise import sanitise

CLIPBOARDS = Path(__file__).parent / "clipboards"


def pasted(name: str) -> str:
    return sanitise((CLIPBOARDS / f"{name}.html").read_text(encoding="utf-8"))


def test_word():
    assert pasted("word") == (
        "<h3>Baggrund</h3><p><strong>Skurene</strong> ved Nørreskov Havn er <em>slidte</em> og "
        "skiftes.<small>Opført i 1998.</small></p>"
        '<ol><li>Et skur ved kajen<ol type="a"><li>med lys</li><li>med lås</li></ol></li>'
        "<li>Et skur ved torvet</li></ol><ul><li>Uden kant</li></ul>"
        '<table><thead><tr><th scope="col">År</th><th scope="col">1.000 kr.</th></tr></thead>'
        '<tbody><tr><td>2026</td><td>1.250</td></tr><tr><td colspan="2">I alt</td></tr></tbody>'
        '</table><p>Se <a href="https://www.example.dk/plan">planen</a> og kopien.</p>'
    )


def test_libreoffice():
    assert pasted("libreoffice") == (
        "<h3>Økonomi</h3><p><strong>Anlægget</strong> koster <em>1,2</em> mio. kr."
        "<small>I 2026-priser.</small></p><ul><li>Skur<ul><li>med lys</li></ul></li>"
        '<li>Bænk</li></ul><ol start="3"><li>Tredje</li></ol><table><thead><tr>'
        '<th scope="col">År</th><th scope="col">Kr.</th></tr></thead><tbody><tr><td>2026</td>'
        "<td>1.200</td></tr></tbody></table>"
    )


def test_outlook():
    html = pasted("outlook")
    assert html.startswith(
        "<p>Kære Anne</p><ul><li>Første punkt<ul><li>Underpunkt</li></ul></li><li>Andet punkt</li>"
    )
    assert "<p><strong>Fra:</strong> Bo Vang &lt;bo@norreskov.example&gt;" in html
    assert html.endswith("<p>Med venlig hilsen</p><p>Bo</p>")
    assert "skjult" not in html


def point(mark: str, words: str, level: int = 1) -> str:
    return (
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
        f"<span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp;</span></span>{words}</p>"
    )


@pytest.mark.parametrize(
    ("mark", "opening"),
    [
        ("·", "<ul>"),
        ("o", "<ul>"),
        ("1.", "<ol>"),
        ("4)", '<ol start="4">'),
        ("b)", '<ol start="2" type="a">'),
        ("A.", '<ol type="A">'),
        ("(iv)", '<ol start="4" type="i">'),
    ],
)
def test_a_faked_list_keeps_its_marks(mark, opening):
    assert sanitise(point(mark, "ord")) == f"{opening}<li>ord</li></{opening[1:3]}>"


def test_a_list_that_returns_to_its_first_level_goes_on():
    html = sanitise(point("1.", "a") + point("·", "b", 2) + point("·", "c", 3) + point("2.", "d"))
    assert html == "<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ol>"


def test_bold_said_in_style_alone():
    assert sanitise("<p><span style='font-weight: 700'>a</span></p>") == "<p><strong>a</strong></p>"
    html = "<b style='font-weight:normal' id='docs-internal-guid-1'><p>a</p></b>"
    assert sanitise(html) == "<p>a</p>"
