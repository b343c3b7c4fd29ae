"""Where a Danish compound is split: sygedagpengemodtagere → syge, dagpenge, modtagere."""

from functools import cache
from itertools import pairwise

from sagsgang.reference.search_words import compound_parts, stop_words
from sagsgang.searching.stemming import odd_forms, root

_SHORTEST_LAST = 2
_SHORTEST_FREE = 3
_SHORTEST_NAME = 4
_FIRST = 2
_MOST_PARTS = 6
_LONGEST = 60


@cache
def _fronts() -> dict[str, int]:
    """Every form a part takes in front of another, by how many letters of it are the word.

    `arbejds` → 6 (arbejd, the s links): what is left of it is counted as the word itself.
    """
    forms: dict[str, int] = {}
    for part in compound_parts():
        forms[part.word] = len(part.word)
        for form in part.fronts:
            forms.setdefault(form, len(form))
    for word in (part.word for part in compound_parts()):
        forms.setdefault(word + "s", len(word))
        if word[-1] == "e":
            forms.setdefault(word[:-1] + "s", len(word) - 1)
        else:
            forms.setdefault(word + "e", len(word))
    return forms


@cache
def _lasts() -> frozenset[str]:
    """The roots of the words that a compound may end in."""
    return frozenset(root(part.word) for part in compound_parts() if not part.only_front)


@cache
def _after_names() -> frozenset[str]:
    """The roots of the words that names are put before."""
    return frozenset(root(part.word) for part in compound_parts() if part.after_names)


@cache
def _beginnings(roots: frozenset[str]) -> frozenset[str]:
    """The first letters of words with these roots, odd forms included: a cheap first look."""
    forms = {form for each in roots for form in (each, *odd_forms(each))}
    return frozenset(form[:_FIRST] for form in forms)


def _has_root_in(word: str, start: int, roots: frozenset[str]) -> bool:
    last = word[start:]
    if len(last) < _SHORTEST_FREE and last not in _fronts():
        return False
    return last[:_FIRST] in _beginnings(roots) and root(last) in roots


@cache
def _longest_front() -> int:
    return max(map(len, _fronts()))


def is_listed(word: str) -> bool:
    """Whether a word, in whatever form or as its root, is on the list: it is whole."""
    return word in _lasts() or root(word) in _lasts()


def split(word: str) -> tuple[tuple[int, int], ...]:
    """The extents of the parts of `word`, linking letters left out; empty when it is no compound.

    Of several splits the one with the fewest parts, then the one with the longest last part. A
    word on the list, in whatever form, is whole. `word` is in small letters, with å for aa.
    """
    if not 2 * _SHORTEST_LAST <= len(word) <= _LONGEST or is_listed(word):
        return ()
    return _best(word, _ways(word)) or _named(word)


def _ways(word: str) -> dict[int, tuple[int, ...]]:
    """By where the last part may begin: the beginnings of all parts, the fewest possible."""
    fronts, longest = _fronts(), _longest_front()
    ways: dict[int, tuple[int, ...]] = {}
    todo: list[tuple[int, ...]] = [(0,)]
    while todo:
        following: list[tuple[int, ...]] = []
        for starts in todo:
            start = starts[-1]
            if start in ways or len(starts) > _MOST_PARTS:
                continue
            ways[start] = starts
            latest = min(len(word) - _SHORTEST_LAST + 1, start + longest)
            following += [
                (*starts, end)
                for end in range(latest, start + 1, -1)
                if end not in ways and word[start:end] in fronts
            ]
        todo = following
    return ways


def _best(word: str, ways: dict[int, tuple[int, ...]]) -> tuple[tuple[int, int], ...]:
    lasts = _lasts()
    for starts in sorted(ways.values(), key=lambda starts: (len(starts), starts[-1])):
        last = starts[-1]
        if last and len(word) - last >= _SHORTEST_LAST and _has_root_in(word, last, lasts):
            return _extents(word, starts)
    return ()


def _extents(word: str, starts: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    fronts = _fronts()
    ends = [start + min(fronts[word[start:end]], end - start) for start, end in pairwise(starts)]
    return tuple(zip(starts, (*ends, len(word)), strict=True))


def _named(word: str) -> tuple[tuple[int, int], ...]:
    """A name and one of the few words that names are put before; an s may link them."""
    after_names = _after_names()
    for last in range(_SHORTEST_NAME, len(word) - _SHORTEST_LAST + 1):
        if word[:last] not in stop_words() and _has_root_in(word, last, after_names):
            end = last - 1 if word[last - 1] == "s" and last > _SHORTEST_NAME else last
            return ((0, end), (last, len(word)))
    return ()
