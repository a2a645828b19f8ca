"""The microphone between takes, while calls are made."""

import pytest
from drawing import RATE, speak

from app.live.close_sound import CloseSound, SoundKept
from app.live.watch import Watch
from app.take import BROKE, Unrecorded
from app.trials.trial import Trial
from audio.block import Block
from audio.ears import best_ear, plain_ear
from audio.errors import AudioError
from coach.live.events import CallMeasured, NoSaid
from coach.stage import Stage
from coach.verdict import Result

from .conftest import BANDS, ROOM


class Recorder(Unrecorded):
    """Keeps in memory what a file would."""

    def __init__(self):
        self.samples, self.fate = 0, ""

    @property
    def seconds(self):
        return self.samples / RATE

    def write(self, block):
        self.samples += len(block.samples)

    def close(self):
        self.fate = "kept"

    def discard(self):
        self.fate = "discarded"


@pytest.fixture
def recorders():
    return []


@pytest.fixture
def make(recorders):
    def record(_rate_hz):
        recorders.append(Recorder())
        return f"sound-{len(recorders)}", recorders[-1]

    return lambda ear=best_ear, wanted=True: Watch(ear, BANDS, lambda: CloseSound(record, lambda: wanted))


@pytest.fixture
def said(listener):
    heard = []
    listener.watched.connect(heard.append)
    return heard


@pytest.fixture
def watching(make, listener, microphone, qtbot):
    watch = make()
    listener.watch(watch)
    listener.open()
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: watch.at() is not None)
    return watch


def test_moments_of_the_computers_clock_are_seconds_of_the_sound(watching, microphone):
    assert watching.at() == pytest.approx(len(ROOM) / RATE)
    microphone.play(ROOM)
    assert watching.at() == pytest.approx(2 * len(ROOM) / RATE)


def test_where_nothing_is_heard_there_are_no_seconds(make):
    assert make().at() is None


def test_a_take_begins_at_once_and_a_close_that_went_on_is_not_measured(watching, listener, microphone, said, qtbot):
    watching.tell(NoSaid("a", 0.4))
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: any(isinstance(one, Stage) for one in said))
    with qtbot.waitSignal(listener.take_started):
        listener.start_take()
        microphone.play(ROOM)
    (measured,) = [one for one in said if isinstance(one, CallMeasured)]
    assert (measured.call, measured.measured.result) == ("a", Result.NOT_MEASURED)
    assert watching.at() is None
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.play(ROOM)
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: watching.at() is not None)


def test_a_trial_comes_between(watching, listener, microphone, qtbot):
    trial = Trial(lambda blocks: (next(blocks) for _ in range(2)))
    with qtbot.waitSignal(listener.tried):
        listener.try_out(trial)
        microphone.play(ROOM)
    qtbot.waitUntil(lambda: trial.over)
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: watching.at() is not None)


def test_once_stopped_it_hears_nothing_more(watching, microphone, qtbot):
    watching.stop()
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: watching.over)
    microphone.play(ROOM)
    assert watching.at() is None


@pytest.mark.expected_log("could not be followed")
def test_a_fault_of_ours_is_logged_and_told_and_takes_go_on(make, listener, microphone, said, qtbot):
    def broken():
        raise ZeroDivisionError

    listener.watch(make(broken))
    listener.open()
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: bool(said))
    assert [(type(one), str(one)) for one in said] == [(AudioError, BROKE)]
    with qtbot.waitSignal(listener.take_started):
        listener.start_take()
        microphone.play(ROOM)


def test_sound_that_was_cut_off_is_kept_as_far_as_it_goes(watching, listener, microphone, recorders, said, qtbot):
    watching.tell(NoSaid("a", 0.4))
    microphone.play(speak("." * 20))
    qtbot.waitUntil(lambda: any(isinstance(one, Stage) for one in said))
    listener.close()
    (kept,) = [one for one in said if isinstance(one, SoundKept)]
    assert (kept.call, kept.key, kept.fault, recorders[0].fate) == ("a", "sound-1", None, "kept")
    assert recorders[0].seconds == pytest.approx(2.5)


def test_without_a_wish_no_sound_is_kept(make, recorders):
    keep = CloseSound(lambda _rate: pytest.fail("nobody asked for it"), lambda: False)
    block = Block(ROOM[:, None], RATE)
    assert [*keep.hear(block), *keep.tell(NoSaid("a", 0.4)), *keep.hear(block), *keep.finish()] == []


@pytest.mark.expected_log("could not be kept")
def test_sound_that_cannot_be_kept_is_said(make):
    class Broken(Recorder):
        def close(self):
            raise ZeroDivisionError

    keep = CloseSound(lambda _rate: ("sound", Broken()), lambda: True)
    block = Block(ROOM[:, None], RATE)
    said = [*keep.hear(block), *keep.tell(NoSaid("a", 0.4)), *keep.hear(block), *keep.finish()]
    assert said == [SoundKept("a", "sound", BROKE)]


def test_the_plain_ear_will_do(make, listener, microphone, said, qtbot):
    watch = make(plain_ear)
    listener.watch(watch)
    listener.open()
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: watch.at() is not None)
    watch.tell(NoSaid("a", 0.5))
    microphone.play(speak("." * 5 + "#" + "." * 8))
    qtbot.waitUntil(lambda: any(isinstance(one, Stage) and one.pause for one in said))
