"""Which lines of a document are headings, and what each announces."""

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from sagsgang.language.dates import find_dates
from sagsgang.reading.layout.sheet import Sheet, is_bullet, is_point
from sagsgang.reference.headings import HeadingWord, heading_key, heading_words, longest_heading_key


class Head(NamedTuple):
    """A heading on line `line` (from 0).

    `kind` is a section kind of the contract, `recommendation_and_decision`, `course`, or "" for
    words not in
    the table. `column` is where the section's text begins on the same line (0: on the lines below).
    `body`, `date` and `item` say whose decision a decision's heading announces, as far as printed.
    """

    line: int
    kind: str
    text: str
    strong: bool = True
    column: int = 0
    body: str | None = None
    date: datetime.date | None = None
    item: str | None = None


_ITEM = (
    r"(?:(?:dagsordens)?punkt(?:et)?(?:\s?nr\.?)?|pkt\.?(?:\s?nr\.?)?|sag(?:s)?(?:\s?nr\.?)?|nr\.?)\s?:?\s*"
    r"(?P<item>\d+[a-zA-Z]?(?:\.\d+)?)"
)
_AFTER_DATE = re.compile(rf"^\s*(?:kl\.\s*[\d.:]+)?[\s,.(–-]*(?:{_ITEM})?[\s).:]*$", re.I)
_ITEM_FIRST = re.compile(rf"^(?P<rest>.+?)[\s,]+{_ITEM}[\s,]*(?:den|d\.)?\s*$", re.I)
_DECIDED_BY = re.compile(
    r"^(?:beslutning(?:er)?|afgørelse|behandling|behandlet)\s*(?:(?:truffet\s*)?(?:fra|i|af|for|"
    r"på|:|-|–)?(?:\s+|$))?(?:møde(?:t)? i )?(?P<body>.*)$",
    re.I,
)
_BODY_DECISION = re.compile(
    r"^(?P<body>.+?)(?:s|')?\s+(?:beslutning|behandling|møde)(?:er)?\s*(?:fra|i|på)?$", re.I
)
#: "Beslutning for Punkt 3: Titel" is this meeting's own.
_FOR_ITEM = re.compile(
    r"^beslutning(?:er)? (?:for|til|vedr\.?|vedrørende) (?:punkt|pkt\.?|sag)\b", re.I
)
_COMMA_DATE = re.compile(r",\s*(?:den |d\. ?)?(?:\d|man|tirs|ons|tors|fre|lør|søn)", re.I)
_TRAILING = re.compile(r"(?:[\s,;:(–-]|\b(?:den|d\.?|på mødet|mødet|møde|i møde|på møde))+$", re.I)
_BODY_WORD = re.compile(
    r"udvalg|byråd|kommunalbestyrelse|direktion|råd(?:et)?\b|-med\b|\bmed\b|borgerrepræsentation|"
    r"bestyrelse|styregruppe|"
    r"forum|magistrat|kommission|nævn|\b[A-ZÆØÅ]{2,5}\b",
    re.I,
)
_ABSENT = re.compile(
    r"^(?P<word>fraværende|fravær|afbud(?: fra)?|ikke til ?stede|ikke til stede|fraværende med "
    r"afbud|"
    r"meldt afbud)(?P<rest>\b.*)?$",
    re.I,
)
_PROSE_ABSENT = re.compile(
    r"^.{3,120}?\b(?:var fraværende|var ikke til stede|deltog ikke|havde meldt afbud|er "
    r"fraværende)\b",
    re.I,
)
_RUN_IN = re.compile(r"^(?P<word>[A-ZÆØÅ][^:.!?\t]{2,58}?)\s*:\s+(?=\S)")
_GLUED = re.compile(
    r"^(?P<word>Beslutning|Indstilling|Sagsfremstilling|Sagsresumé|Sagsresume|Resumé|Resume|"
    r"Bilag|Fraværende|Redegørelse|"
    r"Økonomiske konsekvenser|Retsgrundlag|Lovgrundlag|Høring og sagsgang|Sagstema|"
    r"Afbud)(?P<rest>[A-ZÆØÅ0-9].*)$"
)
_PROPOSES = re.compile(
    r"^(?P<who>[A-ZÆØÅ][^.:]{2,90}?)\s(?:indstiller|foreslår|anbefaler)\b[^.]{0,80}?"
    r"(?:\bat\b\s*[:;]?|[:,])\s*$|"
    r"^(?P<lone>[A-ZÆØÅ][^.:]{2,60}?)\s(?:indstiller|foreslår)$"
)
_PROPOSAL = re.compile(
    r"^(?P<who>[A-ZÆØÅ][^.:;]{2,100}?\s(?:indstiller|foreslår|"
    r"anbefaler)\b(?:[^.:;]{0,80}?)(?:,\s*at\b|\sat\b|:|,$))\s*"
    r"|^(?P<sends>(?:Sagen|[A-ZÆØÅ][\w\- ]{2,60}) (?:fremsender|fremsendes|forelægges|"
    r"forelægger)\b[^.]*\btil (?:orientering|efterretning|drøftelse|godkendelse)\b\.?)$"
    r"|^(?P<it>(?:Det|Der) (?:indstilles|foreslås|anbefales)\b[^.:]{0,60}?(?:,?\s+at\b|:))\s*"
)
_RUN_IN_ALWAYS = {
    "indstilling",
    "beslutning",
    "resumé",
    "resume",
    "sagsresumé",
    "sagsresume",
    "sagsfremstilling",
    "fraværende",
    "fravær",
    "afbud",
    "ikke til stede",
    "bilag",
    "sagstema",
    "lovgrundlag",
    "retsgrundlag",
    "beslutningskompetence",
    "økonomiske konsekvenser",
    "sagsgang",
}


_NUMBERED = re.compile(r"^(?:\d{1,2}|[A-ZÆØÅ])[.)]\s+(?=[A-ZÆØÅ])")


@lru_cache(maxsize=8192)
def known_word(text: str) -> HeadingWord | None:
    """The heading word a line consists of, or None; small notes in brackets behind it do not
    count."""
    if len(text) > 2 * longest_heading_key() or not text:
        return None
    if not text[0].isalpha() and (match := _NUMBERED.match(text)):
        text = text[match.end() :]
    if any(map(str.isdigit, text)) and "(" not in text:
        return None
    key = heading_key(text)
    word = heading_words().get(key)
    if word is None and " og " in text:
        # two words of the table as one heading: the first says what it is
        pair = [heading_words().get(heading_key(half)) for half in text.split(" og ")]
        word = pair[0] if all(pair) else None
    if word is None and (cut := text.find("(")) > 3:
        word = heading_words().get(heading_key(text[:cut]))
    return word


def find_headings(sheet: Sheet) -> list[Head]:
    """Every heading of the document that is in the table, in order; those not in the table are
    found per item."""
    heads: list[Head] = []
    run_in = _runs_in(sheet)
    for index, text in enumerate(sheet.text):
        if not text or index in sheet.tables:
            continue
        head = _head(sheet, index, text, run_in)
        if head is not None:
            heads.append(head)
    return heads


def _head(sheet: Sheet, index: int, text: str, run_in: bool) -> Head | None:
    size = len(text)
    if size <= 70:
        word = known_word(text)
        if word is not None:
            return _whole_line(sheet, index, text, word)
    first = text[0]
    if not (first.isupper() or first.isdigit() or first == "("):
        return None
    if size <= 220 and (head := decided_by(text, index)) is not None:
        if head.strong or (sheet.starts_paragraph(index) and not is_point(text)):
            return head
        return None
    if ": " in text[:160] and (head := _decided_run_in(sheet, index, text)) is not None:
        return head
    if size <= 160 and first in "FfAaIi" and (match := _ABSENT.match(text)):
        return _absent(sheet, index, text, match)
    if ":" in text[:62] and (match := _RUN_IN.match(text)):
        word = known_word(match["word"])
        if (
            word is not None
            and (
                run_in
                or (index in sheet.bold or "**" in sheet.raw[index][: match.end() + 6])
                or match["word"].casefold() in _RUN_IN_ALWAYS
                or word.kind in ("deciding_body", "case_route")
            )
            and (sheet.starts_paragraph(index) or word.strong)
        ):
            return Head(
                index,
                word.kind,
                match["word"],
                word.strong,
                sheet.column_of(index, text[match.end() :]),
            )
    if first in "BISRFØLHA" and (match := _GLUED.match(text)):
        column = sheet.column_of(index, match["rest"])
        kind = heading_words()[heading_key(match["word"])].kind
        return Head(index, kind, match["word"], True, column)
    return None


def _whole_line(sheet: Sheet, index: int, text: str, word: HeadingWord) -> Head | None:
    heading = text.rstrip(": ").strip() or text
    if is_point(text) and not (word.strong or sheet.starts_paragraph(index)):
        return None
    if is_bullet(text):
        return None
    if not word.strong and not sheet.depth[index] and index not in sheet.bold:
        below = sheet.next_filled(index)
        capital = next((sign for sign in text if sign.isalpha()), "")
        if not sheet.starts_paragraph(index) or not capital.isupper() or below is None:
            return None
        if sheet.has_set_headings and not text.isupper():
            return None
    if text[0].islower() and not sheet.depth[index]:
        return None
    if (
        text.endswith(".")
        and not text.endswith(("mv.", "m.v.", "mm.", "m.m."))
        and not sheet.depth[index]
    ):
        return None
    if (
        word.strong
        and sheet.flowed
        and sheet.has_set_headings
        and not sheet.depth[index]
        and not sheet.starts_paragraph(index)
    ):
        return None
    return Head(index, word.kind, heading, word.strong)


def decided_by(text: str, index: int = 0) -> Head | None:
    """A heading that says who decided and when: "Beslutning fra X, den D, punkt N:", "Xs
    beslutning den D", "X, D, pkt. N"."""
    announced = "eslutning" in text or "ESLUTNING" in text
    if not announced and not _ends_like_a_stop(text):
        return None
    lowered = text.casefold()
    announced = lowered.startswith("beslutning") or " beslutning" in lowered
    dates = find_dates(text) if any(map(str.isdigit, text)) else []
    if not dates:
        return _undated(text, index) if announced else None
    found = dates[0]
    after = _AFTER_DATE.match(text[found.end :])
    if after is None:
        return None
    before = _TRAILING.sub("", text[: found.start])
    number = after["item"]
    if number is None and (match := _ITEM_FIRST.match(before)):
        before, number = match["rest"], match["item"]
    body = _body_of(before)
    if body is None:
        return None
    said = before.casefold().startswith(("beslutning", "afgørelse")) or bool(
        re.search(r"beslutning(?:er)?(?: i| på)?$", before, re.I)
    )
    strong = said or number is not None or text.endswith(":")
    if not strong and not _COMMA_DATE.search(text[: found.start + 6]):
        return None
    heading = text.rstrip(": ").strip()
    return Head(index, "decision", heading, strong, 0, body or None, found.date, number)


def _decided_run_in(sheet: Sheet, index: int, text: str) -> Head | None:
    """ "Beslutning fra X, den D: Godkendt." on one line."""
    cut = text.find(": ")
    if not 12 < cut < 160:
        return None
    head = decided_by(text[: cut + 1], index)
    if head is None or not head.strong:
        return None
    return head._replace(column=sheet.column_of(index, text[cut + 2 :].strip()))


def _ends_like_a_stop(text: str) -> bool:
    bare = text.rstrip(" \t).:,(–-")
    if not text[0].isupper() or not (bare[-1:].isdigit() or bare[-2:-1].isdigit()):
        return False
    lowered = text.casefold()
    return (
        text[-1] == ":" or "," in text or "pkt" in lowered or "unkt" in lowered or "sag" in lowered
    )


def _body_of(before: str) -> str | None:
    """The body named in front of the date; "" when the heading names none; None when it is no
    heading at all."""
    before = before.strip(" ,.:;–-")
    if match := _DECIDED_BY.match(before):
        body = match["body"].strip(" ,.:;–-")
        if not body:
            return ""
        return (
            body
            if len(body) < 110
            and (body[0].isupper() or _BODY_WORD.search(body))
            and "." not in body
            else None
        )
    if match := _BODY_DECISION.match(before):
        return match["body"] if _BODY_WORD.search(match["body"]) else None
    if (
        len(before) < 100
        and before[:1].isupper()
        and "." not in before
        and _BODY_WORD.search(before)
    ):
        return before
    return None


def _undated(text: str, index: int) -> Head | None:
    if _FOR_ITEM.match(text):
        return Head(index, "decision", text.rstrip(": "))
    if len(text) > 110 or text.endswith("."):
        return None
    stripped = text.rstrip(": ")
    if (
        (
            match := re.match(
                r"^beslutning(?:er)?\s+(?:i|fra|af|for)\s+(?P<body>[A-ZÆØÅ].+)$", stripped, re.I
            )
        )
        or (match := re.match(r"^(?P<body>[A-ZÆØÅ].+?)s beslutning$", stripped))
        or (
            match := re.match(
                r"^beslutning\s+(?P<body>[A-ZÆØÅ]\S*(?:udvalget|rådet|bestyrelsen|direktionen))$",
                stripped,
                re.I,
            )
        )
    ):
        body = match["body"]
    else:
        return None
    if not _BODY_WORD.search(body) or len(body.split()) > 9:
        return None
    return Head(index, "decision", stripped, True, 0, body, None, None)


def _absent(sheet: Sheet, index: int, text: str, match: re.Match[str]) -> Head | None:
    rest = match["rest"] or ""
    if not rest.strip(" :.-–"):
        return Head(index, "absent", text.rstrip(": "))
    cut = rest.find(":")
    if cut >= 0 and not rest[cut + 1 :].strip():
        return Head(index, "absent", text.rstrip(": "))  # "Fraværende i N - dato:"
    if cut == 0 or (
        0 < cut < 30
        and rest[:cut].strip().casefold() in {"med afbud", "uden afbud", "medlemmer", "ved punktet"}
    ):
        cut = text.find(":")
        column = sheet.column_of(index, text[cut + 1 :].strip())
        return Head(index, "absent", text[:cut].strip(), True, column)
    if rest.startswith(" ") and rest.strip()[:1].isupper() and not text.endswith("."):
        return Head(index, "absent", match["word"], True, sheet.column_of(index, rest.strip()))
    return None


def _runs_in(sheet: Sheet) -> bool:
    """Whether the document sets its headings at the front of the text ("Resumé: Sagen handler om
    …")."""
    kinds: dict[str, int] = {}
    whole = 0
    for text in sheet.text:
        if not text or ":" not in text[:62]:
            whole += 1 if text and len(text) < 40 and known_word(text) else 0
            continue
        if (
            (match := _RUN_IN.match(text))
            and (word := known_word(match["word"])) is not None
            and word.strong
        ):
            kinds[word.kind] = kinds.get(word.kind, 0) + 1
    return len(kinds) >= 3 and sum(kinds.values()) > whole


def proposes(text: str) -> bool:
    """Whether a line introduces recommendations without a heading: "Forvaltningen indstiller,
    at"."""
    return len(text) < 200 and bool(_PROPOSES.match(text))


def proposal(text: str) -> int | None:
    """Where the recommendation begins in a sentence that makes one ("Forvaltningen indstiller, at
    …"); None when it makes none."""
    match = _PROPOSAL.match(text)
    if match is None:
        return None
    return 0 if match["sends"] else match.end()


def tells_absence(text: str) -> bool:
    """Whether a line tells who was absent in prose: "N var fraværende"."""
    return len(text) < 200 and bool(_PROSE_ABSENT.match(text))
