"""Pieces of another thread's work are done in Qt's, and nobody waits for a thread that has gone."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread, main_thread

import pytest

from app.reporting.in_qt_thread import InQtThread
from app.reporting.writing import ReportStopped


@pytest.fixture
def pool():
    with ThreadPoolExecutor(1) as made:
        yield made


def test_work_is_done_in_qts_thread_and_its_result_comes_back(qtbot, pool):
    qt = InQtThread()
    answer = pool.submit(qt, current_thread)
    qtbot.waitUntil(answer.done)
    assert answer.result() is main_thread()


def test_what_it_raises_comes_back(qtbot, pool):
    def broken():
        raise ValueError("no")

    qt = InQtThread()
    answer = pool.submit(qt, broken)
    qtbot.waitUntil(answer.done)
    with pytest.raises(ValueError, match="no"):
        answer.result()


def test_in_qts_thread_it_is_done_at_once(qapp):
    assert InQtThread()(lambda: 3) == 3


def test_after_closing_nobody_waits(qapp, pool):
    qt, asked = InQtThread(), Event()

    def ask():
        asked.set()
        return qt(lambda: 3)

    answer = pool.submit(ask)
    assert asked.wait(5)
    qt.close()  # Qt's thread never comes to it
    with pytest.raises(ReportStopped):
        answer.result(5)
    with pytest.raises(ReportStopped):
        pool.submit(qt, lambda: 3).result(5)
