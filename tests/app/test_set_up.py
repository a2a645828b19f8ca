"""What the set-up gathered is kept: the settings, and the voice as one file; or neither."""

import pytest
import staged_setup

from app.choices import Choices
from app.folders import Folders
from app.set_up import desk
from app.window.setup.desk import Gathered
from audio.errors import VoiceError
from audio.voice.keeping import kept
from coach.bands import Bands
from coach.setup.found import Found

GATHERED = Gathered("Headset", "Speakers", Found(pause_error=0.018, voice_known=True), voice=staged_setup.VOICE)


@pytest.fixture
def home(tmp_path):
    return Folders(tmp_path)


@pytest.fixture
def opened(home):
    """The desk as a start finds it."""
    return lambda: desk(Choices(home.settings), Bands(), home.voice)


def test_the_first_start_is_told_from_later_ones(opened):
    assert opened().first
    opened().decline()
    assert not opened().first


def test_what_was_accepted_is_there_at_the_next_start(opened, home):
    opened().accept(GATHERED)
    again = opened()
    assert again.chosen() == ("Headset", "Speakers")
    assert not again.first
    assert Choices(home.settings).now.pause_error_s == 0.018
    assert kept(home.voice).sayings == staged_setup.VOICE.sayings


def test_a_set_up_that_was_done_is_not_undone_by_leaving_another_one(opened, home):
    opened().accept(GATHERED)
    opened().decline()
    assert Choices(home.settings).now.set_up == "done"


def test_a_voice_that_was_skipped_leaves_the_earlier_one(opened, home):
    opened().accept(GATHERED)
    opened().accept(Gathered())
    assert kept(home.voice) is not None
    assert Choices(home.settings).now.pause_error_s is None


def test_a_voice_that_cannot_be_kept_changes_nothing(opened, home):
    home.voice.mkdir()
    with pytest.raises(VoiceError):
        opened().accept(GATHERED)
    assert opened().first
    assert opened().chosen() == (None, None)
