"""Where the agenda items begin: the document's own way of numbering is found by trying every
way."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.reading.canonical import Role
from sagsgang.reading.layout.headings import Head, known_word
from sagsgang.reading.layout.sheet import Sheet, is_bullet


class Start(NamedTuple):
    """An item begins on line `line`: its number as printed, its title, and the last line of the
    title.

    `title_line` is where the title stands; `is_closed` what the number's own words say ("3
    (Lukket)").
    """

    line: int
    number: str | None
    title: str
    title_line: int
    style: str
    is_closed: bool | None = None


_WORD = re.compile(
    r"^(?P<word>[^\W\d_]{2,18}+\.?(?:\s?nr\.?)?)\s?:?\s?(?P<number>\d{1,4}[a-zæøå]?(?:\.\d{1,2})?)\b"
    r"\s*(?P<access>\((?:åben|lukket|åbent|offentlig|fortrolig)[^)]*\)|\b(?:åben|lukket|"
    r"åbent)\b(?=\s*[-:–.]))?\s*(?P<sign>[:.)–-]*)\s*(?P<rest>.*)$",
    re.I,
)
_NUMBER = re.compile(
    r"^(?P<number>\d{1,4})(?P<letter>[a-zæøå]?)(?P<sign>[.):]|\s*[-–]|(?=\s))\s*"
    r"(?P<access>\((?:[ÅåLl]|[Åå]ben|[Ll]ukket|ÅBEN|LUKKET|[Åå]bent|[Oo]ffentlig|"
    r"[Ff]ortrolig)[^)]{0,20}\)\s*[-–:.]*|(?:Åben|Åbent)\s*[-–:]?(?=\s)|Lukket(?=\s+[A-ZÆØÅ]))?"
    r"\s*(?P<rest>\S.*)?$"
)
#: Words that need no sign behind the number to open an item; others do.
_OPENERS = {
    "punkt",
    "punktnr",
    "dagsordenspunkt",
    "dagsordenpunkt",
    "pkt",
    "pkt.nr",
    "pktnr",
    "sagnr",
    "sag.nr",
    "nr",
    "dagsordenspunktnr",
}
#: Words that are numbered within items.
_NO_OPENERS = {
    "bilag",
    "side",
    "tabel",
    "figur",
    "uge",
    "kl",
    "år",
    "den",
    "d",
    "kapitel",
    "indsats",
    "mål",
    "model",
    "fase",
    "spor",
    "løsning",
    "løsningsforslag",
    "forslag",
    "scenarie",
    "alternativ",
    "budget",
    "regnskab",
    "kvartal",
    "etape",
    "trin",
    "ca",
    "pr",
    "i",
    "fra",
    "til",
    "jf",
    "stk",
    "tlf",
    "telefon",
    "note",
    "indstilling",
    "nummer",
    "version",
    "matr",
    "resultatkrav",
    "temamøde",
    "møde",
    "sagsnr",
    "sags",
    "journalnr",
    "dok",
    "doknr",
    "brevid",
    "at",
}
_CLOSED = re.compile(r"lukket|fortrolig|^l\b", re.I)
_MONTH = re.compile(
    r"^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    r"jan|feb|apr|aug|sept|okt|nov|dec)\b",
    re.I,
)
_UNIT = re.compile(
    r"^(?:%|pct|kr|mio|mia|procent|personer|borgere|kommuner|måneder|uger|år|timer|dage|gange|"
    r"ud af|af de)\b",
    re.I,
)
_LABEL = re.compile(
    r"^(?:sagsnr|sagsnummer|sags[- ]?id|brevid|j\.? ?nr|journalnr|journalnummer|dok\.? ?nr|"
    r"doknr|acadre|sag:|kle|åbent? (?:punkt|sag)$|lukket (?:punkt|sag)$|åbent?$|lukket$|"
    r"offentlig)",
    re.I,
)
_GROUP = re.compile(
    r"^(?:[A-ZÆØÅ][.)]\s+)?(?:(?:åbne?|åbent|åben|lukkede?|lukket|fortrolige?)\s*(?:punkter|"
    r"punkt|dagsorden|"
    r"sager|sag|møde|del|dørs?)\b.{0,40}|(?:for )?lukkede døre:?|"
    r"(?:punkter|sager|dagsorden) (?:for|til) (?:åbne|lukkede) (?:døre|møder?):?)$",
    re.I,
)
#: Words on one item, though a heading of a group may look the same: "Lukket punkt", "Lukket møde."
_OF_ONE = re.compile(r"^(?:åbent?|lukket|fortroligt?)\s*(?:(?:punkt|sag)\b.*|\w+\.)$", re.I)


#: A point of a decision, never a title.
_DECIDED = re.compile(
    r"^(?:(?:ikke )?godkendt|udsat|udsættes|drøftet|tiltrådt|vedtaget|forkastet|bortfaldet|"
    r"anbefales|"
    r"indstilles|taget til efterretning|til efterretning|oversendes)\b.{0,60}$",
    re.I,
)
_IN_BRACKETS = re.compile(r"[\[(](?P<case>[^()\[\]]{4,30})[\])]$")


def is_group(text: str) -> bool:
    """Whether a line announces a group of open or closed items."""
    if len(text) >= 60:
        return False
    lowered = text.lower()
    told = "luk" in lowered or "åb" in lowered or "fortrol" in lowered
    return told and _GROUP.match(text) is not None


def is_of_one(text: str) -> bool:
    """Whether a line that `is_group` accepts says open or closed of one item only."""
    return _OF_ONE.match(text) is not None


def find_starts(sheet: Sheet, heads: list[Head], contents: list[str], first: int) -> list[Start]:
    """Where the items begin, from line `first` (from 0) on; empty when none is found."""
    marked = _marked(sheet)
    if marked:
        return marked
    finder = _Finder(sheet, heads, contents, first)
    candidates = finder.candidates()
    best: list[Start] = []
    best_score = 2.5
    for style, starts in candidates.items():
        chain, score = finder.best_chain(starts)
        if style.startswith("word"):
            score *= 1.5
        if score > best_score and chain:
            best, best_score = chain, score
    if len(best) < 2 or best_score < 3 * len(best):
        unnumbered, score = finder.unnumbered()
        if unnumbered and score > best_score:
            best = unnumbered
    return _with_case_above(sheet, best)


def _with_case_above(sheet: Sheet, starts: list[Start]) -> list[Start]:
    """Where the house sets the case number above the title, the item begins there."""
    above: list[int | None] = []
    for start in starts:
        index = start.line - 1
        while index >= 0 and not sheet.text[index] and start.line - index < 4:
            index -= 1
        has = (
            index >= 0
            and len(sheet.text[index]) < 60
            and parse_case_number(sheet.text[index]) is not None
        )
        above.append(index if has else None)
    if sum(1 for index in above if index is not None) * 2 <= len(starts):
        return starts
    return [
        start if index is None else start._replace(line=index)
        for start, index in zip(starts, above, strict=True)
    ]


def _marked(sheet: Sheet) -> list[Start]:
    starts = []
    for index in sorted(i for i, mark in sheet.marks.items() if mark.role is Role.ITEM):
        match = _NUMBER.match(sheet.text[index])
        if match and match["rest"]:
            starts.append(
                Start(
                    index,
                    match["number"] + match["letter"],
                    match["rest"],
                    index,
                    "marked",
                    _closed(match),
                )
            )
        else:
            starts.append(Start(index, None, sheet.text[index], index, "marked"))
    return starts


def _closed(match: re.Match[str]) -> bool | None:
    access = match["access"]
    return bool(_CLOSED.search(access)) if access else None


class _Finder:
    def __init__(self, sheet: Sheet, heads: list[Head], contents: list[str], first: int) -> None:
        self.sheet, self.first = sheet, first
        self.contents = {_key(title) for title in contents}
        self.cut_contents = {key[:40] for key in self.contents if len(key) > 12}
        self.strong = [head.line for head in heads if head.strong]
        self.decided = [head.line for head in heads if head.kind == "decision"]
        self.heads = {head.line for head in heads}

    def candidates(self) -> dict[str, list[Start]]:
        """Every line that could begin an item, by the way it is numbered."""
        styles: dict[str, list[Start]] = {}
        text = self.sheet.text
        for index in range(self.first, len(text)):
            line = text[index]
            if not line or len(line) > 400 or index in self.sheet.tables:
                continue
            first = line[0]
            if first.isdigit():
                start = self._numbered(index, line)
            elif first.isalpha() and (match := _WORD.match(line)):
                start = self._worded(index, line, match)
            else:
                continue
            if start is not None:
                styles.setdefault(start.style, []).append(start)
        return styles

    def _worded(self, index: int, line: str, match: re.Match[str]) -> Start | None:
        word = match["word"].casefold().rstrip(".").replace(" ", "")
        rest = match["rest"].strip()
        if rest and len(rest) < 40 and parse_case_number(rest) is not None:
            rest = ""
        if _LABEL.match(rest) and (":" in rest or len(rest) < 25):
            rest = ""
        if word in _NO_OPENERS or _MONTH.match(word):
            return None
        if word not in _OPENERS and not match["sign"] and rest:
            return None
        if (rest and rest[0].islower()) or rest.startswith(("-", "/")):
            return None
        found = parse_case_number(line) if word.startswith("sag") else None
        if found is not None and not found.text.isdigit():
            return None
        return self._start(index, match["number"], rest, f"word {word}", _closed(match))

    def _numbered(self, index: int, line: str) -> Start | None:
        match = _NUMBER.match(line)
        if match is None or (len(line) < 40 and parse_case_number(line) is not None):
            return None
        rest = (match["rest"] or "").strip()
        sign = match["sign"].strip()
        if rest and (
            (rest[0].islower() and match["access"] is None)
            or _MONTH.match(rest)
            or _UNIT.match(rest)
            or rest[0] in ".,%/"
        ):
            return None
        if rest and known_word(rest) is not None:
            return None
        if not rest and sign not in ("", ".", ":"):
            return None
        if not sign and rest and rest[0].isdigit():
            return None
        if "\t" in self.sheet.raw[index] and self.sheet.raw[index].count("\t") > 2:
            return None
        if rest and _DECIDED.match(rest):
            return None
        style = f"number {sign}" if rest else f"number alone {sign}"
        if match["number"].startswith("0"):
            style += " padded"
        return self._start(index, match["number"] + match["letter"], rest, style, _closed(match))

    def _start(
        self, index: int, number: str, rest: str, style: str, closed: bool | None
    ) -> Start | None:
        if rest:
            return Start(index, number, rest, index, style, closed)
        below = self.sheet.next_filled(index)
        if (
            below is None
            or below - index > 3
            or below in self.heads
            or is_bullet(self.sheet.text[below])
        ):
            return None
        title = self.sheet.text[below]
        if _LABEL.match(title) or parse_case_number(title) is not None:
            after = self.sheet.next_filled(below)
            if after is None or after - below > 3 or after in self.heads:
                return None
            below, title = after, self.sheet.text[after]
        if len(title) > 300 or not (
            title[0].isupper() or title[0] in "\"”»'(" or title[0].isdigit()
        ):
            return None
        return Start(index, number, title, below, style, closed)

    def anchor(self, start: Start, until: int) -> float:
        """How much speaks for an item beginning here: a case number or a heading follows,
        contents, empty lines."""
        sheet, score = self.sheet, 0.0
        filled = 0
        index = start.title_line
        near_case = near_head = False
        while (
            filled < 7 and (following := sheet.next_filled(index)) is not None and following < until
        ):
            index = following
            filled += 1
            if index in sheet.tables:
                break  # no item begins with rows
            text = sheet.text[index]
            if index in self.heads:
                near_head = known_word(text) is not None or filled < 5
                break
            if (
                filled <= 4
                and len(text) < 90
                and (_LABEL.match(text) or parse_case_number(text) is not None)
            ):
                near_case = True
        if start.title[-1:] in ")]" and (match := _IN_BRACKETS.search(start.title)):
            near_case = near_case or parse_case_number(match["case"]) is not None
        above = start.line - 1
        while above >= 0 and not sheet.text[above] and start.line - above < 5:
            above -= 1
        if (
            above >= 0
            and len(sheet.text[above]) < 60
            and parse_case_number(sheet.text[above]) is not None
        ):
            near_case = True
        score += 3 * near_case + 2 * near_head
        low = bisect_right(self.decided, start.line)
        if low < len(self.decided) and self.decided[low] < until:
            score += 1
        if self.contents and self._in_contents(_key(start.title)):
            score += 2
        if sheet.starts_paragraph(start.line):
            score += 0.3
        if sheet.depth[start.line] or start.line in sheet.bold:
            score += 0.5
        if "lukket" in start.title[:12].casefold() or start.is_closed is not None:
            score += 1
        if start.title.endswith((";", ",")) or len(start.title) > 220:
            score -= 1.5
        if start.style == "number " and not (near_case or near_head):
            score -= 1
        return score

    def _in_contents(self, key: str) -> bool:
        """Whether the contents list the title; either may be cut off."""
        return key in self.contents or (len(key) > 12 and key[:40] in self.cut_contents)

    def best_chain(self, starts: list[Start]) -> tuple[list[Start], float]:
        """The best run of numbers counting up among the candidates of one style."""
        if len(starts) > 20_000:
            return [], 0.0
        size = len(self.sheet.text)
        lines = [start.line for start in starts]
        numbers = [int(re.match(r"\d+", start.number or "0")[0]) for start in starts]  # type: ignore[index]
        anchors = []
        for position, start in enumerate(starts):
            until = size
            for other in range(position + 1, min(position + 60, len(starts))):
                if numbers[other] == numbers[position] + 1 or numbers[other] == numbers[position]:
                    until = lines[other]
                    break
            anchors.append(self.anchor(start, until))
        for position in _listed(lines, numbers):
            anchors[position] -= 0.9
        best: list[tuple[float, int]] = []
        latest: dict[int, list[int]] = {}
        for position, number in enumerate(numbers):
            own = anchors[position]
            score, back = own - (0.6 if number not in (0, 1) and len(starts) < 3 else 0), -1
            for step, bonus in ((1, 1.0), (0, -0.2), (2, -0.5), (3, -1.0)):
                for earlier in latest.get(number - step, ())[-6:]:
                    if step == 0 and starts[earlier].number == starts[position].number:
                        continue
                    reached = best[earlier][0] + own + bonus
                    if reached > score:
                        score, back = reached, earlier
            best.append((score, back))
            latest.setdefault(number, []).append(position)
        if not best:
            return [], 0.0
        position = max(range(len(best)), key=lambda p: best[p][0])
        total = best[position][0]
        chain = []
        while position >= 0:
            chain.append(position)
            position = best[position][1]
        chain.reverse()
        anchored = sum(1 for p in chain if anchors[p] >= 2)
        if not anchored or anchored * 3 < len(chain):
            return [], 0.0
        kept = [starts[p] for p in chain]
        return self._with_restarts(kept, starts, anchors, chain), total

    def _with_restarts(
        self, kept: list[Start], starts: list[Start], anchors: list[float], chain: list[int]
    ) -> list[Start]:
        """A closed agenda behind the open one may count from 1 again."""
        last = chain[-1]
        tail = [p for p in range(last + 1, len(starts)) if anchors[p] >= 3]
        expected = 1
        for position in tail:
            number = int(re.match(r"\d+", starts[position].number or "0")[0])  # type: ignore[index]
            if number == expected:
                kept.append(starts[position])
                expected += 1
        return kept

    def unnumbered(self) -> tuple[list[Start], float]:
        """Items without numbers: titles that stand in the contents, or stand beside a case
        number."""
        by_contents = self._by_contents()
        by_case = self._by_case_number()
        by_depth = self._by_heading_depth()
        choices = [
            (
                starts,
                sum(self.anchor(s, self._until(starts, i)) + 0.5 for i, s in enumerate(starts)),
            )
            for starts in (by_contents, by_case, by_depth)
        ]
        return max(choices, key=lambda choice: choice[1])

    def _until(self, starts: list[Start], position: int) -> int:
        return starts[position + 1].line if position + 1 < len(starts) else len(self.sheet.text)

    def _by_contents(self) -> list[Start]:
        if not self.contents:
            return []
        found = []
        for index in range(self.first, len(self.sheet.text)):
            text = self.sheet.text[index]
            if 3 < len(text) < 300 and index not in self.heads and _key(text) in self.contents:
                found.append(Start(index, None, text, index, "contents"))
        first_of = {_key(start.title): start for start in reversed(found)}
        return sorted(first_of.values(), key=lambda start: start.line)

    def _by_case_number(self) -> list[Start]:
        """Titles right above or below a line that is a case number."""
        above, below = [], []
        text = self.sheet.text
        for index in range(self.first, len(text)):
            line = text[index]
            if (
                not line
                or len(line) > 80
                or not any(map(str.isdigit, line))
                or parse_case_number(line) is None
            ):
                continue
            over = index - 1
            while over >= self.first and not text[over]:
                over -= 1
            if over >= self.first and self._is_title(over):
                above.append(Start(over, None, text[over], over, "case below"))
            under = self.sheet.next_filled(index)
            if under is not None and under - index <= 3 and self._is_title(under):
                below.append(Start(index, None, text[under], under, "case above"))
        return below if len(below) > len(above) else above

    def _is_title(self, index: int) -> bool:
        text = self.sheet.text[index]
        return (
            index not in self.heads
            and 3 < len(text) < 220
            and not text.endswith((".", ":", ";", ","))
            and "\t" not in text
            and not is_bullet(text)
            and (text[0].isupper() or text[0] in "\"”»'" or text[0].isdigit())
        )

    def _by_heading_depth(self) -> list[Start]:
        """Titles set as headings above the headings that are in the table."""
        depth = self.sheet.depth
        known = [depth[line] for line in self.strong if depth[line]]
        if not known:
            return []
        least = min(known)
        found = [
            Start(i, *_own_number(self.sheet.text[i]), i, "depth")
            for i in range(self.first, len(depth))
            if depth[i] and depth[i] < least and i not in self.heads and self.sheet.text[i]
        ]
        # a title needs headings of its own before the next one
        kept = []
        for position, start in enumerate(found):
            until = found[position + 1].line if position + 1 < len(found) else len(depth)
            low = bisect_left(self.strong, start.line)
            if low < len(self.strong) and self.strong[low] < until:
                kept.append(start)
        return kept


def _own_number(title: str) -> tuple[str | None, str]:
    """The number a single item's heading opens with, if any, and the title behind it."""
    if match := re.match(r"(?:Punkt\s+|Pkt\.?\s+)?(\d{1,3})\s*[.:)]\s+(?=[A-ZÆØÅ])", title):
        return match[1], title[match.end() :]
    return None, title


def _key(title: str) -> str:
    return "".join(filter(str.isalnum, title)).casefold()


def _listed(lines: list[int], numbers: list[int]) -> set[int]:
    """Which candidates stand line below line and count up: points of a list, rather than items."""
    listed: set[int] = set()
    for position in range(1, len(lines)):
        if (
            lines[position] == lines[position - 1] + 1
            and numbers[position] == numbers[position - 1] + 1
        ):
            listed |= {position - 1, position}
    return listed
