"""Jobindsats: the employment figures of all municipalities, by its API in versions 2 and 3."""

from sagsgang.figures.sources.jobindsats.source import SOURCE

__all__ = ["SOURCE"]
