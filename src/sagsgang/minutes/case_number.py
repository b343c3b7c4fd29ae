"""A case number as printed, what kind it is, and its canonical form."""

from enum import StrEnum

from sagsgang.minutes.base import Noun


class CaseNumberKind(StrEnum):
    """KLE (KL's subject numbers), the number of a records system (ESDH), or anything else."""

    KLE = "kle"
    ESDH = "esdh"
    OTHER = "other"


class CaseNumber(Noun):
    """`text` as printed; `canonical` with dashes as KL writes them; `is_valid` is false when
    malformed."""

    text: str
    kind: CaseNumberKind
    canonical: str
    is_valid: bool
