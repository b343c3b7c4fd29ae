"""One page: what is taken out of PDFium, and the rows that its pieces of text form."""
