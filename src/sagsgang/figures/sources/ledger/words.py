"""What a ledger's headings and kinds of amounts are called, and what they become."""

import re

from sagsgang.figures.sources.files import plain

#: Heading words by role. The five first are amounts, one column each; `amount` is told with `kind`.
AMOUNTS = {
    "original_budget": ("oprindeligt budget", "opr budget", "oprindelig budget", "vedtaget budget"),
    "supplementary_appropriation": (
        *("tillægsbevillinger", "tillægsbevilling", "tillægsbevillinger og omplaceringer"),
        *("overførsler", "overførsel", "omplaceringer", "omplacering", "bevillingsændringer"),
    ),
    "adjusted_budget": ("korrigeret budget", "korr budget", "korrigeret årsbudget"),
    "spending": ("forbrug", "regnskab", "bogført", "bogført forbrug", "realiseret"),
    "forecast_outturn": ("forventet regnskab", "forventet årsresultat", "forventet forbrug"),
}
DIMENSIONS = {
    "committee": ("udvalg", "fagudvalg"),
    "policy_area": ("politikområde", "bevillingsområde", "aftaleområde"),
    "account": ("konto", "kontonummer", "kontonr", "funktion", "autoriseret konto", "kontostreng"),
    "dranst": ("dranst", "dr anst", "drift anlæg"),
    "frame": ("ramme", "rammetype", "udgiftsramme"),
}
HEADINGS = {
    **AMOUNTS,
    **DIMENSIONS,
    "kind": ("beløbstype", "type", "budgettype", "posttype", "art af beløb"),
    "amount": ("beløb", "beløb i alt"),
    "period": (
        *("periode", "måned", "md", "regnskabsperiode", "dato", "bogføringsdato"),
        *("posteringsdato", "bilagsdato"),
    ),
    "year": ("år", "regnskabsår", "budgetår"),
    "as_of": ("opgjort pr", "opgørelsesdato", "udtræksdato"),
    "unit": ("enhed",),
    "voucher": ("bilag", "bilagsnummer", "bilagsnr"),
}
#: Amounts that add up over the year: what the extract before it told would be counted again.
ACCUMULATED = re.compile(r"\b(?:akk|akkumuleret|år til dato|åtd|ytd)\b")

KINDS = {plain(word): kind for kind, words in AMOUNTS.items() for word in words} | {
    "budget oprindeligt": "original_budget",
    "prognose": "forecast_outturn",
    "forventning": "forecast_outturn",
}
FRAMES = {
    "service": "service",
    "serviceudgifter": "service",
    "serviceramme": "service",
    "serviceudgift": "service",
    "overførsler": "transfer",
    "overførsel": "transfer",
    "overførselsudgifter": "transfer",
    "transfer": "transfer",
    "anlæg": "anlaeg",
    "anlægsramme": "anlaeg",
    "anlaeg": "anlaeg",
    "finansiering": "financing",
    "financing": "financing",
    "øvrige": "other",
    "øvrigt": "other",
    "andet": "other",
    "other": "other",
}
_DRANST = {
    "drift": "1",
    "statsrefusion": "2",
    "refusion": "2",
    "anlæg": "3",
    "renter": "4",
    "balanceforskydninger": "5",
    "afdrag": "6",
    "finansiering": "7",
}
_ACCOUNT = re.compile(
    r"0?([0-9])[. ]?([0-9]{2})[. ]?([0-9]{2})(?![0-9])(?:[-. ]+([1-7])(?![0-9]))?"
)
TOTALS = r"(?i)^(i alt|total|hovedtotal|sum|samlet|ialt)\b"


def account_of(text: str) -> tuple[str, str] | None:
    """The function and, where the text tells it, the dranst: "05.57.71-1 Sygedagpenge" is
    ("5.57.71", "1"). None for what is no account of the authorised plan.
    """
    match = _ACCOUNT.match(text.strip())
    if match is None:
        return None
    return f"{match[1]}.{match[2]}.{match[3]}", match[4] or ""


def dranst_of(text: str) -> str | None:
    """ "1", "1 Drift" and "Drift" are "1"; None for what is none."""
    told = plain(text)
    if told[:1] in tuple("1234567") and not told[1:2].isdigit():
        return told[0]
    return _DRANST.get(told)
