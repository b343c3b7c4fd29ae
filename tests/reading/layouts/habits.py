"""Decides the printing habits that invented documents are put together from, one tuple a habit.

Each is written so that a careful secretary would have no doubt; what is in doubt is left out.
"""

HEADS = {
    "labels": (
        "{mark}{municipality}\n{body}\n\n{what}\n\nMødedato: {date}\nMødetidspunkt: kl. 16.30\n"
        "Mødested: {place}\nMedlemmer: {people}\n"
    ),
    "runs on": (
        "{mark}{WHAT} {body} d. {dashed}\n\n{municipality}\n\n"
        "Mødedato {Weekday} d. {date} kl. 16:30\n\nMødested {place}\n\nMødedeltagere {people}\n"
    ),
    "sentence": (
        "{mark}{municipality}\n\n{what} {for_} møde i {body}\n{weekday} den {date} kl. 16.30\n"
        "Sted: {place}\n\nMedlemmer: {people}\n"
    ),
    "columns": (
        "{mark}{municipality}\n{body}\n\nDato:      {weekday} den {date}\n"
        "Tid:       kl. 16.30 - 18.20\nSted:      {place}\n\nMedlemmer:\n{column}\n"
    ),
}

OPENERS = {
    "Punkt n: t": "Punkt {n}: {t}",
    "Punkt n t": "Punkt {n} {t}",
    "Punkt n. t": "Punkt {n}. {t}",
    "Punkt n - t": "Punkt {n} - {t}",
    "Punkt nr. n t": "Punkt nr. {n} {t}",
    "Pkt. n t": "Pkt. {n} {t}",
    "Pkt. n: t": "Pkt. {n}: {t}",
    "Pkt. n   t": "Pkt. {n}    {t}",
    "Pkt.nr. n t": "Pkt.nr. {n} {t}",
    "n. t": "{n}. {t}",
    "n.   t": "{n}.   {t}",
    "0n. t": "{n:0>2}. {t}",
    "n t": "{n} {t}",
    "n   t": "{n}    {t}",
    "n - t": "{n} - {t}",
    "n) t": "{n}) {t}",
    "n: t": "{n}: {t}",
    "Nr. n: t": "Nr. {n}: {t}",
    "Nr. n t": "Nr. {n} {t}",
    "Nr.n - t": "Nr.{n} - {t}",
    "Sag nr. n t": "Sag nr. {n} {t}",
    "Sag n: t": "Sag {n}: {t}",
    "Sag nr. n | t": "Sag nr. {n}\n{t}",
    "n. | t": "{n}.\n{t}",
    "Punkt n | t": "Punkt {n}\n{t}",
    "Punkt n. | | t": "Punkt {n}.\n\n{t}",
    "n (Åben) t": "{n} (Åben) {t}",
    "n Åben t": "{n} Åben {t}",
    "Dagsordenspunkt n: t": "Dagsordenspunkt {n}: {t}",
}

CASE_NUMBERS = {
    "kle": ("27.36.00-P20-{i}-{yy}", "kle"),
    "kle without dash": ("82.06.01G10-{i}-{yy}", "kle"),
    "esdh": ("{yy}/{i}0{i}1", "esdh"),
    "esdh four digits": ("20{yy}/0{i}0{i}", "esdh"),
    "EMN": ("EMN-20{yy}-0{i}12{i}", None),
    "330": ("330-20{yy}-{i}04{i}2", None),
    "year-number": ("20{yy}-0{i}34{i}", None),
    "kle and esdh": ("15.20G00 - 20{yy}/0{i}9{i}3", None),
    "dashes": ("1-30-74-{i}-{yy}", None),
    "GEO": ("GEO-20{yy}-0{i}07{i}", None),
    "S": ("S20{yy}-{i}812", None),
}

DATES = {
    "5. maj 2019": "{d}. {month} {y}",
    "05-05-2019": "{d:02}-{m:02}-{y}",
    "05.05.2019": "{d:02}.{m:02}.{y}",
}

GROUPS = {
    "none": None,
    "Åbne punkter": ("Åbne punkter", "Lukkede punkter"),
    "ÅBNE SAGER": ("ÅBNE SAGER", "LUKKEDE SAGER"),
    "A. Åben dagsorden": ("A. Åben dagsorden", "B. Lukket dagsorden"),
}

EARLIER = {
    "none": None,
    "heading before": "before",
    "heading after": "after",
    "section": "Tidligere behandling",
    "section, other word": "Sagens forløb",
}

REMARKS = (
    "Sagen vurderes ikke at have betydning her.",
    "Forslaget sparer 14 ton CO2 om året, fordi der køres mindre.",
    "Ingen.",
    "Indsatsen kommer især de ældre til gode. Der er ingen gener for naboerne.",
)

TOPICS = ("Hvad siger borgerne", "Tilgængelighed", "Næste skridt", "Erfaringer fra andre steder")

FORWARDED = "Sagen sendes til {to} til orientering."

VOTES = (
    "For stemte: A, B og F.\nImod stemte: V og C.",
    "For stemte 3: A, B og F. Imod stemte 2: V og C.",
)

CASE_LINES = {
    "none": None,
    "bare": "{c}",
    "behind the title": "",
    "Sagsnr.:": "Sagsnr.: {c}",
    "Sagsnr.": "Sagsnr. {c}",
    "Sagsnummer:": "Sagsnummer: {c}",
    "Sags ID:": "Sags ID: {c}",
    "J.nr.": "J.nr. {c}",
    "Journalnr.:": "Journalnr.: {c}",
    "Journalnummer:": "Journalnummer: {c}",
    "Sag:": "Sag: {c}",
    "(c)": "({c})",
    "with officer": "Sagsnr.: {c}    Sagsbehandler: jhk",
    "with department": "Sagsnr.: {c} Forvaltning: Teknik og Miljø",
    "block": "Sagsnr.: {c}\nDokumentnr.: 330-2017-900021\nSagsbehandler: Kirsten Tofte",
    "Åben sag": "Åben sag\nSagsnr. {c}",
}

HEADINGS = {
    "line, blank after": ("{h}\n\n", "{h}", ""),
    "line": ("{h}\n", "{h}", ""),
    "colon": ("{h}:\n", "{h}", ""),
    "colon, blank after": ("{h}:\n\n", "{h}", ""),
    "CAPITALS": ("{h}\n", "{H}", ""),
    "CAPITALS:": ("{h}:\n\n", "{H}", ""),
    "run in": ("{h}: ", "{h}", ""),
    "RUN IN": ("{h}: ", "{H}", ""),
    "underlined": ("{h}\n{u}\n", "{h}", ""),
    "bold": ("**{h}**\n\n", "{h}", "md"),
    "bold:": ("**{h}:**\n\n", "{h}", "md"),
    "bold run in": ("**{h}:** ", "{h}", "md"),
    "###": ("### {h}\n\n", "{h}", "md"),
    "### without blank": ("### {h}\n", "{h}", "md"),
}

WORDS = {
    "summary": (
        "Resumé",
        "Resume",
        "Sagsresumé",
        "Sammendrag",
        "Beslutningstema",
        "Sagstema",
        "Sammenfatning",
    ),
    "presentation": (
        "Sagsfremstilling",
        "Redegørelse",
        "Sagsbeskrivelse",
        "Sagens indhold",
        "Fremstilling",
    ),
    "financial_implications": (
        "Økonomi",
        "Økonomiske konsekvenser",
        "Økonomi og finansiering",
        "Økonomiske forhold",
    ),
    "recommendation": (
        "Indstilling",
        "Indstillinger",
        "Administrationens indstilling",
        "Forvaltningens indstilling",
    ),
    "attachments": ("Bilag", "Bilagsliste", "Bilag til sagen"),
    "legal_basis": ("Lovgrundlag", "Retsgrundlag", "Retligt grundlag"),
    "case_route": ("Sagsgang", "Høring og sagsgang", "Forventet sagsgang"),
    "deciding_body": ("Beslutningskompetence", "Sagen afgøres af", "Hvem beslutter", "Kompetence"),
    "other": ("Klima og bæredygtighed", "Sundhedsmæssige konsekvenser", "Miljømæssige forhold"),
}

DECISION_HEADINGS = {
    "Beslutning": "Beslutning",
    "Beslutninger": "Beslutninger",
    "Udvalgets beslutning": "Udvalgets beslutning",
    "Beslutning i B den D": "Beslutning i {body} den {date}",
    "Beslutning B den D": "Beslutning {body} den {date}",
    "Bs beslutning den D": "{body}s beslutning den {date}",
    "Beslutning fra B, D": "Beslutning fra {body}, {date}",
    "B, den D": "{body}, den {date}",
    "B, D, pkt. N": "{body}, {date}, pkt. {n}",
}

POINTS = {
    "1. at": "{k}. at {p}",
    "1) at": "{k}) at {p}",
    "a) at": "{a}) at {p}",
    "- at": "- at {p}",
    "• at": "• at {p}",
    "at": "at {p}",
    "1. p": "{k}. {p}",
}

PARTS = {
    "Ad 1:": "Ad {k}: {t}",
    "Ad 1.": "Ad {k}. {t}",
    "Ad 1": "Ad {k} {t}",
    "Pkt. 1:": "Pkt. {k}: {t}",
    "Punkt 1:": "Punkt {k}: {t}",
    "1.": "{k}. {t}",
    "1)": "{k}) {t}",
}

PHRASES = {
    "approved": (
        "Godkendt.",
        "Godkendt som indstillet.",
        "Indstillingen blev godkendt.",
        "Tiltrådt.",
        "Vedtaget.",
        "Indstillingen tiltrådt.",
        "Indstillingen følges.",
        "Udvalget godkendte indstillingen.",
        "Forvaltningens indstilling blev tiltrådt.",
        "Indstillingen blev vedtaget.",
        "Indstillingen blev fulgt.",
        "Godkendt med 4 stemmer mod 1.",
        "Et flertal godkendte indstillingen. Lis Torp stemte imod.",
    ),
    "noted": (
        "Taget til efterretning.",
        "Til efterretning.",
        "Orienteringen blev taget til efterretning.",
        "Udvalget tog orienteringen til efterretning.",
        "Orientering taget til efterretning.",
        "Udvalget tog sagen til efterretning.",
        "Taget til orientering.",
    ),
    "discussed": (
        "Drøftet.",
        "Udvalget drøftede sagen.",
        "Sagen blev drøftet.",
        "Emnet blev drøftet.",
    ),
    "recommended": (
        "Anbefales.",
        "Anbefales godkendt.",
        "Indstilles til Byrådets godkendelse.",
        "Udvalget anbefaler indstillingen.",
        "Fremsendes med anbefaling.",
        "Indstilles godkendt.",
        "Anbefales til godkendelse i Byrådet.",
        "Udvalget indstiller sagen til Byrådets godkendelse.",
    ),
    "postponed": (
        "Udsat.",
        "Sagen udsat.",
        "Sagen blev udsat.",
        "Udsættes.",
        "Sagen udsættes til næste møde.",
        "Udvalget besluttede at udsætte sagen.",
    ),
    "rejected": (
        "Ikke godkendt.",
        "Forslaget blev forkastet.",
        "Afvist.",
        "Indstillingen blev ikke godkendt.",
        "Udvalget kan ikke godkende indstillingen.",
        "Ansøgningen afslås.",
    ),
    "lapsed": ("Bortfaldet.", "Sagen bortfalder.", "Punktet bortfaldt."),
    "referred": (
        "Sagen oversendes til behandling i Økonomiudvalget.",
        "Henvist til behandling i Økonomiudvalget.",
        "Sagen sendes tilbage til fornyet behandling i udvalget.",
    ),
    "none": (
        "Intet.",
        "Intet at referere.",
        "Intet til referat.",
        "Ingen bemærkninger.",
        "Intet at bemærke.",
    ),
}

ABSENCES = {
    "none": None,
    "Fraværende: N": "Fraværende: {who}",
    "Fraværende | N": "Fraværende\n{who}",
    "Fraværende: | N": "Fraværende:\n\n{who}",
    "Afbud: N": "Afbud: {who}",
    "Ikke til stede: N": "Ikke til stede: {who}",
    "Afbud fra: N": "Afbud fra: {who}",
    "prose": "{name} var fraværende.",
    "prose, did not take part": "{name} deltog ikke i mødet.",
}

ATTACHMENTS = {
    "lines": "{t}",
    "- ": "- {t}",
    "• ": "• {t}",
    "1. ": "{k}. {t}",
    "Bilag 1 - ": "Bilag {k} - {t}",
    "Bilag 1: ": "Bilag {k}: {t}",
}

CLOSED = {
    "Lukket: t": "Lukket: {t}",
    "LUKKET - t": "LUKKET - {t}",
    "t (lukket)": "{t} (lukket)",
    "Lukket punkt: t": "Lukket punkt: {t}",
    "t - Lukket": "{t} - Lukket",
    "Lukket sag: t": "Lukket sag: {t}",
}

CONTENTS = {
    "none": None,
    "title .... page": "{t} ................................ {p}",
    "n. title .... page": "{n}. {t} .......... {p}",
    "title tab page": "{t}.....\t{p}",
    "n title": "{n} {t}",
    "Punkt n: title": "Punkt {n}: {t}",
    "n. title": "{n}. {t}",
}

CONTENTS_HEADINGS = (
    "Indholdsfortegnelse",
    "Dagsorden:",
    "Indhold",
    "INDHOLDSFORTEGNELSE",
    "Sagsoversigt",
    "Punkter",
)

FEET = {
    "none": None,
    "Side p": "Side {p}",
    "Side p af n": "                                        Side {p} af {all}",
    "number": "                                   {p}",
    "head with page": "{municipality}          {body}          Side {p}",
    "name and page": "{municipality} - {body} - {day}                {p}",
}

ENDINGS = {
    "none": None,
    "Mødet hævet": "Mødet hævet kl. 18.20.",
    "Mødet sluttede": "Mødet sluttede: 18:20",
    "signatures": "Underskrifter:\n\n____________________      ____________________",
}
