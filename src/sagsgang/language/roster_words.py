"""The words that tell a name from what is not one: particles, roles, things, list headings."""

from functools import lru_cache


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Small words inside a name.
PARTICLES = frozenset(
    _words(
        """
    de den der du von van vom zu zum zur ten ter af el al la le da das dos di del bin ibn bint
    ben abu ould y e
    """
    )
)

#: What the word for a post ends in.
ROLE_STEMS = _words(
    """
    formand forkvinde forperson borgmester rådmand direktør chef leder konsulent sekretær
    referent medlem medlemmer suppleant stedfortræder koordinator rådgiver jurist økonom
    planlægger medarbejder repræsentant fuldmægtig inspektør observatør specialist assistent
    ingeniør arkitekt læge rektor forstander revisor controller manager ordfører advokat
    analytiker oplægsholder udvikler vejleder student praktikant
    """
)
_ROLE_ENDINGS = frozenset(
    stem + ending for stem in ROLE_STEMS for ending in ("", "en", "er", "n", "ne", "erne", "s")
)
_ROLE_LENGTHS = sorted({len(ending) for ending in _ROLE_ENDINGS})

#: Capitalised words that no name holds.
NEVER_NAMES = frozenset(
    _words(
        """
    ingen intet alle afbud fraværende fravær tilstede deltagere mødedeltagere medlemmer udvalget
    byrådet kommunalbestyrelsen kommune kommunen kommunes region regionen administrationen
    forvaltningen direktionen bilag punkt sag møde mødet dagsorden godkendt drøftet taget
    tiltrådt anbefales anbefalet indstilles indstilling beslutning resumé resume
    sagsfremstilling orientering jobcenter jobcentret center centret team afdeling afdelingen
    dansk danske danmarks social sundhed økonomi børn unge teknik miljø kultur fritid
    beskæftigelse erhverv lukket åben åbent eventuelt underskrift underskrifter mandag tirsdag
    onsdag torsdag fredag lørdag søndag oplæg gæst gæster mødested mødetid mødedato tid sted
    dato se jf følgende endvidere desuden samt borgere borger den det der de en et i på om med
    til fra ved for af ad
    """
    )
)

#: Long words that end like a thing or an organisation are in no name either.
_THING_ENDINGS = _words(
    """
    udvalg udvalget rådet forvaltning forvaltningen afdeling afdelingen kommune kommunen budget
    budgettet regnskab regnskabet planen politik politikken loven centeret centret tion tionen
    heden skole skolen området indsats indsatsen projekt projektet aftale aftalen samarbejde
    strategi strategien ordning ordningen gruppe gruppen puljen service ydelser huset else ering
    lokale lokalet retning dning gning
    """
)
_LONGEST_NAME_LIKE = 7


@lru_cache(maxsize=8192)
def is_role_word(word: str) -> bool:
    """Whether `word` is a post: "formand", "Direktøren", "sundhedschef,"."""
    lowered = word.rstrip(",:").lower()
    # Sets of endings: a word is looked up once a length instead of compared with each ending.
    return any(lowered[-length:] in _ROLE_ENDINGS for length in _ROLE_LENGTHS)


def is_thing(word: str) -> bool:
    """Whether `word` ends like a thing or an organisation, as no surname does."""
    return len(word) > _LONGEST_NAME_LIKE and word.rstrip(".").lower().endswith(_THING_ENDINGS)
