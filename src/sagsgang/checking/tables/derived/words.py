"""What a label says of how its line follows from others: a difference, a share, an average."""

import re
from enum import StrEnum
from functools import lru_cache

from sagsgang.checking.tables.labels import is_income, plain


class Kind(StrEnum):
    """How a line follows from others.

    `change` is a difference in percent of where it began, `ratio` an amount for each of something.
    """

    DIFFERENCE = "difference"
    BALANCE = "balance"  # a sum that does not call itself one: a corrected budget
    SHARE = "share"
    CHANGE = "change"
    RATIO = "ratio"
    AVERAGE = "average"
    RANK = "rank"


_DIFFERENCE = re.compile(
    r"\bafvigelse|\bafgivelse|\bafv\b|\bforskel(?!lig)|\bdiff(?:erence|\b)|\bændring|\bnettoændring"
    r"|^(?:netto)?udvikling(?:en)?\b(?! (?:af|og)\b)|^vækst(?:en)?\b|^stigning|^fald\b|^\+ ?/ ?-"
    r"|\b(?:budget)?rest(?:en|budget(?:tet)?|beløb|bevilling|ramme|rådighed|rådighedsbeløb)?\b"
    r"|\bresterende\b|\btil rådighed\b|\buforbrugt|\btilbage\b|\bsaldo\b|\boverskridelse"
    r"|\b(?:mer|mindre)(?:forbrug|indtægt|udgift)|\bmer-? ?(?:/|og|eller) ?mindre"
    r"|\b(?:over|under)skud\b"
    r"|\b(?:fremgang|tilbagegang|forøgelse)\b|[δ∆]"
)
_BALANCE = re.compile(
    r"\bkorr(?:igeret|\b)|\brevideret|\bny(?:t|e)? (?:budget|bevilling|ramme)|\bbudget efter\b"
    r"|\befter (?:ændring|regulering|omplacering|tillæg)|\bultimo\b"
)
_PERCENT = re.compile(r"%|\bpct\b|procent(?!point)|\bforbrugspct")
_POINTS = re.compile(r"(?:%|pct\.?|procent)[\s-]*(?:point|enhed)|\bpp\b")
_SHARE = re.compile(r"andel(?:en|e)?\b|(?:forbrugs|dæknings|svar|omgørelses|målopfyldelses)grad")
_INDEX = re.compile(r"\bind(?:eks|ex)\b")
_PER = re.compile(
    r"\bp(?:r|er)\b\.? (?!(?:[0-9]|ultimo|primo|medio|uge|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt"
    r"|nov|dec|d\b|den\b|år\b|måned|md\b|kvartal))[a-zæøå]{3,}|\benhedspris|\bstykpris|\btimepris"
)
_AVERAGE = re.compile(r"\bgennemsnit(?:lig)?|\bgns\b|\bsnit\b|\bmiddel(?:værdi|tal)\b")
_RANK = re.compile(r"^(?:placering|rang|rangering|rangliste|rangnummer|plads på ranglisten)\b")
#: What is not in the table: the figures of others, and what was aimed at.
_ELSEWHERE = re.compile(
    r"\bland(?:et|s)?\b|\blands(?:plan|tal|gennemsnit)|\bnational|\bdanmark|\bregion|\bmål(?:tal|et)?\b"
    r"|\bmålsætning|\bkommuner(?:ne)?\b|\bklynge|\bsammenlign|\bøvrige\b|\bkommunegennemsnit|\bbenchmark"
)


@lru_cache(maxsize=4096)
def kind_of(label: str, is_percent: bool = False) -> Kind | None:
    """How a line with this label follows from others; None when the words do not say.

    `is_percent` tells that its figures are printed with a percent sign.
    """
    text = plain(label)
    if _RANK.search(text):
        return Kind.RANK
    if _AVERAGE.search(text):
        return None if _ELSEWHERE.search(text) else Kind.AVERAGE
    points = _POINTS.search(text) is not None
    percent = (is_percent or _PERCENT.search(text) is not None) and not points
    if _DIFFERENCE.search(text):
        return Kind.CHANGE if percent else Kind.DIFFERENCE
    if percent or _SHARE.search(text) or _INDEX.search(text):
        return None if points or _ELSEWHERE.search(text) else Kind.SHARE
    if _PER.search(text):
        return None if _ELSEWHERE.search(text) else Kind.RATIO
    return Kind.BALANCE if _BALANCE.search(text) else None


_DEVIATION = re.compile(
    r"\baf[vg]igelse|\bafv\b|\brest|budgetrest|\bmer(?:[-/ ]|forbrug|udgift|indtægt)|\bmindre"
    r"|forskel|diff"
)


@lru_cache(maxsize=4096)
def is_deviation(label: str) -> bool:
    """True when the words are those of a budget against what was spent."""
    return _DEVIATION.search(plain(label)) is not None


_PLANNED = re.compile(
    r"budget|bevilling|bevilget|\bramme|forvent|\bmål|vedtage|oprindelig|korriger|\bopr\b|\bkorr\b"
    r"|\bprimo|\bfør\b|tilsagn|anslået|planlag|\bnorm|\bloft\b"
)
_ACTUAL = re.compile(
    r"forbrug|regnskab|faktisk|realiser|afholdt|skøn|forvent|\bultimo|\befter\b|opgjort|\bbrugt"
    r"|prognose|resultat|disponer"
)


@lru_cache(maxsize=4096)
def is_planned(label: str) -> bool:
    """True for what was meant to be used or reached."""
    return _PLANNED.search(plain(label)) is not None


@lru_cache(maxsize=4096)
def is_actual(label: str) -> bool:
    """True for what was used or reached, or is thought to be."""
    return _ACTUAL.search(plain(label)) is not None


_MONEY = re.compile(
    r"budget|forbrug|regnskab|bevilling|\bkr\b|\bmio\b|\btkr\b|beløb|udgift|indtægt|omsætning|fuldtids"
)


@lru_cache(maxsize=4096)
def is_money(label: str) -> bool:
    """True for amounts that are rounded before they are printed, not counted."""
    return _MONEY.search(plain(label)) is not None


_BEGINNING = re.compile(
    r"oprindelig|\bopr\b|vedtage|gældende|nuværende|\bprimo|budget|bevilling|\bramme"
)
_ADDITION = re.compile(
    r"tillæg|omplac|ompl\b|overfør|ændring|korrektion|regul|flyt|\bdut\b|\bp ?/ ?l\b|tilgang|afgang"
    r"|bevilling|\+ ?/ ?-|tilført|indbetal|nye|oprettede|tilfly"
)
_TAKEN = re.compile(
    r"\bafgang|\budgå|\budbetal|\bafslutte|\bforbrug|\bhævet|\bafskriv|\bfraflyt|\bophørt|\bnedlagt"
)


@lru_cache(maxsize=4096)
def is_beginning(label: str) -> bool:
    """True for what a corrected budget begins with."""
    return _BEGINNING.search(plain(label)) is not None


@lru_cache(maxsize=4096)
def is_addition(label: str) -> bool:
    """True for what corrects a budget, and is no deviation from it."""
    text = plain(label)
    return _ADDITION.search(text) is not None and not _DEVIATION.search(text)


@lru_cache(maxsize=4096)
def is_taken(label: str) -> bool:
    """True for what is taken away from a holding."""
    return _TAKEN.search(plain(label)) is not None


_USED = re.compile(
    r"forbrug|afholdt|brugt|regnskab|disponer|forpligt|hensat|reserver|overfør|udbetal"
)


@lru_cache(maxsize=4096)
def is_used(label: str) -> bool:
    """True for what was used of a budget, or is set aside."""
    return _USED.search(plain(label)) is not None


_REVENUE = re.compile(r"betaling|gebyr|skat|afgift|leje|takst|indtægt|bidrag|overførs|udligning")


@lru_cache(maxsize=4096)
def is_revenue(label: str) -> bool:
    """True when the line may count with the opposite sign."""
    return is_income(label) or _REVENUE.search(plain(label)) is not None


_BUDGETS = re.compile(
    r"\b(opr(?=indelig|\b)|korr(?=iger|\b)|vedtag|revider|ajour|sidst|forrig|tidligere|seneste"
    r"|[0-9]{1,2}\.[0-9]{1,2}|(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober"
    r"|november|december)|ultimo|primo|(?:19|20)[0-9]{2})"
)


@lru_cache(maxsize=4096)
def budgets_in(label: str) -> frozenset[str]:
    """What tells one budget or forecast from another: "oprindelig", "korr.", a date."""
    return frozenset(_BUDGETS.findall(plain(label)))


_WORD = re.compile(r"[a-zæøå]{4,}|[0-9]{4}")


@lru_cache(maxsize=4096)
def stems(label: str) -> frozenset[str]:
    """The words of a label by which another may name it, cut to five letters; and its years."""
    return frozenset(word[:5] for word in _WORD.findall(plain(label)))
