"""The head of a document: which body met, when and where, who was there, and the table of contents."""

import datetime
import re
from dataclasses import dataclass, field

from sagsgang.language.dates import find_dates, parse_clock
from sagsgang.language.names import looks_like_names
from sagsgang.minutes import Absence, Person
from sagsgang.reading.attendance import absences, people
from sagsgang.reading.canonical import Role
from sagsgang.reading.routes import body_name
from sagsgang.reading.sheet import Sheet, is_point, without_sign
from sagsgang.reading.trace import TraceBuilder

_LABELS: dict[str, str] = {}
for _field, _words in {
    "when": "mødedato|dato|mødetidspunkt|tidspunkt|tid|mødedag|dato og tid|dato/tid|mødedato og tid|tid og sted|mødet afholdt|afholdt|dato og tidspunkt|tidspunkt for møde|mødedato/tid",
    "begins": "starttidspunkt|start|mødestart|mødet startede|mødet begyndte|mødet blev åbnet|mødets start|kl",
    "ends": "sluttidspunkt|slut|mødet sluttede|mødet hævet|mødet blev hævet|mødets afslutning|mødeslut|afsluttet",
    "place": "mødested|sted|lokale|mødelokale|lokalitet|mødelokation|adresse",
    "members": "mødedeltagere|deltagere|medlemmer|udvalgets medlemmer|udvalgsmedlemmer|ordinære medlemmer|medlemmer af udvalget|mødte|fremmødte|deltagende medlemmer|deltagere i mødet",
    "present": "til stede|tilstede|tilstedeværende|deltog|tilstedeværende medlemmer|til stede var|følgende var til stede|i mødet deltog|mødt",
    "absent": "fraværende|afbud|afbud fra|ikke til stede|ikke tilstede|fraværende med afbud|fraværende uden afbud|fravær|meldt afbud|afbud/fravær",
    "officials": "fra forvaltningen|fra administrationen|øvrige deltagere|desuden deltog|desuden deltager|administration|forvaltning|referent|sekretær|embedsmænd|endvidere deltog|øvrige|fra forvaltningen deltog|fra administrationen deltog|administrationen|referent og sekretær|mødesekretær|sekretariat",
    "guests": "gæster|gæst",
    "chair": "formand|mødeleder|ordstyrer|udvalgsformand|dirigent",
    "body": "udvalg|organ|råd|møde i|mødeforum|forum|udvalgsnavn",
    "municipality": "kommune|myndighed",
    "remark": "bemærkninger|bemærkninger til dagsordenen|bemærkning|bemærkninger til mødet|noter",
}.items():
    for _word in _words.split("|"):
        _LABELS[_word] = _field
_LABEL = re.compile(r"^(?P<label>[A-ZÆØÅa-zæøå][A-Za-zÆØÅæøå/ .]{1,34}?)\s*(?P<sign>:|\t|\s{2,})\s*(?P<value>.*)$")
_FIRST_WORDS = re.compile(
    r"^(?P<label>mødedato|mødested|mødedeltagere|mødetidspunkt|mødelokale|starttidspunkt|sluttidspunkt|dato|sted|deltagere|medlemmer|fraværende|afbud|tidspunkt|lokale|til stede|tilstede)\s+(?P<value>\S.*)$",
    re.I,
)
_TITLE = re.compile(
    r"^(?:(?:åben|åbent|lukket|offentlig|offentligt|endelig|foreløbig|foreløbigt|udkast til|ekstraordinær[t]?|underskrevet)\s+)?(?P<kind>beslutningsreferat|beslutningsprotokol|protokol|mødereferat|referat|tillægsdagsorden|tillægsreferat|dagsorden|mødedagsorden|beslutninger|udskrift af (?:beslutnings)?protokol|mødeindkaldelse)\b\s*(?P<rest>.*)$",
    re.I,
)
_FROM = re.compile(r"^(?:fra|til|for|af|over)?\s*(?:det |den )?(?:ordinære? |ekstraordinære? )?(?:mødet?|udvalgsmødet?)?\s*(?:nr\.? ?\d+ )?(?:i|for|med|af)?\s+(?=[A-ZÆØÅ0-9])", re.I)
_TERM = re.compile(r"\(?\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b\)?(?![-./]\d)")
_CONTENTS = re.compile(r"^(?:indholdsfortegnelse|indhold|dagsordens?punkter|dagsordenpunkter|sagsliste|punktoversigt|oversigt over (?:punkter|sager)|liste over punkter|dagsordensoversigt|punkter|sagsoversigt)\s*:?(?:\s+side)?$", re.I)
_LEADER = re.compile(r"\s*(?:\.{3,}|…+|_{3,}|(?:\. ){3,}\.?|·{3,})\s*(?P<page>\d{1,4})?\s*$")
_PAGE = re.compile(r"(?:\t|\s{2,}|\s)(?:side\s*)?\d{1,4}\s*$", re.I)
_NUMBER = re.compile(r"^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*)?\d{1,4}[a-z]?\s*(?:[.:)]|[-–](?=\s)|\t|\s)\s*(?=\D)", re.I)
_BODYISH = re.compile(
    r"udvalg|byråd|kommunalbestyrelse|borgerrepræsentation|direktion|rådet\b|råd\b|bestyrelse|styregruppe|magistrat|\bmed\b|-med\b|nævn", re.I
)
_CLOCK = re.compile(r"(?:kl\.?|klokken)\s*\d{1,2}(?:[.:]\d\d)?", re.I)
_SPAN = re.compile(r"\d{1,2}[.:]\d\d\s*(?:-|–|til)\s*(?:kl\.?\s*)?(?P<end>\d{1,2}[.:]\d\d)")


@dataclass(slots=True)
class DocumentHead:
    """What the head says; `kind_word` is the word it calls itself by ("referat", "dagsorden")."""

    kind_word: str | None = None
    body: str | None = None
    term: str | None = None
    date: datetime.date | None = None
    begins: datetime.time | None = None
    ends: datetime.time | None = None
    place: str | None = None
    municipality: str | None = None
    chair: str | None = None
    members: list[Person] = field(default_factory=list)
    present: list[Person] = field(default_factory=list)
    absent: list[Absence] = field(default_factory=list)
    officials: list[Person] = field(default_factory=list)
    guests: list[Person] = field(default_factory=list)

    @property
    def starts_at(self) -> datetime.datetime | None:
        """Date and time; midnight when no time is printed."""
        if self.date is None:
            return None
        return datetime.datetime.combine(self.date, self.begins or datetime.time())


def read_contents(sheet: Sheet, trace: TraceBuilder) -> tuple[list[str], int]:
    """The titles of the table of contents, and the first line (from 0) behind it (0 when there is none)."""
    start, entries = _contents_lines(sheet)
    if not entries:
        return [], 0
    titles: list[str] = []
    pending = ""
    leaders = any(_LEADER.search(sheet.text[i]) for i in entries)
    for index in entries:
        text = sheet.text[index]
        leader = _LEADER.search(text)
        bare = _LEADER.sub("", text).strip()
        if leader is None and not leaders and (page := _PAGE.search(text)) and page.start() > 8:
            bare = text[: page.start()].strip()
        if leaders and leader is None and not text.isdigit():
            pending = f"{pending} {text}".strip()
            continue
        if not bare or bare.isdigit():
            continue
        whole = f"{pending} {bare}".strip()
        pending = ""
        title = _NUMBER.sub("", whole, count=1).strip()
        if title:
            titles.append(title)
            trace.place(index, index, f"contents[{len(titles) - 1}]")
    for index in entries:
        if not trace.is_placed(index):
            trace.place(index, index, "furniture")
    if start is not None:
        trace.place(start, start, "furniture")
    return titles, entries[-1] + 1


def _contents_lines(sheet: Sheet) -> tuple[int | None, list[int]]:
    text = sheet.text
    limit = len(text)
    marked = [i for i, mark in sheet.marks.items() if mark.role is Role.CONTENTS and text[i]]
    if marked:
        heading = next((i for i in range(marked[0]) if text[i] and _CONTENTS.match(text[i])), None)
        return heading, sorted(marked)
    heading = next((i for i in range(min(limit, 150)) if text[i] and _CONTENTS.match(text[i])), None)
    leaders = [i for i in range(min(limit, 700)) if text[i] and _LEADER.search(text[i]) and len(text[i]) > 8]
    if leaders and (heading is None or leaders[0] > heading):
        first = heading + 1 if heading is not None else leaders[0]
        last = leaders[-1]
        broken = [i for i in range(first, last + 1) if text[i]]
        if heading is not None or len(leaders) >= 2:
            return heading, broken
    if heading is None:
        return None, []
    return heading, _plain_entries(sheet, heading)


def _plain_entries(sheet: Sheet, heading: int) -> list[int]:
    """Entries without leaders: short lines until a title comes that stood there before, or a heading."""
    text = sheet.text
    entries: list[int] = []
    seen: dict[str, int] = {}
    index = heading
    while (following := sheet.next_filled(index)) is not None and len(entries) < 120:
        index = following
        line = text[index]
        key = _entry_key(line)
        if key and key in seen and not line.isdigit():
            break
        if len(line) > 250 or line.casefold().rstrip(":") in _LABELS or _TITLE.match(line) and len(entries) > 1:
            break
        if any(key and len(key) > 14 and (key.startswith(other) or other.startswith(key)) for other in seen if len(other) > 14):
            break
        if key:
            seen[key] = index
        entries.append(index)
    else:
        return []
    return entries


def _entry_key(line: str) -> str:
    bare = _LEADER.sub("", line).strip()
    if bare == line and (page := re.search(r"\s+\d{1,3}$", bare)) and len(bare) > 14:
        bare = bare[: page.start()]
    bare = _NUMBER.sub("", bare, count=1)
    return "".join(filter(str.isalpha, bare)).casefold()


def read_head(sheet: Sheet, last: int, trace: TraceBuilder) -> DocumentHead:
    """What stands above line `last` (from 0), except the contents."""
    head = DocumentHead()
    reader = _HeadReader(sheet, last, trace, head)
    reader.read()
    return head


class _HeadReader:
    def __init__(self, sheet: Sheet, last: int, trace: TraceBuilder, head: DocumentHead) -> None:
        self.sheet, self.last, self.trace, self.head = sheet, last, trace, head

    def read(self) -> None:
        text = self.sheet.text
        index = 0
        while index < self.last:
            line = text[index]
            if not line or self.trace.is_placed(index):
                index += 1
                continue
            label, value = self._label(index)
            if label is not None:
                end = self._value_end(index, label, value)
                self._take(label, value, index, end)
                index = end + 1
                continue
            if self._plain(index, line):
                index += 1
                continue
            index += 1
        if self.head.date is None:
            self._any_date()

    def _label(self, index: int) -> tuple[str | None, str]:
        line = self.sheet.text[index]
        raw = self.sheet.raw[index].strip().replace("**", "").lstrip("# ")
        if field_name := _LABELS.get(line.casefold().rstrip(": ")):
            return field_name, ""
        if match := _LABEL.match(raw):
            field_name = _LABELS.get(match["label"].strip().casefold())
            if field_name is not None:
                return field_name, self._clean(match["value"])
        if match := _FIRST_WORDS.match(line):
            return _LABELS[match["label"].casefold()], match["value"]
        return None, ""

    def _clean(self, value: str) -> str:
        return " ".join(value.replace("\xa0", " ").replace("**", "").split())

    def _value_end(self, index: int, label: str, value: str) -> int:
        """The last line of a label's value: the lines below it up to an empty line or the next label."""
        text = self.sheet.text
        end = index
        if not value:
            following = self.sheet.next_filled(index)
            if following is None or following >= self.last or self._label(following)[0] or self.trace.is_placed(following):
                return index
            end = following
        names = label in ("members", "present", "absent", "officials", "guests")
        while (below := end + 1) < self.last:
            if self.trace.is_placed(below) and text[below]:
                break
            if not text[below]:
                following = self.sheet.next_filled(below)
                if not names or following is None or following >= self.last or following - end > 2:
                    break
                if not looks_like_names(without_sign(text[following])) or self._label(following)[0] or self.trace.is_placed(following):
                    break
                if value and "," in value:
                    break
                end = following
                continue
            if self._label(below)[0] or _TITLE.match(text[below]) or _CONTENTS.match(text[below]):
                break
            if not names and label != "remark":
                break
            end = below
        return end

    def _take(self, label: str, value: str, first: int, last: int) -> None:
        below = [self.sheet.text[i] for i in range(first + 1, last + 1) if self.sheet.text[i]]
        whole = self._names(value, below) if label in ("members", "present", "absent", "officials", "guests") else " ".join([value, *below]).strip()
        head = self.head
        path = "unplaced"
        if label == "when":
            self._date_and_time(whole)
            path = "starts_at"
            if not find_dates(whole) and parse_clock(whole) is None:
                path = "place" if head.place is None and whole else "unplaced"
                if path == "place":
                    head.place = whole
        elif label == "begins":
            head.begins = parse_clock(whole) or head.begins
            self._date_and_time(whole)
            path = "starts_at"
        elif label == "ends":
            head.ends = parse_clock(whole)
            path = "ends_at"
        elif label == "place":
            head.place = whole or None
            path = "place"
        elif label == "members":
            found = people(whole)
            head.members += found
            path = "members"
        elif label == "present":
            head.present += people(whole)
            path = "present"
        elif label == "absent":
            head.absent += absences(whole, self.sheet.text[first])
            path = "absent"
        elif label in ("officials", "guests"):
            getattr(head, label).extend(people(whole) if looks_like_names(whole.split("\n")[0]) else ())
            path = label
        elif label == "chair":
            if looks_like_names(whole):
                head.chair = people(whole)[0].name if people(whole) else None
                path = "chair"
        elif label == "body":
            head.body = body_name(whole) or head.body
            path = "body"
        elif label == "municipality":
            head.municipality = whole or None
            path = "municipality"
        self.trace.place(first, last, path)

    def _names(self, value: str, below: list[str]) -> str:
        """Names over lines: a name cut at a line's end is put together again."""
        lines = [value] if value else []
        for line in below:
            if lines and not is_point(line) and ("," in lines[-1] or lines[-1].endswith(" og")) and not lines[-1].endswith((".", ";")):
                lines[-1] += " " + line
            else:
                lines.append(line)
        return "\n".join(lines)

    def _date_and_time(self, text: str) -> None:
        dates = find_dates(text)
        if dates and self.head.date is None:
            self.head.date = dates[0].date
        rest = text
        for found in reversed(dates):
            rest = rest[: found.start] + " " + rest[found.end :]
        if self.head.begins is None and re.search(r"\d", rest):
            self.head.begins = parse_clock(rest)
        if self.head.ends is None and (match := _SPAN.search(rest)):
            self.head.ends = parse_clock(match["end"])

    def _plain(self, index: int, line: str) -> bool:
        """A line without a label: the title, the body, the date, the municipality."""
        head = self.head
        match = _TITLE.match(line)
        if match and len(line) < 200:
            if head.kind_word is None or head.body is None:
                head.kind_word = head.kind_word or match["kind"].casefold()
                self._title(match["rest"])
            self.trace.place(index, index, "kind" if not match["rest"] else "body")
            return True
        dates = find_dates(line) if any(map(str.isdigit, line)) and len(line) < 160 else []
        if len(line) < 60 and re.match(r"^(?:region\s|[A-ZÆØÅ][\w\-. ]+ kommune$)", line, re.I) and not dates:
            head.municipality = head.municipality or line
            self.trace.place(index, index, "municipality")
            return True
        if _BODYISH.search(line) and len(line) < 150 and not line.endswith("."):
            if head.body is None:
                self._title(line)
                self.trace.place(index, index, "body")
                return True
            if body_name(self._bare(line)).casefold() == head.body.casefold():
                self._date_and_time(line)
                self.trace.place(index, index, "furniture")
                return True
        if dates and head.date is None and len(line) < 140:
            self._date_and_time(line)
            self._place_behind(line)
            self.trace.place(index, index, "starts_at")
            return True
        if dates and len(line) < 80 and dates[0].date == head.date:
            self._date_and_time(line)
            self.trace.place(index, index, "starts_at")
            return True
        if head.date is not None and head.begins is None and len(line) < 60 and _CLOCK.search(line):
            self._date_and_time(line)
            self._place_behind(line)
            self.trace.place(index, index, "starts_at")
            return True
        return False

    def _place_behind(self, line: str) -> None:
        match = re.search(r"\b(?:i|på) (?P<place>(?:mødelokale|lokale|byrådssalen|rådhus|[A-ZÆØÅ])[^,.]*(?:,[^.]*)?)$", line)
        if match and self.head.place is None and not _BODYISH.search(match["place"]):
            self.head.place = match["place"].strip()

    def _bare(self, text: str) -> str:
        """The text without dates, clock times and term."""
        for found in reversed(find_dates(text)):
            text = text[: found.start] + " " + text[found.end :]
        text = _CLOCK.sub(" ", text)
        text = _TERM.sub(" ", text)
        text = re.sub(r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b", " ", text, flags=re.I)
        text = re.sub(r"(?:[\s,;:–-]|\b(?:d\.|d|den|kl\.?)(?=\s|$))+$", "", text)
        return text.strip(" :,–-")

    def _title(self, rest: str) -> None:
        head = self.head
        if (match := _TERM.search(rest)) and head.term is None:
            head.term = term(match)
        self._date_and_time(rest)
        self._place_behind(rest)
        bare = self._bare(rest)
        if head.place and bare.endswith(head.place):
            bare = re.sub(r"\s*\b(?:i|på)$", "", bare[: -len(head.place)].strip(" ,"))
            bare = self._bare(bare)
        bare = _FROM.sub("", bare, count=1).strip(" :,–-")
        bare = re.sub(r"\s+", " ", bare)
        bare = re.sub(r"(?:s|') (?:møde|ordinære møde|mødet)$", "", bare)
        bare = re.sub(r",? ?(?:den|d\.?|møde|mødet)$", "", bare).strip(" ,:–-")
        if bare and head.body is None and _BODYISH.search(bare) and len(bare) < 120:
            head.body = bare

    def _any_date(self) -> None:
        for index in range(self.last):
            line = self.sheet.text[index]
            if line and len(line) < 200 and (dates := find_dates(line)):
                self.head.date = dates[0].date
                return


def term(match: re.Match[str]) -> str:
    """A term as "2022-2025" from however it is printed."""
    first, last = match[1], match[2]
    return f"{first}-{first[:2] + last if len(last) == 2 else last}"
