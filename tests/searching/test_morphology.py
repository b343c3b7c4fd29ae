"""What a search finds, and what it must not: the promise made to people, as a table."""

import pytest

FINDS = """
dagpenge: sygedagpengemodtagere | sygedagpenge | dagpengemodtagernes | Dagpengene
sygedagpenge: sygedagpengemodtagere | Sygedagpengeloven | SDP | sygedagpengene
SDP: sygedagpenge | sygedagpengemodtager
modtager: sygedagpengemodtagere | kontanthjælpsmodtagernes
kontanthjælp: kontanthjælpsmodtagere | Kontanthjælpen | kontanthjælpsloft
kontanthjælpsmodtager: kontanthjælpsmodtagernes
jobcenter: jobcentret | jobcentrene | Jobcenterets | jobcenterchefen
jobcentret: jobcenter | jobcentre
bog: bøger | lærebøgerne | bogens
bøger: bog | kogebog
børn: barnets | børnehave | skolebørnene
barn: børn | plejebarn
center: centret | sundhedscentre | Erhvervscentret
byråd: kommunalbestyrelsen | Byrådets | byrådsmøde
udvalg: arbejdsmarkedsudvalget | Udvalgene
skole: folkeskolen | skolebestyrelser | Nørrevangskolen | skolernes
vej: Strandvejen | vejene | ringvejens
regel: reglerne | byggeregler
kommunal: kommunale | kommunalt
ledig: ledige | langtidsledige
budget: budgettet | budgetterne | driftsbudgettets
ejendom: ejendomme | ejendomsskatter
Aabenraa: Åbenrå
åbenrå: Aabenraa
aktivitet: aktiviteterne | aktivitetscenter
vedtaget: vedtog | vedtages
godkendt: godkendes | godkende
ansat: ansatte | ansættes
plads: byggepladser | pladserne | parkeringspladsen
støj: støjgrænser | trafikstøj
idé: ideen | idéer
a-kasse: a-kasser | arbejdsløshedskasse
amu: AMU-kurser | arbejdsmarkedsuddannelser
LAB: Lov om en aktiv beskæftigelsesindsats | beskæftigelsesindsatsloven
LAS: lov om aktiv socialpolitik
lov om aktiv socialpolitik: LAS
job center: jobcentret
kommunal bestyrelse: kommunalbestyrelsen
1,5 mio: 1,5 mio. kr.
"""
FINDS_NOT = """
sygedagpenge: dagpenge | feriepenge
leder: ledige | ledighed
ledig: lederen | ledelse
penge: dagpenge
råd: byrådet
job: jobcentret
skab: formandskabet | landskab | fællesskaber
hed: frihed | helheden
sommer: som
vej: vejret | forvejen
lejr: lejekontrakt
plade: plads
læge: lægges | fremlagt
mand: formanden
bil: billeder
valg: udvalget
tag: modtages | vedtaget
by: byrådet | landsbyen
"""


def rows(table):
    found = []
    for line in table.strip().splitlines():
        typed, texts = line.split(": ", 1)
        for text in texts.split(" | "):
            found.append(pytest.param(typed, text, id=f"{typed} – {text}"))
    return found


@pytest.fixture(scope="module")
def finds(archive_of, new_item):
    """Whether a search finds a text, of an index in which each text is an item's whole text."""
    texts = sorted({row.values[1] for table in (FINDS, FINDS_NOT) for row in rows(table)})
    # What is known is not searched for as something like it.
    texts += [row.values[0] for row in rows(FINDS_NOT)]
    archive = archive_of(new_item(f"d{n}/1", f"Punkt {n}", text) for n, text in enumerate(texts))

    def look(typed, text):
        return f"d{texts.index(text)}/1" in archive.found(typed, per_page=100)

    return look


@pytest.mark.parametrize(("typed", "text"), rows(FINDS))
def test_finds(finds, typed, text):
    assert finds(typed, text)


@pytest.mark.parametrize(("typed", "text"), rows(FINDS_NOT))
def test_does_not_find(finds, typed, text):
    assert not finds(typed, text)
