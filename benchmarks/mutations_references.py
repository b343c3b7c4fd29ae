"""References written wrongly: attachments, items, meetings, earlier treatments, laws and links."""

import random
import re
from collections.abc import Iterator

from other_documents import Change, Document

from sagsgang.minutes import AgendaItem, SectionKind
from sagsgang.reference.laws import laws

NAME = "References (R)"
FAMILY = "R"
_WORD = re.compile(r"[A-Za-zæøåÆØÅ]{6,}")
_CITING = re.compile(r"\bbilag|\bvedlagt|\bvedhæft|\bvedlægg", re.IGNORECASE)


def changes(document: Document) -> Iterator[Change]:
    """Every change of a reference that a document offers."""
    chance = random.Random(document.name)
    has_attachments = any(item.attachments for item in document.minutes.items)
    for number, item in document.open_items():
        yield from _attachments(document, number, item, has_attachments)
        yield from _items(document, number)
        yield from _meetings(document, number)
        yield from _links(document, number)
        yield from _laws(document, number, chance)
    yield from _own_treatment(document)


def _attachments(
    document: Document, number: int, item: AgendaItem, has_attachments: bool
) -> Iterator[Change]:
    count = len(item.attachments)
    for words in (
        "Tallene er gennemgået i bilag {}.",
        "Se bilag nr. {}.",
        "Det står her (bilag {}).",
    ):
        wrong = document.with_sentence(number, words.format(count + 1))
        right = document.with_sentence(number, words.format(count))
        if wrong is None or right is None:
            continue
        if count:
            yield Change("R02", "an attachment that is not listed", words, wrong, right)
        elif has_attachments and not item.sections_of(SectionKind.ATTACHMENTS):
            yield Change("R09", "attached, and nothing listed", words, wrong)
    if count == 0 and has_attachments and not item.sections_of(SectionKind.ATTACHMENTS):
        for words in ("Et notat er vedlagt.", "Tallene fremgår af vedlagte oversigt."):
            if wrong := document.with_sentence(number, words):
                yield Change("R09", "attached, and nothing listed", words, wrong)
    if count and not any(_CITING.search(each.text) for each in item.sections):
        yield from _never_cited(document, number, item)


def _never_cited(document: Document, number: int, item: AgendaItem) -> Iterator[Change]:
    """One attachment more on a list whose others are all cited."""
    count = len(item.attachments)
    cited = " og ".join(f"bilag {each}" for each in range(1, count + 1))
    right = document.with_sentence(number, f"Det hele er gennemgået i {cited}.")
    if right is None:
        return
    name = item.attachments[-1]
    end = next((end for end, _ in document.ends_of(number, SectionKind.ATTACHMENTS)), None)
    if end is None:
        return
    tail = document.text[:end].rfind(name)
    line = document.text[document.text.rfind("\n", 0, tail) + 1 : document.text.find("\n", tail)]
    more = re.sub(r"^(\s*(?:[-•*]|\d+[.)])?\s*).*", r"\1Lejekontrakt Kystvej 9", line)
    at = right.rfind(name) if right.count(name) == 1 else -1
    if at < 0:
        return
    at = right.find("\n", at) if right.find("\n", at) >= 0 else len(right)
    wrong = f"{right[:at]}\n\n{more}{right[at:]}"
    yield Change("R04", "an attachment that is never cited", more, wrong, right)


def _items(document: Document, number: int) -> Iterator[Change]:
    """A mention of an item there is, and of one there is not."""
    printed = [re.search(r"\d+", item.number or "") for item in document.minutes.items]
    if not all(printed):
        return
    numbers = [int(match[0]) for match in printed if match]
    for words in (
        "Sagen skal ses sammen med punkt {}.", "Pengene søges særskilt, se punkt {}.",
        "Det hænger sammen med dagsordenspunkt {}.", "Tallene behandles under punkt {}.",
    ):  # fmt: skip
        right = document.with_sentence(number, words.format(numbers[-1]))
        wrong = document.with_sentence(number, words.format(max(numbers) + 7))
        if wrong and right:
            yield Change("R05", "an item that is not there", words, wrong, right)


def _meetings(document: Document, number: int) -> Iterator[Change]:
    words = "Målene blev godkendt på mødet den {} (link til sag nr. 2 i udvalgets møde den {})."
    for day, other in (("4. marts 2024", "14. marts 2024"), ("12. juni 2023", "12. juni 2024")):
        right = document.with_sentence(number, words.format(day, day))
        wrong = document.with_sentence(number, words.format(day, other))
        if right and wrong:
            yield Change("R05", "a link to another meeting than the text's", other, wrong, right)


def _links(document: Document, number: int) -> Iterator[Change]:
    words = "Se [opslaget]({}) og [vejledningen](https://www.example.org/vejledning)."
    if "](#)" in document.text:  # among empty links one more is none of a kind
        return
    right = document.with_sentence(number, words.format("https://www.example.org/opslag"))
    for address in ("#", ""):
        wrong = document.with_sentence(number, words.format(address))
        if right and wrong:
            yield Change("R08", "a link without address", words, wrong, right)


def _laws(document: Document, number: int, chance: random.Random) -> Iterator[Change]:
    law = chance.choice(laws())
    words = "Det følger af {}."
    right = document.with_sentence(number, words.format(law.full))
    if right is None:
        return
    wrongs = [("a law with a misspelt title", _misspelt(law.full, chance))]
    if "beskæftigelsesindsats" in law.full:
        changed = re.sub(r"beskæftigelsesindsats(?:en)?", "beskæftigelsespolitik", law.full)
        wrongs.append(("a law with a word of another", changed))
    wrongs += [("a law with a misspelt short name", _misspelt(name, chance)) for name in law.names]
    for kind, wrong in wrongs:
        if wrong in law.names:  # "barselloven" is right, too
            continue
        if text := document.with_sentence(number, words.format(wrong)):
            yield Change("R07", kind, wrong, text, right)
    if len(law.abbreviations) > 1:
        one, other = law.abbreviations[:2]
        said = f"Det følger af {law.full} ({one}). Der er afgjort 12 sager efter {{}}."
        right = document.with_sentence(number, said.format(one))
        wrong_text = document.with_sentence(number, said.format(other))
        if wrong_text:
            yield Change("R07", "a law shortened in two ways", other, wrong_text, right)
    other_law = next(each for each in laws() if each is not law and each.abbreviations)
    if law.abbreviations and (
        text := document.with_sentence(
            number, words.format(f"{law.full} ({other_law.abbreviations[0]})")
        )
    ):
        right = document.with_sentence(number, words.format(f"{law.full} ({law.abbreviations[0]})"))
        yield Change("R07", "a law shortened to another", other_law.abbreviations[0], text, right)


def _misspelt(text: str, chance: random.Random) -> str:
    """Two neighbouring letters of a long word swapped, or one left out, behind its third."""
    word = chance.choice(list(_WORD.finditer(text)))
    pairs = [at for at in range(word.start() + 2, word.end() - 2) if text[at] != text[at + 1]]
    at = chance.choice(pairs)
    if chance.random() < 0.5:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :]


def _own_treatment(document: Document) -> Iterator[Change]:
    """An earlier treatment, and the same on the day of the meeting."""
    minutes = document.minutes
    if minutes.starts_at is None or minutes.body is None:
        return
    day = minutes.starts_at.date()
    for number, _ in document.open_items():
        head = document.decision(number)
        if head is None:
            continue
        # in front of the line that heads the decision
        at = document.text.rfind("\n\n", 0, head[0] - 2) + 2
        listed = "Tidligere besluttet\n\nBeslutning fra {}, den {}, punkt 3:\n\nUdsat.\n\n"
        right = document.inserted(at, listed.format(minutes.body, "3. februar 2020"))
        date = f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
        wrong = document.inserted(at, listed.format(minutes.body, date))
        yield Change("R06", "an earlier treatment that is this meeting", date, wrong, right)


_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
)  # fmt: skip
