"""The words of a decision → outcome, parts by recommendation, and what follows."""

import datetime
import re
from functools import lru_cache

from sagsgang.language.dates import find_dates
from sagsgang.minutes import Decision, DecisionPart, FollowUp, FollowUpAction, Outcome
from sagsgang.reference.decision_phrases import decision_phrases

_NUMBERS = r"(?:[a-h](?=\))|\d{1,2})(?:\s*(?:-|–|til|og|,|samt|&)\s*(?:og\s*)?\d{1,2}\b(?!\.\d))*"
_LABEL = re.compile(
    rf"^(?:at[- ])?(?P<word>ad\.?|pkt\.?|punkt(?:erne|et)?|indstillingspunkt(?:erne)?|"
    rf"indstilling(?:en|ens)? (?:punkt(?:erne)?|pkt\.?)|indstillingens (?:punkt(?:erne)?|pkt\.?)|"
    rf"vedr(?:ørende|\.)? (?:punkt|pkt\.?)|delpunkt(?:erne)?|løsningsforslag|forslag|model|"
    rf"scenarie|mulighed|alternativ|beslutningspunkt(?:erne)?|nr\.?|"
    rf"indstilling(?:erne)?)?\s*(?P<numbers>{_NUMBERS})(?P<sign>[.:)]*)\s*[-–:]?\s*(?P<rest>.*)$",
    re.I | re.S,
)
_MENTION = re.compile(
    rf"\b(?:ad\.?|pkt\.?|punkt(?:erne)?|indstillingspunkt(?:erne)?|indstillingens (?:punkt|"
    rf"pkt\.?)|delpunkt(?:erne)?|at)\s*(?:nr\.?\s*)?(?P<numbers>{_NUMBERS})(?=[\s:,.)]|$)",
    re.I,
)
_NUMERAL = re.compile(r"[0-9)]")
_SENTENCE = re.compile(r"\s(?<=[.!?]\s)\s*(?=[A-ZÆØÅ])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:d|nr|pkt|kl|kr|mio|mia|ca|bl\.a|f\.eks|jf|stk|hhv|inkl|ekskl|vedr|evt|mv|m\.v|pr|ad|"
    r"Ad|Pkt|Vedr)\.$"
)
_TO_INFORM = re.compile(
    r"\b(?:oversend|videresend|fremsend|send|forelægg|videregiv|viderebring)\w*\s+(?:sagen\s+|"
    r"punktet\s+)?(?:herefter\s+|endvidere\s+|desuden\s+|også\s+)?(?:for|"
    r"til)\s+(?P<to>(?!orientering|efterretning)[^.;]+?)\s+(?:til|som)\s+(?:orientering|"
    r"efterretning|underretning)",
    re.I,
)
_INFORMED = re.compile(
    r"\b(?:oversend|videresend|fremsend|send)\w*\s+til (?:orientering|efterretning|"
    r"underretning) (?:i|hos|for|til) (?P<to>[^.;]+)",
    re.I,
)
_RESUME = re.compile(
    r"\bgenoptages?\b[^.]*?\bhøring\w*(?:[^.]*?\b(?:i|hos|fra|"
    r"af)\s+(?P<to>[A-ZÆØÅa-zæøå][^.,;]*))?",
    re.I,
)
_REPORT = re.compile(
    r"\b(?:fremlægges?|forelægges?|præsenteres?|genoptages?|afrapporter\w*|orienter(?:es|ing|et|"
    r"ing\w*)|opfølgning|evaluering\w*|tilbagemelding|status|drøftes igen|redegørelse)\b",
)
_NEXT = re.compile(
    r"\b(?:næste|kommende|førstkommende|senere|efterfølgende|et af de "
    r"kommende)\s+(?:\w+\s+)?(?:udvalgs)?møder?\b|\bom (?:et (?:halvt )?år|\d+ (?:måneder|år|"
    r"uger))|\bpå (?:udvalgets |byrådets )?(?:udvalgs)?(?:møde|rådet|mødet)\w*\b|\binden "
    r"(?:udgangen|for)",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:beslutte(?:de|r|t)|bemyndig\w*|indarbejdes|inviteres|anmode\w*|beder|bad|pålægger|"
    r"pålagde|ønsker|ønskede|vedlægges|vedlagt|skal|arbejder videre|undersøge\w*|udarbejde\w*|"
    r"indkald\w*|tilføjes)\b",
)
#: What begins a clause that only explains or limits.
_CLAUSE = re.compile(r",\s+(?:idet|at|men|dog|hvor|så|således|som|hvorefter|jf)\b")
_WEAKEST = 9  # discussed, delegated, nothing, "besluttede": the clause behind may say more
_EMPOWERS = re.compile(r"\bbemyndig\w*|\bdeleger\w*")
_DECIDES_ONLY = re.compile(
    r"\bbeslutte\w*,? at (?:bevilge|godkende|anbefale|udsætte|følge|tage|tiltræde|afvise|"
    r"indstille|oversende|sende|henvise|vedtage|give|frigive|afslå|imødekomme)\b",
    re.I,
)
_DELEGATED_TO = re.compile(
    r"\bbemyndige\w*\s+(?:herudover\s+|samtidig\s+|desuden\s+|"
    r"endvidere\s+)?(?P<to>[^.,;]+?)\s+(?:til\s+)?(?:at|til)\b",
    re.I,
)


#: What a sentence that sends something on holds.
_SENDS = ("send", "forelæg", "videregiv", "viderebring")
_ENCLOSES = re.compile(r"\b(?:inviteres|vedlægges|vedlagt)\b")


@lru_cache(maxsize=1024)
def read_decision(
    text: str, recommendations: int = 0, held: datetime.date | None = None
) -> Decision:
    """The decision from its text; `recommendations` is how many it answers, `held` the day of the
    meeting."""
    parts, rest = _parts(text, recommendations)
    outcomes = {part.outcome for part in parts if part.outcome is not None}
    if parts:
        outcome = Outcome.MIXED if len(outcomes) > 1 else next(iter(outcomes), None)
        if outcome is None:
            outcome = outcome_of(rest)
    else:
        outcome = outcome_of(text)
    return Decision(
        text=text, outcome=outcome, parts=tuple(parts), follow_ups=tuple(_follow_ups(text, held))
    )


def outcome_of(text: str) -> Outcome | None:
    """What a text decides: the weightiest of its sentences; null when no phrase fits."""
    found: list[tuple[int, Outcome]] = []
    aside: list[tuple[int, Outcome]] = []
    for sentence in sentences(text):
        meaning = _meaning(sentence)
        if meaning is not None:
            (aside if _is_aside(sentence) else found).append(meaning)
    return min(found or aside)[1] if (found or aside) else None


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; an abbreviation's point ends none."""
    out: list[str] = []
    for piece in _SENTENCE.split(text):
        piece = piece.strip()
        if not piece:
            continue
        if out and _ABBREVIATED.search(out[-1]):
            out[-1] += " " + piece
        else:
            out.append(piece)
    return tuple(out)


@lru_cache(maxsize=4096)
def _meaning(sentence: str) -> tuple[int, Outcome] | None:
    lowered = sentence.casefold()
    if match := _EMPOWERS.search(lowered):
        # what somebody is empowered to do has not been done
        lowered = lowered[: match.end()]
    main = _CLAUSE.split(lowered, maxsplit=1)[0]
    found = _phrase_in(main) if main != lowered else None
    # "besluttede, at …" says what was decided only behind the comma
    if found is None or found[0] >= _WEAKEST:
        found = _phrase_in(lowered) or found
    return found


def _phrase_in(lowered: str) -> tuple[int, Outcome] | None:
    for phrase in decision_phrases():
        if phrase.is_in(lowered):
            return phrase.rank, Outcome(phrase.outcome)
    return None


def _is_aside(sentence: str) -> bool:
    """Whether a sentence tells what happens next rather than what was decided."""
    lowered = sentence.lower()
    return bool(
        _informs(sentence, lowered)
        or _is_dissent(sentence)
        or ("genoptag" in lowered and _RESUME.search(sentence))
        or ("beslutte" in lowered and _DECIDED_LATER.search(sentence))
        or ("noterede sig" in sentence and _TOOK_NOTE.search(sentence))
    )


_DECIDED_LATER = re.compile(
    r"\b(?:besluttede|beslutter|besluttet),? at\b.*\b(?:fremlægges|forelægges|vedlægges|"
    r"inviteres|drøftes)\b"
)
_TOOK_NOTE = re.compile(r"\bnoterede sig\b")
_VOTED = re.compile(
    r"^(?:for|imod|hverken for)\b.{0,12}\bstemte|^(?:imod|for)( stemte)?\b[^.]{0,20}:", re.I
)
_PARTY_SAID = re.compile(r"^\([A-ZÆØÅ]{1,3}\)(?:,| og| \w)")


_BODY = re.compile(
    r"udvalg|råd\b|rådet|byråd|bestyrelse|direktion|magistrat|repræsentation|flertal|kommune|"
    r"sagen|punkt|forslag|indstilling|orientering",
    re.I,
)
_DISSENT = re.compile(
    r"^(?P<who>(?:[A-ZÆØÅ][\w\-.]*\s+){1,5}(?:\([A-ZÆØÅ]{1,3}\)\s+)?(?:og "
    r"[A-ZÆØÅ][\w\- ]+?)?)(?:kan|kunne|stemte|stemmer|undlod|undlader|tager|tog|ønskede|ønsker|"
    r"begærede|tilkendegav|stillede|foreslog|foreslår|bemærkede|var|deltog)\b"
)


def _is_dissent(sentence: str) -> bool:
    """Whether a sentence tells what a single member or party said, or how the votes fell."""
    if _VOTED.match(sentence) or _PARTY_SAID.match(sentence):
        return True
    match = _DISSENT.match(sentence)
    return bool(match and not _BODY.search(match["who"]))


def _parts(text: str, recommendations: int) -> tuple[list[DecisionPart], str]:
    """The parts of a decision that answers point by point, and the text that belongs to none."""
    parts: list[DecisionPart] = []
    rest: list[str] = []
    blocks = [block for block in re.split(r"\n+", text) if block.strip()]
    bare = sum(1 for block in blocks if (m := _LABEL.match(block)) and not m["word"] and m["sign"])
    for block in blocks:
        match = _LABEL.match(block.strip())
        if (
            match
            and (match["word"] or (match["sign"] and (bare >= 2 or recommendations >= 2)))
            and match["rest"].strip()
        ):
            parts += _labelled(block.strip(), match)
        elif match and match["word"] and not match["rest"].strip():
            parts.append(DecisionPart(covers=_numbers(match["numbers"]), outcome=None, text=""))
        elif parts and not parts[-1].text and not _is_aside(block):
            open_part = parts.pop()
            parts.append(
                open_part.model_copy(update={"text": block.strip(), "outcome": outcome_of(block)})
            )
        elif found := _mentioned(block):
            parts += found
        else:
            rest.append(block)
    if any(not part.covers for part in parts):
        parts = [part for part in parts if part.covers]
    return parts, "\n".join(rest)


def _labelled(block: str, match: re.Match[str]) -> list[DecisionPart]:
    """A block that opens with a label ("Ad 1-3. …"); more labels may follow on the same line."""
    if (more := _mentioned(block)) and len(more) > 1:
        return more
    words = match["rest"].strip()
    rest = words
    if (
        match["word"] and not match["sign"] and not re.match(r"^ad\b|^vedr", match["word"], re.I)
    ) or (words[:1].islower() and not re.match(r"^ad\b", match["word"] or "", re.I)):
        text = block
    else:
        text = rest
    return [
        DecisionPart(
            covers=_numbers(match["numbers"]),
            outcome=outcome_of(rest) or outcome_of(block),
            text=text,
        )
    ]


def _mentioned(block: str) -> list[DecisionPart]:
    """Parts named inside a sentence: "Punkt 1 blev godkendt, punkt 2-3 indstilles …"."""
    if "indstillingens p" in block and (found := _named_points(block)):
        return found
    if _NUMERAL.search(block) is None:
        return []
    mentions = [m for m in _MENTION.finditer(block) if not m[0].casefold().startswith("at")]
    if not mentions or not re.match(
        r"^(?:\W*|.{0,40}?(?:indstilling\w*|for så vidt angår|vedr\w*\.?)\s*(?:nr\.?)?\s*)$",
        block[: mentions[0].start()],
        re.I,
    ):
        return []
    parts = []
    for position, mention in enumerate(mentions):
        end = mentions[position + 1].start() if position + 1 < len(mentions) else len(block)
        clause = block[mention.start() : end].strip(" ,;\n")
        clause = re.sub(
            r"(?:[,;]|\s(?:og|mens|samt))+\s*(?:indstillingens\s*)?$", "", clause
        ).strip()
        outcome = outcome_of(clause)
        if outcome is None and position + 1 < len(mentions):
            outcome = outcome_of(block[mention.start() :])
        if outcome is None:
            return []
        parts.append(
            DecisionPart(covers=_numbers(mention["numbers"]), outcome=outcome, text=clause)
        )
    return parts


def _named_points(block: str) -> list[DecisionPart]:
    """Parts named with their verb in front: "Udvalget vedtog indstillingens punkt 1 og 3."."""
    parts = []
    for sentence in sentences(block):
        mentions = [m for m in _MENTION.finditer(sentence) if "punkt" in m[0] or "pkt" in m[0]]
        outcome = outcome_of(sentence)
        if len(mentions) == 1 and outcome is not None:
            covers = _numbers(mentions[0]["numbers"])
            parts.append(DecisionPart(covers=covers, outcome=outcome, text=sentence))
    return parts if len(parts) > 1 else []


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers a label covers: "1-3" is 1, 2, 3; "1, 2 og 4" is 1, 2, 4."""
    covered: list[int] = []
    if len(text) == 1 and text.isalpha():
        return ("abcdefgh".index(text.casefold()) + 1,)
    pieces = re.findall(r"\d+|-|–|til", text)
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if piece.isdigit():
            covered.append(int(piece))
        elif covered and position + 1 < len(pieces) and pieces[position + 1].isdigit():
            last = int(pieces[position + 1])
            if covered[-1] < last <= covered[-1] + 40:
                covered += range(covered[-1] + 1, last + 1)
                position += 1
        position += 1
    return tuple(dict.fromkeys(covered))


def _follow_ups(text: str, held: datetime.date | None) -> list[FollowUp]:
    found: list[FollowUp] = []
    for sentence in sentences(text):
        lowered = sentence.lower()
        if match := _informs(sentence, lowered):
            found += [
                FollowUp(action=FollowUpAction.FORWARDED, to=to) for to in _receivers(match["to"])
            ]
        elif "genoptag" in lowered and (match := _RESUME.search(sentence)):
            found.append(
                FollowUp(action=FollowUpAction.RESUME_AFTER_HEARING, to=_name(match["to"]))
            )
        elif "bemyndig" in lowered and (match := _DELEGATED_TO.search(sentence)):
            found.append(
                FollowUp(
                    action=FollowUpAction.ACTION, to=match["to"].strip(), when=_when(sentence, held)
                )
            )
        elif _ENCLOSES.search(sentence) and _asks_something(sentence):
            found.append(FollowUp(action=FollowUpAction.ACTION, when=_when(sentence, held)))
        elif _REPORT.search(lowered) and _asks_later(sentence):
            dates: list[datetime.date | None] = [*_later(sentence, held)] or [None]
            found += [FollowUp(action=FollowUpAction.REPORT_BACK, when=when) for when in dates]
        elif _ASKS.search(lowered) and _asks_something(sentence):
            found.append(FollowUp(action=FollowUpAction.ACTION, when=_when(sentence, held)))
    return list(dict.fromkeys(found))


def _informs(sentence: str, lowered: str) -> re.Match[str] | None:
    """What a sentence says is sent to somebody for information."""
    if not any(stem in lowered for stem in _SENDS):
        return None
    return _TO_INFORM.search(sentence) or _INFORMED.search(sentence)


def _asks_later(sentence: str) -> bool:
    if re.search(
        r"\b(?:taget|tog|tages|tager)\b[^.]*\befterretning\b", sentence, re.I
    ) and not re.search(r"ønske|bemærkning", sentence, re.I):
        return False
    later = _NEXT.search(sentence) is not None
    asked = re.search(
        r"\b(?:beslutte\w*|ønske\w*|beder|bad|anmode\w*|skal|fremlægges|forelægges|præsenteres|"
        r"genoptages|evalueres|orienteres|følges op|vender tilbage|drøftes igen)\b",
        sentence,
        re.I,
    )
    return bool(
        asked
        and (
            later
            or re.search(
                r"\b(?:fremlægges|forelægges|præsenteres|genoptages|evalueres)\b", sentence
            )
        )
    )


def _asks_something(sentence: str) -> bool:
    if _DECIDES_ONLY.search(sentence):
        return False
    return bool(
        re.search(r"\bbeslutte\w*,? (?:desuden |endvidere |samtidig )?(?:, )?at\b", sentence, re.I)
        or re.search(
            r"\b(?:indarbejdes|inviteres|vedlægges|anmode\w*|beder|bad|pålægger|pålagde|"
            r"tilføjes)\b",
            sentence,
            re.I,
        )
        or re.search(
            r"\bønske\w* (?:,? ?at\b|[^.]*(?:undersøgt|fremlagt|udarbejdet|orienteret))",
            sentence,
            re.I,
        )
    )


def _receivers(text: str) -> list[str | None]:
    name = _name(text)
    if name is None:
        return [None]
    pieces = re.split(r",\s+(?:og\s+)?(?=[A-ZÆØÅ])|\s+og\s+(?=[A-ZÆØÅ])", name)
    return [piece.strip() for piece in pieces if piece.strip()]


def _name(text: str | None) -> str | None:
    if not text:
        return None
    name = text.strip(" .,;:")
    return name[:1].upper() + name[1:] if name else None


def _when(sentence: str, held: datetime.date | None) -> datetime.date | None:
    return next(iter(_later(sentence, held)), None)


def _later(sentence: str, held: datetime.date | None) -> list[datetime.date]:
    """The dates in a sentence that lie behind the meeting."""
    return [found.date for found in find_dates(sentence) if held is None or found.date > held]
