"""What is measured of a live call is what a recording of it would have given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from drawing import RATE, blocks, speak, spoken_word
from hypothesis import example, given, settings
from hypothesis import strategies as st
from watched import BANDS, SMALL, Watched, agrees, close_sound, no, over, verdict_on

from audio.compose import compose
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import SegmentHeard, SoundEnded, SpeechPaused, SpeechStarted, SpeechWithdrawn, TimePassed
from coach.calls.call import Ending
from coach.live.events import (
    CallMeasured,
    NoTakenBack,
    TheyAreGone,
    TheyHungUp,
    TheySpoke,
)
from coach.live.watching import Watching
from coach.stage import Part
from coach.verdict import Result


@settings(max_examples=12)
@given(st.lists(st.integers(1, 9000), max_size=30), st.floats(0.5, 4.5))
@example(list(SMALL), 3.4)
def test_the_numbers_are_those_of_a_recording_up_to_the_hanging_up(sizes, silence):
    sound, ok, farewell = close_sound()
    hung_up = round(RATE * (farewell.end + silence))
    watched = Watched(sound, [no(ok.start - 0.3), over(hung_up / RATE)], sizes)
    agrees(watched.measured["a"], verdict_on(sound[:hung_up]))


@pytest.mark.parametrize("late", [0.0, 0.3, 1.5])
def test_an_ok_that_was_said_before_the_no_counts(late):
    sound, ok, farewell = close_sound()
    watched = Watched(sound, [no(ok.end + late), over(farewell.end + 3.5)], SMALL)
    agrees(watched.measured["a"], verdict_on(sound[: round(RATE * (farewell.end + 3.5))]))
    assert watched.stages[0].ok == pytest.approx(ok.duration, abs=0.1)  # it stands there at once


def test_what_was_said_more_than_two_seconds_before_the_no_is_no_part_of_it():
    sound, _, farewell = close_sound()
    watched = Watched(sound, [no(farewell.end + 2.5), over(farewell.end + 4)], SMALL)
    assert watched.measured["a"].result is Result.NOT_MEASURED
    assert {stage.part for stage in watched.stages} == {Part.OK}


def test_the_stage_is_shown_while_a_close_goes_on_and_at_no_other_time():
    sound, _, farewell = close_sound()
    watched = Watched(sound, [no(1.0), over(farewell.end + 2.0)], SMALL)
    stages = watched.stages
    assert 1.0 <= stages[0].now <= 1.02
    assert farewell.end + 1.98 <= stages[-1].now <= farewell.end + 2.02
    parts = list(dict.fromkeys(stage.part for stage in stages))
    assert parts == [Part.OK, Part.PAUSE, Part.FAREWELL, Part.SILENCE]
    assert stages[-1].silence == pytest.approx(2.0, abs=0.05)


def test_the_numbers_come_soon_after_hanging_up():
    sound, _, farewell = close_sound()
    watching = Watching(BANDS)
    for told in (no(1.0), over(farewell.end + 3.0)):
        watching.tell(told)
    said = [(event, list(watching.hear(event))) for event in listen(blocks(sound, SMALL), best_ear())]
    (at,) = [event.now for event, tells in said if any(isinstance(tell, CallMeasured) for tell in tells)]
    assert at - (farewell.end + 3.0) < 0.45


def test_they_went_first_is_never_a_fault():
    sound, ok, farewell = close_sound()
    moments = (ok.start - 0.2, ok.end + 0.1, ok.end + 0.5, farewell.end + 0.5)
    results = [
        Watched(sound, [no(1.0), over(at, Ending.THEY_WENT_FIRST)], SMALL).measured["a"].result for at in moments
    ]
    assert results == [Result.PASS] * len(moments)
    assert Watched(sound, [no(1.0), over(farewell.end + 0.5)], SMALL).measured["a"].result is Result.FAIL


def test_they_spoke_in_the_silence():
    sound, _, farewell = close_sound()
    watched = Watched(sound, [no(1.0), TheySpoke(farewell.end + 1.5), over(farewell.end + 4)], SMALL)
    assert watched.measured["a"].silence == pytest.approx(1.5)
    assert watched.measured["a"].result is Result.PASS


def test_they_hung_up_in_the_silence_and_the_rep_presses_late():
    sound, ok, farewell = close_sound()
    watched = Watched(sound, [no(1.0), TheyHungUp(farewell.end + 1.0), over(farewell.end + 2)], SMALL)
    assert watched.measured["a"].silence == pytest.approx(1.0)
    assert watched.measured["a"].result is Result.PASS
    assert [said for said in watched.said if isinstance(said, TheyAreGone)] == [TheyAreGone()]
    before_a_word = Watched(sound, [no(0.5), TheyHungUp(1.0), over(ok.start - 0.2)], SMALL)
    assert before_a_word.measured["a"].result is Result.PASS


def test_a_line_that_goes_dead_outside_a_close_is_no_news():
    sound, *_ = close_sound()
    assert not [said for said in Watched(sound, [TheyHungUp(1.0)], SMALL).said if isinstance(said, TheyAreGone)]


def test_asked_to_stay_and_then_no_again_measures_the_second_close():
    first = speak("." * 10 + "#" + "." * 8 + "#" + "." * 10)
    second = speak("." * 30 + "#" + "." * 12 + "#" + "." * 50)
    sound = np.concatenate([first, second])
    seconds = len(first) / RATE
    taken_back = type("At", (), {"at": seconds + 0.5, "told": NoTakenBack("a")})
    presses = [no(0.5), taken_back, no(seconds + 2.5), over(seconds + 9.0)]
    watching, waiting, said = Watching(BANDS), list(presses), []
    for event in listen(blocks(sound, SMALL), best_ear()):
        while waiting and isinstance(event, TimePassed) and waiting[0].at <= event.now:
            one = waiting.pop(0)
            watching.tell(getattr(one, "told", one))
        said += watching.hear(event)
    (measured,) = [one.measured for one in said if isinstance(one, CallMeasured)]
    assert measured.pause == pytest.approx(1.2, abs=0.05)


@pytest.mark.parametrize("at", [-0.1, 0.4, 1.5])
def test_sound_that_is_lost_in_the_close_leaves_it_unmeasured(at):
    sound, ok, farewell = close_sound()
    watched = Watched(sound, [no(1.0), over(farewell.end + 3)], SMALL, lost_at=ok.end + at)
    assert watched.measured["a"].result is Result.NOT_MEASURED
    assert "lost" in watched.measured["a"].headline
    assert watched.measured["a"].pause is None


def test_sound_that_ends_in_the_close_leaves_it_unmeasured():
    sound, _, farewell = close_sound()
    cut = sound[: round(RATE * (farewell.end + 1))]
    for presses in ([no(1.0)], [no(1.0), over(farewell.end + 2)]):
        watching = Watching(BANDS)
        for told in presses:
            watching.tell(told)
        said = [one for event in listen(blocks(cut), best_ear()) for one in watching.hear(event)]
        (measured,) = [one.measured for one in said if isinstance(one, CallMeasured)]
        assert (measured.result, measured.pause) == (Result.NOT_MEASURED, None)


def test_a_close_without_a_press_is_noticed_once_and_can_be_taken_for_a_no_later():
    sound, ok, farewell = close_sound()
    watched = Watched(sound, [no(farewell.end + 3.0, noticed=True), over(farewell.end + 4.0)], SMALL)
    (close,) = watched.noticed
    assert close.ok.start == pytest.approx(ok.start)
    agrees(watched.measured["a"], verdict_on(sound[: round(RATE * (farewell.end + 4.0))]))


def test_a_close_that_was_pressed_is_not_noticed_again():
    sound, _, farewell = close_sound()
    assert Watched(sound, [no(1.0), over(farewell.end + 3.0)], SMALL).noticed == []


def test_words_that_are_no_close_are_not_noticed():
    words = [(1.0, spoken_word("af_heart", "ok")), (9.0, spoken_word("af_heart", "goodbye"))]
    sound = compose(words, RATE, tail_s=2.0).samples
    assert Watched(sound, (), SMALL).noticed == []


def test_a_close_does_not_take_words_from_the_one_before():
    one = speak("." * 10 + "#" + "." * 8 + "#" + "." * 6)
    sound = np.concatenate([one, one])
    at = len(one) / RATE
    presses = [no(0.5), over(at - 0.1), no(at, call="b"), over(2 * at - 0.05, call="b")]
    measured = Watched(sound, presses, SMALL).measured
    assert measured["a"].pause == pytest.approx(0.8, abs=0.05)
    assert measured["b"].pause == pytest.approx(0.8, abs=0.05)


def test_hours_leave_no_trace():
    watching = Watching(BANDS)
    sound, *_ = close_sound()
    events = [event for event in listen(blocks(sound, SMALL), best_ear()) if not isinstance(event, SoundEnded)]

    def moved(event, by):
        match event:
            case SegmentHeard(segment=segment):
                return SegmentHeard(replace(segment, start=segment.start + by, end=segment.end + by))
            case TimePassed(now=now):
                return replace(event, now=now + by)
            case SpeechStarted() | SpeechPaused() | SpeechWithdrawn():
                return replace(event, at=event.at + by)
        return event

    for again in range(60):
        for event in events:
            for _ in watching.hear(moved(event, again * 10.0)):
                pass
    assert len(watching._segments) <= 2 * 8
    assert len(watching._announced) == 0
