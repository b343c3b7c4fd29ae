"""The usual words of decisions, offered to whoever writes one down; their meaning is tested
against the phrases that minutes are read by.
"""

from sagsgang.minutes import Outcome

PHRASES: dict[str, Outcome] = {
    "Godkendt.": Outcome.APPROVED,
    "Indstillingen blev godkendt.": Outcome.APPROVED,
    "Taget til efterretning.": Outcome.NOTED,
    "Orienteringen blev taget til efterretning.": Outcome.NOTED,
    "Drøftet.": Outcome.DISCUSSED,
    "Udvalget anbefaler indstillingen.": Outcome.RECOMMENDED,
    "Indstilles til godkendelse.": Outcome.RECOMMENDED,
    "Sagen udsættes.": Outcome.POSTPONED,
    "Godkendt med ændringer.": Outcome.CHANGED,
    "Indstillingen blev ikke godkendt.": Outcome.REJECTED,
    "Sagen bortfalder.": Outcome.LAPSED,
    "Intet til referat.": Outcome.NONE,
}
