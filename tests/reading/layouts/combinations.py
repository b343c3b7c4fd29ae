"""Puts invented minutes together from printing habits, with the truth: one seed, one document."""

import datetime
import json
import random
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import habits

Json = dict[str, Any]
MATTERS: list[Json] = json.loads((Path(__file__).parent / "matters.json").read_text("utf-8"))
MUNICIPALITIES = ("Ravnholm Kommune", "Egebæk Kommune", "Stensved Kommune", "Fjordlund Kommune")
BODIES = ("Teknisk Udvalg", "Socialudvalget", "Børne- og Kulturudvalget", "Klima- og Miljøudvalget")
PEOPLE = ("Ellen Brask", "Jens Ole Tved", "Mona Lykke Friis", "Karim Haddad", "Søren Bo Dalgas")
PARTIES = ("A", "V", "F", "B", "C")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september")
MONTHS += ("oktober", "november", "december")


@dataclass
class Sheet:
    """Lines as they are set; `marks` remember which lines belong to what until page feet are in."""

    width: int
    lines: list[str] = field(default_factory=list)

    def add(self, text: str) -> tuple[int, int]:
        """Set a text of one or more paragraphs; first and last line that are not blank, from 0."""
        first = len(self.lines)
        for line in text.split("\n"):
            self.lines.extend(self._wrapped(line))
        last = len(self.lines) - 1
        while last > first and not self.lines[last].strip():
            last -= 1
        return first, last

    def _wrapped(self, line: str) -> list[str]:
        keep = (
            not self.width or "\t" in line or "   " in line.strip() or line.startswith(("|", "#"))
        )
        if keep or len(line) <= self.width:
            return [line]
        return textwrap.wrap(line, self.width, break_long_words=False, break_on_hyphens=False)


_EMPTY_ITEM = """{"case_number": null, "sections": [], "recommendations": [], "decision": null,
 "absent": [], "case_route": [], "earlier_treatments": [], "deciding_body": null,
 "attachments": [], "tables": []}"""


class Composer:
    """One document: the habits are chosen once, the items follow them throughout."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        dice = self.dice
        self.heading = dice.choice(list(habits.HEADINGS))
        self.form, self.case, self.ending_in = habits.HEADINGS[self.heading]
        self.markdown = self.ending_in == "md"
        self.choices = {
            "heading": self.heading,
            "opener": dice.choice(list(habits.OPENERS)),
            "case number": dice.choice(list(habits.CASE_NUMBERS)),
            "case line": dice.choice(list(habits.CASE_LINES)),
            "decision heading": dice.choice(list(habits.DECISION_HEADINGS)),
            "decision stands": dice.choice(["first", "after recommendation", "last"]),
            "points": dice.choice(list(habits.POINTS)),
            "parts": dice.choice(list(habits.PARTS)),
            "absence": dice.choice(list(habits.ABSENCES)),
            "closed": dice.choice(list(habits.CLOSED)),
            "contents": "none" if self.markdown else dice.choice(list(habits.CONTENTS)),
            "feet": "none" if self.markdown else dice.choice(list(habits.FEET)),
            "end": dice.choice(list(habits.ENDINGS)),
            "table": "pipes" if self.markdown else dice.choice(["tabs", "blanks"]),
            "attachments": dice.choice(list(habits.ATTACHMENTS)),
            "head": dice.choice(list(habits.HEADS)),
            "width": "0" if self.markdown else dice.choice(["0", "0", "72", "80"]),
            "titles": dice.choice(["plain", "plain", "CAPITALS"]),
            "numbering": dice.choice(["1", "1", "48", "571"]),
            "heading words": dice.choice(["one", "one", "mixed"]),
            "dates": dice.choice(list(habits.DATES)),
            "groups": dice.choice(["none", *habits.GROUPS]),
            "earlier": dice.choice(["none", *habits.EARLIER]),
            "topics": dice.choice(["none", "some"]),
            "kind": dice.choice(["minutes"] * 7 + ["agenda"]),
        }
        self.sheet = Sheet(int(self.choices["width"]))
        self.municipality, self.body = dice.choice(MUNICIPALITIES), dice.choice(BODIES)
        self.year, self.month, self.day = (
            dice.randint(2008, 2025),
            dice.randint(1, 12),
            dice.randint(1, 28),
        )
        self.place = dice.choice(["Mødelokale 2", "Rådhuset, lokale 114", "Udvalgsværelset"])
        self.words = {kind: dice.choice(words) for kind, words in habits.WORDS.items()}
        self.orders = dice.sample(["legal_basis", "case_route", "deciding_body", "other"], 2)
        if self.choices["decision heading"] == "B, den D":
            self.orders = [kind for kind in self.orders if kind != "case_route"]
        self.items: list[Json] = []
        self.contents: list[str] = []

    # -- what is printed once -------------------------------------------------------------------

    @property
    def date(self) -> str:
        return f"{self.day}. {MONTHS[self.month - 1]} {self.year}"

    def short(self, back: int = 0) -> tuple[str, str]:
        """The meeting's date or one so many days before: as decision headings print it, and ISO."""
        day = datetime.date(self.year, self.month, self.day) - datetime.timedelta(days=back)
        form = habits.DATES[self.choices["dates"]]
        return (
            form.format(d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1]),
            day.isoformat(),
        )

    @property
    def iso(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"

    def weekday(self) -> str:
        return WEEKDAYS[datetime.date(self.year, self.month, self.day).weekday()]

    def head(self) -> None:
        people = [f"{name} ({party})" for name, party in zip(PEOPLE, PARTIES, strict=True)]
        minutes = self.choices["kind"] == "minutes"
        text = habits.HEADS[self.choices["head"]].format(
            what="Referat" if minutes else "Dagsorden",
            WHAT="REFERAT" if minutes else "DAGSORDEN",
            for_="af" if minutes else "til",
            mark="# " if self.markdown else "",
            municipality=self.municipality,
            body=self.body,
            weekday=self.weekday(),
            Weekday=self.weekday().capitalize(),
            date=self.date,
            dashed=f"{self.day:02}-{self.month:02}-{self.year}",
            place=self.place,
            people=", ".join(people),
            column="\n".join(people),
        )
        self.sheet.add(text)

    def table_of_contents(self, titles: list[tuple[str, str]]) -> None:
        form = habits.CONTENTS[self.choices["contents"]]
        if form is None:
            return
        self.sheet.add(self.dice.choice(habits.CONTENTS_HEADINGS) + "\n")
        for k, (number, title) in enumerate(titles):
            line = form.format(n=number, t=title, p=k + 2)
            self.sheet.lines.append(line)
            self.contents.append(title)
        self.sheet.add("\n")

    # -- an item --------------------------------------------------------------------------------

    def item(self, number: str, title: str, matter: Json | None, closed: bool) -> None:
        opener = habits.OPENERS[self.choices["opener"]]
        if closed:
            opener = opener.replace("Åben", "Lukket")
        behind = f" ({self.case_text(int(number))})" if self.behind else ""
        first, self.last = self.sheet.add(
            ("## " if self.markdown else "") + opener.format(n=number, t=title + behind)
        )
        printed = f"{int(number):02}" if "0>2" in opener else number
        item: Json = {
            **json.loads(_EMPTY_ITEM),
            "number": printed,
            "title": title,
            "is_closed": closed,
            "loose": ["title"] if closed else [],
            "first": first,
        }
        self.items.append(item)
        self.current = item
        if self.choices["heading"] != "line":
            self.sheet.add("")
        self.case_line(item, int(number))
        if matter:
            self.sections(matter)
        item["last"] = self.last
        self.sheet.add("\n")

    @property
    def behind(self) -> bool:
        return self.choices["case line"] == "behind the title"

    def case_text(self, n: int) -> str:
        number, _ = habits.CASE_NUMBERS[self.choices["case number"]]
        return number.format(i=n % 9 + 1, yy=f"{self.year % 100:02}")

    def case_line(self, item: Json, n: int) -> None:
        form = habits.CASE_LINES[self.choices["case line"]]
        if form is None:
            return
        if item["is_closed"]:
            form = form.replace("Åben", "Lukket")
        _, kind = habits.CASE_NUMBERS[self.choices["case number"]]
        text = self.case_text(n)
        item["case_number"] = {
            "text": text,
            "kind": kind or "other",
            "canonical": f"{text[:8]}-{text[8:]}" if kind == "kle" and "G10" in text else text,
            "is_valid": True,
        }
        if kind is None:
            item["loose"].append("form")
        if form:
            _, self.last = self.sheet.add(form.format(c=text))
            self.sheet.add("")

    def sections(self, matter: Json) -> None:
        dice = self.dice
        outcome = matter["outcome"]
        self.phrase = dice.choice(habits.PHRASES[outcome])
        before = self.choices["decision stands"]
        if before == "first":
            self.decision(matter)
        if dice.random() < 0.6:
            self.section("summary", [matter["texts"][0]])
        if before == "after recommendation":
            self.recommendation(matter)
            self.decision(matter)
        self.presentation(matter)
        for kind in self.orders:
            self.extra(kind)
        if dice.random() < 0.7:
            self.section("financial_implications", [matter["money"]])
        if before != "after recommendation":
            self.recommendation(matter)
        if matter["attachments"] and dice.random() < 0.8:
            self.attachments(matter["attachments"])
        if self.choices["earlier"].startswith("section") and self.dice.random() < 0.6:
            self.earlier_section()
        if before == "last":
            self.decision(matter)

    def earlier_section(self) -> None:
        """What other bodies said, in a section of its own."""
        heading = habits.EARLIER[self.choices["earlier"]]
        lines = []
        for body, back, phrase in (
            ("Økonomiudvalget", 14, "Anbefales."),
            ("Byrådet", 77, "Drøftet."),
        ):
            printed, iso = self.short(back)
            lines.append(f"{body} den {printed}, pkt. {back % 9 + 1}: {phrase}")
            self.current["earlier_treatments"].append(
                {"body": body, "date": iso, "item": str(back % 9 + 1), "text": phrase, "absent": []}
            )
        self.section("earlier_treatments", lines, heading)

    def section(
        self,
        kind: str,
        paragraphs: list[str],
        heading: str | None = None,
        also: Json | None = None,
    ) -> Json:
        mixed = self.choices["heading words"] == "mixed"
        words = heading or (self.dice.choice(habits.WORDS[kind]) if mixed else self.words[kind])
        printed = words.upper() if self.case == "{H}" else words
        glue = "\n" if "blank" in self.heading or self.dice.random() < 0.5 else ""
        opening = self.form.format(h=printed, u="-" * len(printed))
        close = kind in ("attachments", "recommendation")
        body = ("\n" if close else "\n" + glue).join(paragraphs)
        first, last = self.sheet.add(opening + body)
        self.sheet.add("")
        self.last = last
        section: Json = {
            "heading": printed,
            "kind": kind,
            "level": 1,
            "lines": [first, last],
            "text": "\n".join(paragraphs),
        }
        if also:
            section["also"] = also
        self.current["sections"].append(section)
        return section

    def presentation(self, matter: Json) -> None:
        paragraphs = [matter["texts"][1]]
        section = self.section("presentation", paragraphs)
        if self.choices["topics"] == "some" and self.dice.random() < 0.5 and self.topic():
            return
        if not matter["table"] or self.dice.random() < 0.3:
            return
        rows = matter["table"]
        style = self.choices["table"]
        if style == "tabs":
            lines = ["\t".join(row) for row in rows]
        elif style == "pipes":
            lines = ["| " + " | ".join(row) + " |" for row in rows]
            lines.insert(1, "|" + "---|" * len(rows[0]))
        else:
            widths = [max(len(row[k]) for row in rows) + 4 for k in range(len(rows[0]))]
            lines = [
                "".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()
                for row in rows
            ]
        first, last = self.sheet.add("\n".join(lines))
        self.sheet.add("")
        section["lines"][1] = self.last = last
        section["text"] += "\n" + "\n".join(lines)
        self.current["tables"].append({"lines": [first, last], "header": rows[0], "rows": rows[1:]})

    def topic(self) -> bool:
        """A sub-heading in the presentation, where its look tells it from the headings."""
        if self.heading.startswith("###"):
            form = "#### {t}\n\n"
        elif self.case == "{H}" or self.heading in ("underlined", "colon, blank after"):
            form = "{t}\n\n"
        else:
            return False
        heading = self.dice.choice(habits.TOPICS)
        text = "To møder er holdt, og der kom i alt 45 deltagere."
        first, last = self.sheet.add(form.format(t=heading) + text)
        self.sheet.add("")
        self.last = last
        self.current["sections"].append(
            {"heading": heading, "kind": "topic", "level": 2, "lines": [first, last], "text": text}
        )
        return True

    def extra(self, kind: str) -> None:
        if kind == "legal_basis":
            self.section(kind, ["Lov om social service § 79."])
        elif kind == "deciding_body":
            self.section(kind, ["Byrådet"])
            self.current["deciding_body"] = "Byrådet"
        elif kind == "case_route":
            self.section(kind, [f"{self.body} den {self.date}\nByrådet den {self.date}"])
            self.current["case_route"] = [
                {"body": b, "date": self.iso} for b in (self.body, "Byrådet")
            ]
        else:
            plain = self.heading.startswith("line")
            also: Json = {"kind": ["topic"], "level": [2]} if plain else {}
            self.section(kind, [self.dice.choice(habits.REMARKS)], also=also)

    def recommendation(self, matter: Json) -> None:
        points = matter["points"]
        if len(points) == 1:
            lines = [f"Forvaltningen indstiller, at {points[0]}."]
        else:
            form = habits.POINTS[self.choices["points"]]
            lead = "Forvaltningen indstiller," if "at" in form else "Forvaltningen indstiller, at:"
            lines = [lead] + [form.format(k=k + 1, a="abc"[k], p=p) for k, p in enumerate(points)]
        self.section("recommendation", lines)
        self.current["recommendations"] = [
            {"number": k + 1, "text": p, "addressee": None, "option": False}
            for k, p in enumerate(points)
        ]

    def decision(self, matter: Json) -> None:
        if self.choices["kind"] == "agenda":
            return
        when = self.choices["earlier"]
        form = habits.DECISION_HEADINGS[self.choices["decision heading"]]
        chained = "{body}" in form and when.startswith("heading") and len(matter["points"][0]) > 1
        if chained and when == "heading before":
            self.earlier_decision(form)
        self.own_decision(
            matter, form.format(body=self.body, date=self.short()[0], n=self.current["number"])
        )
        if chained and when == "heading after":
            self.earlier_decision(form)

    def earlier_decision(self, form: str) -> None:
        """Another body's decision under a heading of the same form."""
        printed, iso = self.short(8)
        heading = form.format(body="Økonomiudvalget", date=printed, n=31)
        section = self.section("decision", ["Anbefales."], heading)
        self.current["earlier_treatments"].append(
            {
                "body": "Økonomiudvalget",
                "date": iso,
                "item": "31" if "{n}" in form else None,
                "text": section["text"],
                "absent": [],
            }
        )

    def own_decision(self, matter: Json, heading: str) -> None:
        outcome, parts = matter["outcome"], []
        lines = [self.phrase]
        if len(matter["points"]) > 1 and matter["split"]:
            form = habits.PARTS[self.choices["parts"]]
            outcomes = ["approved", "postponed", "approved"][: len(matter["points"])]
            said = {"approved": "Godkendt.", "postponed": "Udsat."}
            lines = [form.format(k=k + 1, t=said[one]) for k, one in enumerate(outcomes)]
            parts = [{"covers": [k + 1], "outcome": one} for k, one in enumerate(outcomes)]
            outcome = "mixed"
        follow_ups = []
        if outcome in ("approved", "noted") and len(matter["points"][0]) > 1:
            chance = self.dice.random()
            if chance < 0.15:
                lines[0] += " " + habits.FORWARDED.format(to="Ældrerådet")
                follow_ups = [{"action": "forwarded", "to": "Ældrerådet", "when": None}]
            elif chance < 0.3 and outcome == "approved":
                lines += self.dice.choice(habits.VOTES).split("\n")
        style = self.choices["absence"]
        printed = habits.ABSENCES[style]
        prose = printed and style.startswith("prose")
        if prose:
            lines.append(printed.format(name=PEOPLE[4]))
        section = self.section("decision", lines, heading)
        self.current["decision"] = {
            "text": section["text"],
            "outcome": outcome,
            "parts": parts,
            "follow_ups": follow_ups,
        }
        if prose:
            shorter = "\n".join(lines[:-1])
            last = section["lines"][1]
            section["also"] = {"texts": [shorter], "ends": list(range(section["lines"][0], last))}
            self.current["decision"]["also_texts"] = [shorter]
        if printed:
            self.current["absent"] = [{"name": PEOPLE[4], "party": None if prose else PARTIES[4]}]
        if printed and not prose:
            first, last = self.sheet.add(printed.format(who=f"{PEOPLE[4]} ({PARTIES[4]})"))
            self.sheet.add("")
            self.last = last
            word = printed.split(":")[0].split("\n")[0]
            who = f"{PEOPLE[4]} ({PARTIES[4]})"
            absent = {
                "heading": word,
                "kind": "absent",
                "level": 1,
                "lines": [first, last],
                "text": who,
            }
            self.current["sections"].append(absent)

    def attachments(self, names: list[str]) -> None:
        style = self.choices["attachments"]
        sign = habits.ATTACHMENTS[style]
        lines = [sign.format(k=k + 1, t=name) for k, name in enumerate(names)]
        self.section("attachments", lines)
        own = style.startswith("Bilag")
        self.current["attachments"] = lines if own else list(names)

    # -- the whole ------------------------------------------------------------------------------

    def compose(self) -> tuple[str, Json]:
        """The text and its truth."""
        dice, start = self.dice, int(self.choices["numbering"])
        kinds = list(habits.PHRASES)
        matters: list[tuple[str, Json | None, bool]] = [
            ("Godkendelse af dagsorden", {"brief": "approved"}, False)
        ]
        for matter in dice.sample(MATTERS, dice.randint(4, 6)):
            outcome = dice.choice([kind for kind in kinds if kind != "none"])
            decided = {**matter, "outcome": outcome, "split": dice.random() < 0.5}
            matters.append((matter["title"], decided, False))
        matters.append(("Orientering", {"brief": dice.choice(["noted", "none"])}, False))
        matters.append(("Køb af ejendom", None, True))
        titles = []
        for k, (title, _, closed) in enumerate(matters):
            shown = habits.CLOSED[self.choices["closed"]].format(t=title) if closed else title
            if "Åben" in self.choices["opener"] and closed:
                shown = title
            if self.choices["titles"] == "CAPITALS":
                shown = shown.upper()
            titles.append((str(start + k), shown))
        self.head()
        self.table_of_contents(titles)
        groups = habits.GROUPS[self.choices["groups"]]
        for (number, title), (_, matter, closed) in zip(titles, matters, strict=True):
            if groups and (closed or not self.items):
                self.sheet.add(("# " if self.markdown else "") + groups[closed] + "\n\n")
            brief = matter.get("brief") if matter else None
            self.item(number, title, None if brief else matter, closed)
            if brief:
                self.brief(brief)
        end = habits.ENDINGS[self.choices["end"]]
        if end and self.choices["kind"] == "minutes":
            self.sheet.add(end)
        return self.finish()

    def brief(self, outcome: str) -> None:
        """An item of nothing but a decision."""
        while self.sheet.lines and not self.sheet.lines[-1]:
            self.sheet.lines.pop()
        self.sheet.add("")
        plain = [p for p in habits.PHRASES[outcome] if "stem" not in p]
        self.phrase = self.dice.choice(plain)
        if self.choices["kind"] == "minutes":
            self.decision({"outcome": outcome, "points": ["x"], "split": False})
        self.current["last"] = self.last
        self.sheet.add("\n")

    def finish(self) -> tuple[str, Json]:
        place = self._paged()
        for item in self.items:
            item["lines"] = [place[item.pop("first")], place[item.pop("last")]]
            for section in item["sections"]:
                section["lines"] = [place[n] for n in section["lines"]]
                if "ends" in section.get("also", {}):
                    section["also"]["ends"] = [place[n] for n in section["also"]["ends"]]
            for table in item["tables"]:
                table["lines"] = [place[n] for n in table["lines"]]
        truth: Json = {
            "file": ".md" if self.markdown else ".txt",
            "kind": self.choices["kind"],
            "municipality": self.municipality,
            "body": self.body,
            "term": None,
            "starts_at": f"{self.iso}T16:30",
            "place": self.place,
            "members": [{"name": n, "party": p} for n, p in zip(PEOPLE, PARTIES, strict=True)],
            "contents": self.contents,
            "items": self.items,
        }
        return "\n".join(self.paged) + "\n", truth

    def _paged(self) -> dict[int, int]:
        """Put the page feet in; where each line of the sheet stands then, counted from 1."""
        foot = habits.FEET[self.choices["feet"]]
        kept = {item["first"] + k for item in self.items for k in range(4)}
        for first, last in (table["lines"] for item in self.items for table in item["tables"]):
            kept.update(range(first, last + 1))
        self.paged: list[str] = []
        place: dict[int, int] = {}
        since, page = 0, 1
        total = len(self.sheet.lines) // 45 + 1
        for n, line in enumerate(self.sheet.lines):
            self.paged.append(line)
            place[n] = len(self.paged)
            since += 1
            if foot and since >= 45 and n not in kept and n + 1 not in kept:
                shown = foot.format(
                    p=page, all=total, municipality=self.municipality, body=self.body, day=self.date
                )
                self.paged += ["", shown, ""]
                since, page = 0, page + 1
        return place


def compose(seed: int) -> tuple[str, Json, dict[str, str]]:
    """A document's text, its truth, and the habits it was put together from."""
    composer = Composer(seed)
    text, truth = composer.compose()
    truth["file"] = f"combination {seed}{truth['file']}"
    return text, truth, composer.choices
