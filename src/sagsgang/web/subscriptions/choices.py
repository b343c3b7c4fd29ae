"""What can be followed, as addresses name it: a body, a case, a search."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from sagsgang.web.archive.pages.search_asked import SearchAsked, search_asked
from sagsgang.web.bodies.models import Body
from sagsgang.web.publishing.addresses import body_path, case_path
from sagsgang.web.publishing.selectors import body_public, treatments_public
from sagsgang.web.subscriptions.models import Subscription, SubscriptionKind

#: The parameters of `/abonner/`.
PARAMETERS = {
    SubscriptionKind.BODY: "udvalg",
    SubscriptionKind.CASE: "sag",
    SubscriptionKind.SEARCH: "soeg",
}
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to follow. `title` is what everybody may read of it, `path` where it is read;
    `value` is what its parameter says.
    """

    kind: str
    title: str
    path: str
    value: str
    body: Body | None = None
    case: int | None = None
    query: str = ""

    @property
    def parameter(self) -> str:
        """Which parameter names it."""
        return PARAMETERS[SubscriptionKind(self.kind)]


def choice_asked(parameters: Mapping[str, str]) -> Choice | None:
    """What the parameters name; None where they name nothing that everybody may read."""
    for kind, parameter in PARAMETERS.items():
        if value := (parameters.get(parameter) or "").strip():
            return _OF[kind](value)
    return None


def choice_of(subscription: Subscription) -> Choice | None:
    """What a subscription is about; None where it was forgotten or is not public any more."""
    if subscription.body is not None:
        return _of_body(subscription.body)
    if subscription.case_id is not None:
        return _case(str(subscription.case_id))
    return _search(subscription.query)


def search_of(subscription: Subscription) -> SearchAsked:
    """The search that is followed."""
    return search_asked(QueryDict(subscription.query))


def _body(slug: str) -> Choice | None:
    found = body_public(slug)
    return _of_body(found) if found is not None else None


def _of_body(body: Body) -> Choice:
    return Choice(SubscriptionKind.BODY, str(body), body_path(body.slug), body.slug, body=body)


def _case(key: str) -> Choice | None:
    if not (key.isascii() and key.isdigit() and len(key) <= 10):
        return None
    rows = treatments_public(int(key))
    if not rows:
        return None
    path = case_path(int(key))
    return Choice(SubscriptionKind.CASE, rows[-1].title, path, key, case=int(key))


def _search(query: str) -> Choice | None:
    if len(query) > _LONGEST:
        return None
    asked = search_asked(QueryDict(query.removeprefix("?")))
    same = asked.query
    if not same or len(same) > _LONGEST:
        return None
    path = f"/soeg/?{same}"
    return Choice(SubscriptionKind.SEARCH, asked.title, path, same, query=same)


_OF = {
    SubscriptionKind.BODY: _body,
    SubscriptionKind.CASE: _case,
    SubscriptionKind.SEARCH: _search,
}
