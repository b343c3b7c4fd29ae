"""What the words beside a row or above a column say about it: a total, an "of which", a share."""

import re
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a line is in a sum.

    `total` claims to be a sum; `net` may be one, with signs; `of_which` is part of the line above
    and no addend;
    `aside` is a share, an average or a difference, which seldom is an addend; `part` is anything
    else.
    """

    PART = "part"
    TOTAL = "total"
    NET = "net"
    OF_WHICH = "of_which"
    ASIDE = "aside"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


_OF_WHICH = re.compile(
    r"^(?:[-–•*]\s*)?\(?"
    r"(?:heraf|hvoraf|deraf|herunder|heri|inkl|inklusive|medregnet|som omfatter)\b"
)
_TOTAL = _any(
    r"\bi\s?alt\b",
    r"^(?:hoved|sub|del|grand\s)?total(?:en|t|er)?\b",
    r"\btotal(?:en|t)?$",
    r"^(?:mellem|del|slut)?sum(?:men)?\b",
    r"\bsum$",
    r"\b(?:sub|del)total\b",
    r"\bmellemsum\b",
    r"^tilsammen\b",
    r"^sammenlagt\b",
    r"^samle(?:t|de)\b",
    r"\bsamlet$",
)
_LOOSE_TOTAL = re.compile(r"\bsamle(?:t|de)\b|\btotal(?:e|en|t)?\b|^alle\b|\bsum\b|\bhele\b")
#: Beside a total these say that it is one of several, or of something not shown.
_QUALIFIED = re.compile(
    r"\b(?:ekskl|eksklusive|excl|inkl|inklusive|incl|efter|før|uden|med|minus|plus|unikke|netto"
    r"|brutto|landet|landsplan|kommunerne|resultat|saldo|rest|afvigelse|forskel|difference"
    r"|ændring|tilfredshed|vurdering|afrund(?:et|ede)|ca|cirka|omtrent|uoplyste?|udvalgte)\b"
)
#: A total with another remark than its unit or year says what it is that it counts: "(7 uoplyste)".
_REMARK = re.compile(r"\((?P<remark>[^()]*)\)?")
_UNIT_WORDS = frozenset(
    re.findall(
        "[a-zæøå]+",
        "hele i mio mia mill t kr tkr dkk pct procent stk ha m km ton årsværk antal pl p l a b c d",
    )
)
_WORD = re.compile(r"[a-zæøå]+")
#: What is listed without being counted.
_LEFT_OUT = re.compile(
    r"\b(?:til(?:bage)?)?trukket\b|\budgå(?:r|et)\b|\bindgår ikke\b|\bfrafaldet\b|\bbortfald"
    r"|\bikke (?:med|ind)(?:regnet|taget)\b|\btil orientering\b|\baflyst\b|\butilbudt\b"
)
_NET = _any(
    r"\bnetto",
    r"^n$",
    r"resultat(?:et)?\b",
    r"\bsaldo\b",
    r"\bbalance\b",
    r"\brest(?:budget)?\b",
    r"\b(?:under|over)skud\b",
    r"\bdifference\b",
    r"\bkassebeholdning\b",
)
#: What a period begins with is the end of the one before, never a sum.
_OPENING = _any(r"\bprimo\b", r"\boverført fra\b")
_SHARE = _any("%", r"\bpct\b", "procent", r"andel(?:en|e)?\b")
_RATIO = _any(
    _SHARE.pattern,
    "gennemsnit",
    r"\bgns",
    r"\bsnit\b",
    "indeks",
    r"\bplacering",
    r"\brang",
    r"grad(?:en)?\b",
    r"\brate\b",
    r"\bkvote\b",
    "kvotient",
    r"\bper\b",
    # "pr. 31. oktober" is a date of account, "pr. borger" a ratio.
    r"\bpr\b(?!\.?\s*(?:[0-9]|ultimo|primo|medio|uge|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt"
    "|nov|dec))",
    r"pris(?:en|er)?\b",
    "takst",
    r"\balder(?:en)?$",
    r"\bscore\b",
    r"\bmedian",
    r"\bvækst\b",
    r"\bpoint\b",
    r"\bkarakter",
    r"\bfaktor\b",
    r"\bnormering",
    r"\bnøgletal",
    r"\bvægt",
    r"\bvarighed",
    r"^(?:nr|nummer|konto|kontonr|kode|id|år|årstal|dato|kl|trin|funktion|politik\s?område|område"
    "|pkt|punkt)$",
)
_PER_TIME = re.compile(r"\bp(?:r|er)\b\.? ?(?:år|uge)\b")
_CHANGE = _any(
    r"\bforskel",
    r"\bafvigelse",
    r"\bdiff(?:erence)?",
    r"\bændring",
    r"\bstigning",
    r"\bfald\b",
    r"\budvikling",
    r"\bmål(?:tal)?\b",
    r"\bramme\b",
    r"\bloft\b",
    r"\blandsplan",
    r"\blandsgennemsnit",
    r"\blandet\b",
    r"\bprimo\b",
    r"\bultimo\b",
)
_INCOME = _any(
    r"\bindtægt",
    r"indtægter\b",
    "refusion",
    r"\bfradrag",
    r"\bminus\b",
    r"\btilskud",
    r"\bbesparelse",
    r"\bmindre",
    r"\bfinansiering",
    r"\bafgang\b",
    r"\bsalg\b",
    r"\budgår\b",
)
#: The same person may stand in several rows; "fuldtidspersoner" are amounts of time and may not.
_PEOPLE = _any(
    r"(?<!fuldtids)person",
    "borgere",
    "modtagere",
    r"\bberørte",
    r"\bunikke",
    r"deltager",
    r"\bansøg(?:er|ninger|t)",
    "kursist",
    "respondent",
    "besvarelser",
    "høringssvar",
    "medlemmer",
    "foreninger",
    "virksomheder",
    "brugere",
    r"\bcpr",
)
_BULLET = re.compile(r"^\s*[-–•·*o]\s+")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def plain(label: str) -> str:
    """A label in lower case, with single spaces and without markup or a closing sign."""
    return _SPACE.sub(" ", label.replace("*", " ").replace("_", " ")).strip(" .:;,=").casefold()


@lru_cache(maxsize=4096)
def role_of(label: str) -> Role:
    """The role that a line's label gives it."""
    text = plain(label)
    if not text:
        return Role.PART
    if _OF_WHICH.search(text):
        return Role.OF_WHICH
    if _TOTAL.search(text):
        return Role.ASIDE if _RATIO.search(text) or _CHANGE.search(text) else Role.TOTAL
    if _OPENING.search(text) or _LEFT_OUT.search(text):
        return Role.ASIDE
    if _NET.search(text):
        return Role.NET
    if _RATIO.search(text) or _CHANGE.search(text):
        return Role.ASIDE
    if _LOOSE_TOTAL.search(text):
        return Role.NET
    return Role.PART


@lru_cache(maxsize=4096)
def is_plain_total(label: str) -> bool:
    """True when the label claims a sum of what is shown, with nothing that limits or widens it."""
    text = plain(label)
    if role_of(label) is not Role.TOTAL or _QUALIFIED.search(text):
        return False
    remarks = (found["remark"] for found in _REMARK.finditer(text))
    return all(_UNIT_WORDS.issuperset(_WORD.findall(remark)) for remark in remarks)


@lru_cache(maxsize=4096)
def is_ratio(label: str) -> bool:
    """True for shares, averages, ranks, prices, codes and years: they cannot be added up.

    What is paid or worked each year or week can.
    """
    return _RATIO.search(_PER_TIME.sub("", plain(label))) is not None


@lru_cache(maxsize=4096)
def is_share(label: str) -> bool:
    """True for shares of a whole: of the ratios the only ones that may add up."""
    return _SHARE.search(plain(label)) is not None


@lru_cache(maxsize=4096)
def is_weight(label: str) -> bool:
    """True for the weights of criteria, which make 100 whatever else is printed."""
    return re.match(r"vægt(?:ning|e)?\b", plain(label)) is not None


@lru_cache(maxsize=4096)
def is_income(label: str) -> bool:
    """True when the words say that the line may count with the opposite sign."""
    return _INCOME.search(plain(label)) is not None


@lru_cache(maxsize=4096)
def is_people(label: str) -> bool:
    """True when people are counted, who may be counted in several parts and once in the total."""
    return _PEOPLE.search(plain(label)) is not None


def is_bullet(label: str) -> bool:
    """True for a label set as a list point under the one above."""
    return _BULLET.match(label) is not None
