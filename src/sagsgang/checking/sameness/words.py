"""The words around a figure that say what it is of: without endings, without small words."""

import re
from functools import lru_cache

#: Words that say nothing of what a figure is of; forms of "to be", "to have" and the like.
_SMALL_WORDS = """
af alene alle allerede alt altså andre at både bl.a blandt blev blevet blive bliver ca da de dem den
denne der deraf derefter deres derfor dermed dertil derudover desuden det dets dette disse dog
drejer dvs efter eller en end endvidere er et for fordi fra fik få får gennem give gives giver går
gør har have havde hele heraf hermed hertil hhv hos hvad hver hvilket hvis hvor hvoraf i ifm ift
ind inden indenfor jf kan knap kommer kommune kommunen kommunens kunne lige ligger lå man med mellem
men mod mv ned nu når og også om omkring op ovenfor over på pr samlede samlet samt selv set sig sin
sit skal skulle som svarende svarer så sådan sådant således særligt tages til tilsammen ud udgjorde
udgør udgøre under var ved vedr vi via vil ville være været værende
"""
#: A figure with one of these is another thing than the same figure without it, or with its rival.
_QUALIFIERS = """
forvent skøn anslå prognos faktisk realiser oprindelig korriger tidliger nuværende fremover hidtil
årlig måned kvartal ugentlig daglig halvår varig engang netto brutto ekskl inkl eksklusiv inklusiv
ekstra yderliger landsplan landsgennemsnit nation lokal region landet gennemsnit median kvind mænd
mand dreng pige ung ældre børn voks primo ultimo medio januar februar marts april maj juni juli
august september oktober november december forår sommer efterår vinter første anden tredj fjerd femt
sidst forrig seneste næst foregående ny nye nyt gamle øvrig rest restere del halvdel maksimal
minimum mål måltal målsætning budget regnskab forbrug indtægt udgift mindreforbrug merforbrug
mindreindtægt merindtægt færre flere mindre mere høj lav ekstern intern anlæg drift service før
siden uden ikke
"""
#: What begins the stem of an age or a length of time.
LENGTH = "#"
_ENDINGS = re.compile(
    r"(?:ernes|erne|enes|ene|ende|edes|ede|eres|erer|ere|eret|ets|ens|ers|et|en|er|es|te|e|s|t)\Z"
)
_SHORTEST = 3


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The word without what bends it: "reduceres" and "reduceret" are "reduc". Rough, and the same
    for all forms.
    """
    found = _ENDINGS.search(word)
    while found and found.start() >= _SHORTEST:
        word = word[: found.start()]
        found = _ENDINGS.search(word)
    if word.endswith("sa") and len(word) > _SHORTEST:
        return f"{word[:-1]}æ"  # "nedsat" and "nedsættes"
    return word


@lru_cache(maxsize=1 << 15)
def content(word: str) -> str | None:
    """The stem of a word that says what a figure is of; None for small words."""
    return None if len(word) < 2 or word in _SMALL else stem(word)


@lru_cache(maxsize=1 << 15)
def qualifies(word: str) -> bool:
    """True for stems that make a figure another one: "korrigeret", "årligt", "kvinder"."""
    return word in _QUALIFYING or word.startswith(LENGTH)


_SMALL = frozenset(_SMALL_WORDS.split())
_QUALIFYING = frozenset(stem(word) for word in _QUALIFIERS.split()) | {*_QUALIFIERS.split()}
