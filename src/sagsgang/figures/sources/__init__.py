"""Where observations come from: each origin reads its kind of file, or says what is wrong in it."""

from sagsgang.figures.sources.loading import MustBeAnswered, load_file
from sagsgang.figures.sources.registry import UnknownSource, all_sources, source
from sagsgang.figures.sources.source import BadFile, Mapping, Problem, Progress, Reading, Source

__all__ = [
    "BadFile",
    "Mapping",
    "MustBeAnswered",
    "Problem",
    "Progress",
    "Reading",
    "Source",
    "UnknownSource",
    "all_sources",
    "load_file",
    "source",
]
