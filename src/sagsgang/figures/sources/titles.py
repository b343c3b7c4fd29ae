"""What a series and a group are called where people look at a load, in Danish."""

from sagsgang.figures.observation import Group

_TITLES = {
    "ledger.original_budget": "Oprindeligt budget",
    "ledger.supplementary_appropriation": "Tillægsbevillinger",
    "ledger.adjusted_budget": "Korrigeret budget",
    "ledger.spending": "Forbrug",
    "ledger.forecast_outturn": "Forventet regnskab",
    "appeals.upheld": "Stadfæstede sager",
    "appeals.changed": "Ændrede og ophævede sager",
    "appeals.remitted": "Hjemviste sager",
    "appeals.not_considered": "Ikke realitetsbehandlede sager",
    "appeals.upheld_by_decision": "Stadfæstede afgørelser",
    "appeals.changed_by_decision": "Ændrede og ophævede afgørelser",
    "appeals.remitted_by_decision": "Hjemviste afgørelser",
    "price.index": "Pris- og lønindeks",
}


def series_title(series: str) -> str:
    """The series' Danish title; its id where it has none, as those of a person's own tables."""
    return _TITLES.get(series, series)


def group_words(group: Group) -> str:
    """The members of a group as one text: "5.57.71, service"."""
    return ", ".join(member for _dimension, member in group)
