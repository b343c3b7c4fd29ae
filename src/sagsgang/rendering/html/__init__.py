"""Minutes → web pages that anybody can read, and from which the document is read again."""

from sagsgang.rendering.html.pages import GENERATOR, document_page, item_html, main_html

__all__ = ["GENERATOR", "document_page", "item_html", "main_html"]
