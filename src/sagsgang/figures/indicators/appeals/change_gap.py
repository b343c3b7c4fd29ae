"""What the share of changed appeals differs from the whole country's by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Direction, Given, Input
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain
from sagsgang.figures.prices import COUNTRY

INDICATOR = Declared(
    title="Ændringsprocent i forhold til landet",
    unit=Unit.PERCENTAGE_POINT,
    decimals=1,
    inputs={
        "upheld": Input("Stadfæstede", "appeals.upheld"),
        "changed": Input("Ændrede og ophævede", "appeals.changed"),
        "remitted": Input("Hjemviste", "appeals.remitted"),
        "country_upheld": Input("Stadfæstede i hele landet", "appeals.upheld", area=COUNTRY),
        "country_changed": Input(
            "Ændrede og ophævede i hele landet", "appeals.changed", area=COUNTRY
        ),
        "country_remitted": Input("Hjemviste i hele landet", "appeals.remitted", area=COUNTRY),
    },
    expression=(
        "changed / (upheld + changed + remitted) * 100"
        " - country_changed"
        " / (country_upheld + country_changed + country_remitted) * 100"
    ),
    grains=(Grain.YEAR,),
    by=("law", "paragraph", "subject"),
    direction=Direction.LOW_IS_GOOD,
    denominator="realitetsbehandlede sager: stadfæstede, ændrede eller ophævede, og hjemviste",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The municipality's share less that of all municipalities together."""
    shares = []
    for prefix in ("", "country_"):
        counted = sum(cells[prefix + "changed"])
        decided = sum(sum(cells[prefix + each]) for each in ("upheld", "changed", "remitted"))
        if not decided:
            return None
        shares.append(Decimal(counted) * 100 / Decimal(decided))
    return shares[0] - shares[1]
