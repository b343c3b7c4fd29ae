"""How a document is laid out: its lines, headings, contents, items, sections and tables."""
