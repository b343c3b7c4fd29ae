"""Appeals: how the cases of the municipality ended at the National Social Appeals Board."""

from sagsgang.figures.sources.appeals.source import SOURCE

__all__ = ["SOURCE"]
