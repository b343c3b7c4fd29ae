"""PowerPoint presentations: slides, notes, comments, and what lies outside the slide."""

from sagsgang.reading.attachments.slides.deck import read_slides

__all__ = ["read_slides"]
