"""What the checks of an agenda are called where their result is printed: plain Danish."""

from sagsgang.checking import UnknownRule, rule

#: What is missing on an agenda, by code.
MISSING = {
    "empty_agenda": "Dagsorden uden punkter",
    "not_approved": "Sag, der ikke er godkendt",
    "being_written": "Sag, der er åbnet igen",
    "open_about_closed": "Åbent punkt om en lukket sag",
    "no_neutral_title": "Lukket punkt uden neutral titel",
    "telling_title": "Lukket punkt med sin egen titel som neutral titel",
    "closed_by_nobody": "Lukket punkt uden beslutning om lukning",
    "late_no_reason": "Sent punkt uden begrundelse",
    "removed_no_reason": "Punkt taget af uden begrundelse",
    "no_text": "Punkt uden tekst",
    "no_recommendation": "Beslutningspunkt uden indstilling",
    "finance_missing": "Økonomipåtegning mangler",
    "finance_outdated": "Økonomipåtegning, der ikke længere passer",
    "file_finding": "Bilag, der ikke må offentliggøres",
}


def rule_title(code: str) -> str:
    """The Danish title of a rule, or of something missing."""
    if code in MISSING:
        return MISSING[code]
    try:
        return rule(code).title.da
    except UnknownRule:
        return code


def set_aside_printed(code: str, reason: str) -> str:
    """What is printed of a finding that was set aside."""
    return f"{rule_title(code)}: {reason}"
