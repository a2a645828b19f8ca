"""What was found in recordings becomes takes: whole ones, and none twice."""

import errno
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
import soundfile
from drawing import RATE, speak
from importing_sounds import CLEAN, RUSHED, long_call

from app.importing.found import Copy, Heard
from app.importing.looking import look_through
from app.importing.run import ImportRun
from app.importing.taking_in import ImportStopped, TakenIn, take_in
from app.measure import measure
from app.sound_state import SoundState, sound_state
from audio.content import content_of
from audio.recording import Recording
from coach.bands import Bands


@pytest.fixture
def found(looking):
    return lambda *paths: list(look_through(paths, looking, lambda path, share: True))


def on(_):
    return True


def test_a_take_can_be_heard_and_measured_again(record, found, library, takes, sounds):
    (heard,) = found(record("a.wav"))
    assert take_in([heard], library, on) == TakenIn(1, 0)
    (take,) = takes.newest()
    assert (take.rep, take.started_at, take.bands_name) == ("Ana", heard.origin.started_at, "Our defaults")
    again = measure(sounds.path(take.sound), Bands())
    assert again.sample_rate_hz == RATE
    assert again.verdict.close.pause == pytest.approx(take.verdict.close.pause, abs=0.002)
    assert again.verdict.result is take.verdict.result
    assert again.verdict.duration == pytest.approx(take.verdict.duration)


def test_of_two_sides_only_the_reps_is_kept(record, found, library, takes, sounds):
    (heard,) = found(record("a.wav", np.zeros(RATE, np.float32), CLEAN))
    take_in([heard], library, on)
    (take,) = takes.newest()
    samples, _ = soundfile.read(sounds.path(take.sound))
    assert samples.ndim == 1
    assert np.abs(samples).max() == pytest.approx(np.abs(speak(CLEAN)).max(), abs=1e-3)


def test_each_close_of_a_call_is_a_take_at_its_own_time(record, found, library, takes, sounds):
    call, _ = long_call()
    (heard,) = found(record("call.wav", call))
    assert take_in([heard], library, on).added == 2
    later, earlier = takes.newest()
    for take, one in ((earlier, heard.found[0]), (later, heard.found[1])):
        assert take.started_at == heard.origin.started_at + timedelta(seconds=one.stretch.start)
        again = measure(sounds.path(take.sound), Bands()).verdict
        assert again.headline == take.verdict.headline == one.verdict.headline


def test_only_those_that_were_picked(record, found, library, takes):
    (heard,) = found(record("call.wav", long_call()[0]))
    take_in([replace(heard, found=heard.found[1:])], library, on)
    assert [take.verdict.headline for take in takes.newest()] == ["The pause was too short."]


def test_the_same_again_adds_nothing(record, found, library, takes):
    heard = found(record("call.wav", long_call()[0]))
    take_in(heard, library, on)
    before = list(takes.newest())
    assert take_in(heard, library, on) == TakenIn(0, 2)
    assert list(takes.newest()) == before


def test_stopped_what_is_done_stays(record, found, library, takes, sounds):
    record("a.wav")
    heard = found(record("b.wav", RUSHED).parent)
    assert take_in(heard, library, lambda done: done < 1) == TakenIn(1, 0)
    assert takes.count() == len(list(sounds.finished())) == 1


def test_a_full_disk_leaves_whole_takes_only(record, found, library, takes, sounds, monkeypatch):
    record("a.wav")
    heard = found(record("b.wav", RUSHED).parent)
    written = []

    def close(recording):
        written.append(recording)
        if len(written) > 1:
            recording.failed, recording.refused = "full", OSError(errno.ENOSPC, "No space left on device")
            recording.discard()
        else:
            whole(recording)

    whole = Recording.close
    monkeypatch.setattr(Recording, "close", close)
    with pytest.raises(ImportStopped, match=r"the disk is full\. 1 takes were added and are whole"):
        take_in(heard, library, on)
    monkeypatch.undo()
    assert takes.count() == len(list(sounds.finished())) == 1
    assert sounds.unfinished() == []
    assert take_in(heard, library, on) == TakenIn(1, 1)


def test_a_recording_that_is_gone_meanwhile_is_told(record, found, library):
    path = record("a.wav")
    heard = found(path.parent, record("z/b.wav", RUSHED))
    path.unlink()
    done = take_in(heard, library, on)
    assert done.added == 1
    assert [one.path.name for one in done.unusable] == ["a.wav"]


def test_a_run_goes_from_the_first_look_to_the_last_take(record, looking, library, takes):
    record("a.wav")
    folder = record("b.wav", RUSHED).parent
    told = []
    run = ImportRun(looking, library, lambda what, share: told.append((what, share)))
    seen = run.look([folder])
    assert run.take([one for one in seen if isinstance(one, Heard)]).added == 2
    assert told[0] == ("a.wav", 0.0)
    assert told[-1] == ("2 of 2", 1.0)


def test_a_run_that_was_stopped_keeps_what_is_done(record, looking, library, takes):
    record("a.wav")
    folder = record("b.wav", RUSHED).parent
    run = ImportRun(looking, library, lambda what, share: run.stop() if what == "b.wav" else None)
    (seen,) = run.look([folder])
    assert seen.path.name == "a.wav"
    assert run.stopped
    assert run.take([seen]) == TakenIn()
    assert takes.count() == 0


def test_of_a_call_only_the_closes_that_are_not_here_are_new(record, found, looking, library, takes):
    path = record("call.wav", long_call()[0])
    (heard,) = found(path)
    take_in([replace(heard, found=heard.found[:1])], library, on)
    (again,) = look_through([path], replace(looking, known=takes.known), lambda path, share: True)
    assert [one.known for one in again.found] == [True, False]
    assert take_in([again], library, on) == TakenIn(1, 1)
    (copy,) = look_through([path], replace(looking, known=takes.known), lambda path, share: True)
    assert isinstance(copy, Copy)


def test_the_sound_of_an_imported_take_is_known_again(record, found, library, takes, sounds):
    take_in(found(record("a.mp3", CLEAN, subtype="MPEG_LAYER_III")), library, on)
    (take,) = takes.newest()
    assert sound_state(take, sounds) is SoundState.AS_MEASURED
    assert take.content == content_of(sounds.path(take.sound))
