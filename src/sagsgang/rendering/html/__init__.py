"""Minutes → web pages that anybody can read, and from which the document is read again."""

from sagsgang.rendering.html.frame import Frame, Link
from sagsgang.rendering.html.pages import (
    GENERATOR,
    document_page,
    item_html,
    item_page,
    main_html,
    printed_page,
)

__all__ = [
    "GENERATOR",
    "Frame",
    "Link",
    "document_page",
    "item_html",
    "item_page",
    "main_html",
    "printed_page",
]
