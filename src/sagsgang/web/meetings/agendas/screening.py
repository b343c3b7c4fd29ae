"""A title that everyone may read tells no personal number, name, address or account: the finders
are those of the checks on minutes (family P).
"""

from django.utils.translation import gettext as _

from sagsgang.checking.privacy.accounts import find_accounts
from sagsgang.checking.privacy.addresses import find_home_addresses
from sagsgang.checking.privacy.emails import find_private_emails
from sagsgang.checking.privacy.people import people_named
from sagsgang.checking.privacy.personal_number import find_personal_numbers
from sagsgang.checking.privacy.phones import find_private_phones
from sagsgang.web.design.refusal import Refusal


def title_refuse(title: str, field: str, *, is_confirmed: bool = False) -> None:
    """Refuse a personal number always, and what may tell of somebody until it is confirmed."""
    if any(find_personal_numbers(title)):
        raise Refusal(_("The title holds a personal number. Take it out."), field)
    doubts = title_doubts(title)
    if doubts and not is_confirmed:
        raise Refusal(
            _("%(what)s. Write a title without it, or tick that it may be read by everyone.")
            % {"what": "; ".join(doubts)},
            field,
        )


def title_doubts(title: str) -> list[str]:
    """What in the title may tell of a person, in words for the one who writes it."""
    found = [
        _("“%(what)s” looks like a person's name") % {"what": named.name}
        for named in people_named(title)
    ]
    if any(find_home_addresses(title)):
        found.append(_("There is what looks like somebody's address"))
    if any(find_private_emails(title)):
        found.append(_("There is a private mail address"))
    if any(find_private_phones(title, frozenset())):
        found.append(_("There is what looks like a private phone number"))
    if any(find_accounts(title)):
        found.append(_("There is what looks like a bank account"))
    return found
