"""Random documents, as odd as they may be: signs of the layout, its own words, nothing at all."""

from datetime import date, datetime

from hypothesis import strategies as st

from sagsgang.minutes import (
    Absence,
    Addendum,
    AgendaItem,
    AttachmentFile,
    CaseNumber,
    CaseStop,
    Decision,
    DecisionPart,
    Dissent,
    EarlierTreatment,
    FigureSource,
    FollowUp,
    Minutes,
    Person,
    Recommendation,
    Reference,
    Section,
    SignOff,
    Source,
    Table,
    Unplaced,
    UsedFigure,
    Vote,
)
from sagsgang.minutes.labels import Below, Fact, Part, Said

_WORDS = st.sampled_from(
    [
        *map(str, (*Below, *Fact, *Part, *Said)),
        *("(ingen)", "((ingen))", "(tom)", "((tom))", "(uden overskrift)", "(alle medlemmer)"),
        *("¶", "¦", "·", ";", ": ", "a ¦ b", "x; y", "p · q", "¶¶", "Punkt 3: Ja", "Bo (V)"),
        *(
            "1. at",
            "- at x",
            "a  b",
            "12. maj 2025",
            "afsnit 1, stykke 2",
            "<b>&amp;",
            "Ib (V) (A)",
        ),
    ]
)
_LETTERS = st.text(
    st.one_of(
        st.sampled_from("abæøåAØ 1.,:;()-–·¶¦\xa0'\"<>&"),
        st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Cn", "Co")),
    ),
    max_size=12,
)
LINES = st.one_of(_LETTERS, _WORDS, st.lists(st.one_of(_LETTERS, _WORDS), max_size=3).map(" ".join))
_ROWS = st.lists(LINES, min_size=2, max_size=4).map("\t".join)
TEXTS = st.lists(st.one_of(LINES, LINES, _ROWS, st.just("")), max_size=6).map("\n".join)
_SOME = st.one_of(st.none(), LINES, TEXTS)
_DAYS = st.one_of(st.none(), st.dates(date(1800, 1, 1), date(2200, 1, 1)))
_MOMENTS = st.datetimes(datetime(1800, 1, 1), datetime(2200, 1, 1))
_NUMBERS = st.integers(1, 30)


def _tuples(values: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(values, max_size=most).map(tuple)


PEOPLE = st.builds(Person, name=LINES, party=_SOME)
_ABSENCES = st.builds(Absence, name=LINES, party=_SOME, substitute=_SOME)
_DECISIONS = st.builds(
    Decision,
    text=TEXTS,
    parts=_tuples(st.builds(DecisionPart, covers=_tuples(_NUMBERS), text=TEXTS)),
    follow_ups=_tuples(st.builds(FollowUp, to=_SOME, when=_DAYS)),
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    row = st.lists(LINES, min_size=width, max_size=width).map(tuple)
    header = draw(st.one_of(st.just(()), row))
    rows = draw(st.lists(row, min_size=0 if header else 1, max_size=3).map(tuple))
    return Table(lines=(1, 1), header=header, rows=rows, caption=draw(_SOME))


@st.composite
def items(draw: st.DrawFn) -> AgendaItem:
    """An item; what follows from its sections often does follow."""
    tables = draw(_tuples(_tables()))
    texts = draw(st.lists(TEXTS, max_size=3))
    for table in tables:
        whole = [*([table.header] if table.header else []), *table.rows]
        if draw(st.booleans()):  # a cell is another in the text
            row, column = draw(st.integers(0, len(whole) - 1)), draw(st.integers(0, 3))
            cells = [*whole[row]]
            cells[column % len(cells)] = draw(LINES)
            whole[row] = tuple(cells)
        columns = draw(st.sampled_from([0, 0, 0, 2]))  # a tab too many
        whole = [(*row, *[""] * columns) for row in whole]
        rows = "\n".join("\t".join(row) for row in whole)
        if draw(st.booleans()):
            rows = "\n".join("\t".join(row).rstrip("\t") or "\t" for row in whole)
        joint = draw(st.sampled_from(["\n", "\n\n"]))
        title = [table.caption] if table.caption and draw(st.booleans()) else []
        texts.append(joint.join([*title, rows, *draw(st.lists(TEXTS, max_size=1))]))
    sections = tuple(
        draw(
            st.builds(
                Section,
                heading=st.one_of(st.just(""), LINES),
                level=st.sampled_from([1, 1, 1, 2, 2, 3, 0, 5]),
                lines=st.just((1, 1)),
                text=st.just(text),
                is_public=st.booleans(),
            )
        )
        for text in texts
    )
    if sections and draw(st.booleans()):
        sections = (*sections, draw(st.sampled_from(sections)))
    pieces = [piece for text in texts for piece in text.split("\n\n")]
    text = st.one_of(TEXTS, st.sampled_from([*texts, *pieces, ""]))
    points = draw(
        _tuples(
            st.builds(
                Recommendation, number=_NUMBERS, text=text, addressee=_SOME, option=st.booleans()
            )
        )
    )
    return draw(
        st.builds(
            AgendaItem,
            number=_SOME,
            title=LINES,
            is_closed=st.booleans(),
            case_number=st.one_of(
                st.none(),
                st.builds(CaseNumber, text=LINES, canonical=LINES, is_valid=st.booleans()),
            ),
            lines=st.just((1, 1)),
            sections=st.just(sections),
            recommendations=st.just(points),
            decision=st.one_of(
                st.none(), _DECISIONS, text.map(lambda t: Decision(text=t, outcome=None))
            ),
            absent=_tuples(_ABSENCES),
            case_route=_tuples(st.builds(CaseStop, body=LINES, date=_DAYS)),
            earlier_treatments=_tuples(
                st.builds(
                    EarlierTreatment,
                    body=LINES,
                    date=_DAYS,
                    item=_SOME,
                    text=text,
                    absent=_tuples(_ABSENCES, 2),
                    is_closed=st.booleans(),
                )
            ),
            deciding_body=_SOME,
            attachments=_tuples(LINES),
            tables=st.just(tables),
            legal_basis=_tuples(text),
            references=_tuples(st.builds(Reference, body=LINES, date=_DAYS, item=_SOME)),
            initials=_SOME,
            route_line=_SOME,
            closed_ground=_SOME,
            late_reason=_SOME,
            guests=_tuples(PEOPLE),
            votes=_tuples(
                st.builds(
                    Vote,
                    question=_SOME,
                    for_=_tuples(LINES),
                    against=_tuples(LINES),
                    abstained=_tuples(LINES),
                    result=_SOME,
                )
            ),
            dissents=_tuples(st.builds(Dissent, names=_tuples(LINES), text=text)),
            disqualified=_tuples(PEOPLE),
            stopped_by=_SOME,
            attachment_files=_tuples(
                st.builds(
                    AttachmentFile,
                    title=LINES,
                    url=_SOME,
                    is_closed=st.booleans(),
                    sha256=_SOME,
                    added_after=_DAYS,
                )
            ),
            figures=_tuples(
                st.builds(
                    UsedFigure,
                    key=LINES,
                    indicator=LINES,
                    title=LINES,
                    text=LINES,
                    value=st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=3)),
                    unit=LINES,
                    period=LINES,
                    area=LINES,
                    group=_tuples(LINES, 2),
                    is_preliminary=st.booleans(),
                    is_public=st.booleans(),
                    sources=_tuples(
                        st.builds(
                            FigureSource,
                            source=LINES,
                            file_name=LINES,
                            file_sha256=LINES,
                            retrieved_at=_MOMENTS,
                        ),
                        2,
                    ),
                    frozen_at=st.one_of(st.none(), _MOMENTS),
                )
            ),
            public_title=_SOME,
            public_decision=_SOME,
        )
    )


SOURCE = Source(name="", sha256="", format="", dialect="", confidence=1.0)
DOCUMENTS = st.builds(
    Minutes,
    municipality=_SOME,
    body=_SOME,
    term=_SOME,
    starts_at=st.one_of(st.none(), _MOMENTS),
    ends_at=st.one_of(st.none(), _MOMENTS),
    place=_SOME,
    chair=_SOME,
    members=_tuples(PEOPLE),
    present=_tuples(PEOPLE),
    absent=_tuples(_ABSENCES),
    officials=_tuples(PEOPLE),
    guests=_tuples(PEOPLE),
    contents=_tuples(LINES),
    items=_tuples(items()),
    addenda=_tuples(st.builds(Addendum, at=_MOMENTS, text=TEXTS, item=_SOME)),
    sign_offs=_tuples(st.builds(SignOff, name=LINES, party=_SOME, at=_MOMENTS, reservation=_SOME)),
    unplaced=_tuples(st.builds(Unplaced, lines=st.just((1, 1)), text=TEXTS)),
    source=st.just(SOURCE),
)
