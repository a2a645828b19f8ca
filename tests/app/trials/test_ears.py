"""The prospect's line is played while the microphone listens: what comes back is measured, whatever the output does."""

import numpy as np
import pytest
from drawing import RATE

from app.trials.ears import BEFORE_S, ears, line
from audio.block import Block
from audio.compose import room
from audio.errors import OutputError
from coach.setup.measured import Ears

DELAY_S = 0.2


class Output:
    """Plays into a room that comes back so much fainter; `play` is when it begins."""

    def __init__(self, gain_db=None, *, ends=True):
        self.gain_db, self.ends = gain_db, ends
        self.heard, self.stopped, self.played = 0, False, None

    def play(self, samples, _rate_hz):
        self.played = np.concatenate((np.zeros(self.heard + round(DELAY_S * RATE), np.float32), samples))
        return self

    @property
    def position_s(self):
        return 0.0 if self.played is None else max(0.0, self.heard / RATE - BEFORE_S)

    @property
    def playing(self):
        return not self.stopped and not (self.ends and self.heard > len(self.played))

    def stop(self):
        self.stopped = True

    def blocks(self, seconds=20):
        noise = room(seconds * RATE, -62.0, 3)
        for at in range(0, len(noise), 320):
            samples = noise[at : at + 320].copy()
            if self.played is not None and self.gain_db is not None:
                back = self.played[at : at + 320] * np.float32(10 ** (self.gain_db / 20))
                samples[: len(back)] += back
            self.heard = at + 320
            yield Block(samples[:, None], RATE)


def measured(output, voice_dbfs=-20.0):
    *_, found = ears(output.blocks(), output.play, voice_dbfs)
    assert output.stopped
    assert isinstance(found, Ears)
    return found


def test_a_headset_lets_nothing_back():
    assert measured(Output()).finding().well


@pytest.mark.parametrize("gain_db", [-10, -30])
def test_a_leak_is_found_and_asks_for_a_headset(gain_db):
    output = Output(gain_db)
    found = measured(output)
    level = 20 * np.log10(np.sqrt(np.mean(line() ** 2)))
    assert found.over_room_db == pytest.approx(level + gain_db + 62, abs=6)
    assert "headset" in found.finding().advice


def test_words_as_loud_as_the_reps_own_would_be_taken_for_theirs():
    assert measured(Output(-3)).words > 0
    assert measured(Output(-3), voice_dbfs=0.0).words < measured(Output(-3)).words


def test_an_output_that_never_ends_is_not_waited_for():
    assert measured(Output(ends=False)) == Ears(None)


def test_nothing_to_play_on_is_raised():
    def refuse(_samples, _rate_hz):
        raise OutputError("There is nothing to play sound on.")

    with pytest.raises(OutputError):
        list(ears(Output().blocks(), refuse, None))
