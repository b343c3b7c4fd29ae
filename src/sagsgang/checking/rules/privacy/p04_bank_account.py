"""P04: a bank account, as registration and account number or as an IBAN."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.accounts import find_accounts
from sagsgang.checking.privacy.masking import masked_number
from sagsgang.checking.privacy.passage import Passage, lines_of, passages
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "P04"
TITLE = Words(da="Et kontonummer", en="Bank account")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ADVICE = Words(
    da="Fjern kontonummeret. En betaling kræver det ikke i et referat.",
    en="Remove the account. No payment needs it in minutes.",
)
#: Below this it is more likely an account that anybody may pay into.
_PRIVATE = 0.6


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every account once an item, or once a page or sheet of an attachment."""
    read, lines = passages(minutes, context), lines_of(minutes, context)
    yield from tell(context, read, _secrets, _message, _ADVICE, lines)


def _secrets(passage: Passage) -> Iterator[Secret]:
    if passage.is_closed:
        return
    for account in find_accounts(passage.text):
        severity = Severity.NOTES if account.confidence < _PRIVATE else None
        masked = masked_number(account.text)
        yield Secret(account.start, account.end, account.key, masked, account.confidence, severity)


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"{masked} {place.da} ser ud til at være en bankkonto.",
        f"{masked} {place.en} seems to be a bank account.",
    )
