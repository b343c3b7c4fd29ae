"""The page of a search: hits, the choices that narrow it, and the address of every next step."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.searching import (
    Facet,
    FacetName,
    HelpLine,
    Hit,
    NoIndex,
    Order,
    Results,
    query_help,
)
from sagsgang.web.archive.pages.outcomes import CLOSED, Chip, outcome_chip
from sagsgang.web.archive.pages.search_asked import (
    FACET_WORDS,
    QUERY,
    search_asked,
    value_title,
)
from sagsgang.web.archive.search_index import index_catch_up, search_index

#: How a facet is called on the page.
_TITLES = {
    FacetName.MUNICIPALITY: _("Municipality"),
    FacetName.BODY: _("Body"),
    FacetName.YEAR: _("Year"),
    FacetName.KIND: _("Kind of item"),
    FacetName.OUTCOME: _("Outcome"),
}
_ORDER, _PAGE = "orden", "side"
_BY_DATE = "dato"
_SHOWN_OF_FACET = 8
_PAGES_AROUND = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet; `url` leads to the search with it, or without it when it is chosen."""

    title: str | Promise
    count: int
    is_chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with something to choose; `rest` are the values that are folded away."""

    title: str | Promise
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class HitView:
    """An item that was found."""

    hit: Hit
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`results` is None while there is no index. `kept` are the choices that a new search keeps."""

    typed: str
    results: Results | None
    hits: tuple[HitView, ...] = ()
    facets: tuple[FacetView, ...] = ()
    chosen: tuple[Choice, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    help: tuple[HelpLine, ...] = ()
    is_by_date: bool = False
    by_relevance_url: str = ""
    by_date_url: str = ""
    without_choices_url: str = ""
    #: The same search, however the address was put; "" where nothing is asked for.
    asked: str = ""
    pages: tuple[tuple[int, str], ...] = ()
    previous_url: str = ""
    next_url: str = ""


def search_page(*, asked: QueryDict, language: str) -> SearchPage:
    """The page that the parameters of an address ask for; unknown ones are passed over."""
    wanted = search_asked(asked)
    typed, chosen = wanted.typed, {name: list(values) for name, values in wanted.chosen.items()}
    is_by_date = asked.get(_ORDER) == _BY_DATE
    page = asked.get(_PAGE, "1")
    index_catch_up()
    try:
        results = search_index().search(
            typed,
            chosen=wanted.chosen,
            order=Order.DATE if is_by_date else Order.RELEVANCE,
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        )
    except NoIndex:
        return SearchPage(typed, None, help=query_help(language))
    step = _Steps(typed, chosen, is_by_date)
    facets = tuple(filter(None, (_facet(facet, step) for facet in results.facets)))
    return SearchPage(
        typed=typed,
        results=results,
        hits=tuple(HitView(hit, _chips(hit)) for hit in results.hits),
        facets=facets,
        chosen=tuple(
            choice for facet in facets for choice in (*facet.first, *facet.rest) if choice.is_chosen
        ),
        kept=tuple(
            (FACET_WORDS[name], value) for name, values in chosen.items() for value in values
        ),
        asked=wanted.query,
        notes=tuple(note.said(language) for note in results.notes),
        help=query_help(language),
        is_by_date=is_by_date,
        by_relevance_url=step.url(by_date=False),
        by_date_url=step.url(by_date=True),
        without_choices_url=_Steps(typed, {}, is_by_date).url(),
        pages=tuple((number, step.url(page=number)) for number in _near(results)),
        previous_url=step.url(page=results.page - 1) if results.page > 1 else "",
        next_url=step.url(page=results.page + 1) if results.page < results.pages else "",
    )


@dataclass(frozen=True, slots=True)
class _Steps:
    """Where one can go from a search: to the same with one thing changed."""

    typed: str
    chosen: dict[FacetName, list[str]]
    is_by_date: bool

    def url(self, *, page: int = 1, by_date: bool | None = None) -> str:
        return self._url(self.chosen, page, self.is_by_date if by_date is None else by_date)

    def toggled(self, name: FacetName, value: str) -> str:
        values = self.chosen.get(name, [])
        changed = [each for each in values if each != value]
        if value not in values:
            changed.append(value)
        return self._url({**self.chosen, name: changed}, 1, self.is_by_date)

    def _url(self, chosen: dict[FacetName, list[str]], page: int, by_date: bool) -> str:
        query = QueryDict(mutable=True)
        if self.typed:
            query[QUERY] = self.typed
        for name, word in FACET_WORDS.items():
            query.setlist(word, chosen.get(name, []))
        if by_date:
            query[_ORDER] = _BY_DATE
        if page > 1:
            query[_PAGE] = str(page)
        return f"{reverse('archive:search')}?{query.urlencode()}"


def _facet(facet: Facet, step: _Steps) -> FacetView | None:
    choices = [
        Choice(
            value_title(facet.name, each.value),
            each.count,
            each.is_chosen,
            step.toggled(facet.name, each.value),
        )
        for each in facet.values
    ]
    if len(choices) < 2 and not any(choice.is_chosen for choice in choices):
        return None
    choices.sort(key=lambda choice: not choice.is_chosen)
    return FacetView(
        _TITLES[facet.name], tuple(choices[:_SHOWN_OF_FACET]), tuple(choices[_SHOWN_OF_FACET:])
    )


def _chips(hit: Hit) -> tuple[Chip, ...]:
    outcome = hit.item.outcome
    chip = outcome_chip(outcome, has_decision=outcome is not None)
    return tuple(each for each in (chip, CLOSED if hit.item.is_closed else None) if each)


def _near(results: Results) -> Iterable[int]:
    """The numbers of the first, the last and the neighbouring pages."""
    if results.pages < 2:
        return ()
    around = range(results.page - _PAGES_AROUND, results.page + _PAGES_AROUND + 1)
    return sorted({1, results.pages, *(n for n in around if 1 <= n <= results.pages)})
