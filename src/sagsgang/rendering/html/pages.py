"""Minutes → HTML: a page of its own, or what another page has of a document or of one item."""

from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sagsgang import __version__
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.minutes.printed import Block, Contents, Heading, HeadingRole, Printed
from sagsgang.rendering.html.links import linked
from sagsgang.rendering.html.outline import (
    Article,
    Outline,
    about,
    entries,
    grouped,
    is_number,
    kind_of,
    label_of,
    outlined,
)
from sagsgang.rendering.printed import folded, item_blocks, printed

GENERATOR = f"Sagsgang {__version__}"
_HERE = Path(__file__).parent
_TOP_OF_ITEM = 2
_DEEPEST = 6


def document_page(minutes: Minutes) -> str:
    """The page of a whole document, with its looks within; a website has `rendering.site`."""
    return _of_document("document.html", printed(minutes))


def main_html(minutes: Minutes, below: int = 0) -> str:
    """What a page of the document has in its `main` part, for the frame of another page; its
    headings are `below` those that that page has already.
    """
    return _of_document("main.html", printed(minutes), below)


def _of_document(name: str, blocks: Printed, below: int = 0) -> str:
    outline = outlined(blocks.blocks)
    if below:
        _lower(outline, below)

    def contents(block: Contents) -> object:
        return entries(block, outline)

    template = _environment().get_template(name)
    return template.render(
        title=blocks.title,
        generator=GENERATOR,
        outline=outline,
        entries=contents,
        numbers=count(1),
    )


def item_html(item: AgendaItem) -> str:
    """One item alone, its title the heading of the page."""
    template = _environment().get_template("item_main.html")
    return template.render(item=_item(item), numbers=count(1))


def _item(item: AgendaItem) -> Article:
    blocks = [_raised(block) for block in item_blocks(folded(item))]
    split = about(blocks)
    return Article("punkt", blocks[:split], blocks[split:])


def _lower(outline: Outline, below: int) -> None:
    """The headings of the outline so many levels further down."""
    lists = [outline.front]
    for part in outline.parts:
        lists.append(part.blocks)
        for article in part.articles:
            lists += [article.blocks, article.about]
    for blocks in lists:
        blocks[:] = [
            replace(block, level=min(block.level + below, _DEEPEST))
            if isinstance(block, Heading)
            else block
            for block in blocks
        ]


def _raised(block: Block) -> Block:
    """A block of an item whose title is that of the page."""
    if not isinstance(block, Heading):
        return block
    role = HeadingRole.DOCUMENT if block.level == _TOP_OF_ITEM + 1 else block.role
    return replace(block, level=block.level - _TOP_OF_ITEM, role=role)


@cache
def _environment() -> Environment:
    """The templates, compiled once."""
    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_HERE / "page.css").read_text("utf-8")
    found.globals |= {
        "grouped": grouped,
        "is_number": is_number,
        "kind_of": kind_of,
        "label_of": label_of,
        "style": Markup(style),
    }
    found.filters |= {"linked": linked, "next_number": next}
    return found
