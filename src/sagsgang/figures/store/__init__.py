"""The store of observations: immutable loads, and what holds at any moment since."""

from sagsgang.figures.store.loads import Load, StoreDamaged
from sagsgang.figures.store.preview import (
    Change,
    MustBeConfirmed,
    Preview,
    Thin,
    TwiceInFile,
    Unusual,
)
from sagsgang.figures.store.snapshot import Snapshot
from sagsgang.figures.store.staging import Staged, stage
from sagsgang.figures.store.store import Store

__all__ = [
    "Change",
    "Load",
    "MustBeConfirmed",
    "Preview",
    "Snapshot",
    "Staged",
    "Store",
    "StoreDamaged",
    "Thin",
    "TwiceInFile",
    "Unusual",
    "stage",
]
