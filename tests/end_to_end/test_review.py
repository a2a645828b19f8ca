"""The trainer's desk in the real window: a take is opened, its edge is moved, it is judged, and all of it is kept."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import staged_review
from end_to_end.virtual_microphone import eventually

from audio.sound_folder import SoundFolder
from coach.review.review import WHOLE
from coach.store.opening import open_store
from coach.verdict import Result

pytestmark = pytest.mark.screen

SETTINGS = '{"set_up": "skipped", "rep": "Tess Ruiz"}'
# One take, and the machine is sure of it: it was hung up at once.
TAKE = staged_review.SPOKEN[:1]


@pytest.fixture
def store(own_home):
    own_home.mkdir()
    (own_home / "settings.json").write_text(SETTINGS)
    with open_store(own_home / "okbye.db") as store:
        staged_review.fill(store, SoundFolder(own_home / "sound"), TAKE)
        yield store


@pytest.fixture
def desk(store, screen, own_home):
    surroundings = {**os.environ, **screen.environment, "OKBYE_HOME": str(own_home)}
    command = [sys.executable, "-m", "app", "review"]
    app = subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL)
    try:
        yield app
    finally:
        app.kill()
        app.wait()


def test_a_trainer_corrects_a_take_judges_it_and_says_why(desk, store, screen):
    screen.await_name("waveform", r"Ok from .*Pause 0\.80 s")
    for key in ("Right", "Right", "Right", "ctrl+Left", "ctrl+Left", "ctrl+Left", "ctrl+Left", "ctrl+Left"):
        screen.key(key)
    screen.await_name("waveform", r"Pause 0\.5[45] s")
    screen.key("a")
    screen.key("c")
    screen.key("h")
    screen.key("i")
    screen.key("Return")
    eventually(lambda: store.comments.of(staged_review.ident(0)), "the comment is kept")
    review = store.reviews.get(staged_review.ident(0), "Tess Ruiz")
    assert review.opinion(WHOLE).result is Result.FAIL
    assert review.words[1].segment.start == pytest.approx(
        staged_review.heard("at_once").verdict.close.farewell.start - 0.25, abs=0.006
    )
    assert [one.text for one in store.comments.of(staged_review.ident(0))] == ["hi"]
    screen.key("ctrl+z")
    eventually(lambda: not store.comments.of(staged_review.ident(0)), "the comment is taken back")
