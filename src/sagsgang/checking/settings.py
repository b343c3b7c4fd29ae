"""What a municipality decides of its checks: rules off, their weight, thresholds, words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sagsgang.checking.finding import Dismissal, Severity

#: Fewer people than this in a cell may be known again. Source: the practice of Statistics Denmark
#: (at least three behind each group; five where the matter is delicate).
FEWEST_IN_A_CELL = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """`off` holds codes or family letters, `severities` a severity for a code; `min_cell` is the
    fewest people that may be shown; `placeholders` are words of a template that must be replaced,
    `banned` words or phrases not to be published, each with what to write instead ("" for nothing).
    `own` are the codes of the municipality's own rules; None for all that were loaded.
    """

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    min_cell: int = FEWEST_IN_A_CELL
    placeholders: tuple[str, ...] = ()
    banned: Mapping[str, str] = field(default_factory=dict)
    dismissals: tuple[Dismissal, ...] = ()
    own: frozenset[str] | None = None


DEFAULTS = Settings()
