"""The models that may beat the floor: those of statsforecast, where it is installed."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sagsgang.figures.forecast.seasonal import YEAR

#: The next months from those there are.
Model = Callable[[Sequence[float], int], list[float]]


@cache
def models() -> Mapping[str, Model]:
    """Each model by its Danish name; none where the layer `forecast` is not installed."""
    try:
        # Half a gigabyte and two seconds: only those who ask for a forecast wait for it.
        import numpy
        from statsforecast.models import AutoETS, AutoTheta
    except ImportError:
        return {}

    def run(kind: type, values: Sequence[float], ahead: int) -> list[float]:
        made = kind(season_length=YEAR).forecast(y=numpy.asarray(values, dtype=float), h=ahead)
        return [float(value) for value in made["mean"]]

    return {
        "eksponentiel udjævning (ETS)": lambda values, ahead: run(AutoETS, values, ahead),
        "Theta": lambda values, ahead: run(AutoTheta, values, ahead),
    }
