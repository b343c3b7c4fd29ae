"""Files of text: CSV, plain and rich text, web pages."""
