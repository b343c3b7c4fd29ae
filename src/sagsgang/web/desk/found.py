"""Search over what one may see: cases, bodies and policies; the archive has a search of its own."""

from dataclasses import dataclass
from typing import Any

from sagsgang.web.bodies.models import Body, Policy
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.listing.selectors import Asked, cases_found
from sagsgang.web.cases.models import Case

AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Found:
    """At most `AT_MOST` of each; `has_more` when there are further cases."""

    cases: tuple[Case, ...] = ()
    has_more: bool = False
    bodies: tuple[Body, ...] = ()
    policies: tuple[Policy, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.cases or self.bodies or self.policies)


def everything_found(*, user: Any, words: str) -> Found:
    """What has all the words, among what the user may see; the newest cases first."""
    standing = standing_of(user)
    parts = words.lower().split()
    if standing.user is None or not parts:
        return Found()
    cases = cases_found(user=user, asked=Asked(words=words)).prefetch_related("body", "officer")
    first = list(cases.defer("search_text").order_by("-changed_at", "-pk")[: AT_MOST + 1])
    bodies = Body.objects.filter(
        municipality__in=standing.municipalities, is_in_workplace=True
    ).select_related("municipality")
    policies = Policy.objects.filter(municipality__in=standing.municipalities)
    return Found(
        tuple(first[:AT_MOST]),
        len(first) > AT_MOST,
        tuple(each for each in bodies if _has(each.name, parts))[:AT_MOST],
        tuple(each for each in policies if _has(f"{each.title} {each.text}", parts))[:AT_MOST],
    )


def _has(text: str, parts: list[str]) -> bool:
    lower = text.lower()
    return all(part in lower for part in parts)
