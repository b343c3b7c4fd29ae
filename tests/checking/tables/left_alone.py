"""Tables as they stand in Danish municipal minutes, whose totals are something else than the sum
of what is shown. Every figure and name is invented.
"""

LEFT = {
    "averages of a score": """
        | Tema | 2023 | 2024 |
        | Mødet | 3,70 | 3,74 |
        | Forløbet | 3,41 | 3,46 |
        | Samarbejdet | 3,02 | 3,13 |
        | I alt | 3,38 | 3,44 |""",
    "ranks": """
        | Placering | 2022 | 2023 | 2024 |
        | Alle ydelser | 18 | 20 | 29 |
        | A-dagpenge | 41 | 60 | 64 |
        | Sygedagpenge | 34 | 26 | 60 |""",
    "ranks with a total": """
        | Placering blandt 98 | 2023 | 2024 |
        | A-dagpenge | 41 | 60 |
        | Sygedagpenge | 34 | 26 |
        | Kontanthjælp | 11 | 15 |
        | I alt | 27 | 31 |""",
    "weighted total": """
        | Kriterium | Vægt | Tilbud A | Tilbud B |
        | Pris | 40 % | 8 | 6 |
        | Kvalitet | 40 % | 7 | 9 |
        | Proces | 20 % | 9 | 7 |
        | Samlet | 100 % | 7,8 | 7,4 |""",
    "top five": """
        | Største virksomheder | Ansatte |
        | Færgen | 412 |
        | Sygehuset | 388 |
        | Slagteriet | 301 |
        | Mejeriet | 244 |
        | Havnen | 190 |
        | I alt i kommunen | 21.480 |""",
    "the largest, and all": """
        | Brancher med flest ledige | 2024 | 2025 |
        | Handel | 212 | 198 |
        | Byggeri | 144 | 161 |
        | Sundhed | 97 | 90 |
        | Ledige i alt | 1.042 | 1.018 |""",
    "people with several offers": """
        | Tilbud | Antal borgere |
        | Praktik | 144 |
        | Mentor | 98 |
        | Kursus | 211 |
        | I alt | 377 |""",
    "people in several groups over two years": """
        | Borgere med | 2024 | 2025 |
        | Angst | 88 | 94 |
        | Depression | 112 | 120 |
        | Smerter | 67 | 70 |
        | I alt | 214 | 230 |""",
    "rates by year": """
        | Ledighed i pct. | 2023 | 2024 | 2025 |
        | Kommunen | 3,1 | 2,9 | 2,8 |
        | Regionen | 2,8 | 2,8 | 2,7 |
        | Hele landet | 2,9 | 2,8 | 2,8 |""",
    "unit prices": """
        | Ydelse | Antal | Pris pr. stk. | I alt |
        | Kursus | 12 | 4.500 | 54.000 |
        | Test | 30 | 850 | 25.500 |""",
    "waiting times": """
        | Afdeling | Sager | Gns. sagsbehandlingstid (dage) |
        | Pension | 214 | 61 |
        | Sygedagpenge | 688 | 22 |
        | I alt | 902 | 31 |""",
    "benefits for a month": """
        | Ydelse | Sats pr. måned |
        | Uddannelseshjælp | 6.889 |
        | Kontanthjælp | 12.326 |
        | Forsørger | 16.379 |""",
    "what stands below is more than is shown": """
        | Hovedforklaringer (mio. kr.) | Afvigelse |
        | Færre på sygedagpenge | 12,2 |
        | Færre fleksjobvisiterede | 4,4 |
        | Flere på A-dagpenge | -16,1 |
        | Samlet afvigelse | 11,4 |""",
    "limits": """
        | | Budget | Loft | I alt |
        | Service | 412 | 430 | 98 % |
        | Anlæg | 88 | 90 | 98 % |""",
    "running total": """
        | Måned | Årets forbrug |
        | Januar | 84.100 |
        | Februar | 171.250 |
        | Marts | 260.400 |
        | I alt | 260.400 |""",
    "places and dates": """
        | Mødedato | Kl. | Lokale |
        | 10. januar | 08.00 | 2 |
        | 7. februar | 08.00 | 2 |
        | I alt | 2 | |""",
    "some of the sources": """
        | Finansiering | Kr. |
        | Fonden | 500.000 |
        | Kommunen | 250.000 |
        | Foreningen | 100.000 |
        | Projektets samlede budget | 1.400.000 |""",
    "two ways to split": """
        | Ledige | 2025 |
        | I alt | 1.042 |
        | Mænd | 511 |
        | Kvinder | 531 |
        | Under 30 år | 288 |
        | 30 år og derover | 754 |""",
    "two ways to split, two years": """
        | Ledige | 2024 | 2025 |
        | Mænd | 502 | 511 |
        | Kvinder | 540 | 531 |
        | Under 30 år | 301 | 288 |
        | 30 år og derover | 741 | 754 |
        | I alt | 1.042 | 1.042 |""",
    "total of the year, part of the year": """
        | | 1. halvår 2024 | Hele 2024 |
        | Henvisninger | 188 | 402 |
        | Afslag | 21 | 40 |""",
    "students and capacity": """
        | Skole | Elever | Kapacitet | Udnyttelse |
        | Åskolen | 412 | 450 | 92 % |
        | Søskolen | 255 | 300 | 85 % |
        | I alt | 667 | 750 | 89 % |""",
    "median": """
        | | 2024 | 2025 |
        | Første kvartil | 12 | 14 |
        | Median | 31 | 33 |
        | Samlet gennemsnit | 36 | 39 |""",
    "the total of another table": """
        | Nye sager | Marts |
        | LAB | 14 |
        | LAS | 9 |
        | Sager i alt siden 2020 | 1.877 |""",
    "points": """
        | Forskel (pct. point) | 2024 | 2025 |
        | Mænd | -0,3 | -0,2 |
        | Kvinder | -0,5 | -0,1 |
        | I alt | -0,4 | -0,15 |""",
    "an index": """
        | Indeks (2020 = 100) | 2023 | 2024 |
        | Udgifter | 112 | 118 |
        | Indtægter | 104 | 109 |
        | I alt | 109 | 115 |""",
    "a goal and its total": """
        | Mål | Måltal | Opnået |
        | Fritidsjob | 280 | 123 |
        | Lærlinge | 60 | 58 |
        | Mål i alt | 5 | 3 |""",
    "a total that says it is rounded": """
        | Pulje | Kr. |
        | Amatørteatret | 48.750 |
        | Koret | 32.125 |
        | Klubben | 19.500 |
        | I alt afrundet | 100.000 |""",
    "exact amounts and a rounded total": """
        | Pulje | Kr. |
        | Amatørteatret | 48.750 |
        | Koret | 32.125 |
        | Klubben | 19.500 |
        | I alt | 100.000 |""",
    "what could not be placed is in the total": """
        | Sted | Indberetninger |
        | Skoler | 88 |
        | Gader | 120 |
        | Parker | 33 |
        | I alt (7 uoplyste) | 248 |""",
    "pupils who play two instruments": """
        | Fag | Hold | Timer | Elever |
        | Violin | 4 | 160 | 41 |
        | Klaver | 9 | 380 | 88 |
        | Kor | 3 | 120 | 96 |
        | I alt | 16 | 660 | 187 |""",
    "an application drawn back": """
        | Tilskud | Søgt | Anbefalet |
        | Byfesten | 75.000 | 50.000 |
        | Havnedagen | 30.000 | 30.000 |
        | Skakklubben (trukket) | 15.000 | 0 |
        | I alt | 105.000 | 80.000 |""",
    "projects that began before the first year": """
        | 1.000 kr. | 2025 | 2026 | 2027 | Projekt i alt |
        | Skole | 12.000 | 44.000 | 8.000 | 66.500 |
        | Sti | 1.200 | 3.400 | 0 | 4.600 |
        | Bane | 500 | 5.500 | 0 | 6.000 |""",
    "people whose total looks like a slip in one part": """
        | Antal borgere i målgruppen | Visiteret |
        | STU | 61 |
        | Værksted | 88 |
        | Samvær | 120 |
        | Antal borgere i alt | 251 |""",
    "a total near what a short part with two digits swapped would give": """
        | Tilbud | Pladser |
        | Praktik | 212 |
        | Løntilskud | 40 |
        | Vejledning | 388 |
        | I alt | 551 |""",
    "a share beside the change of what it is a share of": """
        | | 2023 | 2024 | Ændring |
        | Folkeskole | 5.120 | 5.044 | -76 |
        | Privatskole | 1.198 | 1.240 | 42 |
        | I alt | 6.318 | 6.284 | -34 |
        | Andel i folkeskole | 81 % | 80 % | -1 % |""",
}
