"""Word documents: the text by its headings, and what Word keeps or hides beside it."""

from sagsgang.reading.attachments.word.document import read_word

__all__ = ["read_word"]
