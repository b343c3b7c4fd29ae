"""Minutes → web pages: the whole document, or one item of it, alone or in a website's frame."""

from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sagsgang import __version__
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.minutes.printed import Block, Contents, Heading, HeadingRole, Printed
from sagsgang.rendering.html.frame import ALONE, Frame, Link
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
from sagsgang.rendering.printed import document_title, folded, item_blocks, printed
from sagsgang.rendering.printed.document import head_facts

GENERATOR = f"Sagsgang {__version__}"
_HERE = Path(__file__).parent
_TOP_OF_ITEM = 2
_DEEPEST = 6


def document_page(minutes: Minutes, frame: Frame = ALONE) -> str:
    """The page of a whole document; what is its `main` part is the same in every frame."""
    return printed_page(printed(minutes), frame)


def main_html(minutes: Minutes, below: int = 0) -> str:
    """What a page of the document has in its `main` part, for the frame of another page; its
    headings are `below` those that that page has already.
    """
    return _of_document("main.html", printed(minutes), {}, below)


def printed_page(blocks: Printed, frame: Frame = ALONE) -> str:
    """The page of a document that is in blocks already."""
    return _of_document("document.html", blocks, _about(frame, blocks.title))


def _of_document(name: str, blocks: Printed, about: dict[str, object], below: int = 0) -> str:
    outline = outlined(blocks.blocks)
    if below:
        _lower(outline, below)

    def contents(block: Contents) -> object:
        return entries(block, outline)

    template = _environment().get_template(name)
    return template.render(about, outline=outline, entries=contents, numbers=count(1))


def item_html(item: AgendaItem) -> str:
    """One item alone, its title the heading of the page."""
    template = _environment().get_template("item_main.html")
    return template.render(item=_item(item), numbers=count(1))


def item_page(
    minutes: Minutes,
    index: int,
    frame: Frame = ALONE,
    *,
    document: Link | None = None,
    previous: Link | None = None,
    following: Link | None = None,
) -> str:
    """The page of one item, with the way to the whole `document` and to its neighbours."""
    item = _item(minutes.items[index])
    minutes = folded(minutes.model_copy(update={"items": ()}))
    heading = item.blocks[0]
    assert isinstance(heading, Heading)
    title = f"{heading.text} – {document_title(minutes)}"
    return (
        _environment()
        .get_template("item.html")
        .render(
            _about(frame, title),
            item=item,
            meeting=head_facts(minutes),
            document=document,
            previous=previous,
            following=following,
            numbers=count(1),
        )
    )


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


def _about(frame: Frame, title: str) -> dict[str, object]:
    return {"frame": frame, "title": frame.title or title, "generator": GENERATOR}


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
