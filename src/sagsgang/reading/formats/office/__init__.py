"""What Word's and LibreOffice's documents share: zipped parts, paragraphs, tables, their lines."""
