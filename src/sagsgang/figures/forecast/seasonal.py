"""The floor under every forecast: the same month last year, at the level of the last year."""

from collections.abc import Sequence

#: Months of a season.
YEAR = 12
#: Months that the floor needs: two years, to see the level change.
NEEDED = 2 * YEAR


def seasonal(values: Sequence[float], ahead: int) -> list[float]:
    """The next `ahead` months, at most twelve. Each is the month a year before times what the last
    twelve months came to of the twelve before; where those came to nothing, or the sign turned,
    the level is taken as unchanged.
    """
    last, before = sum(values[-YEAR:]), sum(values[-NEEDED:-YEAR])
    level = last / before if before and last / before > 0 else 1.0
    return [values[n - YEAR] * level for n in range(len(values), len(values) + ahead)]
