"""What kinds, posts, roles and the like are called on a page, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = dict[str, str | Promise]

BODY_KINDS: Words = {
    "council": pgettext_lazy("body", "Council"),
    "finance_committee": pgettext_lazy("body", "Finance committee"),
    "committee": pgettext_lazy("body", "Standing committee"),
    "special_committee": pgettext_lazy("body", "Special committee (§ 17, stk. 4)"),
    "direction": pgettext_lazy("body", "Direction"),
    "med_committee": pgettext_lazy("body", "MED committee"),
    "advisory_council": pgettext_lazy("body", "Advisory council"),
    "joint_meeting": pgettext_lazy("body", "Joint meeting"),
    "dialogue_meeting": pgettext_lazy("body", "Dialogue meeting"),
}
POSTS: Words = {
    "chair": pgettext_lazy("post", "Chair"),
    "vice_chair": pgettext_lazy("post", "Vice-chair"),
    "member": pgettext_lazy("post", "Member"),
    "substitute": pgettext_lazy("post", "Substitute"),
}
ROLES: Words = {
    "case_officer": pgettext_lazy("role", "Case officer"),
    "manager": pgettext_lazy("role", "Manager"),
    "finance_reviewer": pgettext_lazy("role", "Finance reviewer"),
    "secretary": pgettext_lazy("role", "Secretary"),
    "analyst": pgettext_lazy("role", "Analyst"),
}
MEETING_KINDS: Words = {
    "ordinary": pgettext_lazy("meeting", "Ordinary"),
    "extraordinary": pgettext_lazy("meeting", "Extraordinary"),
}
ORIGINS: Words = {
    "local": _("The municipality's own"),
    "minister": _("The minister's"),
}
