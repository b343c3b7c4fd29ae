"""How what is asked for is looked up: words by their keys, misspelt ones by those they are like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import tantivy
from tantivy import Occur

from sagsgang.searching import schema
from sagsgang.searching.analysis import is_filler, keys_of
from sagsgang.searching.compounds import split
from sagsgang.searching.meanings import Phrase, longest_phrase, phrase_keys, same_as, same_as_words
from sagsgang.searching.notes import Note, NoteKind
from sagsgang.searching.query import Clause, Field, Query, Term
from sagsgang.searching.spelling import words_around, words_like, words_with
from sagsgang.searching.stemming import root

_TITLE_WEIGHT = 2.0
_EXACT_WEIGHT = 4.0
_COMPOUND_WEIGHT = 0.8
_LIKE_WEIGHT = 0.7
_MOST_YEARS = 300
_MANY = 1000
_FEWEST_WORDS = 3
_UNKNOWN = frozenset({NoteKind.NOT_FOUND, NoteKind.IN_PARTS})

_IN = {
    Field.TITLE: schema.TITLE,
    Field.DECISION: schema.DECISION,
    Field.ATTACHMENTS: schema.ATTACHMENTS,
    Field.MUNICIPALITY: schema.MUNICIPALITY_WORDS,
    Field.BODY: schema.BODY_WORDS,
}
#: Names are spelt in few ways: what is like them is looked up among them, not among all words.
_OF_NAMES = frozenset({schema.MUNICIPALITY_WORDS, schema.BODY_WORDS})


@dataclass(slots=True)
class Match:
    """A query for the index: `words` found anywhere, and what else `must` and `must_not` hold.

    `keys` are to be marked. `like`: by a word as typed, the keys looked up as well; the word is not
    known or it is in `also_like`.
    """

    words: list[Any] = field(default_factory=list)
    must: list[Any] = field(default_factory=list)
    should: list[Any] = field(default_factory=list)
    must_not: list[Any] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    like: dict[str, tuple[str, ...]] = field(default_factory=dict)
    also_like: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)

    def query(self, filters: Iterable[Any] = (), *, is_ranked: bool = True) -> Any:
        """All that must hold, with those filters; what only makes better hits, when `is_ranked`."""
        must = [(Occur.Must, each) for each in (*self.words, *self.must, *filters)]
        if not must:
            must = [(Occur.Must, tantivy.Query.all_query())]
        return tantivy.Query.boolean_query(
            must
            + [(Occur.Should, each) for each in (self.should if is_ranked else ())]
            + [(Occur.MustNot, each) for each in self.must_not]
        )

    def with_most_words(self) -> "Match | None":
        """The same with all words but one; None when there are too few to leave one out.

        Of two words only one that is not known may be left out.
        """
        is_one_unknown = any(note.kind in _UNKNOWN for note in self.notes) or bool(self.like)
        if len(self.words) < (_FEWEST_WORDS - 1 if is_one_unknown else _FEWEST_WORDS):
            return None
        words = tantivy.Query.boolean_query(
            [(Occur.Should, word) for word in self.words],
            minimum_number_should_match=len(self.words) - 1,
        )
        notes = [*self.notes, Note(NoteKind.MOST_WORDS)]
        return replace(self, words=[words], notes=notes)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Looks words up in one state of the index: its searchers for items and for words."""

    items: Any
    items_schema: Any
    words: Any
    words_schema: Any

    def match(self, query: Query) -> Match:
        """The query for the index; words that it has not are searched for as what they are like."""
        match = Match(notes=list(query.notes))
        clauses = _without_fillers(query.clauses)
        at = 0
        while at < len(clauses):
            run = _plain_words(clauses, at)
            same = self._same_as_first(run)
            if same:
                count, phrases = same
                words = [self._clause(match, clause) for clause in clauses[at : at + count]]
                match.words.append(_any([_all(words), *self._phrases(match, phrases)]))
                at += count
            elif len(run) > 1 and (joined := self._joined(run[0], run[1])):
                words = [self._clause(match, clause) for clause in clauses[at : at + 2]]
                match.keys |= set(joined)
                match.words.append(_any([_all(words), *map(self._anywhere, joined)]))
                at += 2
            else:
                self._add(match, clauses[at])
                at += 1
        return match

    def known(self, key: str, field_name: str = schema.TEXT) -> int:
        """In how many items a key stands."""
        return int(self.items.doc_freq(field_name, key))

    def _add(self, match: Match, clause: Clause) -> None:
        if clause.is_excluded:
            match.must_not.append(self._term(Match(), clause.terms[0]))
            return
        term = clause.terms[0]
        if len(clause.terms) == 1 and self._is_simple(term):
            # The usual case, kept flat: a word, better in the title.
            key = keys_of(term.words[0]).word
            match.keys.add(key)
            compounds = self._compounds(match, key)
            match.words.append(_any([self._key(key), *compounds]))
            in_title = self._key(key, schema.TITLE)
            match.should.append(tantivy.Query.boost_query(in_title, _TITLE_WEIGHT))
            return
        is_anywhere = all(term.field is None for term in clause.terms)
        (match.words if is_anywhere else match.must).append(self._clause(match, clause))

    def _is_simple(self, term: Term) -> bool:
        if not _is_plain(term):
            return False
        key = keys_of(term.words[0]).word
        return self.known(key) > 0 and not same_as((key,))

    def _clause(self, match: Match, clause: Clause) -> Any:
        return _any([self._term(match, term) for term in clause.terms])

    def _term(self, match: Match, term: Term) -> Any:
        if term.years:
            first, last = term.years
            years = range(first, min(last, first + _MOST_YEARS) + 1)
            return tantivy.Query.term_set_query(self.items_schema, schema.YEAR, list(years))
        if term.case_number and term.field is Field.CASE:
            return self._case(term.case_number)
        if term.case_number:
            return _any([self._case(term.case_number), self._words(match, term, schema.TEXT)])
        return self._words(match, term, _IN[term.field] if term.field else schema.TEXT)

    def _case(self, number: str) -> Any:
        case = self._key(schema.case_term(number), schema.CASE)
        return tantivy.Query.boost_query(case, _EXACT_WEIGHT)

    def _words(self, match: Match, term: Term, field_name: str) -> Any:
        phrase = phrase_keys(term.words)
        ways = [self._phrase(match, phrase, field_name)]
        if not term.is_quoted:
            joined = "".join(term.words)
            if len(term.words) > 1 and self.known(key := keys_of(joined).word, field_name):
                match.keys.add(key)
                ways.append(self._key(key, field_name))
            if len(term.words) == 1:
                compounds = self._compounds(match, phrase[0], field_name)
                ways += compounds
                if not compounds or term.is_fuzzy:
                    ways += self._instead(match, term, phrase[0], field_name)
        ways += self._phrases(match, same_as(phrase), field_name)
        return _any(ways)

    def _compounds(self, match: Match, key: str, field_name: str = schema.TEXT) -> list[Any]:
        """Compounds with this word that only the archive itself explains.

        A word that many items have is found often enough, and is searched for much quicker alone.
        """
        if is_filler(key) or field_name in _OF_NAMES or self.known(key) > _MANY:
            return []
        compounds = words_with(key, self.words, self.words_schema)
        match.keys |= set(compounds)
        return [
            tantivy.Query.boost_query(self._key(each, field_name), _COMPOUND_WEIGHT)
            for each in compounds
        ]

    def _instead(self, match: Match, term: Term, key: str, field_name: str) -> list[Any]:
        """Other ways to find a word that is not known, or others like it when asked for."""
        is_known = self.known(key, field_name) > 0
        if is_filler(key) or same_as((key,)) or (is_known and not term.is_fuzzy):
            return []
        if field_name in _OF_NAMES:
            return [self._like_name(key, field_name)]
        ways: list[Any] = []
        parts = [] if is_known else self._parts(term.words[0])
        if parts:
            match.keys |= {key for key, _ in parts}
            ways.append(_all([self._key(key, field_name) for key, _ in parts]))
        like = [] if is_known else words_around(key, self.words, self.known)
        like = like or words_like(term.words[0], self.words, self.words_schema, self.known)
        match.keys |= set(like)
        ways += [
            tantivy.Query.boost_query(self._anywhere(each, field_name), _LIKE_WEIGHT)
            for each in like
        ]
        if like:
            match.like[term.typed] = tuple(like)
            match.also_like |= {term.typed} if is_known else set()
        elif parts:
            printed = tuple(word for _, word in parts)
            match.notes.append(Note(NoteKind.IN_PARTS, term.typed, printed))
        elif not is_known:
            match.notes.append(Note(NoteKind.NOT_FOUND, term.typed))
        return ways

    def _like_name(self, key: str, field_name: str) -> Any:
        return tantivy.Query.fuzzy_term_query(self.items_schema, field_name, key, 1)

    def _parts(self, word: str) -> list[tuple[str, str]]:
        """Key and letters of each part of an unknown compound, if all of them are known."""
        printed = [word[start:end] for start, end in split(word)]
        parts = [(root(part), part) for part in printed]
        return parts if all(self.known(key) for key, _ in parts) else []

    def _same_as_first(self, run: Sequence[str]) -> tuple[int, tuple[Phrase, ...]] | None:
        """How many of the words make up a phrase that others mean the same as, and those."""
        keys = phrase_keys(tuple(run[: longest_phrase()]))
        for count in range(len(keys), 1, -1):
            if others := same_as_words(keys[:count]):
                return count, others
        return None

    def _joined(self, first: str, second: str) -> list[str]:
        """The compounds that two words make, if it is known: people write them apart."""
        if is_filler(keys_of(first).word) or is_filler(keys_of(second).word):
            return []
        keys = dict.fromkeys(keys_of(first + link + second).word for link in ("", "s"))
        return [key for key in keys if self.known(key)]

    def _phrases(
        self, match: Match, phrases: Iterable[Phrase], field_name: str = schema.TEXT
    ) -> list[Any]:
        return [self._phrase(match, phrase, field_name) for phrase in phrases]

    def _phrase(self, match: Match, phrase: Phrase, field_name: str) -> Any:
        if field_name not in _OF_NAMES:
            match.keys |= {key for key in phrase if not is_filler(key)}
        if len(phrase) == 1:
            return self._anywhere(phrase[0], field_name)
        return tantivy.Query.phrase_query(self.items_schema, field_name, list(phrase))

    def _anywhere(self, key: str, field_name: str = schema.TEXT) -> Any:
        if field_name != schema.TEXT:
            return self._key(key, field_name)
        title = tantivy.Query.boost_query(self._key(key, schema.TITLE), _TITLE_WEIGHT)
        return tantivy.Query.boolean_query([(Occur.Must, self._key(key)), (Occur.Should, title)])

    def _key(self, key: str, field_name: str = schema.TEXT) -> Any:
        option = "basic" if field_name == schema.CASE else "freq"
        return tantivy.Query.term_query(self.items_schema, field_name, key, option)


def _any(ways: list[Any]) -> Any:
    if len(ways) == 1:
        return ways[0]
    return tantivy.Query.boolean_query([(Occur.Should, way) for way in ways])


def _all(ways: list[Any]) -> Any:
    return tantivy.Query.boolean_query([(Occur.Must, way) for way in ways])


def _without_fillers(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Without the stop words, unless there is nothing else to find."""
    kept = [clause for clause in clauses if not _is_filler_alone(clause)]
    return kept or list(clauses)


def _is_filler_alone(clause: Clause) -> bool:
    """Whether a clause is nothing but stop words, searched for anywhere and without quotes."""
    return all(
        not term.is_quoted and term.field is None and all(map(_is_filler_word, term.words))
        for term in clause.terms
    )


def _is_filler_word(word: str) -> bool:
    return is_filler(keys_of(word).word)


def _plain_words(clauses: Sequence[Clause], at: int) -> list[str]:
    """The words, typed one after the other and without signs, that begin with clause `at`."""
    words: list[str] = []
    for clause in clauses[at:]:
        term = clause.terms[0]
        if len(clause.terms) > 1 or clause.is_excluded or not _is_plain(term):
            break
        words.append(term.words[0])
    return words


def _is_plain(term: Term) -> bool:
    return len(term.words) == 1 and not (
        term.field or term.is_quoted or term.is_fuzzy or term.case_number
    )
