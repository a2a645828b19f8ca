"""One line is recorded: from where it is spoken to where it ends, and no longer than a line may be."""

import numpy as np
import pytest
from drawing import RATE, spoken_word

from app.trials.line import AROUND_S, LONGEST_S, LineRecording, LineSaid, NothingSaid, SoFar
from app.trials.trial import Trial

WORD = 0.4 * spoken_word("af_heart", "goodday")


def seconds(said):
    return len(said.sound.samples) / said.sound.rate_hz


def finished_after(recording, blocks, number):
    """The button is pressed again while the block of that number is heard."""
    for count, block in enumerate(blocks, 1):
        if count == number:
            recording.finish()
        yield block


def test_what_was_said_is_kept_without_the_quiet_around_it(in_a_room, quiet):
    recording = LineRecording()
    blocks = in_a_room(quiet(1.5), WORD, quiet(5.0))
    *so_far, said = Trial(recording).hear(finished_after(recording, blocks, 200))
    assert seconds(said) == pytest.approx(len(WORD) / RATE + 2 * AROUND_S, abs=0.15)
    assert all(isinstance(one, SoFar) for one in so_far)
    loudest = np.abs(said.sound.samples).argmax() / RATE
    assert AROUND_S - 0.05 < loudest < seconds(said) - AROUND_S + 0.05


def test_a_line_ends_by_itself_where_it_cannot_be_longer(in_a_room, quiet):
    *so_far, said = Trial(LineRecording()).hear(in_a_room(quiet(1.0), WORD, quiet(20.0)))
    assert isinstance(said, LineSaid)
    assert so_far[-1].seconds <= LONGEST_S + 0.1


def test_a_room_in_which_nobody_speaks_is_no_line(in_a_room, quiet):
    recording = LineRecording()
    heard = list(Trial(recording).hear(finished_after(recording, in_a_room(quiet(5.0)), 100)))
    assert heard[-1] == NothingSaid()


def test_a_second_press_at_once_ends_it(in_a_room, quiet):
    recording = LineRecording()
    recording.finish()
    assert list(Trial(recording).hear(in_a_room(quiet(2.0)))) == [NothingSaid()]


def test_a_microphone_that_goes_away_leaves_no_half_line(in_a_room, quiet):
    trial = Trial(LineRecording())
    assert not [one for one in trial.hear(in_a_room(quiet(1.0), WORD)) if isinstance(one, LineSaid)]
    assert not trial.over
