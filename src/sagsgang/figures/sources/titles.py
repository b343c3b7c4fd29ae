"""What a series, a group and a source are called where people look at a load, in Danish."""

from collections.abc import Mapping
from functools import cache

from sagsgang.figures.observation import Group
from sagsgang.figures.sources.registry import UnknownSource, source
from sagsgang.figures.store import Thin

_TITLES = {
    "ledger.original_budget": "Oprindeligt budget",
    "ledger.supplementary_appropriation": "Tillægsbevillinger",
    "ledger.adjusted_budget": "Korrigeret budget",
    "ledger.spending": "Forbrug",
    "ledger.forecast_outturn": "Forventet regnskab",
    "ledger.explanation": "Forklaringer",
    "cash.balance": "Kassebeholdning",
    "pool.amount": "Puljer",
    "pool.drawn": "Brugt af puljer",
    "appeals.upheld": "Stadfæstede sager",
    "appeals.changed": "Ændrede og ophævede sager",
    "appeals.remitted": "Hjemviste sager",
    "appeals.not_considered": "Ikke realitetsbehandlede sager",
    "appeals.upheld_by_decision": "Stadfæstede afgørelser",
    "appeals.changed_by_decision": "Ændrede og ophævede afgørelser",
    "appeals.remitted_by_decision": "Hjemviste afgørelser",
    "price.index": "Pris- og lønindeks",
}
#: What stands for a member where the dimension has codes.
_MEMBERS = {
    "frame": {
        "service": "service",
        "transfer": "overførsel",
        "anlaeg": "anlæg",
        "financing": "finansiering",
        "other": "øvrige",
    },
    "dranst": {
        "1": "drift",
        "2": "statsrefusion",
        "3": "anlæg",
        "4": "renter",
        "5": "balanceforskydninger",
        "6": "afdrag på lån",
        "7": "finansiering",
    },
}


def series_title(series: str, named: Mapping[str, str] | None = None) -> str:
    """The series' Danish title; of those of a person's own tables what the file calls them (the
    headings by role in `named`), else the id.
    """
    return _TITLES.get(series) or (named or {}).get(series, series)


@cache
def source_title(source_id: str) -> str:
    """ "Ankestatistik" of "appeals": what people read as a figure's source, without what stands
    in parentheses; the id itself where it is no source of ours.
    """
    try:
        return source(source_id).title.partition(" (")[0]
    except UnknownSource:
        return source_id


def member_words(dimension: str, member: str) -> str:
    """ "overførsel" of the frame "transfer"; the member itself where it is no code."""
    return _MEMBERS.get(dimension, {}).get(member, member)


def group_words(group: Group) -> str:
    """The members of a group as one text: "5.57.71, service"."""
    return ", ".join(member_words(dimension, member) for dimension, member in group)


def thin_words(thin: Thin, named: Mapping[str, str] | None = None) -> str:
    """What is asked about a period that may not be whole."""
    return (
        f"{series_title(thin.series, named)} for {thin.period.in_danish()} har {thin.count} tal, "
        f"hvor de andre perioder har omkring {thin.usual}. Er perioden hel?"
    )
