"""Addresses of bodies, their plans, and the registers; what is administered is under
`administration/`.
"""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.bodies.views import (
    administering,
    members,
    municipality,
    plan,
    reading,
    registers,
    roles,
)

app_name = "bodies"
_A = "administration/"
_BODY = f"{_A}udvalg/<slug:slug>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("udvalg/", reading.bodies, name="list"),
    path("udvalg/<slug:slug>/", reading.body, name="body"),
    path("politikker/", reading.policies, name="policies"),
    path("politikker/ny/", registers.policy_add, name="policy_add"),
    path("politikker/<int:key>/", reading.policy, name="policy"),
    path("politikker/<int:key>/ret/", registers.policy_change, name="policy_change"),
    path("politikker/<int:key>/maal/", registers.goal_add, name="goal_add"),
    path("politikker/maal/<int:key>/", registers.goal_change, name="goal_change"),
    path("politikker/maal/<int:key>/fjern/", registers.goal_remove, name="goal_remove"),
    path(_A, municipality.administration, name="administration"),
    path(f"{_A}kommune/", municipality.settings, name="settings"),
    path(f"{_A}kommune/ny/", municipality.start, name="start"),
    path(f"{_A}kommune/eksempel/", municipality.setting_example, name="setting_example"),
    path(f"{_A}kommune/periode/", municipality.term_add, name="term_add"),
    path(f"{_A}kommune/periode/<int:key>/", municipality.term_change, name="term_change"),
    path(f"{_A}delegation/", reading.delegation, name="delegation"),
    path(f"{_A}delegation/ny/", registers.delegation_add, name="delegation_add"),
    path(f"{_A}delegation/<int:key>/", registers.delegation_change, name="delegation_change"),
    path(f"{_A}delegation/<int:key>/fjern/", registers.delegation_remove, name="delegation_remove"),
    path(f"{_A}personer/", members.people, name="people"),
    path(f"{_A}personer/ny/", members.person_add, name="person_add"),
    path(f"{_A}personer/<int:key>/", members.person_change, name="person_change"),
    path(f"{_A}plads/<int:key>/slut/", members.membership_end, name="membership_end"),
    path(f"{_A}plads/<int:key>/post/", members.membership_post, name="membership_post"),
    path(f"{_A}plads/<int:key>/stedfortraeder/", members.substitute_start, name="substitute_start"),
    path(f"{_A}stedfortraeder/<int:key>/slut/", members.substitute_end, name="substitute_end"),
    path(f"{_A}moede/<int:key>/flyt/", plan.meeting_move, name="meeting_move"),
    path(f"{_A}moede/<int:key>/aflys/", plan.meeting_cancel, name="meeting_cancel"),
    path(f"{_A}moede/<int:key>/genopret/", plan.meeting_restore, name="meeting_restore"),
    path(f"{_A}aarshjul/<int:key>/", plan.wheel_change, name="wheel_change"),
    path(f"{_A}aarshjul/<int:key>/fjern/", plan.wheel_remove, name="wheel_remove"),
    path(f"{_A}brugere/<int:key>/rolle/", roles.assign, name="role_assign"),
    path(f"{_A}rolle/<int:key>/slut/", roles.end, name="role_end"),
    path(f"{_A}udvalg/", administering.bodies, name="administer_list"),
    path(f"{_A}udvalg/opret/", administering.create, name="body_create"),
    path(_BODY, administering.body, name="administer"),
    path(f"{_BODY}ret/", administering.change, name="body_change"),
    path(f"{_BODY}luk/", administering.close, name="body_close"),
    path(f"{_BODY}aabn/", administering.reopen, name="body_reopen"),
    path(f"{_BODY}medlem/", members.membership_start, name="membership_start"),
    path(f"{_BODY}moeder/", plan.meetings, name="meetings"),
    path(f"{_BODY}moeder/nyt/", plan.meeting_add, name="meeting_add"),
    path(f"{_BODY}moeder/serie/", plan.series, name="series"),
    path(f"{_BODY}aarshjul/", plan.wheel_add, name="wheel_add"),
]
