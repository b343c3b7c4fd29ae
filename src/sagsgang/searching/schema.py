"""How an item lies in the index: which fields there are, and what each is found by."""

import json
from datetime import date
from typing import Any

import tantivy

from sagsgang.minutes import ItemKind, Outcome
from sagsgang.searching.analysis import indexed
from sagsgang.searching.item import PublicItem

#: Changes with the fields below or with what they hold: an index of another shape is not read.
SHAPE = 4

#: The folders of the two indexes.
ITEMS, WORDS = "items", "words"

#: Fields of keys (see `analysis.indexed`). `text` holds all the others of an item as well.
TEXT, TITLE, DECISION, ATTACHMENTS = "text", "title", "decision", "attachments"
MUNICIPALITY_WORDS, BODY_WORDS = "municipality_words", "body_words"
#: Fields of whole values.
ADDRESS, DOCUMENT, CASE, DATE = "address", "document", "case_number", "date"
MUNICIPALITY, BODY, YEAR, KIND, OUTCOME = "municipality", "body", "year", "kind", "outcome"
_STORED = "stored"
#: JSON has no such byte, and no text needs the sign.
_HEAD_END, _BLOCK_END = b"\0", "\x1e"
#: The fields of the index of words: a word, the same backwards, and words that are parts of it.
WORD, BACKWARDS, PARTS = "word", "backwards", "parts"


def items_schema() -> Any:
    """The fields of the index of items."""
    builder = tantivy.SchemaBuilder()
    for name in (TEXT, TITLE, DECISION, ATTACHMENTS, MUNICIPALITY_WORDS, BODY_WORDS):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field(CASE, tokenizer_name="whitespace", index_option="basic")
    for name in (ADDRESS, DOCUMENT):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (MUNICIPALITY, BODY, KIND, OUTCOME):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(YEAR, fast=True, indexed=True)
    builder.add_unsigned_field(DATE, fast=True)
    builder.add_bytes_field(_STORED, stored=True)
    return builder.build()


def words_schema() -> Any:
    """The fields of the index of words, in which misspelt and compound ones are looked up."""
    return (
        tantivy.SchemaBuilder()
        .add_text_field(WORD, stored=True, tokenizer_name="raw", index_option="basic")
        .add_text_field(BACKWARDS, tokenizer_name="raw", index_option="basic")
        .add_text_field(PARTS, tokenizer_name="whitespace", index_option="basic")
        .build()
    )


def word_document(word: str, parts: tuple[str, ...]) -> Any:
    """What is written to the index for one word."""
    document = tantivy.Document()
    document.add_text(WORD, word)
    document.add_text(BACKWARDS, word[::-1])
    document.add_text(PARTS, " ".join(parts))
    return document


def text_keys(item: PublicItem) -> str:
    """The keys of all that an item says."""
    return indexed((item.title, *item.texts, item.decision, *item.attachments))


def item_document(item: PublicItem, keys: str) -> Any:
    """What is written to the index for one item with those `text_keys`."""
    document = tantivy.Document()
    document.add_text(TEXT, keys)
    document.add_text(TITLE, indexed((item.title,)))
    document.add_text(DECISION, indexed((item.decision,)))
    document.add_text(ATTACHMENTS, indexed(item.attachments))
    document.add_text(MUNICIPALITY_WORDS, indexed((item.municipality or "",)))
    document.add_text(BODY_WORDS, indexed((item.body or "",)))
    document.add_text(CASE, " ".join(case_terms(item.case_number or "", item.kle_subject)))
    for name, value in (
        (ADDRESS, item.address),
        (DOCUMENT, item.document_key),
        (MUNICIPALITY, item.municipality),
        (BODY, item.body),
        (KIND, item.kind),
        (OUTCOME, item.outcome),
    ):
        if value:
            document.add_text(name, value)
    if item.date:
        document.add_unsigned(YEAR, item.date.year)
    document.add_unsigned(DATE, item.date.toordinal() if item.date else 0)
    document.add_bytes(_STORED, _packed(item))
    return document


def case_term(number: str) -> str:
    """One case number as the index holds it."""
    return "".join(number.split()).casefold()


def case_terms(number: str, kle_subject: str | None = None) -> tuple[str, ...]:
    """What a case number is found by: itself and, of KLE, subject, group and main group."""
    whole = (case_term(number),) if number else ()
    if kle_subject is None:
        return whole
    main, group, _ = kle_subject.split(".")
    return (*whole, kle_subject, f"{main}.{group}", main)


def stored_item(document: Any) -> PublicItem:
    """The item that a document of the index was made from."""
    head, _, said = document.get_first(_STORED).partition(_HEAD_END)
    names, facets, count = json.loads(head)
    address, document_key, number, title, is_closed, case_number, kle_subject = names
    municipality, body, day, kind, outcome = facets
    decision, *blocks = said.decode().split(_BLOCK_END)
    return PublicItem(
        address=address,
        document_key=document_key,
        number=number,
        title=title,
        is_closed=is_closed,
        case_number=case_number,
        kle_subject=kle_subject,
        municipality=municipality,
        body=body,
        date=date.fromisoformat(day) if day else None,
        kind=ItemKind(kind) if kind else None,
        outcome=Outcome(outcome) if outcome else None,
        texts=tuple(blocks[:count]),
        decision=decision,
        attachments=tuple(blocks[count:]),
    )


def _packed(item: PublicItem) -> bytes:
    """The item as stored: what is short as JSON; long texts as they are, which is read quicker."""
    names = (
        *(item.address, item.document_key, item.number, item.title, item.is_closed),
        *(item.case_number, item.kle_subject),
    )
    day = item.date.isoformat() if item.date else None
    facets = (item.municipality, item.body, day, item.kind, item.outcome)
    head = json.dumps((names, facets, len(item.texts))).encode()
    said = (item.decision, *item.texts, *item.attachments)
    blocks = _BLOCK_END.join(block.replace(_BLOCK_END, " ") for block in said)
    # A lone surrogate is no letter and cannot be stored.
    return head + _HEAD_END + blocks.encode(errors="replace")
