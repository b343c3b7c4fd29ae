"""Which numbers in a text are bank accounts: registration and account number, or an IBAN."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.privacy.columns import Columns
from sagsgang.checking.seen import has_long_number, lowered

_ACCOUNT = re.compile(
    r"\breg(?:istrerings)?\.?[ -]?(?:n(?:umme)?r)?\.?:?[ \t]{0,3}(?P<reg>[0-9]{4})"
    r"[ \t,;./–-]{1,4}(?:og[ ])?(?:bank)?(?:konto|kt)?[ .-]?(?:n(?:umme)?r)?\.?:?[ \t]{0,3}"
    r"(?P<number>[0-9]{6,10}|[0-9]{3}[ ][0-9]{3}[ ][0-9]{2,4}|[0-9]{4}[ ][0-9]{3}[ ][0-9]{3}"
    r"|[0-9]{2,4}(?:[ ][0-9]{2,4}){2,4})(?![0-9]|[.,][0-9])",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:\b(?:bank|nem|løn)?-?konto(?:en|ens)?\b|kontonummer|kontonr|(?:konto|bank)oplysninger)"
    r"[ .:-]{0,3}(?:n(?:umme)?r\.?[ :]{0,2})?(?:er[ ])?"
    r"(?P<joined>[0-9]{4}[ -]{1,3}[0-9]{6,10})(?![0-9]|[.,][0-9])",
    re.IGNORECASE,
)
#: What every IBAN and every account with its registration number begin with.
_MAYBE_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[ ]?[A-Z0-9]{4}")
_MAYBE_ACCOUNT = re.compile(
    r"reg(?:istrerings)?\.?[ -]?(?:n(?:umme)?r)?\.?:?[ \t]{0,3}[0-9]{4}", re.IGNORECASE
)
_BARE = re.compile(r"(?<![\w.,/-])[0-9]{4}[ -]{1,3}[0-9]{6,10}(?![\w]|[.,/-][0-9])")
_HEAD = re.compile(
    r"\b(?:bank|nem|løn)?konto(?:n|nummer|nr)?\b|kontonr|kontonummer|\breg\.?[ /-]", re.IGNORECASE
)
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])(?P<iban>[A-Z]{2}[0-9]{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?)"
    r"(?![A-Za-z0-9])"
)
_IBAN_LENGTHS = {
    "DK": 18, "FO": 18, "GL": 18, "SE": 24, "NO": 15, "DE": 22, "PL": 28, "GB": 22, "NL": 18,
    "FI": 18, "FR": 27, "ES": 24, "IT": 27, "LT": 20, "LV": 21, "EE": 20, "RO": 24, "BE": 16,
    "AT": 20, "CH": 21, "IE": 22, "IS": 26, "BG": 22, "HU": 28, "CZ": 24, "SK": 24, "PT": 25,
}  # fmt: skip
#: Accounts that anybody may pay into, and those of the books.
_OPEN = re.compile(
    r"kommunens\b|foreningens|virksomhedens|\bA/S\b|\bApS\b|\bCVR|fakturaen|indbetal(?:es|ing)|"
    r"kontoplan|finanskonto|artskonto|driftskonto|hovedkonto|funktion",
    re.IGNORECASE,
)
_BESIDE = 80


@dataclass(frozen=True, slots=True)
class Account:
    """A bank account at `start`–`end`; an IBAN is sure when its check digits fit."""

    start: int
    end: int
    text: str
    confidence: float

    @property
    def key(self) -> str:
        """Its letters and digits."""
        return re.sub(r"[^0-9A-Z]", "", self.text)


def find_accounts(text: str) -> Iterator[Account]:
    """The accounts, in no order; those of an association or a company less sure."""
    taken: list[tuple[int, int]] = []
    for match in _IBAN.finditer(text) if _MAYBE_IBAN.search(text) else ():
        number = _iban_in(match["iban"])
        if number:
            taken.append((match.start(), match.start() + len(number)))
            yield _account(text, match.start(), match.start() + len(number), 0.95)
    may_be_told = "reg" in lowered(text) and _MAYBE_ACCOUNT.search(text)
    for match in _ACCOUNT.finditer(text) if may_be_told else ():
        taken.append((match.start("reg"), match.end("number")))
        yield _account(text, match.start("reg"), match.end("number"), 0.9)
    if not has_long_number(text):
        return
    for match in _JOINED.finditer(text):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            taken.append(match.span("joined"))
            yield _account(text, *match.span("joined"), 0.85)
    columns = Columns(text)
    if "\t" in text and _HEAD.search(text):
        for match in _BARE.finditer(text):
            if _HEAD.search(columns.head(match.start())) and match.span() not in taken:
                yield _account(text, *match.span(), 0.85)


def _account(text: str, start: int, end: int, confidence: float) -> Account:
    around = text[max(0, start - _BESIDE) : start] + text[end : end + _BESIDE]
    return Account(start, end, text[start:end], 0.5 if _OPEN.search(around) else confidence)


def _iban_in(printed: str) -> str | None:
    """As much of `printed` as is an IBAN: as long as its country's, and its check digits fit."""
    wanted = _IBAN_LENGTHS.get(printed[:2])
    if wanted is None:
        return None
    taken, count = [], 0
    for sign in printed:
        if count == wanted:
            break
        count += sign != " "
        taken.append(sign)
    compact = "".join(taken).replace(" ", "")
    if len(compact) != wanted:
        return None
    turned = "".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])
    return "".join(taken) if int(turned) % 97 == 1 else None
