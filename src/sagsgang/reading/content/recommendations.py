"""The points of a recommendation: numbered, listed, or one sentence; choices between them; to
whom."""

import re

from sagsgang.minutes import Recommendation
from sagsgang.reading.layout.sheet import is_bullet, is_point, point_number, without_sign

_TO = re.compile(
    r"\b(?:indstill\w*|anbefal\w*|foreslå\w*|fremsend\w*|forelægg\w*)\b(?:\s+(?:det|sagen|derfor|"
    r"herved|hermed))?\s+(?:over ?for|til|for)\s+(?P<to>(?!at\b|godkendelse|efterretning|"
    r"orientering|drøftelse|beslutning|behandling|udvalget\b)[A-ZÆØÅ](?:[^,.:;]|(?<=-),(?=\s))*?)(?=\s+at\b|"
    r"\s+følgende|(?<!-),|:|\.|;|$)"
)
_DECIDES = re.compile(
    r"\bat\s+(?P<body>[A-ZÆØÅ][\w\-/ ,&]*?(?:udvalget|udvalg|rådet|[Bb]yrådet|bestyrelsen|"
    r"bestyrelse|direktionen|Direktionen))\s+(?:over for [^,.]{3,60}? )?(?:\w+\s+)?(?:vælg|"
    r"godkend|tag|drøft|beslut|tiltræd|anbefal|vedtag|indstil|orienter|udpeg|træff|giv|bevilg|"
    r"frigiv|tog|meddel)"
)
_OFFICE = re.compile(
    r"s (?:godkendelse|vedtagelse|behandling|beslutning|efterretning|orientering)$"
)
_LEAD = re.compile(
    r"(?:\bat\b|[:;]|\bfølgende\b|\bgodkende\b|\btage\b|\bdrøfte\b|\bbeslutte\b|,|udvalget|"
    r"rådet|bestyrelsen|indstiller|foreslår|anbefaler)\s*[:;,]?$",
    re.I,
)
_SAID = re.compile(r"\b(?:indstill|foreslå|anbefal)", re.I)
_OR = re.compile(r"^\s*(?:eller|alternativt)\s*[:,.]?\s*$", re.I)
_ENDS_OR = re.compile(r"[,;]?\s+eller\s*[:,.]?$", re.I)
_AT = re.compile(r"^at\b", re.I)
_REMARK = re.compile(
    r"^\([^()]*\)\.?$|^(?:sagen (?:afgøres|behandles)|indstillingen (?:afgøres|er)|note|bemærk|\*)",
    re.I,
)
_SPELLED = re.compile(
    r"^(?:at|ad|pkt\.?|punkt|indstilling|forslag|løsning|model|scenarie|"
    r"alternativ)?\s*(\d{1,2})\s*[:.)]\s*(?=\S)",
    re.I,
)


def read_recommendations(paragraphs: list[str]) -> tuple[Recommendation, ...]:
    """The points in the paragraphs of a recommendation section (lines within a paragraph are list
    points or rows)."""
    lines = [line.strip() for block in paragraphs for line in block.split("\n") if line.strip()]
    while len(lines) > 1 and _REMARK.match(lines[-1]):
        lines.pop()
    if not lines:
        return ()
    lead, points = _points(lines)
    addressee = _addressee(" ".join(lead) if points else " ".join(lines))
    if not points:
        if len(paragraphs) > 1 and _SAID.search(paragraphs[0]) and paragraphs[0].endswith("."):
            # what follows a recommendation that is a whole sentence is no part of it
            lines = [line for block in paragraphs for line in block.split("\n")]
            lines = [line for line in lines if _SAID.search(line)] or lines[:1]
        text = " ".join(lines) if len(lines) == 1 or not _several(lines) else ""
        texts = [text] if text else lines
        return tuple(
            Recommendation(number=number, text=text, addressee=addressee or _addressee(text))
            for number, text in enumerate(texts, start=1)
        )
    option = any(entry is None for entry in points)
    found: list[Recommendation] = []
    for entry in points:
        if entry is None:
            continue
        number, text = entry
        if _ENDS_OR.search(text):
            option = True
            text = _ENDS_OR.sub("", text)
        found.append(
            Recommendation(
                number=number if number is not None else len(found) + 1,
                text=text,
                addressee=addressee or _addressee(text),
            )
        )
    if option:
        found = [recommendation.model_copy(update={"option": True}) for recommendation in found]
    return tuple(found)


def _points(lines: list[str]) -> tuple[list[str], list[tuple[int | None, str] | None]]:
    """The lead-in lines and the points behind it; None between two points stands for "eller"."""
    first = next((i for i, line in enumerate(lines) if _opens_point(line)), None)
    if first is None:
        ats = [i for i, line in enumerate(lines) if _AT.match(line)]
        if len(ats) >= 1 and (ats[0] > 0 or len(ats) > 1):
            first = ats[0]
        else:
            return lines, []
    by_at = not _opens_point(lines[first])
    by_digit = _is_digit_point(lines[first])
    numbered = _number(lines[first]) is not None
    points: list[tuple[int | None, str] | None] = []
    inside = False  # among the lettered or unnumbered points of a numbered point
    for line in lines[first:]:
        if _OR.match(line):
            if inside and points[-1] is not None:
                points[-1] = (points[-1][0], points[-1][1] + "\n" + line)
            else:
                points.append(None)
            continue
        number = _number(line)
        opens = _AT.match(line) is not None if by_at else _opens_point(line)
        nested = (numbered and number is None) or (by_digit and not _is_digit_point(line))
        if opens and nested and points and points[-1] is not None:
            inside = True
            points[-1] = (points[-1][0], points[-1][1] + "\n" + line)
        elif opens or not points or points[-1] is None:
            inside = False
            points.append((number, line if by_at else _without_number(line)))
        elif _REMARK.match(line) or (line[0].isupper() and points[-1][1].endswith(".")):
            break
        else:
            last_number, text = points[-1]
            points[-1] = (last_number, text + " " + line)
    return lines[:first], points


def _several(lines: list[str]) -> bool:
    """Whether each line is a recommendation of its own rather than one that goes on."""
    return len(lines) > 1 and all(re.search(r"\bindstill", line, re.I) for line in lines)


def _opens_point(line: str) -> bool:
    return is_point(line) or bool(_SPELLED.match(line))


def _is_digit_point(line: str) -> bool:
    """Whether a point is numbered by a figure rather than a letter or a bullet."""
    return _number(line) is not None and not re.match(r"\W*[a-zæøå]\W", line, re.I)


def _number(line: str) -> int | None:
    if is_bullet(line):
        return None
    number = point_number(line)
    if number is None and (match := _SPELLED.match(line)):
        number = int(match[1])
    return number


def _without_number(line: str) -> str:
    if is_point(line):
        return without_sign(line)
    match = _SPELLED.match(line)
    return line[match.end() :] if match else line


def _addressee(text: str) -> str | None:
    if match := _TO.search(text):
        to = _OFFICE.sub("", match["to"].strip())
        if len(to) < 90:
            return to
    if match := _DECIDES.search(text):
        return re.sub(r" over for .*$", "", match["body"].strip())
    return None
