"""Nasty web pages and JSON: tables of a million cells, nesting without end, scripts, entities."""

import json
from functools import partial

from tests.nasty.nasty_file import EITHER, LINES, READ, Nasty
from tests.nasty.office_files import expanding

_TAGS = {"REFERAT": "h1", "Punkt": "h2", "Sags": "h3", "Indstilling": "h3", "Beslutning": "h3"}


def _element(line: str) -> str:
    tag = next((tag for word, tag in _TAGS.items() if line.startswith(word)), "p")
    return f"<{tag}>{line}</{tag}>"


PLAIN = "\n".join(map(_element, LINES))
SCRIPTS = """<script>alert(1)</script><img src=x onerror="alert(2)">
<a href="javascript:alert(3)">Klik</a><svg onload="alert(4)"><script>alert(5)</script>
<text>Tegning</text></svg><iframe srcdoc="<script>alert(6)</script>"></iframe>
<p>&lt;script&gt;alert(7)&lt;/script&gt;</p>
<object data="data:text/html,<script>alert(8)</script>"></object>
<style>@import url(javascript:alert(9))</style><p onclick="alert(10)">Til venstre</p>"""


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def table(rows: int, columns: int, cell: str = "<td>1</td>") -> str:
    return f"<table>{f'<tr>{cell * columns}</tr>' * rows}</table>"


def agenda(html: str, **fields: object) -> bytes:
    """The JSON of a published agenda with one item of this HTML."""
    item = {
        "Navn": "Forlængelse af molen",
        "Punktnummer": "1",
        "SagsNummer": "15.00.00-G01-1-25",
        "Felter": [{"Navn": "Beslutning", "Html": html}],
    } | fields
    return json.dumps({"Dagsordenpunkter": [item]}).encode()


FILES: dict[str, Nasty] = {
    "html-million-cells": Nasty(lambda: page(PLAIN + table(1000, 1000)), READ),
    "html-long-row": Nasty(lambda: page(PLAIN + table(1, 100_000)), READ),
    "html-many-rows": Nasty(lambda: page(PLAIN + table(20_000, 1)), READ),
    "html-endless-cells": Nasty(
        lambda: page(
            PLAIN + table(200, 200, '<td colspan="1000000000" rowspan="1000000000">1</td>')
        ),
        READ,
    ),
    "html-deep": Nasty(lambda: page("<div>" * 100_000 + PLAIN), "indlejret"),
    "html-deep-tables": Nasty(
        lambda: page(PLAIN + "<table><tr><td>" * 60 + "x" + "</td></tr></table>" * 60), READ
    ),
    "html-never-closed": Nasty(lambda: page(PLAIN + "<b><i><font>" * 20_000), EITHER),
    "html-many-short-lines": Nasty(lambda: page(PLAIN + "<span>a</span><br>" * 20_000), READ),
    "html-long-attribute": Nasty(
        lambda: page(f'<p class="{"cookie " * 500_000}">x</p>{PLAIN}'), READ
    ),
    "html-many-comments": Nasty(lambda: b"<!-- -- >" * 200_000 + page(PLAIN), EITHER),
    "html-open-comment": Nasty(lambda: page(PLAIN + "<!-- " * 200_000), READ),
    "html-billion-laughs": Nasty(
        lambda: f"{expanding('html')}<html><body>&b9;{PLAIN}</body></html>".encode(), EITHER
    ),
    "html-list-from-the-end": Nasty(
        lambda: page(f'{PLAIN}<ol start="999999" type="i">{"<li>x</li>" * 5000}</ol>'), READ
    ),
    "html-many-buttons": Nasty(
        lambda: page(
            PLAIN + '<button aria-controls="a" aria-expanded="false">Udskriv</button>' * 20_000
        ),
        READ,
    ),
    "html-scripts": Nasty(lambda: page(SCRIPTS + PLAIN + SCRIPTS), READ),
    "html-only-script": Nasty(
        lambda: page("<div id=root></div><script>boot()</script>"), "ingen tekst"
    ),
    "svg-with-script": Nasty(
        lambda: (
            b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'
            b"<script>alert(2)</script><text>Punkt</text></svg>"
        ),
        "fil|punkt",
    ),
    "html-unknown-encoding": Nasty(
        lambda: page(PLAIN, '<meta charset="klingon">').replace("å".encode(), b"\xe5"), READ
    ),
    "html-slow-encoding": Nasty(
        lambda: page(PLAIN + "a" * 1_000_000, '<meta charset="punycode">') + b"\xff", READ
    ),
    "html-escaping-encoding": Nasty(
        lambda: page(PLAIN, '<meta charset="unicode_escape">') + b"\\N{SNOWMAN}\xff", READ
    ),
    "html-says-utf-16": Nasty(lambda: page(PLAIN, '<meta charset="utf-16">') + b"\xff", EITHER),
    "html-named-docx": Nasty(lambda: page(PLAIN), READ, name="referat.docx"),
    "json-deep": Nasty(lambda: b"[" * 200_000, "JSON|ingen dagsordenspunkter"),
    "json-deep-agenda": Nasty(
        lambda: b'{"Dagsordenpunkter": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "JSON"
    ),
    "json-endless-number": Nasty(
        lambda: b'{"Dagsordenpunkter": [{"Navn": "Molen", "Sorting": ' + b"9" * 100_000 + b"}]}",
        EITHER,
    ),
    "json-half-a-letter": Nasty(lambda: agenda("<p>Godkendt \ud800.</p>", Caption="\udfff"), READ),
    "json-wrong-kinds": Nasty(
        lambda: agenda("<p>Godkendt.</p>", Navn=7, Punktnummer=[1], Bilag={"a": "b"}), EITHER
    ),
    "json-scripts": Nasty(lambda: agenda(SCRIPTS + "<h2>Beslutning</h2><p>Godkendt.</p>"), READ),
    "json-of-tables": Nasty(lambda: agenda(table(100, 1000)), READ),
    "json-of-something-else": Nasty(lambda: b'{"name": "x", "version": "1.0"}', "JSON"),
}

for _part in (10, 50, 90, 99):
    FILES[f"html-first-{_part}-percent"] = Nasty(
        partial(lambda part: (d := page(PLAIN * 20))[: len(d) * part // 100], _part), READ
    )
    FILES[f"json-first-{_part}-percent"] = Nasty(
        partial(lambda part: (d := agenda(PLAIN * 20))[: len(d) * part // 100], _part), "JSON"
    )
