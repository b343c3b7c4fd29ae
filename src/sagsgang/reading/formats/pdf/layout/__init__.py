"""A document's layout: which rows are paragraphs, headings, contents, notes and furniture."""
