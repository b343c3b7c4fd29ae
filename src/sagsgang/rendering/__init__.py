"""Minutes → what people read: the rendition for whom, then the page and the PDF."""
