"""The head of a document: which body met, when and where, who was there, and the table of
contents."""

import datetime
import re
from dataclasses import dataclass, field

from sagsgang.language.dates import find_dates, parse_clock
from sagsgang.language.names import looks_like_names
from sagsgang.minutes import Absence, Person
from sagsgang.reading.content.attendance import absences, from_prose, people
from sagsgang.reading.content.routes import body_name
from sagsgang.reading.layout.contents import is_contents_heading
from sagsgang.reading.layout.items import is_group
from sagsgang.reading.layout.labels import FIRST_WORDS, LABELLED, TITLE, label_of
from sagsgang.reading.layout.sheet import Sheet, is_point, without_sign
from sagsgang.reading.trace import TraceBuilder

_FROM = re.compile(
    r"^(?:fra|til|for|af|over)?\s*(?:det |den )?(?:ordinært? |ordinære |ekstraordinært? |"
    r"ekstraordinære )?(?:mødet?|udvalgsmødet?)?\s*(?:nr\.? ?\d+ )?(?:i|for|med|"
    r"af)?\s+(?=[A-ZÆØÅ0-9])",
    re.I,
)
_TERM = re.compile(r"\(?\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b\)?(?![-./]\d)")
_EXCEPT = re.compile(r"(?:bortset fra|undtagen|med undtagelse af)\s+(?P<names>.+)$", re.I)
_ENDED = re.compile(
    r"^(?:mødet|møde)\s+(?:blev\s+)?(?:hævet|sluttede|slut|afsluttet|sluttet)\b", re.I
)
_PLACE = re.compile(
    r"^(?:i |på )?(?P<place>(?=.*(?:lokale|sal\b|salen|rådhus|huset|kontor|mødested|centret|"
    r"kantine|torv|vej\b|\ballé|borgen|gården|skole))[A-ZÆØÅ0-9](?:[^.:;]|\.(?=\d)){2,70})$",
    re.I,
)
_BODY_OF = re.compile(r"^(?P<body>[A-ZÆØÅ][\w\-, ]+?) i (?P<municipality>[A-ZÆØÅ][\w\-]+ Kommune)$")
_BODYISH = re.compile(
    r"udvalg|byråd|kommunalbestyrelse|borgerrepræsentation|direktion|rådet\b|råd\b|bestyrelse|"
    r"styregruppe|magistrat|\bmed\b|-med\b|nævn",
    re.I,
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
        line = without_sign(line)
        raw = without_sign(self.sheet.raw[index].strip()).replace("**", "").lstrip("# ")
        if field_name := label_of(line):
            return field_name, ""
        if match := LABELLED.match(raw):
            field_name = label_of(match["label"])
            if field_name is not None:
                return field_name, self._clean(match["value"])
        if match := FIRST_WORDS.match(line):
            return label_of(match["label"]), match["value"]
        return None, ""

    def _clean(self, value: str) -> str:
        return " ".join(value.replace("\xa0", " ").replace("**", "").split())

    def _value_end(self, index: int, label: str, value: str) -> int:
        """The last line of a label's value: the lines below it up to an empty line or the next
        label."""
        text = self.sheet.text
        end = index
        if not value:
            following = self.sheet.next_filled(index)
            if (
                following is None
                or following >= self.last
                or self._label(following)[0]
                or self.trace.is_placed(following)
            ):
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
                if (
                    not looks_like_names(without_sign(text[following]))
                    or self._label(following)[0]
                    or self.trace.is_placed(following)
                    or is_group(text[following])
                ):
                    break
                if value and "," in value:
                    break
                end = following
                continue
            if (
                self._label(below)[0]
                or TITLE.match(text[below])
                or is_contents_heading(text[below])
                or is_group(text[below])
            ):
                break
            if not names and label != "remark":
                break
            end = below
        return end

    def _take(self, label: str, value: str, first: int, last: int) -> None:
        below = [self.sheet.text[i] for i in range(first + 1, last + 1) if self.sheet.text[i]]
        whole = (
            self._names(value, below)
            if label in ("members", "present", "absent", "officials", "guests")
            else " ".join([value, *below]).strip()
        )
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
            getattr(head, label).extend(
                people(whole) if looks_like_names(whole.split("\n")[0]) else ()
            )
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
            if (
                lines
                and not is_point(line)
                and ("," in lines[-1] or lines[-1].endswith(" og"))
                and not lines[-1].endswith((".", ";"))
            ):
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
        match = TITLE.match(line)
        if match and len(line) < 200:
            if head.kind_word is None or head.body is None:
                head.kind_word = head.kind_word or match["kind"].casefold()
                self._title(match["rest"])
            self.trace.place(index, index, "kind" if not match["rest"] else "body")
            return True
        if (
            "fravær" in line or "afbud" in line or "ikke til stede" in line or "bortset fra" in line
        ) and self._named_in_prose(line):
            self.trace.place(index, index, "absent")
            return True
        if match := _ENDED.match(line):
            head.ends = head.ends or parse_clock(line)
            self.trace.place(index, index, "ends_at")
            return True
        dates = find_dates(line) if any(map(str.isdigit, line)) and len(line) < 160 else []
        if (match := _BODY_OF.match(line)) and _BODYISH.search(match["body"]) and head.body is None:
            head.body, head.municipality = match["body"], head.municipality or match["municipality"]
            self.trace.place(index, index, "body")
            return True
        if (
            len(line) < 60
            and re.match(r"^(?:region\s\S+$|(?:\S+ ){1,3}kommune$)", line, re.I)
            and not dates
            and not _BODYISH.search(line)
        ):
            head.municipality = head.municipality or (line.title() if line.isupper() else line)
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
        if (
            head.date is not None
            and head.place is None
            and (match := _PLACE.match(line))
            and not dates
            and "udvalg" not in line
        ):
            head.place = match["place"].strip()
            self.trace.place(index, index, "place")
            return True
        if head.date is not None and head.begins is None and len(line) < 60 and _CLOCK.search(line):
            self._date_and_time(line)
            self._place_behind(line)
            self.trace.place(index, index, "starts_at")
            return True
        return False

    def _place_behind(self, line: str) -> None:
        match = re.search(
            r"\b(?:i|på) (?P<place>(?:mødelokale|lokale|byrådssalen|rådhus|"
            r"[A-ZÆØÅ])[^,.]*(?:,[^.]*)?)$",
            line,
        )
        if match and self.head.place is None and "udvalg" not in match["place"].casefold():
            place = match["place"].strip()
            self.head.place = place[0].upper() + place[1:]

    def _bare(self, text: str) -> str:
        """The text without dates, clock times and term."""
        for found in reversed(find_dates(text)):
            text = text[: found.start] + " " + text[found.end :]
        text = _CLOCK.sub(" ", text)
        text = _TERM.sub(" ", text)
        text = re.sub(
            r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b", " ", text, flags=re.I
        )
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
        bare = re.sub(r"(?:s|') (?:møde|ordinære møde|mødet)$", "", bare, flags=re.I)
        bare = re.sub(r"\s*[-–:,]?\s*(?:referat|dagsorden)$", "", bare, flags=re.I)
        bare = re.sub(r"(?:,|\s)+(?:den|d\.?|møde|mødet)$", "", bare).strip(" ,:–-")
        if bare and head.body is None and _BODYISH.search(bare) and len(bare) < 120:
            head.body = _in_sentence_case(bare)

    def _named_in_prose(self, line: str) -> bool:
        """Absence told in a sentence: "N var fraværende.", "… bortset fra N (B), der var
        fraværende"."""
        found = from_prose(line)
        if not found and (match := _EXCEPT.search(line)):
            found = [
                Absence(name=person.name, party=person.party)
                for piece in re.split(
                    r",?\s+og\s+(?=[A-ZÆØÅ])|,\s*(?:der|som|i hvis sted)[^,]*,?", match["names"]
                )
                for person in people(piece.strip(" ,."))[:1]
                if looks_like_names(piece.strip(" ,."))
            ]
        self.head.absent += found
        return bool(found)

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


def _in_sentence_case(name: str) -> str:
    """A name printed in capitals as it is otherwise written."""
    if not name.isupper() or len(name) < 6:
        return name
    small = {"og", "for", "i", "af", "på", "samt"}
    return " ".join(
        word.lower() if word.lower() in small else word.capitalize() for word in name.split()
    )
