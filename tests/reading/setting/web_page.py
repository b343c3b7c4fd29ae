"""Sets a document as a supplier's web page, with all that stands around it; for tests only."""

from collections.abc import Callable
from html import escape
from itertools import groupby

from tests.pdf.structure import Block
from tests.reading.setting.example_blocks import LINK

_BEFORE = """<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><title>{title} - Dagsordener og referater</title>
<style>body {{ font-family: sans-serif }}</style>
<script>window.dataLayer = [];</script></head><body>
<a class="skip-link" href="#indhold">Gå til indhold</a>
<div id="cookie-banner" role="dialog"><h2>Vi bruger cookies</h2>
<p>Vi bruger cookies til statistik, så siden kan blive bedre. Du kan sige nej.</p>
<button>Tillad alle</button> <button>Kun nødvendige</button></div>
<header class="site-header"><a href="/">Forside</a>
<form role="search"><label for="q">Søg i dagsordener</label><input id="q"></form></header>
<nav aria-label="Hovedmenu"><ul><li><a href="/udvalg">Udvalg</a></li>
<li><a href="/politik">Politik</a></li><li><a href="/kontakt">Kontakt</a></li></ul></nav>
<main id="indhold"><div class="toolbar"><button>Udskriv</button> <a href="/pdf">Hent som PDF</a>
<button>Fold alle ud</button></div>
"""
_AFTER = """</main>
<footer><p>Rådhuset, 9999 Nørreskov. Åbent mandag til torsdag kl. 10-15.</p>
<ul><li><a href="/cookies">Cookies</a></li><li><a href="/was">Tilgængelighedserklæring</a></li>
<li><a href="/presse">Presse</a></li></ul></footer>
</body></html>
"""


def set_as_web_page(blocks: list[Block]) -> bytes:
    """The blocks as one page: items are h2, their sections h3 and h4, lists and tables as such."""
    body: list[str] = []
    title = next(block.text for block in blocks if block.kind == "title")
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        several = list(group)
        body.append(_BLOCKS[kind](several))
    page = _BEFORE.format(title=escape(title)) + "\n".join(body) + _AFTER
    return page.encode()


def _each(template: str) -> Callable[[list[Block]], str]:
    return lambda blocks: "\n".join(template.format(text=_letters(b.text)) for b in blocks)


def _headings(blocks: list[Block]) -> str:
    return "\n".join(f"<h{b.level + 1}>{_letters(b.text)}</h{b.level + 1}>" for b in blocks)


def _fields(blocks: list[Block]) -> str:
    return "\n".join(
        f"<p><strong>{escape(b.label)}</strong> {_letters(b.text)}</p>" for b in blocks
    )


def _contents(blocks: list[Block]) -> str:
    entries = (
        f'<li><a href="#punkt-{number}">{_letters(block.text)}</a></li>'
        for number, block in enumerate(blocks, 1)
    )
    return "<ul>" + "".join(entries) + "</ul>"


def _items(blocks: list[Block]) -> str:
    return "\n".join(f"<h2>{_letters(block.text)}</h2>" for block in blocks)


def _points(blocks: list[Block]) -> str:
    """Lists; points signed as a web page's list cannot sign them are lines of a paragraph."""
    out: list[str] = []
    opened = ""
    for block in blocks:
        number = block.label[:-1]
        kind = "ol" if block.label.endswith(".") and number.isdigit() else ""
        kind = kind or ("p" if block.label[-1] in ".)" else "ul")
        if kind != opened or number == "1" or number == "a":
            out.append(f"</{opened}>" if opened else "")
            start = f' start="{number}"' if kind == "ol" and number != "1" else ""
            out.append(f"<{kind}{start}>")
        text = _letters(block.text)
        sign = escape(block.label)
        out.append(f"{sign} {text}<br>" if kind == "p" else f"<li>{text}</li>")
        opened = kind
    return "".join([*out, f"</{opened}>"])


def _tables(blocks: list[Block]) -> str:
    return "\n".join(map(_table, blocks))


def _table(block: Block) -> str:
    rows: list[str] = []
    for place, cells in enumerate(block.cells):
        tag = "th" if place < block.heads else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{escape(c)}</{tag}>" for c in cells) + "</tr>")
    head, rest = "".join(rows[: block.heads]), "".join(rows[block.heads :])
    return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{rest}</tbody></table>"


def _letters(text: str) -> str:
    return LINK.sub(r'<a href="\2">\1</a>', escape(text))


_BLOCKS = {
    "title": _each("<h1>{text}</h1>"),
    "text": _each("<p>{text}</p>"),
    "field": _fields,
    "contents": _contents,
    "item": _items,
    "heading": _headings,
    "point": _points,
    "table": _tables,
}
