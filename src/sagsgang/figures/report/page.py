"""An edition as a web page of its own, and as the text of a case."""

from collections.abc import Mapping
from html import escape

from sagsgang.figures.report.edition import Edition, EditionPart

_STYLE = """
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a;
  font: 1rem/1.5 "IBM Plex Sans", system-ui, sans-serif; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #bbb; text-align: left; }
td { text-align: right; font-variant-numeric: tabular-nums; }
tr:last-child > * { font-weight: 600; }
figure { margin: 1rem 0; } svg { max-width: 100%; height: auto; }
.quiet { color: #5c5c5c; } .scroll { overflow-x: auto; }
@media print { figure, table { break-inside: avoid; } }
"""


def as_html(edition: Edition) -> str:
    """A page that needs nothing beside it."""
    title = escape(f"{edition.title}, {edition.period}")
    body = f'<p class="quiet">{escape(edition.body)}</p>' if edition.body else ""
    parts = "".join(_section(part) for part in edition.parts)
    return (
        '<!doctype html>\n<html lang="da"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{title}</h1>{body}{_cut_offs(edition)}{parts}</main></body></html>\n"
    )


def _cut_offs(edition: Edition, whose: str = "Afsnittenes") -> str:
    if not edition.cut_offs:
        return ""
    rows = "".join(f"<li>{escape(t)}: {escape(c)}</li>" for t, c in edition.cut_offs)
    return f"<p>{whose} tal er ikke lige nye:</p><ul>{rows}</ul>"


def _section(part: EditionPart) -> str:
    told = [f"<section><h2>{escape(part.title)}</h2>", _paragraphs(part.words)]
    if part.trouble:
        return "".join([*told, f"<p><strong>{escape(part.trouble)}</strong></p></section>"])
    told.append(_lead(part))
    told += [
        f"<figure>{each.svg}<figcaption class='quiet'>{escape(each.description)}</figcaption>"
        "</figure>"
        for each in part.pictures
    ]
    told.append(f'<div class="scroll" tabindex="0">{_table(part)}</div>' if part.rows else "")
    told.append(f'<p class="quiet">{_under(part)}</p></section>')
    return "".join(told)


def as_case_html(edition: Edition, live: Mapping[int, str] | None = None) -> str:
    """The text of a case: words, figures and tables, without pictures. `live` is the HTML that
    stands in the place of a section's figures, by the section's place in the edition; what the
    edition said of its time is then told as the report's.
    """
    live = live or {}
    told = [_cut_offs(edition, "I rapporten er afsnittenes" if live else "Afsnittenes")]
    for place, part in enumerate(edition.parts):
        told += [f"<h3>{escape(part.title)}</h3>", _paragraphs(part.words)]
        if part.trouble:
            told.append(f"<p>{escape(part.trouble)}</p>")
        elif place in live:
            told += [live[place], f"<p>{_under_live(part)}</p>"]
        else:
            told += [_lead(part), _table(part) if part.rows else "", f"<p>{_under(part)}</p>"]
    return "".join(told)


def _lead(part: EditionPart) -> str:
    change = f", {escape(part.change)}" if part.change else ""
    return f"<p>{escape(part.latest)}{change}.</p>"


def _under(part: EditionPart) -> str:
    told = [*part.notes, f"Tal {part.cut_off}.", f"Kilde: {'; '.join(part.sources)}."]
    return " ".join(escape(each) for each in told)


def _under_live(part: EditionPart) -> str:
    """What a figure that follows the data does not say itself."""
    told = [*part.lasting, f"I rapporten er tallene {part.cut_off}."]
    return " ".join(escape(each) for each in told)


def _table(part: EditionPart) -> str:
    unit = f" ({escape(part.unit)})" if part.unit else ""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in part.head)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in part.rows
    )
    return (
        f"<table><caption>{escape(part.title)}{unit}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _paragraphs(words: str) -> str:
    blocks = [" ".join(block.split()) for block in words.split("\n\n")]
    return "".join(f"<p>{escape(block)}</p>" for block in blocks if block)
