"""Reports and measured times go out by the window, and what cannot be written is told."""

import shutil

import pytest
import staged_team
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app import build
from app.times_folder import Format
from app.window.look import Look
from app.window.reporting.desk import ReportDesk
from app.window.reporting.form_view import ReportView
from app.window.reporting.work import ReportWork
from coach.bands import Bands
from coach.store.opening import open_store
from coach.takes import EVERY, Wanted


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """Made once: the migrations take longer than a test."""
    database = tmp_path_factory.mktemp("empty") / "okbye.db"
    open_store(database).close()
    return database


@pytest.fixture
def store(tmp_path, empty_store):
    shutil.copy(empty_store, tmp_path)
    with open_store(tmp_path / "okbye.db") as store:
        staged_team.fill(store, share=0.02)
        yield store


@pytest.fixture
def work(qtbot, qapp, store, tmp_path):
    window = build.window(qapp, Look("light", 100))
    qtbot.addWidget(window)
    view = ReportView(window.theme)
    work = ReportWork(view, ReportDesk(staged_team.archive(store, tmp_path), {"plain": "Plain no"}, Bands()))
    window.closed.connect(work.close)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_page("review")
    window.review.enter(view)
    work.open(EVERY, "the team")
    yield work
    window.close()


def says(work, name):
    return work._view.findChild(QLabel, name).text()


def save(qtbot, work):
    """Press Space, and wait for how it ended."""
    qtbot.keyClick(work._view, Qt.Key.Key_Space)
    qtbot.waitUntil(work._view.notice.isVisible, timeout=20_000)
    return says(work, "notice_text")


def test_it_says_of_how_many_takes_it_is(work, store):
    assert says(work, "report_of") == f"The team: {store.takes.count()} takes."


@pytest.mark.parametrize(("form", "begins"), [(".html", b"<!doctype html>"), (".pdf", b"%PDF")])
def test_a_report_is_written_in_the_form_that_was_chosen(work, store, qtbot, tmp_path, form, begins):
    proposed = []
    work.ask_file = lambda proposal, kinds: proposed.append(proposal) or tmp_path / "mine"
    work._view._forms[form].click()
    said = save(qtbot, work)
    assert proposed == [f"the-team{form}"]
    assert said == f"{store.takes.count()} takes in {tmp_path / 'mine'}{form}."
    assert (tmp_path / f"mine{form}").read_bytes().lower().startswith(begins.lower())


@pytest.mark.parametrize("form", list(Format))
def test_times_go_into_a_folder(work, store, qtbot, tmp_path, form):
    work.ask_folder = lambda: tmp_path / "times"
    work._view._forms[form].click()
    assert save(qtbot, work) == f"{store.takes.count()} takes in {tmp_path / 'times'}."
    files = list((tmp_path / "times").iterdir())
    assert len(files) == (1 if form is Format.CSV else store.takes.count())


def test_what_cannot_be_written_is_told(work, qtbot, tmp_path):
    (tmp_path / "file").write_text("in the way")
    work.ask_file = lambda proposal, kinds: tmp_path / "file" / "mine.html"
    assert "The report could not be written" in save(qtbot, work)


def test_a_report_of_nothing_is_none(work, qtbot, tmp_path):
    work.open(Wanted(rep="Nobody"), "Nobody")
    work.ask_file = lambda proposal, kinds: tmp_path / "mine.html"
    assert save(qtbot, work) == "There are no takes in it, so nothing was written."
    assert not (tmp_path / "mine.html").exists()


def test_sound_is_asked_for_where_it_can_be_heard(work):
    assert work._view._sound_card.isVisible()
    work._view._forms[".pdf"].click()
    assert not work._view._sound_card.isVisible()


def test_no_answer_to_where_to_is_a_no(work, qtbot):
    work.ask_file = lambda proposal, kinds: None
    qtbot.keyClick(work._view, Qt.Key.Key_Space)
    assert work._view.begin.isVisible()
    assert not work._view.notice.isVisible()
