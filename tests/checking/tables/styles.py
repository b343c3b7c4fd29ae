"""Tables as they stand in Danish municipal minutes, which add up in as many totals as said.

One addend or none is no sum. Every figure and name is invented.
"""

from typing import NamedTuple


class Style(NamedTuple):
    """A table, and how many of its printed totals are sums."""

    table: str
    sums: int


ADDED = {
    "budget by area": Style(
        """
        | Område (mio. kr.) | Oprindeligt budget | Korrigeret budget | Forventet regnskab |
        | Dagtilbud | 412,3 | 415,0 | 418,2 |
        | Skoler | 688,1 | 690,4 | 689,0 |
        | Ældre | 520,6 | 531,2 | 540,9 |
        | I alt | 1.621,0 | 1.636,6 | 1.648,1 |""",
        3,
    ),
    "expenses, income and net": Style(
        """
        | 1.000 kr. | U | I | N |
        | Jobcenter | 84.210 | -12.340 | 71.870 |
        | Ydelser | 412.905 | -98.117 | 314.788 |
        | Integration | 22.468 | -9.002 | 13.466 |
        | I alt | 519.583 | -119.459 | 400.124 |""",
        7,
    ),
    "income without its sign": Style(
        """
        | Kr. | 2024 | 2025 |
        | Udgifter | 1.284.500 | 1.310.250 |
        | Indtægter | 412.300 | 398.150 |
        | Netto | 872.200 | 912.100 |""",
        2,
    ),
    "policy areas with numbers": Style(
        """
        | Nr. | Politikområde | Budget 2025 | Budget 2026 |
        | 11 | Integration | 21.304 | 20.981 |
        | 12 | Borgerservice | 8.115 | 8.210 |
        | 18 | Forsørgelse | 612.870 | 618.445 |
        | | I alt | 642.289 | 647.636 |""",
        2,
    ),
    "total first": Style(
        """
        | Antal | 2023 | 2024 | 2025 |
        | I alt | 1.482 | 1.517 | 1.498 |
        | A-dagpenge | 611 | 634 | 629 |
        | Kontanthjælp | 402 | 398 | 377 |
        | Sygedagpenge | 469 | 485 | 492 |""",
        3,
    ),
    "total column first": Style(
        """
        | | I alt | Mænd | Kvinder |
        | Forsikrede | 1.042 | 511 | 531 |
        | Ikke forsikrede | 488 | 262 | 226 |
        | Unge | 317 | 166 | 151 |""",
        3,
    ),
    "total in the middle of two groups": Style(
        """
        | 1.000 kr. | 2025 | 2026 |
        | Løn | 3.412 | 3.498 |
        | Husleje | 618 | 634 |
        | Udgifter i alt | 4.030 | 4.132 |
        | Brugerbetaling | -412 | -420 |
        | Tilskud | -1.150 | -1.150 |
        | Indtægter i alt | -1.562 | -1.570 |
        | Netto | 2.468 | 2.562 |""",
        6,
    ),
    "nested totals": Style(
        """
        | 1.000 kr. | 2025 | 2026 |
        | Vuggestuer | 12.118 | 12.340 |
        | Børnehaver | 18.455 | 18.702 |
        | Dagtilbud i alt | 30.573 | 31.042 |
        | Folkeskoler | 88.190 | 87.940 |
        | Fritidsordninger | 14.206 | 14.115 |
        | Skoler i alt | 102.396 | 102.055 |
        | Børn og unge i alt | 132.969 | 133.097 |
        | Musikskole | 4.812 | 4.905 |
        | I alt | 137.781 | 138.002 |""",
        8,
    ),
    "groups with heads of their own": Style(
        """
        | Kr. | 2025 |
        | **Drift** | |
        | Rengøring | 412.300 |
        | Vand og varme | 288.150 |
        | Sum | 700.450 |
        | **Anlæg** | |
        | Nyt tag | 1.940.000 |
        | Solceller | 655.000 |
        | Sum | 2.595.000 |""",
        2,
    ),
    "groups with heads and a total of all": Style(
        """
        | Kr. | 2025 | 2026 |
        | Drift | | |
        | Rengøring | 412.300 | 420.500 |
        | Vand og varme | 288.150 | 291.700 |
        | Drift i alt | 700.450 | 712.200 |
        | Anlæg | | |
        | Nyt tag | 1.940.000 | 350.000 |
        | Solceller | 655.000 | 0 |
        | Anlæg i alt | 2.595.000 | 350.000 |
        | Total | 3.295.450 | 1.062.200 |""",
        5,
    ),
    "of which": Style(
        """
        | Antal | 2024 | 2025 |
        | Virksomhedspraktik | 312 | 298 |
        | Løntilskud | 118 | 127 |
        | - heraf offentlige | 41 | 46 |
        | Vejledning | 540 | 566 |
        | I alt | 970 | 991 |""",
        2,
    ),
    "of which below the total": Style(
        """
        | 1.000 kr. | 2024 | 2025 |
        | Løn | 8.412 | 8.590 |
        | Varer | 1.377 | 1.402 |
        | I alt | 9.789 | 9.992 |
        | Heraf statsrefusion | 2.110 | 2.204 |""",
        2,
    ),
    "year columns and a total column": Style(
        """
        | Kr. | 2025 | 2026 | 2027 | I alt |
        | Projektleder | 410.000 | 418.000 | 209.000 | 1.037.000 |
        | Aktiviteter | 150.000 | 175.000 | 60.000 | 385.000 |
        | Evaluering | 0 | 25.000 | 80.000 | 105.000 |
        | I alt | 560.000 | 618.000 | 349.000 | 1.527.000 |""",
        8,
    ),
    "blank cells mean nothing": Style(
        """
        | Kr. | 2025 | 2026 | 2027 |
        | Analyse | 120.500 | | |
        | Projektering | 340.000 | 85.250 | |
        | Udførelse | | 1.915.000 | 640.700 |
        | I alt | 460.500 | 2.000.250 | 640.700 |""",
        2,
    ),
    "dashes mean nothing": Style(
        """
        | Sager | LAB | LAS | SEL |
        | Stadfæstet | 14 | 31 | 22 |
        | Ændret | - | 4 | 3 |
        | Hjemvist | 5 | - | 6 |
        | I alt | 19 | 35 | 31 |""",
        3,
    ),
    "negative revenue and deviations": Style(
        """
        | Mio. kr. | Budget | Forbrug | Afvigelse |
        | Førtidspension | 288,4 | 284,9 | -3,5 |
        | Sygedagpenge | 96,2 | 101,8 | 5,6 |
        | Refusion | -61,7 | -63,1 | -1,4 |
        | I alt | 322,9 | 323,6 | 0,7 |""",
        3,
    ),
    "two heads over one another": Style(
        """
        | | Drift | Drift | Anlæg | Anlæg |
        | | 2025 | 2026 | 2025 | 2026 |
        | Veje | 4.110 | 4.215 | 900 | 1.250 |
        | Parker | 2.308 | 2.350 | 120 | 340 |
        | I alt | 6.418 | 6.565 | 1.020 | 1.590 |""",
        4,
    ),
    "units under the heads": Style(
        """
        | Aktivitet | Timer | Beløb |
        | | antal | kr. |
        | Undervisning | 412 | 185.400 |
        | Mentor | 233 | 116.500 |
        | I alt | 645 | 301.900 |""",
        2,
    ),
    "head repeated in the table": Style(
        """
        | Område | 2024 | 2025 |
        | Nord | 412 | 431 |
        | Syd | 388 | 377 |
        | I alt | 800 | 808 |
        | Område | 2024 | 2025 |
        | Øst | 216 | 240 |
        | Vest | 305 | 299 |
        | I alt | 521 | 539 |""",
        4,
    ),
    "counts and shares": Style(
        """
        | Svar | Antal | Pct. |
        | Meget tilfreds | 112 | 31 % |
        | Tilfreds | 168 | 46 % |
        | Utilfreds | 52 | 14 % |
        | Ved ikke | 31 | 9 % |
        | I alt | 363 | 100 % |""",
        2,
    ),
    "the country below the total": Style(
        """
        | Ydelse | 2024 | 2025 |
        | A-dagpenge | 611 | 634 |
        | Kontanthjælp | 402 | 398 |
        | I alt | 1.013 | 1.032 |
        | Landet i alt | 152.204 | 149.880 |""",
        2,
    ),
    "averages in the total row": Style(
        """
        | Skole | Elever | Klasser | Klassekvotient | Fravær i pct. |
        | Åskolen | 412 | 19 | 21,7 | 6,1 |
        | Bakkeskolen | 388 | 18 | 21,6 | 7,4 |
        | Søskolen | 255 | 12 | 21,3 | 5,9 |
        | I alt | 1.055 | 49 | 21,5 | 6,5 |""",
        2,
    ),
    "staff": Style(
        """
        | Årsværk | 2024 | 2025 |
        | Sagsbehandlere | 42,5 | 44,0 |
        | Virksomhedskonsulenter | 18,2 | 17,6 |
        | Ledere | 6,0 | 6,0 |
        | Samlet | 66,7 | 67,6 |""",
        2,
    ),
    "asides in the cells": Style(
        """
        | | 2024 | 2025 |
        | Ansøgninger | 84 (12 afslag) | 91 (8 afslag) |
        | Genansøgninger | 17 | 22 |
        | I alt | 101 | 113 |""",
        2,
    ),
    "stars at the figures": Style(
        """
        | Antal | 2024 | 2025 |
        | Dagplejere | 112 | 104* |
        | Vikarer | 14** | 18 |
        | I alt | 126 | 122 |""",
        2,
    ),
    "percentages of the whole": Style(
        """
        | Andel af midlerne | 2024 | 2025 |
        | Skoler | 41 % | 42 % |
        | Ældre | 33 % | 31 % |
        | Andet | 26 % | 27 % |
        | I alt | 100 % | 100 % |""",
        2,
    ),
    "amounts in words of crowns": Style(
        """
        | Post | Beløb |
        | Tag | 1.250.000 kr. |
        | Facade | 3.415.000 kr. |
        | Vinduer | 705.500 kr. |
        | I alt | 5.370.500 kr. |""",
        1,
    ),
    "amounts with a comma and dash": Style(
        """
        | Ansøger | Ansøgt | Indstillet |
        | Spejderne | 25.000,- | 20.000,- |
        | Koret | 18.500,- | 15.000,- |
        | Ungdomsklubben | 32.750,- | 30.000,- |
        | I alt | 76.250,- | 65.000,- |""",
        2,
    ),
    "one column, a list of projects": Style(
        """
        | Projekt | Budget i t. kr. |
        | Byskolen, branddøre | 1.150 |
        | Fælleshuset, tag | 3.420 |
        | Hallen, gulv | 1.705 |
        | Rådhuset, rådgivning | 310 |
        | Strandpavillonen | 625 |
        | I alt | 7.210 |""",
        1,
    ),
    "one column, savings": Style(
        """
        | Forslag | Besparelse 2025 (1.000 kr.) |
        | Færre vikarer | -1.412 |
        | Fælles indkøb | -688 |
        | Mindre rengøring | -355 |
        | Samlet besparelse | -2.455 |""",
        1,
    ),
    "a single row of years": Style(
        """
        | Finanslovsår | 2023 | 2024 | 2025 | Tilsagn i alt |
        | Beløb | 1.412.655 | 730.118 | 288.490 | 2.431.263 |""",
        1,
    ),
    "months and a year": Style(
        """
        | Nyledige | Jan. | Feb. | Mar. | 1. kvartal i alt |
        | Mænd | 41 | 37 | 52 | 130 |
        | Kvinder | 38 | 44 | 47 | 129 |
        | I alt | 79 | 81 | 99 | 259 |""",
        7,
    ),
    "rounded": Style(
        """
        | Mio. kr. | B2025 | F2025 | B2026 |
        | Renovering | 11,1 | 11,4 | 11,9 |
        | Renseanlæg | 5,1 | 21,3 | 11,2 |
        | Klimatilpasning | 37,3 | 21,4 | 23,6 |
        | Øvrige | 1,4 | 1,4 | 1,4 |
        | I alt | 55,0 | 55,4 | 48,2 |""",
        3,
    ),
    "zeros in most places": Style(
        """
        | Kr. (2025-PL) | 2025 | 2026 | 2027 |
        | Pulje | -640.300 | -640.300 | -640.300 |
        | Vandring | 12.500 | 0 | 0 |
        | Kampagne | 215.000 | 0 | 215.000 |
        | Vagter | 0 | 0 | 0 |
        | Total | -412.800 | -640.300 | -425.300 |""",
        2,
    ),
    "a note under the total": Style(
        """
        | Kr. | 2025 | 2026 |
        | Konsulent | 312.400 | 318.900 |
        | Materialer | 84.150 | 61.700 |
        | I alt | 396.550 | 380.600 |
        | Alle tal er i 2025-PL | | |""",
        2,
    ),
    "spaces for thousands": Style(
        """
        | Post | 2025 | 2026 |
        | Løn | 1 284 500 | 1 310 250 |
        | Drift | 412 300 | 398 150 |
        | I alt | 1 696 800 | 1 708 400 |""",
        2,
    ),
    "before and after": Style(
        """
        | Ældreboliger | Nu | Efter ombygning |
        | Torvet | 24 | 32 |
        | Møllen | 41 | 41 |
        | Engen | 18 | 12 |
        | Boliger i alt | 83 | 85 |""",
        2,
    ),
    "who pays": Style(
        """
        | Finansiering | 2025 | 2026 |
        | Fondsmidler | 500.000 | 250.000 |
        | Kommunen | 312.500 | 312.500 |
        | Egenbetaling | 44.750 | 51.200 |
        | Finansiering i alt | 857.250 | 613.700 |""",
        2,
    ),
    "change of budget": Style(
        """
        | 1.000 kr. | Vedtaget | Tillæg | Korrigeret i alt |
        | Løn | 18.412 | 390 | 18.802 |
        | Aktivering | 7.304 | -512 | 6.792 |
        | Hjælpemidler | 1.188 | 64 | 1.252 |""",
        3,
    ),
    "age groups": Style(
        """
        | Alder | Mænd | Kvinder | I alt |
        | 16-24 år | 88 | 71 | 159 |
        | 25-29 år | 104 | 112 | 216 |
        | 30-66 år | 371 | 402 | 773 |
        | I alt | 563 | 585 | 1.148 |""",
        7,
    ),
    "full-time persons": Style(
        """
        | Fuldtidspersoner | Apr. 2024 | Apr. 2025 |
        | Jobparate | 288 | 271 |
        | Aktivitetsparate | 412 | 396 |
        | Uddannelseshjælp | 190 | 184 |
        | I alt | 890 | 851 |""",
        2,
    ),
    "loans": Style(
        """
        | Låneadgang i 2025 (i mio. kr.) | Budget | Ramme |
        | Energi | 2,6 | 2,3 |
        | Grundskyld i alt | 0,0 | 8,7 |
        | Indfrielse | 0,0 | -1,8 |
        | Sum | 2,6 | 9,2 |""",
        1,
    ),
    "numbered rows": Style(
        """
        | Indsats | 2025 | 2026 |
        | 1. Tidlig kontakt | 410.500 | 395.250 |
        | 2. Kompetencekort | 188.000 | 201.400 |
        | 3. Jobmesse | 62.300 | 64.800 |
        | I alt | 660.800 | 661.450 |""",
        2,
    ),
    "account numbers at the side": Style(
        """
        | Funktion | Tekst | Budget | Forbrug |
        | 5.57.71 | Sygedagpenge | 96.214 | 48.805 |
        | 5.58.81 | Fleksjob | 61.377 | 30.912 |
        | 5.68.90 | Drift | 12.940 | 6.118 |
        | I alt | | 170.531 | 85.835 |""",
        2,
    ),
    "share beside each amount": Style(
        """
        | Kilde | 2024 | Pct. | 2025 | Pct. |
        | Stat | 412.300 | 58,9 | 398.150 | 56,1 |
        | Fond | 188.000 | 26,8 | 201.400 | 28,4 |
        | Egne | 100.200 | 14,3 | 110.250 | 15,5 |
        | I alt | 700.500 | 100,0 | 709.800 | 100,0 |""",
        4,
    ),
    "used so far": Style(
        """
        | Mio. kr. | Budget | Forbrug | Forbrugsprocent |
        | Beskæftigelse | 512,4 | 255,1 | 49,8 |
        | Kultur | 88,3 | 47,0 | 53,2 |
        | Teknik | 141,9 | 60,6 | 42,7 |
        | I alt | 742,6 | 362,7 | 48,8 |""",
        2,
    ),
    "minus put after a space": Style(
        """
        | 1.000 kr. | 2025 | 2026 |
        | Skat | - 812.400 | - 824.150 |
        | Drift | 790.115 | 803.962 |
        | Renter | 1.204 | 1.188 |
        | I alt | - 21.081 | - 19.000 |""",
        2,
    ),
    "result of a year": Style(
        """
        | Mio. kr. | R2023 | B2024 | B2025 |
        | Skatter | -2.410,3 | -2.498,0 | -2.561,4 |
        | Tilskud | -688,1 | -702,5 | -711,9 |
        | Driftsudgifter | 2.988,7 | 3.090,2 | 3.171,0 |
        | Renter | 4,2 | 6,1 | 5,8 |
        | Resultat af ordinær drift | -105,5 | -104,2 | -96,5 |
        | Anlæg | 118,4 | 96,0 | 91,3 |
        | Resultat i alt | 12,9 | -8,2 | -5,2 |""",
        6,
    ),
    "totals with a line between": Style(
        """
        | Deltagere | Hold 1 | Hold 2 |
        | Gennemført | 21 | 18 |
        | Afbrudt | 6 | 9 |
        | | | |
        | I alt | 27 | 27 |""",
        2,
    ),
    "answers by school, and all": Style(
        """
        | Skole | 0. klasse | 1. klasse | 2. klasse | 3. klasse | Samlet |
        | Åskolen | 44 | 51 | 48 | 47 | 190 |
        | Bakkeskolen | 39 | 42 | 40 | 45 | 166 |
        | Søskolen | 22 | 25 | 31 | 27 | 105 |
        | Hele kommunen | 105 | 118 | 119 | 119 | 461 |""",
        9,
    ),
    "incoming and outgoing": Style(
        """
        | | Til kommunen | Fra kommunen | Netto |
        | Januar | 84 | -61 | 23 |
        | Februar | 77 | -80 | -3 |
        | Marts | 91 | -68 | 23 |
        | I alt | 252 | -209 | 43 |""",
        7,
    ),
    "rows that stand below their own sum": Style(
        """
        | Område | 2024 | 2025 |
        | Teknik | 92,1 | 93,5 |
        | Veje | 33,4 | 33,9 |
        | Natur | 9,1 | 9,3 |
        | Bygninger | 49,6 | 50,3 |
        | Kultur | 41,2 | 42,6 |
        | Bibliotek | 22,2 | 23,0 |
        | Idræt | 19,0 | 19,6 |
        | Samlet | 133,3 | 136,1 |""",
        2,
    ),
    "a bottom row without a label": Style(
        """
        | 1.000 kr. | 2024 | 2025 | 2026 |
        | Tag | 3.400 | 1.250 | 0 |
        | Facade | 1.200 | 2.115 | 640 |
        | Vinduer | 2.250 | 480 | 915 |
        | | 6.850 | 3.845 | 1.555 |""",
        3,
    ),
}
