"""What the website serves of a source is text: no script, handler or address that works."""

import io
import json
import re
from html.parser import HTMLParser

import docx
import pytest

from sagsgang.web.archive.services import archive_import

pytestmark = pytest.mark.django_db
EVIL = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">klik</a>'
)
LINES = (
    ("h1", "REFERAT Havneudvalget 2030-2033 d. 04-03-2031"),
    ("p", "Mødedato Tirsdag d. 4. marts 2031 kl. 15:30"),
    ("p", f"Mødested Ny Kommune, lokale {EVIL}"),
    ("h2", f"Punkt 1: Molen {EVIL}"),
    ("h3", "Sagsfremstilling"),
    ("p", f"Molen forlænges {EVIL} med 40 meter."),
    ("h3", "Indstilling"),
    ("p", f"Havnechefen indstiller, at molen {EVIL} forlænges."),
    ("h3", "Beslutning"),
    ("p", f"Godkendt {EVIL}."),
    ("h3", "Bilag"),
    ("p", f"Tegning {EVIL}"),
)


def as_text() -> bytes:
    return "\n\n".join(line for _, line in LINES).encode()


def as_word() -> bytes:
    document = docx.Document()
    for tag, line in LINES:
        if tag == "p":
            document.add_paragraph(line)
        else:
            document.add_heading(line, int(tag[1]))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_page(*, escaped: bool) -> bytes:
    """The lines as a web page; `escaped` shows the tags to readers, otherwise they work."""
    body = "".join(
        f"<{tag} onclick='alert(4)'>{line.replace('<', '&lt;') if escaped else line}</{tag}>"
        for tag, line in LINES
    )
    return f"<!DOCTYPE html><html><body onload='alert(5)'>{body}</body></html>".encode()


def as_agenda() -> bytes:
    """The published JSON of the same, its tags at work in the HTML and as text in the fields."""
    html = "".join(f"<{tag}>{line}</{tag}>" for tag, line in LINES[4:])
    item = {
        "Navn": f"Molen {EVIL}",
        "Punktnummer": "1",
        "Felter": [{"Navn": "", "Html": html}],
        "Bilag": [{"Navn": f"Tegning {EVIL}", "Link": "javascript:alert(6)"}],
    }
    meeting = {
        "Udvalg": {"Navn": "Havneudvalget"},
        "Dato": "2031-03-04T15:30:00",
        "Sted": f"Ny Kommune {EVIL}",
        "Dagsordenpunkter": [item],
    }
    return json.dumps(meeting).encode()


FILES = {
    "text": as_text,
    "word": as_word,
    "page": lambda: as_page(escaped=False),
    "page-of-tags": lambda: as_page(escaped=True),
    "agenda": as_agenda,
}


class Served(HTMLParser):
    """What of a served page could run in a browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.in_script = tag == "script"
        if tag in ("iframe", "object", "embed", "base"):
            self.runs.append(tag)
        if tag == "script" and not attributes.get("src", "").startswith("/static/"):
            self.runs.append(f"script {attributes}")
        for name, value in attributes.items():
            working = re.match(r"\s*(?:javascript|data|vbscript):", value, re.IGNORECASE)
            if name.startswith("on") or (working and name in ("href", "src", "action")):
                self.runs.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False

    def handle_data(self, data: str) -> None:
        if self.in_script and data.strip():
            self.runs.append(data)


def test_what_could_run_is_told_from_text():
    assert (
        Served("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><script src='/static/a.js'>").runs == []
    )
    for evil in (
        "<script>alert(1)</script>",
        "<script src='https://a.example/a.js'></script>",
        "<img onerror=alert(1)>",
        "<a href=' javascript:alert(1)'>x</a>",
        "<iframe></iframe>",
    ):
        assert Served(evil).runs


@pytest.mark.parametrize("kind", FILES)
def test_no_script_of_a_source_is_served(client, kind):
    result = archive_import(data=FILES[kind](), name=f"referat {EVIL}.txt")
    assert result.outcome.value == "imported", result
    meeting = f"/{result.municipality}/{result.body}/{result.meeting}/"
    for address in (meeting, f"{meeting}punkt/1/", f"{meeting}kilde/", "/", "/soeg/?q=molen"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "script-src" in answer["Content-Security-Policy"]
        assert "unsafe-inline" not in answer["Content-Security-Policy"]
        assert Served(answer.content.decode()).runs == [], address
    item = client.get(f"{meeting}punkt/1/").content.decode()
    assert "Molen" in item
    if kind in ("text", "word", "page-of-tags"):
        assert "&lt;script&gt;alert(1)" in item


@pytest.mark.parametrize("kind", FILES)
def test_data_is_served_as_data(client, kind):
    result = archive_import(data=FILES[kind](), name="referat.txt")
    answer = client.get(f"/{result.municipality}/{result.body}/{result.meeting}/data.json")
    assert answer["Content-Type"].startswith("application/json")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert json.loads(answer.content)["items"]
