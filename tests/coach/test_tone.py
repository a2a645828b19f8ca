"""The tone of the two words: described, never decisive."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intoned import FLAT, RATE, intoned, moving

from audio.block import Block
from audio.compose import compose
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import Segment, SoundEnded, Tone, VoiceKnown, Word
from coach.bands import Bands
from coach.closing import conclude
from coach.judge import judge
from coach.tone import middle_hz
from coach.verdict import Result

OK = Segment(1.0, 1.3, level_dbfs=-20.0, word=Word.OK, beliefs=(1.0, 0.0, 0.0), speech=1.0)
FAREWELL = Segment(2.1, 2.7, level_dbfs=-20.0, word=Word.FAREWELL, beliefs=(0.0, 1.0, 0.0), speech=1.0)


def with_tone(segment, slope_st, hz=120.0, voiced_s=0.3):
    return replace(segment, tone=Tone((hz - 4, hz - 2, hz, hz + 2, hz + 4), voiced_s, slope_st))


def concluded(*segments, lost=(), voice=None):
    return conclude(list(segments), list(lost), SoundEnded(7.0, -60.0), Bands(), voice)


def tones(verdict):
    return [check for check in verdict.checks if check.name.startswith("tone_")]


@pytest.mark.parametrize(
    ("slope", "result", "word", "says"),
    [
        (3.64, Result.UNSURE, "rising", "Rises 3.6 semitones at the end, may be heard as a question."),
        (1.0, Result.UNSURE, "rising", "Rises 1.0 semitones at the end, may be heard as a question."),
        (0.4, Result.PASS, "level", "Stays level to its end: may be heard as a statement."),
        (-2.3, Result.PASS, "falling", "Falls to its end: may be heard as a statement."),
    ],
)
def test_a_tone_is_described(slope, result, word, says):
    ok, farewell = tones(concluded(with_tone(OK, -0.2), with_tone(FAREWELL, slope)))
    assert (ok.name, ok.word) == ("tone_ok", "level")
    assert (farewell.name, farewell.result, farewell.word, farewell.says) == ("tone_farewell", result, word, says)
    assert (farewell.value, farewell.unit) == (slope, "st")


@pytest.mark.parametrize("slope", [-12.0, 0.0, 12.0, None])
def test_it_never_decides(slope):
    verdict = concluded(with_tone(OK, slope), with_tone(FAREWELL, slope))
    assert verdict.result is Result.PASS
    assert verdict.headline == "A clean close."
    assert all(check.result is not Result.FAIL for check in tones(verdict))


def test_where_voicing_was_too_weak_nothing_is_said_of_it():
    ok, farewell = tones(concluded(OK, with_tone(FAREWELL, None)))
    assert (ok.result, ok.value) == (farewell.result, farewell.value) == (Result.NOT_MEASURED, None)
    assert ok.says == farewell.says == "Too little of its end is voiced to tell."


def test_lost_sound_takes_the_tones_back_too():
    verdict = concluded(with_tone(OK, 0.0), with_tone(FAREWELL, 5.0), lost=[1.5])
    assert {(check.result, check.value) for check in tones(verdict)} == {(Result.NOT_MEASURED, None)}


def test_an_ok_that_runs_into_the_farewell_has_no_end_of_its_own():
    both = with_tone(Segment(1.0, 2.4, level_dbfs=-20.0, beliefs=(0.3, 0.7, 0.0), speech=1.0), 3.0)
    ok, farewell = tones(concluded(both))
    assert (ok.result, ok.says) == (
        Result.NOT_MEASURED,
        "It has no end of its own: both words came in one piece.",
    )
    assert farewell.word == "rising"


def test_the_middle_is_that_of_everything_said_near():
    offer = with_tone(Segment(-9.0, -1.0, level_dbfs=-20.0, beliefs=(0.0, 0.0, 1.0)), None, hz=100.0, voiced_s=6.0)
    far = with_tone(replace(offer, level_dbfs=-45.0), None, hz=300.0, voiced_s=60.0)
    close = with_tone(OK, 0.0, hz=150.0), with_tone(FAREWELL, 0.0, hz=150.0)
    assert concluded(far, offer, *close).middle_hz == pytest.approx(100.0, abs=2.0)
    assert concluded(*close).middle_hz == pytest.approx(150.0, abs=2.0)
    assert concluded(*close, voice=VoiceKnown(-20.0, 2.0, 117.0)).middle_hz == 117.0


def test_without_a_voice_there_is_no_middle():
    assert middle_hz([]) is None
    assert middle_hz([OK]) is None


def test_a_rise_is_heard_by_the_whole_engine_and_the_close_is_still_clean():
    words = [(1.0, intoned("am_fenrir", "ok", FLAT)), (0.9, intoned("am_fenrir", "goodbye", moving(4.0)))]
    take = compose(words, RATE, tail_s=4.0)
    *_, verdict = judge(listen([Block(take.samples[:, None], RATE)], best_ear()), Bands())
    ok, farewell = tones(verdict)
    assert (ok.word, farewell.word) == ("level", "rising")
    assert farewell.value == pytest.approx(4.0, abs=1.0)
    assert (verdict.result, verdict.headline) == (Result.PASS, "A clean close.")
