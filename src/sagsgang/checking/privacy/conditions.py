"""Which words tell of somebody's health, benefits or social affairs, and whom they are said of.

The words of a service or a programme ("sygedagpengeområdet") tell nothing of anybody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.privacy.people import Named, is_public, people_named
from sagsgang.checking.privacy.sentences import sentence_at
from sagsgang.checking.seen import first_words, matches

_WORDS = r"""
sygemeldt(?:e|s)? sygemelding(?:en|s)? langtidssygemeldt(?:e)?
sygedagpenge(?:ne|sag|sagen|modtager)? kontanthjælp(?:en|ssag|smodtager)?
uddannelseshjælp(?:en)? førtidspension(?:en|ist|ssag)? førtidspensioneret seniorpension(?:en)?
fleksjob(?:bet|bevilling|sag)? revalidering(?:en)? revalidend ressourceforløb(?:et)?
jobafklaringsforløb(?:et)? integrationsydelse selvforsørgelses-?\sog\shjemrejseydelse
diagnose(?:n|r|rne|ticeret)? diagnosticeret depression(?:en)? angst(?:en|lidelse)?
stress(?:ramt|sygemeldt)? belastningsreaktion PTSD ADHD autisme autist(?:isk)? skizofreni
skizofren bipolar(?:\slidelse)? psykose psykotisk
psykisk(?:e)?\s(?:syg|sygdom|lidelse(?:r)?|sårbar) kræft(?:en|syg|sygdom)? demens dement
alzheimer(?:s)? parkinson(?:s)? epilepsi dissemineret\ss[ck]lerose sclerose sklerose diabetes
hjerneskade(?:n|t)? hjernerystelse apopleksi blodprop fibromyalgi diskusprolaps gigt
kronisk(?:e)?\s(?:syg|smerter|sygdom) lidelse(?:n|r)? misbrug(?:er|et)? alkoholmisbrug
alkoholiker alkoholproblem(?:er)? stofmisbrug narkotika(?:misbrug)? indlagt hospitalsindlagt
handicap(?:pet)? funktionsnedsættelse(?:n)? nedsat(?:te)?\sarbejdsevne arbejdsskade(?:n)?
invalid hjemløs gæld(?:en|ssaneret|ssanering)? restance(?:r)? udsættelse\saf\slejemål dømt
straffet sigtet fængsel(?:et|sstraf)? afsoner tvangsanbragt anbragt anbringelse(?:n)?
tvangsfjernet tvangsfjernelse underretning(?:en|er)? voldsramt voldsudsat selvmord(?:sforsøg)?
gravid abort hiv(?:-positiv)? asylansøger lægeerklæring(?:en)? helbredsforhold(?:ene)?
helbredsmæssige\sforhold personlighedsforstyrrelse børnefaglig\sundersøgelse
forældreevne(?:n)? enkeltydelse bostøtte
"""
_CONDITION = re.compile(rf"\b(?:{'|'.join(_WORDS.split())})\b(?!-)", re.IGNORECASE)
_FIRST = first_words(_WORDS)
#: What is done at meetings, or of somebody's work: told of whoever speaks about the matter.
_AT_WORK = re.compile(
    r"\b(?:orienter\w*|fremlagde|fremlægger|præsenter\w*|deltog|deltager\s(?:i|på|fra)|spurgte|"
    r"foreslog|foreslår|stemte|stillede|gennemg\w+|oplæg\w*|foredrag\w*|forsk\w*|skriver|"
    r"skrev|udgav|udgivet|bog(?:en)?|rapport(?:en)?|ifølge|undersøgelse\saf|projekt\w*|"
    r"arbejder\s(?:med|for|som)|"
    r"ansvarlig|behandler(?:ne)?|underviser\w*|kursus|uddannet|ansat|ansættes|tiltræder|udpeg\w*|"
    r"valgt|vælges|mindelegat|prismodtager|udtaler|oplyste|oplyser|redegjorde|bød\svelkommen)\b",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"\b(?:er|var|bliver|blev|været|har|havde|får|fik|fået|modtager|modtog|modtaget|lider|led|"
    r"søger|søgte|ansøger|ansøgte|ansøgning\w*|klager|klagede|klage\w*|klagesag|bevilges|bevilget|bevilling|tilkendt|"
    r"tilkendes|visiter\w*|henvist|henvises|indstilles|afslag|raskmeldt|overgår|overgået|på|"
    r"vedr\w*|om|til|med|"
    r"grundet|pga|efter|diagnosticeret|dømt|straffet|sigtet|anbragt|indlagt)\b",
    re.IGNORECASE,
)
_FAR = 160


@dataclass(frozen=True, slots=True)
class Told:
    """A condition at `start`–`end` that is told of `named`, whose place is in the whole text."""

    start: int
    end: int
    word: str
    named: Named


def find_told_conditions(text: str, known: frozenset[str]) -> Iterator[Told]:
    """The words of health and social affairs in a sentence or row that names a private person."""
    seen: set[tuple[str, int]] = set()
    for match in matches(_CONDITION, text, _FIRST):
        first, last = sentence_at(text, *match.span())
        sentence = text[first:last]
        is_row = "\t" in sentence
        people = [
            one
            for one in people_named(sentence, in_cells=is_row)
            if not is_public(one, sentence, known)
        ]
        if not people or (not is_row and _AT_WORK.search(sentence)):
            continue
        start, end = match.start() - first, match.end() - first
        nearest = min(people, key=lambda one: min(abs(one.start - end), abs(start - one.end)))
        between = sentence[min(nearest.end, end) : max(nearest.start, start)]
        if len(between) > _FAR or not (is_row or _is_said(sentence, nearest, between)):
            continue
        key = nearest.key, first
        if key not in seen:
            seen.add(key)
            moved = Named(nearest.start + first, nearest.end + first, nearest.name)
            yield Told(match.start(), match.end(), match[0], moved)


def has_condition(text: str) -> re.Match[str] | None:
    """The first word of health or social affairs in a short text, such as a file's name."""
    return next(matches(_CONDITION, text, _FIRST), None)


def _is_said(sentence: str, named: Named, between: str) -> bool:
    """Whether the words between the name and the condition tie them together."""
    if not between.strip() or named.name.endswith("s"):
        return True
    lead = sentence[max(0, named.start - 24) : named.start]
    return _SAID_OF.search(between) is not None or _SAID_OF.search(lead) is not None
