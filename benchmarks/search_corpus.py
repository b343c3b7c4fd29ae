"""Decides what the archive looks like that the search is measured on: agenda items made by chance.

Words have the frequencies Danish words have: fillers by a table, the others by Zipf's law, and one
word in four of those is a compound. Each item is on a topic, whose words it repeats. The lists are
not those of the product, so that it meets compounds it has no parts for. The same seed always gives
the same items; people and places are invented.
"""

import datetime
import random
import tomllib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from sagsgang.minutes import ItemKind, Outcome
from sagsgang.reference.municipalities import municipalities
from sagsgang.searching import PublicItem

SEED = 20250512

_FILLER_SHARE = 0.45
_TABLES = Path(__file__).with_suffix(".toml")


def _forms(table: str) -> list[str]:
    """Every word of a table with its endings."""
    words = []
    for entry in table.split():
        word, *endings = entry.split("|")
        words += [word, *(word + ending for ending in endings if ending)]
    return words


class Words:
    """What items are written with; `draw` gives running words, `content` those that tell apart."""

    def __init__(self, chance: random.Random) -> None:
        tables = tomllib.loads(_TABLES.read_text("utf-8"))
        simple = _forms(tables["nouns"]) + tables["others"].split()
        self._fronts, self._heads = tables["fronts"].split(), _forms(tables["heads"])
        compounds = [front + head for front in self._fronts for head in self._heads]
        chance.shuffle(simple)
        chance.shuffle(compounds)
        self.content = simple + compounds
        zipf = [3 / (10 + rank) for rank in range(len(simple))]
        tail = [1 / (40 + rank) for rank in range(len(compounds))]
        scale = sum(zipf) / sum(tail) / 3
        weights = [*zipf, *(weight * scale for weight in tail)]
        fillers, counts = zip(*(each.split(":") for each in tables["fillers"].split()), strict=True)
        share = sum(weights) / (1 - _FILLER_SHARE) * _FILLER_SHARE / sum(map(int, counts))
        self._all = [*self.content, *fillers]
        self._weights = list(accumulate([*weights, *(int(count) * share for count in counts)]))
        self._content_weights = list(accumulate(weights))
        ends = tables["place_ends"].split()
        self.places = [first + end for first in tables["place_fronts"].split() for end in ends]
        self.bodies: list[str] = tables["bodies"]
        self.topics = [self._content(chance, 25) for _ in range(400)]

    def draw(self, chance: random.Random, count: int, topic: list[str]) -> list[str]:
        """`count` running words, one in ten of them the topic's, one in a hundred a rare one."""
        words = chance.choices(self._all, cum_weights=self._weights, k=count)
        for place in chance.sample(range(count), count // 10):
            words[place] = chance.choice(topic)
        for _ in range(count // 100):
            rare = (*chance.choices(self._fronts, k=2), chance.choice(self._heads))
            words[chance.randrange(count)] = "".join(rare)
        return words

    def _content(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.content, cum_weights=self._content_weights, k=count)

    def asked(self, chance: random.Random) -> str:
        """A word as people search for: one that tells something."""
        return self._content(chance, 1)[0]


def text_of(words: list[str], chance: random.Random) -> str:
    """Words as sentences and paragraphs, with figures here and there."""
    sentences = []
    at = 0
    while at < len(words):
        length = chance.randint(8, 22)
        sentence = words[at : at + length]
        at += length
        if chance.random() < 0.25:
            sentence.insert(len(sentence) // 2, f"{chance.randint(1, 999)} mio. kr.")
        sentences.append(" ".join(sentence).capitalize() + ".")
    return "\n".join(sentences)


def items(count: int) -> Iterator[PublicItem]:
    """`count` agenda items of two to four kilobytes, always the same."""
    chance = random.Random(SEED)
    words = Words(chance)
    names = [municipality.name for municipality in municipalities()]
    first_day = datetime.date(2015, 1, 5).toordinal()
    for number in range(count):
        topic = chance.choice(words.topics)
        title = " ".join(words.draw(chance, chance.randint(4, 9), topic)).capitalize()
        parts = [
            text_of(words.draw(chance, chance.randint(80, 160), topic), chance) for _ in range(3)
        ]
        subject = (
            f"{chance.randint(0, 30):02}.{chance.randint(0, 20):02}.{chance.randint(0, 40):02}"
        )
        yield PublicItem(
            address=f"d{number // 15}/{number}",
            document_key=f"d{number // 15}",
            number=str(number % 15 + 1),
            title=f"{title} i {chance.choice(words.places)}",
            municipality=chance.choice(names),
            body=chance.choice(words.bodies),
            date=datetime.date.fromordinal(first_day + chance.randrange(3900)),
            kind=chance.choice([*ItemKind, None]),
            outcome=chance.choice(list(Outcome)),
            case_number=f"{subject}-G01-{chance.randint(1, 999)}-{chance.randint(15, 25)}",
            kle_subject=subject,
            texts=tuple(parts),
            decision=text_of(words.draw(chance, chance.randint(10, 40), topic), chance),
            attachments=tuple(
                " ".join(words.draw(chance, 3, topic)).capitalize() + ".pdf"
                for _ in range(chance.randint(0, 4))
            ),
        )
