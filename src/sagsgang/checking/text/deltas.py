"""Figures that say of themselves that they are a change or a difference: "en stigning på 41",
"11 færre", "et mindreforbrug på 7,5 mio. kr.".
"""

import re
from dataclasses import dataclass, field
from enum import Enum

from sagsgang.checking.quantities import Prose, Unit
from sagsgang.checking.text.sentences import Figure, Run, Sentence, runs


class Sort(Enum):
    """Between what the difference is."""

    CHANGE = "change"  # two times, two places
    BUDGET = "budget"  # what was planned and what came of it
    REST = "rest"  # a whole and what was taken from it
    GAP = "gap"  # where one is and where one should be


@dataclass(frozen=True, slots=True, eq=False)
class Delta:
    """A stated difference: 1 for more, -1 for less, 0 when the words do not say.

    `share` is the same in percent when it stands beside it ("41 unge eller 10 %"); `against` the
    words that tell what it is measured against ("end sidste år").
    """

    figure: Figure
    sentence: Sentence
    direction: int
    sort: Sort
    share: Figure | None = None
    against: str = ""
    is_conclusion: bool = False


_END = r"(?:en|et|er|erne|s)?"
_UP = (
    r"(?:stigning|vækst|fremgang|forøgelse|øgning|forhøjelse|tilvækst|merforbrug|merudgift"
    r"|merindtægt|overskridelse|udvidelse|opnormering)"
)
_DOWN = (
    r"(?:fald|nedgang|reduktion|reducering|tilbagegang|nedsættelse|sænkning|mindreforbrug"
    r"|mindreudgift|mindreindtægt|besparelse|underskridelse|formindskelse|nedskæring)"
)
_EITHER = (
    r"(?:ændring|forskel|difference|afvigelse|forbedring|forværring|nettobesparelse|nettogevinst"
    r"|gevinst|nettoudgift|nettobeløb|underskud|overskud|manko|margin)"
)
_GAP = (
    r"(?: (?:i|for|af|på|mod|blandt|til|hos|fra|siden|inden for) [a-zæøåYDT./-]+"
    r"(?: [a-zæøåYDT./-]+){0,4}?| T)?"
)
_SAYS = (
    r"(?:,? (?:er|blev|bliver|var|udgør|udgjorde|ventes at blive|forventes at blive)"
    r"(?: (?:dermed|derfor|således|altså|herefter|så))?(?: på)?| i størrelsesordenen"
    r"| i intervallet| på)"
)
#: Without one of these a sentence states no difference.
_ANY = re.compile(
    r"stig|steg|vækst|vok|fre?mgang|fø?røg|øg|forhøj|mer|udvid|opnorm|fald|nedgang|redu|tilbage"
    r"|sæt|sat"
    r"|sænk|mindre|spar|skrid|ændr|forskel|differ|afvig|forb|forv|gevinst|netto|skud|manko|mar"
    r"|flere"
    r"|høj|stør|læng|dyr|bedre|færre|lav|kort|bil|hurtig|ring|dårlig|tung|op|frem|ned|hæv|over"
    r"|under"
    r"|mangler|målet|hente|faldt|P"
)
_NOUN_BEFORE = re.compile(
    rf"(?<![a-zæøå])(?:netto|samlet |drifts|budget|lønudgifts)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<either>{_EITHER})){_END}"
    rf"{_GAP}{_SAYS}(?: netto| i alt| samlet| således)? \Z"
)
_VERB_BEFORE = re.compile(
    r"(?<![a-zæøå])(?:(?P<up>steget|stiger|stige|steg|vokset|vokser|voksede|øget|øges|forøget|hævet"
    r"|hæves|gået op|gået frem|sat op|sættes op|forhøjet|forhøjes)"
    r"|(?P<down>faldet|falder|falde|faldt|reduceret|reduceres|sænket|sænkes|nedsat|nedsættes"
    r"|nedbragt|gået ned|gået tilbage|sat ned|sættes ned|mindsket|mindskes))"
    r"(?: (?!fra |til )[a-zæøåYD-]+){0,6}?(?: med)? \Z"
)
_WITH = re.compile(r"(?: med|,? (?:altså|dermed|dvs\.|det vil sige|i alt|nemlig) (?:med )?)\s?\Z")
_COMPARED_AFTER = re.compile(
    r"\A(?: [a-zæøå./-]+){0,2}? (?P<word>flere|mere|højere|større|længere|dyrere|bedre|mindre|færre"
    r"|lavere|kortere|billigere|hurtigere|ringere|dårligere|tungere|op|frem|ned)(?![a-zæøå])"
)
_AGAINST_AFTER = re.compile(
    r"\A (?P<word>over|under) (?=det |den |de |budget(?!per|år)|mål|kapacitet|norm|loft)"
)
_MORE = frozenset(["flere", "mere", "højere", "større", "længere", "dyrere", "op", "frem", "over"])
_LESS = frozenset(
    ["mindre", "færre", "lavere", "kortere", "billigere", "hurtigere", "ned", "under"]
)
_BUDGET = re.compile(
    r"merforbrug|mindreforbrug|merudgift|mindreudgift|merindtægt|mindreindtægt|overskrid|underskrid"
)
_BUDGET_AFTER = re.compile(
    r"end (?:budgett|det er budgetteret|(?:det |den )?(?:korrigerede |oprindelige "
    r"|samlede )*(?:budget(?!per|år)|bevilling|ramme))"
    r"|(?:over|under) (?:det |den )?(?:korrigerede |oprindelige |samlede )*(?:budget(?!per|år)"
    r"|bevilling"
    r"|ramme)"
)
_GAP_WORDS = re.compile(
    r"(?<![a-zæøå])(?:mangler|margen|op til målet|fra målet|at hente)(?![a-zæøå])"
)
_SHARE_AFTER = re.compile(
    r"\A[^()|:;]{0,45}?(?: \(|,? eller |,? (?:hvilket "
    r"|det )?svare[rn]?(?:de)?(?:nde)? til (?:en [a-zæøå]+ på )?"
    r"|,? dvs\. |,? altså |,? lig med |,? og |, )(?:ca\. )?\Z"
)
_OR = re.compile(r",? (?:eller|svarende til|dvs\.) ")
_AGAINST = re.compile(
    r"(?: end | i forhold til | sammenlignet med | ift\. "
    r"| set i forhold til )(?P<words>[^,()]{0,70})"
)
_CONCLUSION = re.compile(
    r"(?<![a-zæøå])(?:altså|dermed|derfor|således|dvs\.|det vil sige|så|det er|det giver|hvilket er"
    r"|det svarer til|der er tale om)(?![a-zæøå])"
    r"|(?:\A ?|[,–-] |og (?:er|dermed|har haft) )(?:med )?(?:en (?:lille |mindre |større "
    r"|samlet )?(?:stigning|fremgang"
    r"|vækst|nedgang|tilbagegang|forskel|reduktion|besparelse)|et (?:lille |mindre |større "
    r"|samlet )?fald)(?![a-zæøå])"
)
_OWN_NOUN = re.compile(
    r"\A ?(?:stigningen|faldet|væksten|fremgangen|forskellen|besparelsen|forbedringen|nedgangen"
    r"|tilbagegangen)(?: [a-zæøåT]+){0,3}? (?:er|på|blev|bliver|udgør)(?: [a-zæøå]+){0,2} \Z"
    r"|\A ?(?:merforbruget|mindreforbruget|merudgiften|mindreudgiften|merindtægten|mindreindtægten"
    r"|afvigelsen) (?:er|blev|bliver|udgør)(?: [a-zæøå]+){0,2} \Z"
)


@dataclass(slots=True)
class Told(Run):
    """A section's sentences with the differences that they state."""

    stated: dict[int, list[Delta]] = field(default_factory=dict)

    def deltas(self, sentence: Sentence) -> list[Delta]:
        """What one of its sentences states of differences, in order."""
        return self.stated.get(id(sentence), [])

    def sort_of(self, sentence: Sentence, figure: Figure) -> Sort | None:
        """Between what a figure says it is the difference; None when it is none."""
        return next((each.sort for each in self.deltas(sentence) if each.figure is figure), None)


def read_told(prose: Prose) -> tuple[Told, ...]:
    """The sections of an item with two quantities or more, as sentences."""
    return tuple(
        Told(
            run.section,
            run.sentences,
            {
                id(sentence): deltas(sentence)
                for sentence in run.sentences
                if sentence.figures and _ANY.search(sentence.shape)
            },
        )
        for run in runs(prose)
    )


def deltas(sentence: Sentence) -> list[Delta]:
    """The stated differences of a sentence, in order."""
    found: list[Delta] = []
    shares: set[int] = set()
    for index, figure in enumerate(sentence.figures):
        if index in shares or figure.unit is Unit.FRACTION:
            continue
        judged = _direction(figure, figure.lead[-110:])
        if judged is None and _OR.fullmatch(figure.after) and index + 1 < len(sentence.figures):
            judged = _compared(sentence.figures[index + 1])  # "848 kr. eller 1,7 % mindre"
        if judged is None:
            continue
        direction, word = judged
        share = None
        at = _share_of(sentence, index)
        if at:
            share = sentence.figures[at]
            shares.add(at)
        against = _AGAINST.search(f" {(share or figure).after.lstrip()}") or _AGAINST.search(
            figure.after
        )
        lead = sentence.shape[: figure.at]
        found.append(
            Delta(
                figure=figure,
                sentence=sentence,
                direction=direction,
                sort=_sort(word, figure, share),
                share=share,
                against=against["words"] if against else "",
                is_conclusion=bool(
                    not lead.strip() or _CONCLUSION.search(lead[-60:]) or _OWN_NOUN.match(lead)
                ),
            )
        )
    return found


def _share_of(sentence: Sentence, index: int) -> int:
    """The number of the figure that says a difference in percent, 0 for none: the next one, or
    the one in brackets after what it is measured against.
    """
    figures = sentence.figures
    if figures[index].unit in (Unit.PERCENT, Unit.POINT):
        return 0
    following = figures[index + 1 : index + 3]
    if following and following[0].unit is Unit.PERCENT and _SHARE_AFTER.match(following[0].before):
        return index + 1
    if (
        len(following) == 2
        and following[1].unit is Unit.PERCENT
        and following[1].is_bracketed
        and len(following[1].before) < 25
        and re.search(r"(?:end|over|under|i forhold til) [^,;]*\Z", following[0].before)
    ):
        return index + 2
    return 0


def _direction(figure: Figure, before: str) -> tuple[int, str] | None:
    """The direction and the word that tells it; None when the figure is no difference."""
    noun = _NOUN_BEFORE.search(before)
    if noun:
        return (1 if noun["up"] else -1 if noun["down"] else 0), noun.group()
    compared = _compared(figure)
    if compared:
        return compared
    verb = _VERB_BEFORE.search(before)
    if verb and not verb.group().rstrip().endswith(("fra", "til")):
        return (1 if verb["up"] else -1), verb.group()
    if figure.unit is Unit.PERCENT and figure.quantity.text[:1] == "+":
        return 1, "+"
    if _GAP_WORDS.search(before[-30:]) or _GAP_WORDS.search(figure.after[:20]):
        return 0, "mangler"
    return None


def _compared(figure: Figure) -> tuple[int, str] | None:
    """The direction of "11 færre", "3 mio. kr. over budgettet"."""
    compared = _COMPARED_AFTER.match(figure.after) or _AGAINST_AFTER.match(figure.after)
    if not compared:
        return None
    word = compared["word"]
    return (1 if word in _MORE else -1 if word in _LESS else 0), compared.group()


def _sort(word: str, figure: Figure, share: Figure | None) -> Sort:
    if (
        _BUDGET.search(word)
        or _BUDGET_AFTER.search(figure.after)
        or (share is not None and _BUDGET_AFTER.search(share.after))
    ):
        return Sort.BUDGET
    if word == "mangler":
        return Sort.GAP
    if re.search(r"netto|underskud|overskud|gevinst|manko|besparelse", word):
        return Sort.REST
    return Sort.CHANGE
