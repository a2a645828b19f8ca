"""The kept voice is used where there is one; where it cannot be, the ear works without it and says so."""

from taught import sayings

from app import wiring
from app.folders import Folders
from app.own_voice import own_voice
from audio.voice.keeping import keep
from audio.voice.voice import learn


def test_none_was_kept(tmp_path):
    assert own_voice(tmp_path / "voice.npz") == (None, None)


def test_it_is_read_anew_each_time(tmp_path):
    path = tmp_path / "voice.npz"
    for name in ("af_bella", "bm_george"):
        learned = learn(sayings(name))
        keep(learned, path)
        assert own_voice(path) == (learned, None)


def test_the_window_tells_of_a_damaged_one_and_opens_without_it(qapp, own_home):
    kept = Folders(own_home).make()
    kept.voice.write_bytes(b"no voice")
    (notice,) = wiring.parts(kept).notices
    assert "The kept voice voice.npz cannot be used" in notice
