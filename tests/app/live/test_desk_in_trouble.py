"""What goes wrong around a live call: the call is logged all the same, and nothing is lost."""

from __future__ import annotations

import numpy as np
import pytest
from drawing import RATE, speak
from list_in_memory import ListInMemory, prospect

from audio.errors import MicrophoneLost
from coach.calls.call import Outcome
from coach.errors import StoreError
from coach.live.events import TheySpoke
from coach.live.state import Press
from coach.verdict import Result

from .conftest import CLOSE, MORE, ROOM, close, measured, newest, verdict_on


def test_without_a_microphone_calls_are_logged_without_numbers(calling, calls, microphone, listener, qtbot):
    microphone.fail(MicrophoneLost("It went away."))
    qtbot.waitUntil(lambda: calling.state.warning is not None)
    assert calling.state.warning == "It went away. Calls are logged without the times of the close."
    calling.press(Press.NO)
    calling.press(Press.HUNG_UP)
    qtbot.waitUntil(lambda: bool(calls.log_of) and newest(calls).outcome is Outcome.NO)
    assert newest(calls).measured is None
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: calling.state.warning is None)


def test_a_microphone_that_goes_away_in_the_close_leaves_it_unmeasured(calling, calls, microphone, qtbot):
    calling.press(Press.NO)
    microphone.play(CLOSE)
    microphone.fail(MicrophoneLost("It went away."))
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).measured.result is Result.NOT_MEASURED
    calling.press(Press.HUNG_UP)
    qtbot.waitUntil(lambda: newest(calls).outcome is Outcome.NO)
    assert "lost" in newest(calls).measured.headline


def test_a_take_comes_between_and_calling_goes_on_after_it(calling, calls, listener, microphone, qtbot):
    with qtbot.waitSignal(listener.take_started):
        listener.start_take()
        microphone.play(ROOM)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.play(ROOM)
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: calling._line.at() is not None)
    close(calling, microphone)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).measured.result is Result.PASS


class RefusingList(ListInMemory):
    """Cannot be written to while `refuses`."""

    refuses = True

    def log(self, call):
        if self.refuses:
            raise StoreError("The database is locked.")
        super().log(call)


@pytest.fixture
def refusing():
    return RefusingList(*(prospect(number) for number in range(1, 5)))


class TestWhereTheListRefuses:
    @pytest.fixture
    def calls(self, refusing):
        return refusing

    def test_nothing_is_lost_and_it_is_told_once(self, calling, calls, told, qtbot):
        for number in range(1, 4):
            qtbot.waitUntil(lambda: calling.state.planned is not None)
            assert calling.state.planned.prospect.id == f"p{number}"
            calling.press(Press.NO_ANSWER)
        qtbot.waitUntil(lambda: bool(told.sentences))
        assert calling.state.planned.prospect.id == "p4"
        calls.refuses = False
        qtbot.waitUntil(lambda: len(calls.log_of) == 3)
        assert [call.prospect for call in calls.log_of.values()] == ["p1", "p2", "p3"]
        assert len(told.sentences) == 1
        assert told.sentences[0].startswith("The database is locked. The call is remembered")

    def test_it_is_tried_once_more_at_the_end(self, calling, calls, told, qtbot):
        calling.press(Press.NO_ANSWER)
        qtbot.waitUntil(lambda: bool(told.sentences))
        calls.refuses = False
        calling.close()
        assert len(calls.log_of) == 1


class TestTheOtherSide:
    @pytest.fixture
    def chosen(self, chosen):
        return [chosen[0].model_copy(update={"other_device": "Line"})]

    def test_a_second_input_that_is_missing_is_told_and_all_else_works(self, calling, calls, microphone, qtbot):
        qtbot.waitUntil(lambda: calling.state.warning is not None)
        assert "“Line” is not there." in calling.state.warning
        close(calling, microphone)
        qtbot.waitUntil(lambda: measured(calls))
        assert newest(calls).measured.result is Result.PASS

    def test_when_they_speak_in_the_silence_that_is_where_it_ends(
        self, calling, calls, microphone, microphones, told, monkeypatch, qtbot
    ):
        line = microphones.there["Line"] = type(microphone)("Line")
        line.play(ROOM)
        qtbot.waitUntil(lambda: calling.state.warning is None)
        calling.press(Press.NO)
        microphone.play(CLOSE[: len(CLOSE) - 2 * RATE])
        qtbot.waitUntil(lambda: (told.stages[-1].silence or 0.0) > 1.9)  # nothing more is on its way
        heard, tell = [], calling._line._watch.tell
        monkeypatch.setattr(calling._line._watch, "tell", lambda told: heard.append(told) or tell(told))
        began = calling._line.at()
        theirs = speak("#" + "." * 5, voice="am_michael")
        line.play(theirs)
        qtbot.waitUntil(lambda: bool(heard))
        assert [type(one) for one in heard] == [TheySpoke]
        microphone.play(CLOSE[len(CLOSE) - 2 * RATE :])
        calling.press(Press.HUNG_UP)
        microphone.play(MORE)
        qtbot.waitUntil(lambda: measured(calls))
        verdict = verdict_on(np.concatenate([ROOM, CLOSE]))
        spoke = began - len(theirs) / RATE  # the microphone of the test has said it all when it is heard
        assert newest(calls).measured.silence == pytest.approx(spoke - verdict.close.farewell.end, abs=0.2)
        assert newest(calls).measured.result is Result.PASS
