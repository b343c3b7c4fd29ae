"""How a case is named in sentences that others may read: a closed one by what the public sees."""

from sagsgang.web.cases.models import Case


def case_in_words(case: Case) -> str:
    """`»Nye cykelskure« (15.00.00-A00-1-26)`; of a closed case never the real title."""
    title = case.title
    if case.is_closed:
        title = case.public_title or "Lukket sag"
    return f"»{title[:200]}« ({case.number})"
