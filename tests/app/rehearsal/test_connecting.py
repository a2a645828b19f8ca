"""The prospect of a take, drawn from the shipped lines and from a trainer's."""

import numpy as np
import pytest
import soundfile

from app.rehearsal.connecting import connected
from audio.ears import plain_ear
from audio.errors import SoundFileError
from audio.lines import unplayable
from coach.bands import Bands
from coach.drills.repertoire import load

LINES = 'meaning = "no"\n[[line]]\ntext = "One."\nsound = "one.wav"\n[[line]]\ntext = "Two."\nsound = "two.wav"\n'
DRILL = 'title = "Own"\ncategory = "Own"\ntrains = "It."\nright = "It."\n[prospect]\nanswer = ["own"]\n'


@pytest.fixture
def own(tmp_path):
    for name, text in (("lines/own.toml", LINES), ("drills/own.toml", DRILL)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    tone = 0.3 * np.sin(np.arange(8000) / 5).astype(np.float32)
    for name in ("one", "two"):
        soundfile.write(tmp_path / "lines" / f"{name}.wav", tone, 16_000)
    return tmp_path


def call(repertoire, drill, seed):
    return connected(repertoire, Bands(), 25, None, plain_ear, repertoire.drill(drill), seed)


def test_every_drill_connects(own):
    repertoire = load()
    for drill in repertoire.drills:
        if drill.prospect is not None:
            assert call(repertoire, drill.id, 3).drill == drill.id


def test_where_one_line_is_missing_another_is_said(own):
    repertoire = load(own, unplayable)
    (own / "lines" / "one.wav").unlink()
    assert all(call(repertoire, "own", seed).drill == "own" for seed in range(6))


def test_where_all_of_them_are_missing_it_says_which(own):
    repertoire = load(own, unplayable)
    for sound in (own / "lines").glob("*.wav"):
        sound.unlink()
    with pytest.raises(SoundFileError, match=r"(one|two)\.wav was not found, so this line cannot be played"):
        call(repertoire, "own", 1)
