from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.searching import FacetName, NoIndex, Order, SearchIndex

ALL = {"nord-1/1", "nord-1/2", "nord-2/1", "syd-1/1", "syd-1/2", "syd-1/3", "aaby-1/1", "aaby-1/2"}


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("dagpenge", "nord-1/1 nord-2/1 aaby-1/1"),
        ("sygedagpenge raskmelding", "nord-1/1 aaby-1/1"),
        ("sygedagpenge støj", ""),
        ("sygedagpenge eller støj", "nord-1/1 nord-2/1 aaby-1/1 syd-1/1"),
        ("sygedagpenge -budget", "nord-1/1 aaby-1/1"),
        ("-dagpenge -kontanthjælp", "syd-1/1 syd-1/2 syd-1/3 aaby-1/2"),
        ('"langvarige forløb"', "nord-1/1"),
        ('"forløb langvarige"', ""),
        ('"til efterretning"', "nord-1/1 aaby-1/1 aaby-1/2"),
        ('"taget til efterretning"', "nord-1/1 aaby-1/1"),
        ("lov om aktiv socialpolitik", "nord-1/2"),
        ("LAS", "nord-1/2"),
        ("til", "nord-1/1 aaby-1/1 aaby-1/2"),
        # fields
        ("titel:sygedagpenge", "nord-1/1 aaby-1/1"),
        ("titel:kontanthjælp", "nord-1/2"),
        ("beslutning:godkendt", "nord-1/2 syd-1/2"),
        ('beslutning:"liste b"', "nord-1/2"),
        ("beslutning:dagpenge", ""),
        ("bilag:notat", "nord-1/2"),
        ("bilag:høringssvar", "syd-1/1"),
        ("notat", "nord-1/2"),
        ("kommune:nordstrand", "nord-1/1 nord-1/2 nord-2/1"),
        ("kommune:Åbyhøje", "aaby-1/1 aaby-1/2"),
        ("kommune:nordstarnd", "nord-1/1 nord-1/2 nord-2/1"),
        ('udvalg:"teknik og miljø"', ""),
        ("udvalg:miljø", "syd-1/1 syd-1/2 syd-1/3"),
        ("udvalg:arbejdsmarked", "nord-1/1 nord-1/2 nord-2/1"),
        ("sag:15.00.30-G01-1-25", "nord-1/1"),
        ("sag:15.00.30-g01-1-2025", "nord-1/1"),
        ("sag:15.00.30", "nord-1/1 aaby-1/1"),
        ("sag:15.00", "nord-1/1 nord-1/2 aaby-1/1"),
        ("sag:24/19987", "nord-2/1"),
        ("24/19987", "nord-2/1"),
        ("år:2024", "nord-2/1 syd-1/1 syd-1/2 syd-1/3"),
        ("år:2024-2025 godkendt", "nord-1/2 syd-1/2"),
        ("støj år:2024 kommune:sønderdal", "syd-1/1"),
    ],
)
def test_what_is_found(archive, typed, addresses):
    assert archive.found(typed) == set(addresses.split())
    assert archive.results(typed).total == len(addresses.split())


@pytest.mark.parametrize(
    ("typed", "address", "said"),
    [
        ("sygedagpengemodtgere", "nord-1/1", "»sygedagpengemodtgere« findes ikke; der er søgt"),
        ("kontanthælp", "nord-1/2", "efter »kontanthjælp"),
        ("bibloteket", "aaby-1/2", "efter »biblioteket«."),
        ("vinnmøller", "syd-1/1", "efter »vindmøller«."),
        ("støjklager", "syd-1/1", "som ét ord; der er søgt efter »støj« og »klager«."),
    ],
)
def test_misspelt_and_unknown_words_find_what_was_meant(archive, typed, address, said):
    assert any(said in note for note in archive.said(typed))
    assert address in archive.found(typed)


def test_words_like_a_known_one_are_found_only_when_asked_for(archive_of, new_item):
    archive = archive_of([new_item("a/1", "Ny havn"), new_item("b/1", "Nyt hav")])
    assert archive.found("havne") == {"a/1"}
    assert archive.found("havne~") == {"a/1", "b/1"}
    assert archive.said("havne~") == ["Der er også søgt efter »hav«, som ligner »havne«."]


def test_a_word_that_is_like_no_other_is_named(archive):
    assert archive.results("xylofonkvartet").total == 0
    assert archive.said("xylofonkvartet") == ["»xylofonkvartet« findes ikke."]


def test_of_two_words_one_that_is_not_known_may_be_left_out(archive):
    assert archive.found("xylofonkvartet støj") == {"syd-1/1"}
    assert archive.said("xylofonkvartet støj") == [
        "»xylofonkvartet« findes ikke.",
        "Intet punkt har alle ordene; her er de, der har de fleste.",
    ]


def test_of_many_words_most_are_enough_when_no_item_has_all(archive):
    assert archive.found("støj vindmøller biblioteket") == {"syd-1/1"}
    assert archive.said("støj vindmøller biblioteket") == [
        "Intet punkt har alle ordene; her er de, der har de fleste."
    ]
    assert archive.found("støj vindmøller biblioteket år:2025") == set()
    assert archive.found("støj biblioteket") == set()


def test_compounds_of_words_that_no_list_has_are_learned_from_the_archive(archive_of, new_item):
    archive = archive_of(
        [
            new_item("a/1", "Skakdag for klasserne"),
            new_item("b/1", "Eleverne spiller skak"),
            new_item("c/1", "Skøjtebane på torvet"),
            new_item("d/1", "Nyt vandland"),
        ]
    )
    assert archive.found("skak") == {"a/1", "b/1"}
    assert archive.found("titel:skak") == {"a/1", "b/1"}
    assert archive.found('"skak"') == {"b/1"}
    # No item says it alone, but one begins with it.
    assert archive.found("skøjter") == {"c/1"}
    assert archive.said("skøjter") == ["»skøjter« findes ikke; der er søgt efter »skøjtebane«."]
    assert archive.results("skak").hits[0].item.address == "b/1"


def test_a_word_that_an_s_links_to_another_is_learned(archive_of, new_item):
    archive = archive_of(
        [new_item("a/1", "Ukrudtsbekæmpelse"), new_item("b/1", "Ukrudt ved søen om sommeren")]
    )
    assert archive.found("ukrudt") == {"a/1", "b/1"}


def test_without_words_all_items_are_found_newest_first(archive):
    hits = archive.results("").hits
    assert {hit.item.address for hit in hits} == ALL
    days = [hit.item.date for hit in hits if hit.item.date]
    assert days == sorted(days, reverse=True)
    assert hits[-1].item.date is None


def test_what_is_in_the_title_comes_first(archive):
    hits = archive.results("sygedagpenge").hits
    assert [hit.item.address for hit in hits][-1] == "nord-2/1"


def test_newest_first(archive):
    hits = archive.results("sygedagpenge", order=Order.DATE).hits
    assert [hit.item.address for hit in hits] == ["nord-1/1", "aaby-1/1", "nord-2/1"]


def test_pages_hold_every_hit_once(archive):
    found = [archive.results("", per_page=3, page=page) for page in (1, 2, 3)]
    assert [(one.page, one.pages, one.total) for one in found] == [(n, 3, 8) for n in (1, 2, 3)]
    addresses = [hit.item.address for one in found for hit in one.hits]
    assert len(addresses) == 8
    assert set(addresses) == ALL


@pytest.mark.parametrize(("page", "shown"), [(-4, 1), (0, 1), (99, 3), (10**12, 3)])
def test_a_page_that_is_not_there_is_the_nearest(archive, page, shown):
    results = archive.results("", per_page=3, page=page)
    assert results.page == shown
    assert results.hits


def counts(results, name):
    facet = next(facet for facet in results.facets if facet.name is name)
    return {value.value: value.count for value in facet.values}


def test_facets_count_all_hits(archive):
    results = archive.results("", per_page=2)
    assert counts(results, FacetName.MUNICIPALITY) == {
        "Nordstrand Kommune": 3,
        "Sønderdal Kommune": 3,
        "Aabyhøje Kommune": 2,
    }
    assert counts(results, FacetName.YEAR) == {"2025": 3, "2024": 4}
    assert counts(results, FacetName.KIND) == {"briefing": 2, "decision": 1, "discussion": 1}
    assert counts(results, FacetName.OUTCOME)["noted"] == 3
    years = next(facet for facet in results.facets if facet.name is FacetName.YEAR)
    assert [value.value for value in years.values] == ["2025", "2024"]


def test_several_values_of_a_facet_mean_any_of_them(archive):
    chosen = {FacetName.MUNICIPALITY: ["Nordstrand Kommune", "Aabyhøje Kommune"]}
    assert archive.found("sygedagpenge", chosen=chosen) == {"nord-1/1", "nord-2/1", "aaby-1/1"}
    assert archive.found("", chosen=chosen | {FacetName.YEAR: ["2024"]}) == {"nord-2/1"}


def test_a_facet_is_counted_without_its_own_choice(archive):
    results = archive.results(
        "", chosen={FacetName.MUNICIPALITY: ["Nordstrand Kommune"], FacetName.YEAR: ["2025"]}
    )
    assert results.total == 2
    assert counts(results, FacetName.MUNICIPALITY) == {
        "Nordstrand Kommune": 2,
        "Aabyhøje Kommune": 1,
    }
    assert counts(results, FacetName.YEAR) == {"2025": 2, "2024": 1}
    assert counts(results, FacetName.OUTCOME) == {"noted": 1, "approved": 1}


def test_a_choice_without_hits_is_still_shown(archive):
    results = archive.results("støj", chosen={FacetName.MUNICIPALITY: ["Nordstrand Kommune"]})
    assert results.total == 0
    assert counts(results, FacetName.MUNICIPALITY) == {
        "Nordstrand Kommune": 0,
        "Sønderdal Kommune": 1,
    }


@pytest.mark.parametrize("value", ["", "snart", "-1", "²", "9" * 40, "\x00"])
def test_a_choice_that_makes_no_sense_is_no_error(archive, value):
    for name in FacetName:
        archive.results("støj", chosen={name: [value]})


def test_there_is_no_index_before_one_is_built(tmp_path):
    with pytest.raises(NoIndex, match="intet søgeindeks"):
        SearchIndex(tmp_path).search("støj")


PIECES: Sequence[str] = (
    *("titel:", "sag:", "år:", "udvalg:", "kommune:", " eller ", " -", '"', "~", "*", " ", "("),
    *("sygedagpengemodtagere", "støj", "og", "2025", "15.00.30-G01-1-25", "lov om aktiv", "SDP"),
    *("kontanthælp", "arbejdsmarkedsforvaltningsbygning", "9" * 50, "\x00", "ﬁ", "İ", "\u0301"),
)  # fmt: skip


@settings(max_examples=200)
@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)),
    st.sampled_from(Order),
    st.dictionaries(st.sampled_from(FacetName), st.lists(st.text(max_size=10), max_size=3)),
)
def test_any_search_gives_hits_or_says_something_clear(archive, typed, order, chosen):
    results = archive.results(typed, order=order, chosen=chosen, per_page=5)
    assert len(results.hits) <= min(results.total, 5)
    assert 1 <= results.page <= results.pages
    assert all(note.said() for note in results.notes)
    for hit in results.hits:
        assert "".join(part.text for part in hit.title) == hit.item.title
