"""Whoever may not see a thing is never told of it: not in the list, the count, nor by mail."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications import mails, selectors
from sagsgang.web.notifications.models import Notification, Preference
from sagsgang.web.notifications.permissions import subject_gate_register, subjects_seen
from sagsgang.web.notifications.services import preferences_set

PEOPLE = ("case_officer", "manager", "member")
CASES = ("case:1", "case:2", "case:3")
PAIRS = st.sets(st.tuples(st.sampled_from(CASES), st.sampled_from(PEOPLE)))
HOW = st.tuples(*(st.sampled_from(["at_once", "daily", "off"]) for _ in PEOPLE))


@pytest.mark.django_db
@pytest.mark.parametrize("asks_for_many", [False, True])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hidden_then=PAIRS, hidden_now=PAIRS, how=HOW, closed=st.sets(st.sampled_from(CASES)))
def test_who_may_not_see_is_never_told(
    world, gate, tell, asks_for_many, hidden_then, hidden_now, how, closed
):
    for model in (Notification, Preference, Job, Mail):
        model.objects.all().delete()
    if asks_for_many:
        subject_gate_register(
            "case",
            lambda key, user: False,
            many=lambda keys, user: [key for key in keys if gate.may_see(key, user)],
            is_closed=gate.is_closed,
        )
    gate.closed = closed
    users = {key: world.people[key] for key in PEOPLE}
    for key, chosen in zip(PEOPLE, how, strict=True):
        preferences_set(actor=users[key], chosen={"case_returned": chosen})

    gate.hidden = {(case, users[key].pk) for case, key in hidden_then}
    for case in CASES:
        tell(*PEOPLE, subject_key=case, path=f"/sager/{case[5:]}/", text=f"Om <{case}>.")
    gate.hidden = {(case, users[key].pk) for case, key in hidden_now}
    mails.digest(day="2026-03-03")
    while jobs_run_due():
        pass

    for key, user in users.items():
        may = {case for case in CASES if (case, key) not in hidden_then | hidden_now}
        told = selectors.notifications_for(user)
        assert {each.subject_key for each in told} == may
        assert selectors.unread_count(user) == len(may)
        assert {each.subject_key for each in selectors.unread_for(user)} == may
        letters = "".join(mail.subject + mail.text for mail in Mail.objects.filter(to=user.email))
        wants_mail = how[PEOPLE.index(key)] != "off"
        for case in CASES:
            is_told = case in may and wants_mail
            assert (f"/sager/{case[5:]}/" in letters) == is_told
            assert (f"<{case}>" in letters) == (is_told and case not in closed)
    assert not Job.objects.filter(state=Job.State.FAILED).exists()


def test_what_nobody_answers_for_is_seen_by_nobody(gate):
    assert subjects_seen({"", "body:1"}, object()) == {""}
