"""Decides how a reading is compared with a truth written by hand: field class by field class.

A truth has the contract's shape and may say besides: `loose` (fields the contract leaves open,
counted apart), `also` (other values that are as right), `free` (lines whose sections do not count).
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

LOOSE = " (loose)"
Json = dict[str, Any]

_MARKUP = re.compile(r"[*_#|]+")
_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_RULE = re.compile(r"^[\s|:–—=-]+$")
_SIGN = re.compile(r"^\s*[-•–·]\s+")
_LEAD_IN = re.compile(
    r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler)\b.*?[,:]?\s+at\s+", re.S | re.I
)
_POINT = re.compile(r"^(?:at\s+)?(?:\(?\d{1,2}[.)]|[a-h][.)])\s*(?:at\s+)?|^at:?\s+", re.I)
_TAIL = re.compile(r"(?:[\s.,;:]|\b(?:og|eller|samt)$)+$")


def plain(text: str | None) -> str:
    """One line, white space collapsed: how titles, names and numbers are compared."""
    return " ".join((text or "").split())


def prose(text: str | None) -> str:
    """Running text without list signs, table rules and Markdown signs, white space collapsed."""
    lines = [_SIGN.sub("", line) for line in (text or "").splitlines() if not _RULE.match(line)]
    return plain(_MARKUP.sub(" ", _ESCAPE.sub("", "\n".join(lines))))


def fold(text: str | None) -> str:
    """Without regard to capitals."""
    return plain(text).casefold()


def letters(text: str | None) -> str:
    """A heading's letters alone, as the contract compares headings."""
    return "".join(filter(str.isalpha, text or "")).casefold()


def core(text: str | None) -> str:
    """What a recommendation asks for: without lead-in, number, "at" and closing signs."""
    found = prose(text)
    if not found.startswith("at "):
        found = _LEAD_IN.split(found, maxsplit=1)[-1]
    return _TAIL.sub("", _POINT.sub("", found))


def bare(text: str | None) -> str:
    """A short answer without its closing full stop."""
    return plain(text).rstrip(".:")


@dataclass
class Tally:
    """Right, missing and superfluous values of one field class."""

    right: int = 0
    missing: int = 0
    extra: int = 0

    def add(self, other: "Tally") -> None:
        self.right += other.right
        self.missing += other.missing
        self.extra += other.extra

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        return (
            2 * self.right / total if (total := 2 * self.right + self.missing + self.extra) else 1.0
        )


@dataclass
class Score:
    """One document's tallies by field class, and what differed (where, class, truth, reading)."""

    name: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[tuple[str, str, str, str]] = field(default_factory=list)
    unplaced: int = 0

    def compare(
        self,
        where: str,
        kind: str,
        truth: Iterable[Any],
        found: Iterable[Any],
        same: Callable[[Any, Any], bool] | None = None,
    ) -> None:
        """Count equal values once each, whatever their order."""
        tally = self.tallies.setdefault(kind, Tally())
        left = list(found)
        lost = []
        for value in truth:
            hit = next((one for one in left if (same(value, one) if same else value == one)), None)
            if hit is None:
                lost.append(value)
            else:
                left.remove(hit)
                tally.right += 1
        tally.missing += len(lost)
        tally.extra += len(left)
        for n in range(max(len(lost), len(left))):
            wanted = _show(lost[n]) if n < len(lost) else "–"
            got = _show(left[n]) if n < len(left) else "–"
            self.errors.append((where, kind, wanted, got))

    def total(self) -> Tally:
        """Everything that is not loose."""
        whole = Tally()
        for kind, tally in self.tallies.items():
            if not kind.endswith(LOOSE):
                whole.add(tally)
        return whole


def _show(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else f"{text[:90]} … {text[-60:]}"


def _one(value: Any) -> list[Any]:
    return [] if value in (None, "") else [value]


def score(truth: Json, found: Json | None) -> Score:
    """Compare a reading with the truth; `found` is None when the document was refused."""
    result = Score(truth["file"])
    found = found or {"items": []}
    result.unplaced = len(found.get("unplaced", ()))
    _score_document(result, truth, found)
    for wanted, got in _align(truth["items"], found["items"]):
        if wanted is not None:
            _score_item(result, wanted, got or {})
        elif got is not None:
            result.compare(
                f"{got['number']} {got['title'][:40]}", "items", [], [plain(got["title"])]
            )
    return result


def _score_document(result: Score, truth: Json, found: Json) -> None:
    loose = truth.get("loose", [])

    def kind(name: str) -> str:
        return f"document {name}{LOOSE if name in loose else ''}"

    for name in ("kind", "municipality", "body", "term", "starts_at", "place"):
        accepted = [truth[name], *truth.get("also", {}).get(name, [])]
        value = found.get(name)
        same = fold(value) in map(
            fold, accepted
        )  # a head in capitals may be read as printed or not
        wanted = value if same else truth[name]
        result.compare("document", kind(name), _one(plain(wanted)), _one(plain(value)))
    result.compare(
        "document", kind("members"), _people(truth["members"]), _people(found.get("members", []))
    )
    contents = [plain(title) for title in found.get("contents", [])]
    result.compare(
        "document", kind("contents"), [plain(title) for title in truth["contents"]], contents
    )


def _people(people: list[Json]) -> list[tuple[str, str | None]]:
    return [(plain(person["name"]), person["party"]) for person in people]


def _align(truth: list[Json], found: list[Json]) -> list[tuple[Json | None, Json | None]]:
    """Pair items in order by the line they begin on and by their titles."""

    def likeness(one: Json, other: Json) -> float:
        title = SequenceMatcher(None, plain(one["title"]), plain(other["title"])).ratio()
        near = abs(one["lines"][0] - other["lines"][0]) <= 3
        return 2.0 * near + (float(title) if title > 0.7 or near else 0.0)

    best = [[0.0] * (len(found) + 1) for _ in range(len(truth) + 1)]
    for i in range(len(truth) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            paired = likeness(truth[i], found[j])
            paired += best[i + 1][j + 1] if paired else -1.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[Json | None, Json | None]] = []
    i = j = 0
    while i < len(truth) and j < len(found):
        paired = likeness(truth[i], found[j])
        if paired and best[i][j] == paired + best[i + 1][j + 1]:
            pairs.append((truth[i], found[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((truth[i], None))
            i += 1
        else:
            pairs.append((None, found[j]))
            j += 1
    return pairs + [(one, None) for one in truth[i:]] + [(None, one) for one in found[j:]]


def _score_item(result: Score, truth: Json, found: Json) -> None:
    where = f"{truth['number'] or '-'} {truth['title'][:40]}"
    loose, also = truth.get("loose", []), truth.get("also", {})

    def compare(
        kind: str,
        wanted: Iterable[Any],
        got: Iterable[Any],
        mark: str = "",
        same: Callable[[Any, Any], bool] | None = None,
    ) -> None:
        suffix = LOOSE if (mark or kind) in loose or "all" in loose else ""
        result.compare(where, kind + suffix, wanted, got, same)

    compare("items", [plain(truth["title"])], [plain(truth["title"])] if found else [])
    compare("number", _one(truth["number"]), _one(found.get("number")))
    titles = [plain(title) for title in (truth["title"], *also.get("title", []))]
    got_title = plain(found.get("title"))
    compare("title", [got_title if got_title in titles else titles[0]], _one(got_title))
    compare("closed", ["closed"] * truth["is_closed"], ["closed"] * found.get("is_closed", False))
    case, got_case = truth["case_number"] or {}, found.get("case_number") or {}
    compare("case number", _one(plain(case.get("text"))), _one(plain(got_case.get("text"))), "case")
    form = ("kind", "canonical", "is_valid")
    compare("case number form", _form(case, form), _form(got_case, form), "form")
    compare("item extent", [truth["lines"]], _one(found.get("lines")), "start")
    _score_sections(compare, truth, found)
    wanted, got = truth["recommendations"], found.get("recommendations", [])
    compare(
        "recommendations",
        [(r["number"], core(r["text"])) for r in wanted],
        [(r["number"], core(r["text"])) for r in got],
    )
    options = [[(r["number"], "option") for r in side if r["option"]] for side in (wanted, got)]
    compare("recommendation options", options[0], options[1], mark="recommendations")
    _score_decision(compare, truth["decision"], found.get("decision"), loose)
    compare("absent", _people(truth["absent"]), _people(found.get("absent", [])))
    stops = [
        [(bare(s["body"]), s["date"]) for s in side.get("case_route", [])]
        for side in (truth, found)
    ]
    compare("case route", stops[0], stops[1], mark="case_route")
    _score_treatments(compare, truth["earlier_treatments"], found.get("earlier_treatments", []))
    compare(
        "deciding body",
        _one(bare(truth["deciding_body"])),
        _one(bare(found.get("deciding_body"))),
        "deciding_body",
    )
    accepted = truth.get("attachments_also", {})
    compare(
        "attachments",
        truth["attachments"],
        found.get("attachments", []),
        same=lambda one, other: plain(other) in map(plain, [one, *accepted.get(one, [])]),
    )
    _score_tables(compare, truth["tables"], found.get("tables", []))


def _form(case: Json, names: tuple[str, ...]) -> list[Any]:
    return [[case[name] for name in names]] if case else []


def _score_sections(compare: Callable[..., None], truth: Json, found: Json) -> None:
    left = list(found.get("sections", []))
    pairs: list[tuple[Json, Json | None]] = []
    for section in truth["sections"]:
        hit = _same_section(section, left)
        if hit:
            left.remove(hit)
        pairs.append((section, hit))
    free = truth.get("free", []) + [s["lines"] for s in truth["sections"] if "loose" in s]
    prose_absence = [
        s["lines"] for s in truth["sections"] if s["kind"] == "decision" and "also" in s
    ]
    left = [s for s in left if s["kind"] != "absent" or not _within(s, prose_absence)]
    left = [s for s in left if not _within(s, free)]
    for section, hit in pairs:
        suffix = LOOSE if "loose" in section else ""
        also, got = section.get("also", {}), hit or {}
        first = section["lines"][0]

        def check(
            kind: str,
            wanted: Any,
            others: list[Any],
            value: Any,
            suffix: str = suffix,
            first: int = first,
        ) -> None:
            right = value if value is not None and value in [wanted, *others] else wanted
            compare(
                f"section {kind}{suffix}",
                [(first, right)],
                [] if value is None else [(first, value)],
            )

        check("heading", letters(section["heading"]), [], letters(got["heading"]) if got else None)
        check("kind", section["kind"], also.get("kind", []), got.get("kind"))
        check("level", section["level"], also.get("level", []), got.get("level"))
        check(
            "extent",
            section["lines"],
            [[first, end] for end in also.get("ends", [])],
            got.get("lines"),
        )
        texts = [prose(text) for text in also.get("texts", [])]
        check("text", prose(section["text"]), texts, prose(got["text"]) if got else None)
    for section in left:
        value = (section["lines"][0], letters(section["heading"]))
        compare("section heading", [], [value])
        for kind in ("kind", "level", "extent", "text"):
            compare(
                f"section {kind}",
                [],
                [(section["lines"][0], f"superfluous: {section['heading'][:60]}")],
            )


def _within(section: Json, extents: list[list[int]]) -> bool:
    return any(first <= section["lines"][0] <= last for first, last in extents)


def _same_section(section: Json, candidates: list[Json]) -> Json | None:
    here = [s for s in candidates if s["lines"][0] == section["lines"][0]]
    ranked = sorted(
        here,
        key=lambda s: (
            s["kind"] != section["kind"],
            letters(s["heading"]) != letters(section["heading"]),
        ),
    )
    return ranked[0] if ranked else None


def _score_decision(
    compare: Callable[..., None], truth: Json | None, found: Json | None, loose: list[str]
) -> None:
    wanted, got = truth or {}, found or {}
    slack = wanted.get("loose", [])

    def kind(name: str, field_name: str) -> str:
        return f"{name}{LOOSE if {field_name, 'all'} & set(slack) or 'decision' in loose else ''}"

    compare(kind("decision", "presence"), ["recorded"] * bool(truth), ["recorded"] * bool(found))
    outcome = wanted.get("outcome")
    accepted = wanted.get("alt_outcomes", [])
    value = got.get("outcome")
    if accepted and value in accepted:
        outcome = value
    name = "outcome" if truth is None or (outcome and not accepted) else f"outcome{LOOSE}"
    compare(kind(name, "outcome") if not name.endswith(LOOSE) else name, _one(outcome), _one(value))
    texts = [prose(text) for text in (wanted.get("text"), *wanted.get("also_texts", []))]
    text = prose(got.get("text"))
    compare(kind("decision text", "text"), _one(text if text in texts else texts[0]), _one(text))
    parts = [
        [(sorted(p["covers"]), p["outcome"]) for p in side.get("parts", [])]
        for side in (wanted, got)
    ]
    compare(kind("decision parts", "parts"), parts[0], parts[1])
    follow = [
        [(f["action"], bare(f["to"]), f["when"]) for f in side.get("follow_ups", [])]
        for side in (wanted, got)
    ]
    compare(kind("follow-ups", "follow_ups"), follow[0], follow[1])


def _score_treatments(compare: Callable[..., None], truth: list[Json], found: list[Json]) -> None:
    mark = "earlier_treatments"
    keys = [
        [(fold(bare(t["body"])), t["date"], t["item"]) for t in side] for side in (truth, found)
    ]
    compare("earlier treatments", keys[0], keys[1], mark=mark)
    texts = [
        (t["date"], [prose(x) for x in (t.get("text"), *t.get("also_texts", []))]) for t in truth
    ]
    got = [(t["date"], prose(t["text"])) for t in found]
    compare(
        "earlier texts",
        texts,
        got,
        mark=mark,
        same=lambda one, other: one[0] == other[0] and other[1] in one[1],
    )
    absent = [
        [(t["date"], *person) for t in side for person in _people(t["absent"])]
        for side in (truth, found)
    ]
    compare("earlier absent", absent[0], absent[1], mark=mark)


def _score_tables(compare: Callable[..., None], truth: list[Json], found: list[Json]) -> None:
    loose = [t["lines"] for t in truth if t.get("loose")]
    strict = [t for t in truth if not t.get("loose")]
    got = [t for t in found if not any(a <= t["lines"][1] and t["lines"][0] <= b for a, b in loose)]

    def cells(rows: list[list[str]]) -> list[list[str]]:
        return [[plain(cell) for cell in row] for row in rows]

    whole = [
        [(t["lines"], cells([t["header"]]), cells(t["rows"])) for t in side]
        for side in (strict, got)
    ]
    compare("tables", whole[0], whole[1], mark="tables")
    rows = [
        [row for t in side for row in cells([t["header"], *t["rows"]]) if row]
        for side in (strict, got)
    ]
    compare("table rows", rows[0], rows[1], mark="tables")
