"""An operation is done once, however often and by however many it is asked for."""

import threading
import uuid

import pytest
from django.db import connection

from sagsgang.web.audit.models import Operation
from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.audit.services import operation_once


@pytest.mark.django_db
def test_the_second_time_gives_the_first_answer():
    key = uuid.uuid4()
    first = operation_once(key=key, name="gem", do=lambda: {"svar": 1})
    second = operation_once(key=key, name="gem", do=lambda: {"svar": 2})
    assert first == ({"svar": 1}, True)
    assert second == ({"svar": 1}, False)
    assert operation_details(key=key, name="gem") == {"svar": 1}
    assert operation_details(key=key, name="andet") is None


@pytest.mark.django_db
def test_what_failed_can_be_tried_again_with_the_same_key():
    key = uuid.uuid4()

    def fail() -> dict:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        operation_once(key=key, name="gem", do=fail)
    assert operation_once(key=key, name="gem", do=lambda: {"svar": 3}) == ({"svar": 3}, True)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_only_one_runs():
    key, ran, answers = uuid.uuid4(), [], []
    start = threading.Barrier(5)

    def once() -> None:
        def do() -> dict:
            ran.append(threading.get_ident())
            return {"af": len(ran)}

        start.wait(timeout=10)
        try:
            answers.append(operation_once(key=key, name="gem", do=do)[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=once) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(ran) == 1
    assert answers == [{"af": 1}] * 5
    assert Operation.objects.count() == 1
