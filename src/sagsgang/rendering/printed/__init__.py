"""Minutes → blocks: what stands on paper or a page, in the order it is read."""

from sagsgang.rendering.printed.document import document_title, printed
from sagsgang.rendering.printed.folded import folded
from sagsgang.rendering.printed.items import item_blocks, item_title

__all__ = ["document_title", "folded", "item_blocks", "item_title", "printed"]
