"""Which forms of a Danish word count as one: inflections, and what is done and the doing of it.

In the spirit of the Danish Snowball stemmer, but a stem has no ending left that could be taken off
(budget, budgettet), "ledighed" stays apart from "leder" and "ledig", neuter adjectives meet their
common form, "regel, regler" and "center, centre" meet, and so do "renovering, renoveres" and
"godkendelse, godkendt" where enough of the word is left to be sure.
"""

import re
from functools import cache, lru_cache

from sagsgang.reference.search_words import irregular_forms

_VOWELS = frozenset("aeiouyæøå")
_SHORTEST = 3
_ONLY_AS_IT_STANDS = "="

_ENDING = re.compile(
    "(?:erernes?|erens?|ernes?|eredes?|erer?|enes?|erets?|eres|edes?|ens?|ers?|ets?|es?)$"
)
#: After these an s at the end is a genitive.
_BEFORE_S = frozenset("abcdfghjklmnoprtvyzå")
#: The doing of something: renover-ing, flyt-ning, godkend-else; and the letters that must be left.
_DOING = re.compile("(?:(?<=.{4})ering|(?<=.{4})(?<=[^aeiouyæøå])ning|(?<=.{4})ing|(?<=.{5})els)$")
#: Neuter and past participles: kommunalt, vigtigt, aktivt, indsendt, valgt.
_WITH_T = ("alt", "elt", "ivt", "somt", "gt", "dt", "kt")


@cache
def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    """Roots by form, and roots by the stem of a form, so that forms of forms are found too."""
    by_form: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    for word, forms in irregular_forms().items():
        by_form |= {form.removeprefix(_ONLY_AS_IT_STANDS): word for form in (word, *forms)}
        # nedrevet, nedrevne
        by_form |= {f"{form[:-2]}ne": word for form in forms if form.endswith("et")}
        for form in (word, *forms) if _bends_by_rule(forms) else forms:
            if not form.startswith(_ONLY_AS_IT_STANDS):
                by_stem.setdefault(stem(form), word)
    return by_form, by_stem


def _bends_by_rule(forms: tuple[str, ...]) -> bool:
    """Whether other forms than those listed may be found by the word's own stem."""
    return not all(form.startswith(_ONLY_AS_IT_STANDS) for form in forms) or not forms


@cache
def _whole() -> frozenset[str]:
    return frozenset(word for word, forms in irregular_forms().items() if not forms)


@cache
def odd_forms(word_root: str) -> tuple[str, ...]:
    """The stems with which the odd forms of a root begin in print; none for regular words."""
    forms = irregular_forms().get(word_root)
    plain = (form.removeprefix(_ONLY_AS_IT_STANDS) for form in forms or ())
    return tuple(dict.fromkeys(map(stem, (word_root, *plain)))) if forms else ()


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What all forms of `word` (small letters, å for aa) have in common; odd forms by a list."""
    by_form, by_stem = _irregular()
    if word in by_form:
        return by_form[word]
    found = stem(word)
    return by_stem.get(found, found)


def stem(word: str) -> str:
    """`word` without its endings, by rule alone."""
    while word not in _whole():
        doing = _DOING.search(word)
        if doing and (verb := _simplified(word[: doing.start()])):
            return verb[:-1] if verb.endswith(("ys", "ås")) else verb
        rest = _without_ending(word)
        simple = _simplified(rest)
        if simple == word or _is_doubled(rest):
            # What stands before a doubled consonant is whole: interess(en), rett(et), lønn(en).
            return simple
        word = simple
    return word


def _without_ending(word: str) -> str:
    if word[-1:] == "s" and word[:-1] in _whole():
        return word[:-1]
    ending = _ENDING.search(word)
    if ending:
        for start in range(ending.start(), len(word)):
            if _ENDING.fullmatch(word, start) and _may_end(word[:start], word[start:]):
                return word[:start]
    if len(word) > _SHORTEST and word[-1] == "s" and word[-2] in _BEFORE_S:
        return word[:-1]
    return word


def _may_end(rest: str, ending: str) -> bool:
    """Whether `rest` is long enough for a word; -itet belongs to the word (kvalitet)."""
    if len(rest) == 2 and rest[0] not in _VOWELS and rest[1] in _VOWELS:
        return ending not in ("t", "s", "et", "ets")
    if len(rest) < _SHORTEST or _VOWELS.isdisjoint(rest):
        return False
    return not (ending.startswith("et") and rest.endswith("it"))


def _is_doubled(rest: str) -> bool:
    return len(rest) > _SHORTEST and rest[-1] == rest[-2] and rest[-1] not in _VOWELS


def _simplified(rest: str) -> str:
    """One spelling for stems that differ by a neuter t, a lost e or a doubled consonant."""
    if _is_doubled(rest):
        rest = rest[:-1]
    if len(rest) > _SHORTEST + 1 and rest.endswith(_WITH_T):
        rest = rest[:-1]
    if len(rest) <= _SHORTEST:
        return rest
    if rest.endswith(("ium", "eum")):
        rest = rest[:-2]
    elif rest[-1] == "r" and rest[-2] not in "aeiouyæøåjr":
        rest = rest[:-1]
    elif len(rest) > _SHORTEST + 1 and rest.endswith("el") and rest[-3] not in _VOWELS:
        rest = rest[:-2] + "l"
    return rest
