"""The call list is asked in order, in another thread, and what it cannot do yet is done later."""

import threading

import pytest
from list_in_memory import START, ListInMemory, prospect

from app.live.clerk import BROKE, Clerk
from coach.calls.call import Call, Outcome
from coach.errors import StoreError


def call(number):
    return Call(f"c{number}", "p1", START, Outcome.NO_ANSWER)


@pytest.fixture
def clerk(qtbot):
    clerk = Clerk()
    yield clerk
    clerk.close()


@pytest.fixture
def told(clerk):
    sentences = []
    clerk.told.connect(sentences.append)
    return sentences


def test_what_was_wanted_before_the_list_came_is_done_then_in_order(clerk, qtbot):
    answers = []
    clerk.write(lambda calls: calls.log(call(1)))
    clerk.ask(lambda calls: (len(calls.calls()), threading.current_thread().name), answers.append)
    clerk.write(lambda calls: calls.log(call(2)))
    clerk.ask(lambda calls: (len(calls.calls()), threading.current_thread().name), answers.append)
    clerk.connect_to(ListInMemory(prospect(1)))
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [(1, "clerk"), (2, "clerk")]


def test_answers_come_in_the_thread_that_asked(clerk, qtbot):
    threads = []
    clerk.connect_to(ListInMemory())
    clerk.ask(lambda calls: calls.count(), lambda _: threads.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_what_cannot_be_asked_is_said_and_the_rest_goes_on(clerk, told, qtbot):
    def refuse(_calls):
        raise StoreError("The database is locked.")

    answers = []
    clerk.connect_to(ListInMemory())
    clerk.ask(refuse, answers.append, lambda: answers.append("unanswered"))
    clerk.ask(lambda calls: calls.count(), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert (answers, told) == (["unanswered", 0], ["The database is locked."])


def test_what_was_written_later_waits_for_what_was_written_before(clerk, told, qtbot):
    fails = [StoreError("The disk is full."), StoreError("The disk is full.")]

    def refuse_at_first(calls):
        if fails:
            raise fails.pop()
        calls.log(call(1))

    calls = ListInMemory()
    clerk.connect_to(calls)
    clerk.write(refuse_at_first)
    clerk.write(lambda calls: calls.log(call(2)))
    qtbot.waitUntil(lambda: len(calls.log_of) == 2)
    assert list(calls.log_of) == ["c1", "c2"]
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].startswith("The disk is full. The call is remembered")


@pytest.mark.expected_log("the call list broke")
def test_a_fault_of_ours_is_logged_and_told_and_stops_nothing(clerk, told, qtbot):
    calls = ListInMemory()
    clerk.connect_to(calls)
    clerk.write(lambda calls: calls.take_back("never logged"))
    clerk.write(lambda calls: calls.log(call(1)))
    qtbot.waitUntil(lambda: bool(calls.log_of) and bool(told))
    assert told == [BROKE]


@pytest.mark.expected_log("1 calls could not be logged")
def test_what_could_not_be_logged_to_the_end_stands_in_the_log(clerk, qtbot):
    def refuse(_calls):
        raise StoreError("The disk is full.")

    clerk.connect_to(ListInMemory())
    clerk.write(refuse)
    clerk.close()
