"""The words around a figure that say what it is of: without endings, without small words."""

import re
from functools import lru_cache

#: Words that say nothing of what a figure is of; forms of "to be", "to have" and the like.
_SMALL_WORDS = """
import re from functools lru_cache #: Words that say nothing of what a figure is of; forms "to
be", have" and the like. _SMALL = frozenset( """ af alle allerede alt altså andre at både bl.a
blandt blev bliver blive blevet ca da de dem den denne deraf der derefter deres derfor dermed
dertil derudover det dets dette disse dog dvs efter eller en endvidere end er et flere for fordi
fra fik få får gennem går har have havde hele heraf hermed hertil hhv hos hvad hvilket hvis hvor
hvoraf hver i ifm ift ikke ind inden indenfor jf kan knap kommer kommune kommunen kommunens
kunne lå lige ligger man med mellem men mere mindst mod mv ned nu når og også om omkring op
ovenfor over på pr samt selv sig sin sit skal skulle som svarende svarer så sådan sådant således
særligt tages til tilsammen ud uden under være været var ved vedr vi via vil ville værende alene
samlede samlet set gør give gives giver udgør udgjorde udgøre drejer desuden
"""
#: A figure with one of these is another thing than the same figure without it, or with its rival.
_QUALIFIERS = """
forvent skøn anslå prognos faktisk realiser oprindelig korriger tidliger nuværende fremover
hidtil årlig måned kvartal ugentlig daglig halvår varig engang netto brutto ekskl inkl eksklusiv
inklusiv ekstra yderliger landsplan landsgennemsnit nation lokal region landet gennemsnit median
kvind mænd mand dreng pige ung ældre børn voks primo ultimo medio januar februar marts april maj
juni juli august september oktober november december forår sommer efterår vinter første anden
tredj fjerd femt sidst forrig seneste næst foregående ny nye nyt gamle øvrig rest restere del
halvdel maksimal minimum mål måltal målsætning budget regnskab forbrug indtægt udgift
mindreforbrug merforbrug mindreindtægt merindtægt over under færre flere mindre mere høj lav
ekstern intern anlæg drift service før siden uden ikke
"""
_SMALL = frozenset(_SMALL_WORDS.split())
#: What begins the stem of an age or a length of time.
LENGTH = "#"
_ENDINGS = re.compile(
    r"(?:ernes|erne|enes|ene|ende|edes|ede|eres|erer|ere|eret|ets|ens|ers|et|en|er|es|te|e|s|t)\Z"
)
_SHORTEST = 4


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The word without what bends it: "reduceres" and "reduceret" are "reduc". Rough, and the same
    for all forms.
    """
    found = _ENDINGS.search(word)
    while found and found.start() >= _SHORTEST:
        word = word[: found.start()]
        found = _ENDINGS.search(word)
    return word


@lru_cache(maxsize=1 << 15)
def content(word: str) -> str | None:
    """The stem of a word that says what a figure is of; None for small words."""
    return None if len(word) < 2 or word in _SMALL else stem(word)


@lru_cache(maxsize=1 << 15)
def qualifies(word: str) -> bool:
    """True for stems that make a figure another one: "korrigeret", "årligt", "kvinder"."""
    return word in _QUALIFYING or word.startswith(LENGTH)


_QUALIFYING = frozenset(stem(word) for word in _QUALIFIERS.split()) | {*_QUALIFIERS.split()}
