"""Reading the cases that one may see: which ones, in which order, and one page of them."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet

from sagsgang.web.bodies.models import Body, Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case, CaseState, FinanceStatement
from sagsgang.web.cases.permissions import LIVING, MAY_SEE_CLOSED, cases_readable_q
from sagsgang.web.cases.selectors import cases_readable

PAGE = 50
#: Words beyond these narrow a search no further that anybody would notice.
_MOST_WORDS = 8
_LONGEST_QUERY = 200
#: Address word → order.
ORDERS = {
    "aendret": ("-changed_at", "-pk"),
    "frist": (F("deadline").asc(nulls_last=True), "-changed_at", "-pk"),
    "nummer": ("number", "pk"),
}
#: Whose cases: everyone's, mine, and those that wait for me.
WHOSE = ("", "mine", "venter")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for; every value that is not known counts as not asked."""

    words: str = ""
    state: str = ""
    body: int | None = None
    whose: str = ""
    order: str = "aendret"
    page: int = 1

    @classmethod
    def of(cls, query: object) -> "Asked":
        """From the query of an address."""
        get = query.get
        state, whose, order = get("tilstand", ""), get("hvis", ""), get("orden", "")
        return cls(
            words=" ".join(get("q", "").replace("\x00", "").split())[:_LONGEST_QUERY],
            state=state if state in CaseState.values else "",
            body=_number(get("udvalg", "")),
            whose=whose if whose in WHOSE else "",
            order=order if order in ORDERS else "aendret",
            page=_number(get("side", "")) or 1,
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the list is narrowed at all."""
        return bool(self.words or self.state or self.body or self.whose)

    def address(self, page: int) -> str:
        """The query of another page of the same list."""
        asked = replace(self, page=page)
        parts = {
            "q": asked.words,
            "tilstand": asked.state,
            "udvalg": str(asked.body or ""),
            "hvis": asked.whose,
            "orden": asked.order if asked.order != "aendret" else "",
            "side": str(page) if page > 1 else "",
        }
        return "?" + urlencode({name: value for name, value in parts.items() if value})


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list; there is no count of all: it would read every case's text."""

    cases: tuple[Case, ...]
    earlier: str | None
    later: str | None
    first: int


def case_page(*, user: object, asked: Asked) -> ListPage:
    """The page asked for. Only what the gate lets the user read is looked in at all."""
    found = cases_found(user=user, asked=asked)
    # Joined, they would make SQLite sort every case; fetched after, the newest are found first.
    found = found.prefetch_related("body", "officer").defer("search_text")
    start = (asked.page - 1) * PAGE
    rows = list(found.order_by(*ORDERS[asked.order])[start : start + PAGE + 1])
    return ListPage(
        tuple(rows[:PAGE]),
        asked.address(asked.page - 1) if asked.page > 1 else None,
        asked.address(asked.page + 1) if len(rows) > PAGE else None,
        start + 1,
    )


def cases_found(*, user: object, asked: Asked) -> QuerySet[Case]:
    """Every case asked for among those the user may read."""
    found = cases_readable(user)
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.body:
        found = found.filter(body=asked.body)
    if asked.whose == "mine":
        found = found.filter(_mine(user))
    elif asked.whose == "venter":
        found = found.filter(waiting_q(user))
    for word in asked.words.lower().split()[:_MOST_WORDS]:
        found = found.filter(search_text__contains=word)
    return found


def waiting_q(user: object) -> Q:
    """The cases that wait for this user: to be written after a return, approved, or stated on.

    To be used together with `cases_readable_q`.
    """
    standing = standing_of(user)
    if standing.user is None:
        return Q(pk__in=())
    asked = FinanceStatement.objects.filter(answered_at__isnull=True).values("case")
    return (
        _mine(user) & Q(state=CaseState.DRAFT)
        | standing.bodies_q(Role.MANAGER) & Q(state=CaseState.SENT)
        | standing.bodies_q(Role.FINANCE_REVIEWER) & Q(state__in=LIVING, pk__in=asked)
    )


def waiting_count(user: object) -> int:
    """How many cases wait for the user."""
    return Case.objects.filter(cases_readable_q(user)).filter(waiting_q(user)).count()


def bodies_to_choose(*, user: object) -> list[Body]:
    """The bodies of the user's municipalities that work here, in Danish alphabetical order."""
    standing = standing_of(user)
    return list(Body.objects.filter(municipality__in=standing.municipalities, is_in_workplace=True))


def may_see_closed(user: object) -> bool:
    """Whether closed matter is mentioned at all to the user: she holds a role that sees some."""
    standing = standing_of(user)
    roles = MAY_SEE_CLOSED & set(Role.values)
    return bool(standing.seats) or standing.has_any(*roles, Role.CASE_OFFICER)


def _mine(user: object) -> Q:
    stands_for = standing_of(user).stands_for
    shared = Case.co_officers.through.objects.filter(user_id__in=stands_for).values("case_id")
    return Q(officer__in=stands_for) | Q(pk__in=shared)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 10 else None
