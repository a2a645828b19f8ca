"""The trainer's desk in the real window: recordings in, one corrected and commented, out, and into another library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
import staged_import
from end_to_end.virtual_microphone import eventually

from coach.review.review import Comment
from coach.store.opening import open_store

pytestmark = [pytest.mark.screen]

GOOD = 45
BAD = ("notes.wav", "empty.wav", "cut.flac", "none.wav", "header.ogg")
COMMENT = "Count three breaths before you hang up"


@contextmanager
def okbye(screen, home, rep):
    """The window with the Review page open."""
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text(json.dumps({"rep": rep, "set_up": "skipped", "drill": "just-the-close"}))
    surroundings = {**os.environ, **screen.environment, "OKBYE_HOME": str(home)}
    app = subprocess.Popen([sys.executable, "-m", "app"], env=surroundings, stderr=subprocess.DEVNULL)
    try:
        screen.focus("Okbye")
        screen.key("ctrl+3")
        screen.await_control("first_import", enabled=True)
        yield app
    finally:
        app.terminate()
        app.wait(20)


def bring_in(screen, entry, title, path):
    """Press I, choose the entry of the menu, and write the path into the dialog."""
    screen.focus("Okbye")
    screen.key("i")
    screen.await_menu()
    for key in ("Down",) * entry:
        screen.key(key)
    screen.key("Return")
    answer(screen, title, path)


def answer(screen, title, path):
    screen.focus(title)
    screen.type(str(path))
    screen.key("Return")


def test_a_folder_of_recordings_goes_through_two_libraries(screen, tmp_path):
    calls, sent = tmp_path / "Calls", tmp_path / "sent.okbye"
    staged_import.write(calls, good=GOOD, reps=("Dana Reyes",))
    before = {file: file.read_bytes() for file in calls.rglob("*.*")}
    trainer, rep = tmp_path / "trainer", tmp_path / "rep"
    with okbye(screen, trainer, "Tess"):
        bring_in(screen, 2, "Import a folder of recordings", calls)
        screen.await_name("first_names", "Dana Reyes")
        screen.key("space")
        screen.await_name("add_takes", f"Add {GOOD} takes", within_s=180)
        left_out = screen.await_name("left_out", "notes.wav")
        assert all(name in left_out for name in BAD)
        screen.key("space")
        screen.await_name("import_said", f"{GOOD} takes added", within_s=60)
        screen.key("space")
        correct_and_comment(screen, trainer)
        export(screen, sent)
    with okbye(screen, rep, "Dana Reyes"):
        bring_in(screen, 1, "Import recordings", sent)
        screen.await_name("import_said", f"{GOOD} takes added; 2 new comments and words", within_s=60)
    assert library(rep) == library(trainer)
    assert {file: file.read_bytes() for file in calls.rglob("*.*")} == before


def correct_and_comment(screen, home):
    """The end of the first word of the first take is moved, and a comment written."""
    screen.await_control("agree", enabled=True)
    screen.focus("Okbye")
    for key in ("Right", "ctrl+Left", "ctrl+Left"):
        screen.key(key)
    screen.await_control("undo", enabled=True)
    screen.key("c")
    screen.type(COMMENT)
    screen.key("Return")
    eventually(lambda: len(library(home)[1]) == 1 and len(library(home)[2]) == 1, "the word and the comment are kept")


def export(screen, path):
    screen.key("Escape")  # out of the field
    screen.key("t")
    screen.await_control("team_table")
    screen.key("n")
    screen.await_control("export_rep", enabled=True)
    screen.press("export_rep")
    answer(screen, "Export takes", path)
    screen.await_name("notice_text", f"{GOOD} takes exported")


def library(home):
    """Takes without where their sound is kept, words, and comments."""
    with open_store(home / "okbye.db") as store:
        takes = {take.id: (take.rep, take.started_at, take.verdict, take.content) for take in store.takes.newest()}
        words = [word for take in takes for word in store.reviews.of(take)]
        comments: list[Comment] = [comment for take in takes for comment in store.comments.of(take)]
    return takes, words, comments
