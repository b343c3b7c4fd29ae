"""Reading what a case is tied to: only what the reader may read herself."""

from dataclasses import dataclass

from django.urls import reverse

from sagsgang.web.cases.listing.selectors import Asked, cases_found
from sagsgang.web.cases.models import Case, CaseLink
from sagsgang.web.cases.selectors import cases_readable


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A tie with the address and title that this reader sees."""

    link: CaseLink
    title: str
    path: str


def link_rows(*, user: object, case: Case) -> list[LinkRow]:
    """The ties of a case; another case that the reader may not read is not there."""
    links = list(case.links.select_related("other"))
    others = {link.other_id for link in links if link.other_id}
    readable = set(cases_readable(user).filter(pk__in=others).values_list("pk", flat=True))
    rows = []
    for link in links:
        if link.other is None:
            rows.append(LinkRow(link, link.title, link.path))
        elif link.other_id in readable:
            path = reverse("cases:case", kwargs={"pk": link.other_id})
            rows.append(LinkRow(link, f"{link.other.number} {link.other.title}", path))
    return rows


def cases_to_link(*, user: object, case: Case, words: str) -> list[Case]:
    """Cases found by words, that the case may be tied to."""
    if not words.strip():
        return []
    found = cases_found(user=user, asked=Asked(words=words)).exclude(pk=case.pk)
    return list(found.select_related("body").defer("search_text")[:10])
