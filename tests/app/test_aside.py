from threading import Event, get_ident

import pytest

from app.aside import Aside
from audio.errors import MissingFile


@pytest.fixture
def aside(qapp):
    made = Aside()
    yield made
    made.close()


def test_the_work_is_done_elsewhere_and_told_here(aside, qtbot):
    told = []
    aside.done.connect(lambda worker: told.append((worker, get_ident())))
    with qtbot.waitSignal(aside.done):
        aside.want(get_ident)
    ((worker, here),) = told
    assert here == get_ident() != worker


def test_only_the_newest_counts(aside, qtbot):
    told, go_on = [], Event()
    aside.done.connect(told.append)
    begun = []
    aside.want(lambda: go_on.wait(10) and "old")
    aside.want(lambda: begun.append("skipped"))
    aside.want(lambda: "newest")
    with qtbot.waitSignal(aside.done):
        go_on.set()
    assert told == ["newest"]
    assert begun == []


def test_what_is_forgotten_is_not_told(aside, qtbot):
    told, go_on = [], Event()
    aside.done.connect(told.append)
    aside.want(lambda: go_on.wait(10))
    aside.forget()
    go_on.set()
    with qtbot.waitSignal(aside.done):
        aside.want(lambda: "later")
    assert told == ["later"]


def test_a_failure_is_its_sentence(aside, qtbot):
    def fail():
        raise MissingFile("The sound is gone.")

    with qtbot.waitSignal(aside.failed) as told:
        aside.want(fail)
    assert told.args == ["The sound is gone."]


@pytest.mark.expected_log("work beside the window broke")
def test_a_bug_is_logged_and_told(aside, qtbot):
    with qtbot.waitSignal(aside.failed) as told:
        aside.want(lambda: 1 / 0)
    assert "The log has the details." in told.args[0]


def test_once_closed_it_does_nothing(aside):
    aside.close()
    done = []
    aside.want(lambda: done.append(1))
    aside.close()
    assert done == []
