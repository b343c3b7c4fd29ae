"""The Danish words of the command line; the keys are the English messages in the code."""

DANISH = {
    # The commands
    "Reads, checks and publishes the minutes and agendas of Danish municipalities.": (
        "Læser, tjekker og offentliggør danske kommuners referater og dagsordener."
    ),
    "Open the website on this machine.": "Åbn webstedet på denne maskine.",
    "Read documents and print them as data.": "Læs dokumenter og skriv dem ud som data.",
    "Check documents and print what looks wrong.": (
        "Tjek dokumenter og skriv, hvad der ser forkert ud."
    ),
    "Make web pages or PDFs of documents.": "Lav websider eller PDF'er af dokumenter.",
    "Put documents into the archive.": "Læg dokumenter i arkivet.",
    "Build the search index anew.": "Byg søgeindekset på ny.",
    "Print the JSON Schema of a document.": "Skriv et dokuments JSON Schema.",
    "Run all tests.": "Kør alle test.",
    "Make an administrator of the website.": "Gør nogen til administrator af webstedet.",
    "Verify minute books and sealed PDFs.": (
        "Efterprøv beslutningsprotokoller og forseglede PDF'er."
    ),
    "Compute a figure and print what it rests on.": (
        "Regn en figur ud, og skriv, hvad den hviler på."
    ),
    "List the indicators, or print one's page.": (
        "Vis indikatorerne, eller skriv en af deres sider."
    ),
    # Figures
    "The indicator.": "Indikatoren.",
    "Print its page.": "Skriv dens side.",
    "2025, 2025Q2 or 2025M05; several make a table over time.": (
        "2025, 2025Q2 eller 2025M05; flere giver en tabel over tid."
    ),
    "DIMENSION": "DIMENSION",
    "DIMENSION=MEMBER": "DIMENSION=MEDLEM",
    "NAME=NUMBER": "NAVN=TAL",
    "AREA": "OMRÅDE",
    "YEAR": "ÅR",
    "MOMENT": "TIDSPUNKT",
    "Split by it.": "Del op efter den.",
    "Only what is of this.": "Kun det, der hører hertil.",
    "An assumption it asks for.": "En forudsætning, den beder om.",
    "A municipality's name or code, or 000; needed when there are several.": (
        "En kommunes navn eller nummer, eller 000; skal angives, når der er flere."
    ),
    "Tell money in this year's prices.": "Vis beløb i dette års priser.",
    "As it was known then: 2025-05-12 or 2025-05-12T14:30.": (
        "Som det var kendt dengang: 2025-05-12 eller 2025-05-12T14:30."
    ),
    "Also what the plain recomputation gives.": "Også, hvad en efterregning giver.",
    "How to print the figures.": "Hvordan figurerne skrives.",
    "there are no figures in {}": "der er ingen tal i {}",
    "{} is not name=value": "{} er ikke navn=værdi",
    "{} is not a number; write e.g. 5.000.000 or 2,5": (
        "{} er ikke et tal; skriv fx 5.000.000 eller 2,5"
    ),
    "{} is not a moment; write e.g. 2025-05-12 or 2025-05-12T14:30": (
        "{} er ikke et tidspunkt; skriv fx 2025-05-12 eller 2025-05-12T14:30"
    ),
    "{} is no municipality": "{} er ikke en kommune",
    "which municipality? There is {}": "hvilken kommune? Der er {}",
    # Verifying
    "FILE.pdf …": "FIL.pdf …",
    "PDFs; none means the minute books.": "PDF'er; ingen betyder beslutningsprotokollerne.",
    "There is no minute book with entries yet.": (
        "Der er endnu ingen beslutningsprotokol med poster."
    ),
    "{}: {} entries, the chain holds": "{}: {} poster, kæden holder",
    "{}: the chain does NOT hold": "{}: kæden holder IKKE",
    "entry {} is not what was written": "post {} er ikke, hvad der blev skrevet",
    "something is missing before entry {}": "der mangler noget før post {}",
    "entry {} is not in its place": "post {} står ikke på sin plads",
    "entry {} does not follow from the one before it": "post {} følger ikke efter den foregående",
    "entries after {} are gone": "poster efter {} er væk",
    "is not a PDF": "er ikke en PDF",
    "not sealed": "ikke forseglet",
    "sealed, but the seal cannot be read: {}": "forseglet, men seglet kan ikke læses: {}",
    "sealed by {} on {}": "forseglet af {} den {}",
    "the certificate is the one of this site": "certifikatet er dette websteds",
    "the certificate is self-made: nobody vouches for it": (
        "certifikatet er selvgjort: ingen indestår for det"
    ),
    "the certificate is unknown here": "certifikatet er ukendt her",
    "the file was CHANGED after it was sealed": "filen er ÆNDRET, efter at den blev forseglet",
    "something was ADDED to the file after it was sealed": (
        "der er FØJET noget til filen, efter at den blev forseglet"
    ),
    "unchanged since": "uændret siden",
    "was not published here, so there is nothing to compare it with": (
        "er ikke offentliggjort her, så der er intet at sammenligne med"
    ),
    "published here: {}": "offentliggjort her: {}",
    "the very file that was given out": "selve den fil, der blev givet ud",
    "another file": "en anden fil",
    "it is no longer in force: {}": "den gælder ikke længere: {}",
    "says what was published": "siger det, der blev offentliggjort",
    "says something ELSE": "siger noget ANDET",
    "agrees with the minute book": "stemmer med beslutningsprotokollen",
    "does NOT agree with the minute book": "stemmer IKKE med beslutningsprotokollen",
    # Options
    "Print the version.": "Skriv versionen.",
    "Language of messages and help.": "Sprog for beskeder og hjælp.",
    "FILE…": "FIL…",
    "FOLDER": "MAPPE",
    "FILE|FOLDER": "FIL|MAPPE",
    "SIZE": "STØRRELSE",
    "PORT": "PORT",
    "Files, folders (meaning the files in them), or - for standard input.": (
        "Filer, mapper (det vil sige filerne i dem) eller - for standard-ind."
    ),
    "Refuse larger files; 80MB, 1,5GB or bytes.": "Afvis større filer; 80MB, 1,5GB eller byte.",
    "How sure each reading is, and what found no place.": (
        "Hvor sikker hver læsning er, og hvad der ikke fandt en plads."
    ),
    "json, one object a line, or the canonical text.": (
        "json, ét objekt pr. linje eller den kanoniske tekst."
    ),
    "Write one file for each document here.": "Skriv én fil for hvert dokument her.",
    "Port on this machine; {} unless it is taken.": (
        "Port på denne maskine; {}, medmindre den er optaget."
    ),
    # Reading
    "Reading": "Læser",
    "no such file": "filen findes ikke",
    "access denied": "adgang nægtet",
    "is a folder": "er en mappe",
    "is a file, not a folder": "er en fil, ikke en mappe",
    "--summary is for people: leave out --format": "--summary er til mennesker: udelad --format",
    "the folder holds no files": "mappen indeholder ingen filer",
    "{} is not a size; write e.g. 80MB": "{} er ikke en størrelse; skriv fx 80MB",
    "unexpected error: {}": "uventet fejl: {}",
    "the system stopped the work, probably for lack of memory": (
        "systemet standsede arbejdet, formentlig af mangel på hukommelse"
    ),
    # Rendering
    "Rendering": "Sætter op",
    "A web page or a PDF.": "En webside eller en PDF.",
    "Write it here: a folder when there are several.": "Skriv den her: en mappe, når der er flere.",
    "Only what everybody may read.": "Kun det, som alle må læse.",
    "several files need a folder to be written to": "flere filer skal skrives til en mappe",
    "a PDF needs a file to be written to": "en PDF skal skrives til en fil",
    "holds several documents; give each a file of its own": (
        "rummer flere dokumenter; giv hvert sin egen fil"
    ),
    # Checking
    "Checking": "Tjekker",
    "For people, programs or editors.": "For mennesker, programmer eller editorer.",
    "One table over all documents.": "Én tabel over alle dokumenter.",
    "Also what was recomputed and holds.": "Også det, der er efterregnet og passer.",
    "Only these rules or families.": "Kun disse regler eller familier.",
    "Not these rules or families.": "Ikke disse regler eller familier.",
    "Print a rule's page, and do no more.": "Skriv en regels side, og gør ikke mere.",
    "An agenda and its attachments as one.": "En dagsorden og dens bilag som ét.",
    "Settings; otherwise sagsgang.toml beside the document.": (
        "Indstillinger; ellers sagsgang.toml ved siden af dokumentet."
    ),
    "Findings that are known; made if need be.": "Fund, der er kendt; laves om nødvendigt.",
    "Know all findings of this run.": "Kend alle fund fra denne kørsel.",
    "Check again whatever changes.": "Tjek igen, hvad der ændrer sig.",
    "FILE": "FIL",
    "--bundle takes one agenda at most": "--bundle tager højst én dagsorden",
    "--update-baseline needs --baseline": "--update-baseline kræver --baseline",
    "--watch goes with text, with files and without --update-baseline": (
        "--watch går sammen med tekst, med filer og uden --update-baseline"
    ),
    "no agenda or minutes among the files; the attachments are checked alone": (
        "ingen dagsorden eller referat blandt filerne; bilagene er tjekket alene"
    ),
    "{}: {} The attachments are checked alone": "{}: {} Bilagene er tjekket alene",
    "{} findings are known from now on": "{} fund er kendt fra nu af",
    "is not a folder": "er ikke en mappe",
    "is not text in UTF-8": "er ikke tekst i UTF-8",
    "{} is a rule in {} too": "{} er også en regel i {}",
    "names rules of its own, which are programs; run them with --settings": (
        "nævner egne regler, som er programmer; kør dem med --settings"
    ),
    "Waiting for changes – stop with Ctrl-C.": "Venter på ændringer – stop med Ctrl-C.",
    # Importing
    "Importing": "Indlæser",
    "{} imported, {} replaced, {} already there, {} not read": (
        "{} indlæst, {} erstattet, {} fandtes i forvejen, {} kunne ikke læses"
    ),
    "NAME": "NAVN",
    "The municipality of documents that do not say theirs.": (
        "Kommunen for dokumenter, der ikke selv nævner den."
    ),
    "{} not read: {} ({})": "{} kunne ikke læses: {} ({})",
    "{} there in another format": "{} fandtes i et andet format",
    "{} kept out of the archive": "{} måtte ikke lægges i arkivet",
    # work
    "Do the jobs that the website leaves.": "Udfør de jobs, som hjemmesiden efterlader.",
    "Do what is due now, then end.": "Udfør det, hvis tid er kommet, og slut.",
    "Doing the jobs as they come due – stop with Ctrl-C.": (
        "Udfører jobs, når deres tid kommer – stop med Ctrl-C."
    ),
    # The first administrator
    "MAIL": "MAIL",
    "ADDRESS": "ADRESSE",
    "Her mail address.": "Personens mailadresse.",
    "Her name; needed for a new account.": "Personens navn; kræves til en ny konto.",
    "Where the website is, as https://…; otherwise from the settings.": (
        "Hvor webstedet er, som https://…; ellers efter indstillingerne."
    ),
    "{} is an administrator now.": "{} er nu administrator.",
    "{} had an account and is an administrator now.": "{} havde en konto og er nu administrator.",
    "{} is an administrator again; the account was closed.": (
        "{} er administrator igen; kontoen var lukket."
    ),
    "{} is an administrator already; here is a new link.": (
        "{} er allerede administrator; her er et nyt link."
    ),
    "Choose a password by this link. It works once, for three days:": (
        "Vælg en adgangskode med dette link. Det virker én gang og i tre dage:"
    ),
    # Searching
    "Building the search index …": "Bygger søgeindekset …",
    "{} items can be found": "{} punkter kan findes",
    # Starting
    "Preparing the database …": "Gør databasen klar …",
    "Port {} is taken; using {}.": "Port {} er optaget; bruger {}.",
    "port {} is taken; choose another with --port": "port {} er optaget; vælg en anden med --port",
    "ports {}–{} are taken; choose another with --port": (
        "portene {}–{} er optaget; vælg en anden med --port"
    ),
    "Sagsgang runs at http://127.0.0.1:{}/ – stop with Ctrl-C.": (
        "Sagsgang kører på http://127.0.0.1:{}/ – stop med Ctrl-C."
    ),
    "Stopped.": "Stoppet.",
    # Testing
    "format": "format",
    "lint": "stil",
    "types": "typer",
    "layers": "lag",
    "tests": "test",
    "passed": "bestået",
    "FAILED": "FEJLET",
    # Figures
    "Take figures in from a file.": "Indlæs tal fra en fil.",
    "List what figures were taken in.": "Vis, hvilke tal der er indlæst.",
    "The file with figures.": "Filen med tal.",
    "SOURCE": "KILDE",
    "CODE": "KODE",
    "UNIT": "ENHED",
    "What kind of file it is: ledger, …": "Hvad det er for en fil: ledger, appeals, …",
    "The municipality, by code or name; 000 is the country.": (
        "Kommunen, som kode eller navn; 000 er hele landet."
    ),
    "kr., 1.000 kr. or mio. kr.": "kr., 1.000 kr. eller mio. kr.",
    "How the columns are to be understood, as JSON.": "Hvordan kolonnerne skal forstås, som JSON.",
    "Load also what changes known figures.": "Indlæs også det, der ændrer kendte tal.",
    "The store of figures; otherwise the website's.": "Mappen med tal; ellers webstedets.",
    "Withdraw this load.": "Træk denne indlæsning tilbage.",
    "NUMBER": "NUMMER",
    "WHY": "HVORFOR",
    "Why it is withdrawn.": "Hvorfor den trækkes tilbage.",
    "and {} more": "og {} andre steder",
    "not loaded: say --yes when it is right": "ikke indlæst: skriv --yes, når det er rigtigt",
    "It was there already, as load {}; nothing is changed.": (
        "Den var der i forvejen, som indlæsning {}; intet er ændret."
    ),
    "Loaded as load {}: {} figures.": "Indlæst som nummer {}: {} tal.",
    "Load it? [y/N] ": "Skal det indlæses? [j/N] ",
    "the municipality is missing": "kommunen mangler",
    "{} is not a mapping in JSON": "{} er ikke et kort over kolonner i JSON",
    "{} rows, {} figures, {}, told in {}": "{} rækker, {} tal, {}, i {}",
    "  {} is taken for {}": "  {} forstås som {}",
    "note: {}": "bemærk: {}",
    "{} new, {} as before, {} changed, {} gone": "{} nye, {} som før, {} ændrede, {} væk",
    "? told otherwise by: {}": "? siges anderledes af: {}",
    "not in the file": "ikke i filen",
    "  … and {} more": "  … og {} til",
    "? unusual: {}": "? usædvanligt: {}",
    "usually {}": "sædvanligvis {}",
    "withdrawn: {}": "trukket tilbage: {}",
    "say why": "skriv hvorfor",
    "there is no load {}": "der er ingen indlæsning {}",
    "Load {} no longer counts.": "Indlæsning {} tæller ikke længere.",
    # What was typed wrong
    "unknown language {}; choose da or en": "ukendt sprog {}; vælg da eller en",
    "Interrupted.": "Afbrudt.",
    "Help: {}": "Hjælp: {}",
    "No such option: {}": "Ukendt valg: {}",
    "No such option: {} (did you mean {}?)": "Ukendt valg: {} (mente du {}?)",
    "No such command: {}": "Ukendt kommando: {}",
    "No such command: {} (did you mean {}?)": "Ukendt kommando: {} (mente du {}?)",
    "{} is missing; choose {}": "{} mangler; vælg {}",
    "{} is missing": "{} mangler",
    "{} needs a value": "{} skal have en værdi",
    "{} takes no value": "{} skal ikke have en værdi",
    "Too many words: {}": "For mange ord: {}",
    "{}: {} is not one of {}": "{}: {} er ikke en af {}",
    "{} must be a whole number": "{} skal være et helt tal",
    "{} must be at least {}": "{} skal være mindst {}",
    "{} must be at most {}": "{} må højst være {}",
    "{}: {}": "{}: {}",
    "{}": "{}",
    # The help's own words
    "Usage: ": "Brug: ",
    "[OPTIONS]": "[VALG]",
    "COMMAND [ARGS]...": "KOMMANDO …",
    "Arguments": "Argumenter",
    "Options": "Valg",
    "Commands": "Kommandoer",
    "[default: {}]": "[ellers: {}]",
    "[required]": "[skal angives]",
    "Show this help.": "Vis denne hjælp.",
    # Reports
    "Make a report of figures for a period.": "Lav en rapport af tal for en periode.",
    "The report, described in TOML.": "Rapporten, beskrevet i TOML.",
    "The period it is for: year, quarter or month.": (
        "Perioden, den er for: år, kvartal eller måned."
    ),
    "The municipality's code in the figures.": "Kommunens kode i tallene.",
    "Write the page here.": "Skriv siden her.",
    "Hide numbers of people under this; 0 hides none.": (
        "Skjul antal personer under dette; 0 skjuler ingen."
    ),
    "there is no such folder": "mappen findes ikke",
}
