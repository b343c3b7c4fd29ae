"""The lines of a document prepared for reading: without markup, with what their look says about
them."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from unicodedata import is_normalized, normalize

from sagsgang.reading.canonical import UNSEEN, Canonical, Mark, Role
from sagsgang.reference.headings import heading_key, heading_words

_LINK = re.compile(r"\[([^\]\[]*)\]\([^()\s]*\)")
_PAGE_NUMBER = re.compile(
    r"^(?P<bare>\d{1,4})(?:\s*(?:af|/|ud af)\s*(?P<of>\d{1,4}))?$|\b(?P<word>s ?i ?d ?e|"
    r"s\.):?\s*[-|]?\s*\d+(?:\s*(?:af|/|ud af|-)\s*\d*)?\s*$|^[-–]\s*\d{1,4}\s*[-–]$",
    re.I,
)
_RUNNING = re.compile(r"^(?P<text>\S.{6,}?)(?:\s{2,}|\s*[|·•]\s*|\t+)(?P<page>\d{1,4})$")
_PAGE_ENDS = frozenset("0123456789-–")
#: What stands right before the page number of a running head or foot.
_BEFORE_PAGE = ("  ", "\t", "|", "·", "•", "| ", "· ", "• ")
#: What web pages put between the items.
_WEB = frozenset(
    [
        "tilbage til dagsordenen",
        "tilbage til toppen",
        "til toppen",
        "udskriv",
        "print",
        "print siden",
        "udskriv siden",
        "læs op",
        "del siden",
        "del på facebook",
        "gå til indhold",
        "tilbage til oversigten",
        "forrige punkt",
        "næste punkt",
        "vis alle",
        "fold ud",
        "luk alle",
        "åbn alle",
    ]
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")
#: Blanks that are no spaces, and signs that nobody sees.
_BLANKS = (0x0B, 0x0D, *range(0x1C, 0x20), 0x85, 0xA0, 0x2007, 0x2028, 0x2029, 0x202F)
_AS_SEEN = dict.fromkeys(_BLANKS, " ") | dict.fromkeys(map(ord, UNSEEN))
# Bullets of Word's Symbol and Wingdings, which have no letter of their own.
_AS_SEEN |= dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF02D, 0xF076, 0xF0FC), "•")
_DIGITS = re.compile(r"\d+")
_BULLETS = frozenset("-–—•·▪●○◦*o")
_BULLET = re.compile(r"^(?:[-–—•·▪●○◦*]|o(?=\s))\s+(?=\S)")
_POINT = re.compile(
    r"^(\d{1,2})(?:[.)]|\s[.)])\s+(?=\S)|^(\d{1,2}|[a-zæøå])\)\s*(?=\S)|^([a-z])\.\s+(?=\S)"
)
#: What stands behind the letter of a list point: "a)", "a.", "o text".
_BEHIND_LETTER = frozenset(").\t ")


@dataclass(slots=True)
class Sheet:
    """`text` are the cleaned lines ("" when blank); `depth` is a heading's depth as set (0: not
    set as one).

    `alone` tells whether a line has empty lines (or the end) above it; `wrapped` whether the
    text's lines
    are cut at a width, so that a paragraph goes on over lines; `tight` whether headings stand
    right above their text;
    `dense` whether hardly any line is empty.
    """

    raw: list[str]
    text: list[str]
    depth: list[int]
    bold: set[int]
    furniture: set[int]
    marks: dict[int, Mark]
    flowed: bool
    has_set_headings: bool
    markdown: bool = False
    italic: set[int] = field(default_factory=set)
    rules: set[int] = field(default_factory=set)
    wrapped: bool = False
    width: int = 0
    tight: bool = False
    dense: bool = False
    look: str = "plain"
    tables: dict[int, int] = field(default_factory=dict)

    def next_filled(self, index: int) -> int | None:
        """The next line after `index` that holds text, or None."""
        text, end = self.text, len(self.text)
        index += 1
        while index < end:
            if text[index]:
                return index
            index += 1
        return None

    def column_of(self, index: int, rest: str) -> int:
        """Where `rest`, the end of a line's text, begins in the line as it stands: at least 1, or
        0 when there is no rest."""
        line = self.raw[index].rstrip()
        if not rest or line.endswith(rest):
            return max(len(line) - len(rest), 1) if rest else 0
        at = line.find(rest[:12], 1)
        return max(at if at > 0 else line.find(rest.split(maxsplit=1)[0], 1), 1)

    def behind(self, index: int, column: int) -> str:
        """What stands in a line from a column on, cleaned."""
        piece = self.raw[index][column:].lstrip(" :*\t").rstrip(" *\t")
        if "](" in piece:
            piece = _LINK.sub(r"\1", piece)
        if self.markdown:
            piece = _ESCAPED.sub(r"\1", piece.replace("**", ""))
        return piece

    def starts_paragraph(self, index: int) -> bool:
        """Whether an empty line (or the top) stands right above, or, in text without empty lines,
        a finished sentence."""
        if index == 0 or self.flowed:
            return True
        above = self.text[index - 1]
        return not above or (
            self.dense
            and (above.endswith((".", "!", "?")) or index - 1 in self.tables or is_point(above))
        )

    def ends_paragraph(self, index: int) -> bool:
        """Whether nothing but an empty line (or the end) stands right below."""
        return index + 1 >= len(self.text) or not self.text[index + 1] or self.flowed


def is_point(text: str) -> bool:
    """Whether a line opens with the sign or number of a list point."""
    return _sign_of(text) is not None


def without_sign(text: str) -> str:
    """The line without its list sign or number."""
    match = _sign_of(text)
    return text[match.end() :] if match else text


def _sign_of(text: str) -> re.Match[str] | None:
    """The sign or number of a list point at the front; two letters tell that there is none."""
    first = text[:1]
    if first.isalpha() and text[1:2] not in _BEHIND_LETTER:
        return None
    return _BULLET.match(text) or _POINT.match(text)


def point_number(text: str) -> int | None:
    """The number a list point is printed with; letters count a = 1."""
    match = None if text[:1].isalpha() and text[1:2] not in _BEHIND_LETTER else _POINT.match(text)
    if not match:
        return None
    if letter := match[3] or (match[2] if match[2] and match[2].isalpha() else None):
        return "abcdefghijklmnopqrstuvwxyzæøå".index(letter) + 1
    return int(match[1] or match[2])


def is_bullet(text: str) -> bool:
    """Whether a line opens with a list sign that is no number."""
    return text[:1] in _BULLETS and _BULLET.match(text) is not None


def lay_out(canonical: Canonical) -> Sheet:
    """The canonical lines, cleaned and with their look noted."""
    raw = list(canonical.lines)
    markdown = canonical.format == "md"
    text: list[str] = []
    depth = [0] * len(raw)
    bold: set[int] = set()
    italic: set[int] = set()
    rules: set[int] = set()
    for index, line in enumerate(raw):
        clean = line.strip()
        if not clean:
            text.append("")
            continue
        if markdown and (clean[0] in "#*_" or "*" in clean or "\\" in clean):
            clean = _without_markdown(clean, index, depth, bold, italic)
        if "](" in clean:
            clean = _LINK.sub(r"\1", clean)
        if len(clean) > 3 and clean[0] in "-=_" and _is_drawn(clean):
            rules.add(index)
            text.append("")
            continue
        if not clean.isprintable():
            raw[index] = line.translate(_AS_SEEN)
            clean = clean.translate(_AS_SEEN).strip()
        if not is_normalized("NFC", clean):  # letters and their marks apart, as some systems do
            raw[index], clean = normalize("NFC", raw[index]), normalize("NFC", clean)
        text.append(clean)
    furniture = {i for i, mark in canonical.marks.items() if mark.role is Role.FURNITURE}
    for index, mark in canonical.marks.items():
        if mark.role is Role.HEADING:
            depth[index] = mark.level or 1
    sheet = Sheet(
        raw=raw,
        text=text,
        depth=depth,
        bold=bold,
        furniture=furniture,
        marks=canonical.marks,
        flowed=canonical.flowed,
        has_set_headings=any(depth),
        markdown=markdown,
        italic=italic,
        rules=rules,
    )
    furniture |= {
        index for index, line in enumerate(text) if 4 < len(line) < 32 and line.casefold() in _WEB
    }
    if not canonical.marks:
        furniture |= _repeated_heads_and_feet(text, raw)
    for index in furniture:
        text[index] = ""
    filled = sum(1 for line in text if line)
    sheet.dense = len(text) - filled < 0.15 * filled
    if not canonical.flowed:
        sheet.wrapped, sheet.width = _wrap(text)
    return sheet


def _is_drawn(clean: str) -> bool:
    """Whether a line is drawn, under a title or across the page (not between rows of a table)."""
    return not clean.strip("-=_–— ") and "  " not in clean and "\t" not in clean


def _without_markdown(
    clean: str, index: int, depth: list[int], bold: set[int], italic: set[int]
) -> str:
    if clean[0] == "#":
        rest = clean.lstrip("#")
        level = len(clean) - len(rest)
        if level <= 6 and (not rest or rest[0] in " *"):
            depth[index] = level
            clean = rest.rstrip("#").strip()
    for sign in ("**", "__"):
        if len(clean) > 4 and clean.startswith(sign) and clean.endswith(sign):
            bold.add(index)
            clean = clean[2:-2].strip()
    if (
        len(clean) > 3
        and clean[0] == clean[-1]
        and clean[0] in "*_"
        and clean[1].isalnum()
        and clean.count(clean[0]) == 2
    ):
        italic.add(index)
        clean = clean[1:-1].strip()
    if "**" in clean:
        clean = clean.replace("**", "")
    if "\\" in clean:
        clean = _ESCAPED.sub(r"\1", clean)
    return clean.strip()


def _repeated_heads_and_feet(text: list[str], raw: list[str]) -> set[int]:
    """Page heads and feet in text taken from a paged file: page numbers, and lines that come
    again beside them."""
    pages = _page_numbers(text, raw)
    if len(pages) < 2:
        return set()
    found = set(pages)
    # a head or foot stands at the same distance from the page number on every page
    near: dict[tuple[str, int], list[int]] = {}
    reach = 6 if len(pages) > 3 else 3
    for page in pages:
        for index in range(max(0, page - reach), min(len(text), page + reach + 1)):
            line = text[index]
            if line and index not in found and len(line) < 120 and _may_be_furniture(line):
                near.setdefault((_DIGITS.sub("0", line), index - page), []).append(index)
    threshold = max(2 if len(pages) < 4 else 3, int(0.6 * len(pages)))
    everywhere = Counter(_DIGITS.sub("0", line) for line in text if line and len(line) < 120)
    words = heading_words()
    for (key, _), places in near.items():
        if (
            len(places) >= threshold
            and everywhere[key] <= len(pages) + 1
            and len(key) > 9
            and heading_key(key) not in words
        ):
            found.update(places)
    return found


def _may_be_furniture(line: str) -> bool:
    """Whether a line can be a page's head or foot: no list point, and no sentence."""
    opens = (
        line[:12].casefold().startswith(("beslutning", "indstilling", "fravær", "afbud", "punkt"))
    )
    return not opens and not line.endswith((".", ":", ";", ",")) and not is_point(line)


def _page_numbers(text: list[str], raw: list[str]) -> list[int]:
    """The lines that are page numbers: they say so ("Side 3 af 12"), or count up through the
    text."""
    said: list[int] = []
    counted: list[int] = []
    running: dict[str, list[tuple[int, int]]] = {}
    of_total: list[tuple[int, int, int]] = []
    for index, line in enumerate(text):
        if line[-1:] not in _PAGE_ENDS or len(line) > 120:
            continue
        before = line.rstrip("0123456789")
        if before.endswith(_BEFORE_PAGE) and (foot := _RUNNING.match(line)) and ".." not in line:
            running.setdefault(foot["text"].rstrip(), []).append((index, int(foot["page"])))
        if not (line[0].isdigit() or line[0] in "-–"):
            lowered = line.lower()
            if "side" not in lowered and "s." not in lowered:
                continue
        if not (match := _PAGE_NUMBER.search(line)):
            continue
        if match["word"]:
            if (
                ".." not in line
                and "…" not in line
                and ". ." not in line
                and not (said and index - said[-1] <= 2)
            ):
                said.append(index)
        elif match["of"]:
            of_total.append((index, int(match["bare"]), int(match["of"])))
        else:
            counted.append(index)
    if len({total for _, _, total in of_total}) == 1 and _rises([page for _, page, _ in of_total]):
        said += [index for index, _, _ in of_total]
    for feet in running.values():
        pages = [page for _, page in feet]
        if len(feet) >= 3 and _rises(pages):
            said += [index for index, _ in feet if index not in said]
    return sorted(said) if len(said) >= 2 else _counting_up(counted, text, raw)


def _rises(pages: list[int]) -> bool:
    return len(pages) >= 2 and all(page + 1 == after for page, after in itertools.pairwise(pages))


def _counting_up(numbered: list[int], text: list[str], raw: list[str]) -> list[int]:
    """Bare numbers alone between empty lines that only rise, far apart, are page numbers."""
    pages: list[int] = []
    latest = 0
    for index in numbered:
        number = int(text[index].strip("-– "))
        alone = (index == 0 or not text[index - 1]) and (
            index + 1 >= len(text) or not text[index + 1] or raw[index].startswith(" " * 10)
        )
        if alone and latest < number <= latest + 6:
            pages.append(index)
            latest = number
    apart = len(pages) >= 2 and (pages[-1] - pages[0]) / (len(pages) - 1) >= 12
    return pages if apart else []


def _wrap(text: list[str]) -> tuple[bool, int]:
    """Whether lines are cut at a width: most long lines are about as long, and go on in lower
    case below."""
    lengths = sorted(len(line) for line in text if line)
    if len(lengths) < 20:
        longest = lengths[-1] if lengths else 0
        return (longest <= 110 and _goes_on(text, 40) >= 3), longest
    width = lengths[int(len(lengths) * 0.98)]
    if width > 130:
        return False, width
    return _goes_on(text, int(width * 0.6)) >= max(3, len(lengths) // 40), width


def _goes_on(text: list[str], least: int) -> int:
    return sum(
        1
        for line, below in itertools.pairwise(text)
        if len(line) >= least and below and below[0].islower() and "\t" not in line
    )
