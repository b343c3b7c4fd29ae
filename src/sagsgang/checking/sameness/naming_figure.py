"""Whether a sentence names a figure from data right beside a number, and of its own whole.

Silent when unsure: a word that is not known before the name, or after the number, may tell of a
part of it, another time or another place.
"""

import re
from dataclasses import dataclass

from sagsgang.language.dates import MONTHS
from sagsgang.minutes import UsedFigure

#: A deviation from the budget is told in these words, and the second says it is good.
FAMILIES = (("merforbrug", "mindreforbrug"), ("mindreindtægt", "merindtægt"))
_DEVIATION = re.compile(r"(?:mer|mindre)(?P<of>forbrug|indtægt)\b", re.IGNORECASE)
_ADVERB = r"(?:nu|samlet(?:\sset)?|i\salt|derfor|fortsat|således|dermed|altså|herefter)"
_VERB = r"(?:er|var|udgør|udgjorde|bliver|blev|lyder|lød|ligger|lå|lander|landede|ender|endte)"
_COUNTED = r"(?:(?:er|var|bliver|blev)\s(?:opgjort|beregnet|udregnet)|opgøres|beregnes)\stil"
_OWN_TIME = r"\s(?:i|for|ultimo|pr\.|ved\sudgangen\saf)\såret"
_ROUGHLY = r"(?P<roughly>\s(?:cirka|circa|ca\.?|omkring|knap|godt|næsten))?\s\Z"
_LINK = (
    rf"(?:\s{_ADVERB}|\s(?:et|en)|{_OWN_TIME})*"
    rf"(?::|\s(?:{_COUNTED}|{_VERB}(?:\spå)?|på))(?:\s{_ADVERB}|{_OWN_TIME}|\spå)*{_ROUGHLY}"
)
_BRACKET = r"\s\((?P<roughly>)\Z"
#: "I 2025 var mindreforbruget 11,4 mio. kr."
_AFTER_VERB = rf"(?:\s{_ADVERB}|{_OWN_TIME})*(?:\spå)?{_ROUGHLY}"
_VERB_BEFORE = re.compile(
    rf"\w\s{_VERB}(?:\s{_ADVERB})*(?:\s(?:der|det|den|et|en|\w+s))?(?:\ssamlede)?\s\Z",
    re.IGNORECASE,
)
#: What tells that the sentence is about another time, place, part or plan.
_OTHER = re.compile(
    r"\b(?:sidste\s(?:år|måned|kvartal)|året\sfør|året\sinden|tidligere|forrige|oprindelig\w*|"
    r"forvente\w*|forventning\w*|skøn\w*|prognose\w*|budgettere\w*|måltal\w*|målet|målsætning\w*|"
    r"landets?|landsgennemsnit\w*|landsplan|gennemsnit\w*|regionen|kommunegruppen|"
    r"andre\skommuner|heraf|hvoraf|hvis|scenari\w*|korrigere\w*|uden|bortset|ekskl\w*|fraregne\w*|"
    rf"siden|fra|til|{'|'.join(MONTHS)}|kvartal\w*|halvår\w*|"
    r"(?:på|inden\sfor|hos|under)\s\w+(?:området|områderne|rammen|centret|afdelingen|indsatsen))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d{2}(?![\d.,]*\d)")
_GENITIVE = re.compile(r"(?P<word>[\wÆØÅæøå]+s)\s(?:samlede\s)?\Z")
_OWN = frozenset({"kommunens", "årets", "udvalgets", "dets", "dens", "deres", "års"})
#: Words that may stand before a name without telling of what part of the whole it is.
_PLAIN_WORDS = """
der det den et en i for pr ultimo ved udgangen af året år alt dag dermed derfor nu samlet set
samlede fortsat således altså herefter er var har havde viser viste udviser udviste giver gav
udgør udgjorde bliver blev ender endte slutter lander landede lyder lød ligger lå med og at på hele
udvalget kommunen regnskabet årsregnskabet resultatet resultat regnskabsresultatet opfølgningen
budgetopfølgningen
"""
_PLAIN = _OWN.union(_PLAIN_WORDS.split())
_PART = re.compile(r"\b(?:for|på|i|hos|blandt|under|ved|inden\sfor|efter)\s(\w+)", re.IGNORECASE)
#: "Der er et mindreforbrug" says that there is one, "mindreforbrug på vejene" in a list does not.
_STATED = re.compile(
    rf"\b(?:{_VERB}|har|havde|viser|viste|udviser|udviste|giver|gav|slutter|samlet)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:en|et)\s\Z", re.IGNORECASE)
#: What may follow the number: the end of what is said of it.
_TAIL = re.compile(
    r"\s*(?:\Z|[.,;:)(?!»”\"]|(?:i|for)\s(?:alt|året)\b|"
    r"(?:samlet|skyldes|er|var|har|blev|bliver|overføres|hvilket|svarende|og|men|mens|som|nu)\b|"
    r"kan\s(?:henføres|forklares|overføres)\b)",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"(?P<year>\d{4})(?:(?P<grain>[MQ])(?P<number>0?[1-9]|1[0-2]))?")
_ENDED = re.compile(r"[.,:;!?)]\Z")
_LONGEST_HEADING = 60
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Named:
    """The figure's name as it stands between `ahead` and the rest of its sentence; `is_rough` says
    that "ca." or the like stands before the number.
    """

    name: str
    ahead: str
    rest: str
    is_rough: bool = False


def deviation_words(figure: UsedFigure) -> tuple[str, str] | None:
    """The words for more and less than the budget, when the figure is told in one of them."""
    told = _DEVIATION.match(figure.text)
    if told is None:
        return None
    return FAMILIES[0] if told["of"].lower() == "forbrug" else FAMILIES[1]


def named(figure: UsedFigure, before: str, after: str, body: str | None) -> Named | None:
    """The figure's name, when what stands before and after a number says that the number is the
    figure: of its own period, group and whole. A group that is the document's own body needs no
    mention.
    """
    before, after = _in_own_time(figure, before), _in_own_time(figure, after)
    found = _beside(figure, before, after)
    if found is None or not _TAIL.match(found.rest):
        return None
    said = f"{found.ahead}{found.name} | {found.rest}"
    title = figure.title.casefold()
    if _YEAR.search(said):
        return None
    if any(other[0].casefold()[:7] not in title for other in _OTHER.finditer(said)):
        return None
    genitive = _GENITIVE.search(found.ahead)
    owners = {f"{each.casefold()}s" for each in (figure.area, *figure.group)}
    if genitive and genitive["word"].casefold() not in _OWN | owners:
        return None
    others = [member.casefold() for member in figure.group if member != body]
    if any(member not in said.casefold() for member in others):
        return None
    return found


def _beside(figure: UsedFigure, before: str, after: str) -> Named | None:
    """The name before the number, or right after it, where nothing ahead tells of a part."""
    deviation = deviation_words(figure)
    pattern = _pattern(figure, deviation)
    if pattern is None:
        return None
    for link in (_LINK, _BRACKET):
        if match := re.search(rf"\b(?P<name>{pattern}){link}", before, re.IGNORECASE):
            ahead, name = before[: match.start()], match["name"]
            if _is_bare(figure, name, ahead):
                is_said = _STATED.search(ahead) or _GENITIVE.search(ahead)
                is_whole = bool(is_said) and _is_plain(figure, ahead)
            else:
                is_whole = not _tells_part(figure, ahead)
            return Named(name, ahead, after, bool(match["roughly"])) if is_whole else None
    match = re.search(rf"\b(?P<name>{pattern}){_AFTER_VERB}", before, re.IGNORECASE)
    if match and _VERB_BEFORE.search(ahead := before[: match.start()]):
        is_whole = _is_plain(figure, ahead)
        return Named(match["name"], ahead, after, bool(match["roughly"])) if is_whole else None
    turned = deviation and re.match(rf"\s(?:i|som)\s({'|'.join(deviation)})\b", after)
    if turned and _is_plain(figure, before):
        return Named(turned[1], before, after[turned.end() :])
    return None


def _is_bare(figure: UsedFigure, name: str, ahead: str) -> bool:
    """Whether the name may be of any such figure: "et mindreforbrug", "en forbrugsprocent"."""
    if words := deviation_words(figure):
        return name.lower() in words
    return bool(_ARTICLE.search(ahead)) and name.casefold() in figure.title.casefold()


def _pattern(figure: UsedFigure, deviation: tuple[str, str] | None) -> str | None:
    if deviation:
        return rf"(?:{'|'.join(deviation)})(?:et|en|er)?\b"
    title = re.sub(r"\s*\(.*?\)", "", figure.title).strip().casefold()
    return None if len(title) < _SHORTEST else rf"{re.escape(title)}(?:en|et|n|t)?\b"


def _is_plain(figure: UsedFigure, ahead: str) -> bool:
    """Whether every word ahead of the name is one that tells of no part."""
    known = _own_words(figure)
    return all(word in known for word in re.findall(r"\w+", ahead.casefold()))


def _tells_part(figure: UsedFigure, ahead: str) -> bool:
    known = _own_words(figure)
    return any(word.casefold() not in known for word in _PART.findall(ahead))


def _own_words(figure: UsedFigure) -> frozenset[str]:
    names = " ".join((figure.area, *figure.group)).casefold()
    words = re.findall(r"\w+", names)
    return _PLAIN.union(words, (f"{word}s" for word in words))


def _in_own_time(figure: UsedFigure, text: str) -> str:
    """The text with "året" for the period that the figure is of."""
    period = _PERIOD.fullmatch(figure.period)
    if period is None:
        return text
    year, number = period["year"], int(period["number"] or 0)
    if period["grain"] == "M":
        own = rf"(?:\d{{1,2}}\.\s)?{MONTHS[number - 1]}(?:\s{year})?"
    elif period["grain"] == "Q":
        own = rf"{number}\.\skvartal(?:\s{year})?"
    else:
        own = rf"(?:(?:regnskabs|budget)?året\s|år\s)?{year}(?![\d.,]*\d)"
    return re.sub(rf"(?<![\w.,-]){own}\b", "året", text, flags=re.IGNORECASE)


def is_under_other_heading(figure: UsedFigure, text: str) -> bool:
    """Whether a heading above, in the same section, tells of something that may be a part."""
    for line in reversed(text.split("\n")):
        line = line.strip()
        if line and "\t" not in line and not _ENDED.search(line) and len(line) < _LONGEST_HEADING:
            return not _is_plain(figure, _in_own_time(figure, line))
    return False
