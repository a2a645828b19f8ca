"""Whose voice it is: by the calibrated level where a close agrees with it, by the loudest otherwise."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audio.segment import Segment, VoiceKnown, Word
from coach.nearness import near

KNOWN = VoiceKnown(-20.0, 1.0)
BELIEFS = {Word.OK: (0.95, 0.02, 0.03), Word.FAREWELL: (0.02, 0.95, 0.03), Word.OTHER: (0.03, 0.05, 0.92)}


def said(start, word, level=-20.0):
    return Segment(start, start + 0.5, level_dbfs=level, word=word, beliefs=BELIEFS[word], speech=0.95)


OK, BYE = said(1, Word.OK), said(2.5, Word.FAREWELL)
THEIR_OK, THEIR_BYE = said(5, Word.OK, -29.5), said(6.5, Word.FAREWELL, -29.5)


def test_a_neighbour_who_closes_too_is_not_the_rep():
    everything = [OK, BYE, THEIR_OK, THEIR_BYE]
    assert near(everything).voices == everything
    assert near(everything, KNOWN).voices == [OK, BYE]
    assert near(everything, KNOWN).closes[-1].ok is OK


def test_somebody_louder_does_not_make_the_rep_a_neighbour():
    louder = said(0, Word.OTHER, -6.0)
    assert near([louder, OK, BYE]).closes == []
    assert near([louder, OK, BYE], KNOWN).closes[0].ok is OK


def test_a_lively_voice_is_given_more_room():
    mumbled = said(4, Word.OTHER, -30.0)
    assert mumbled not in near([OK, BYE, mumbled], KNOWN).voices
    close = near([OK, BYE, mumbled], replace(KNOWN, spread_db=3.0)).closes[0]
    assert close.extras == (mumbled,)


@given(st.floats(6.5, 40) | st.floats(-40, -6.5))
def test_a_microphone_that_was_turned_since_is_heard_by_the_loudest(gain_db):
    def turned(segment):
        return replace(segment, level_dbfs=segment.level_dbfs + gain_db)

    everything = [turned(segment) for segment in (OK, BYE, said(5, Word.OTHER, -28.5), said(7, Word.OTHER, -35.0))]
    assert near(everything, KNOWN) == near(everything)


@given(st.floats(-4, 4), st.floats(0, 5))
def test_the_reps_own_close_is_always_theirs(gain_db, spread_db):
    pair = [replace(word, level_dbfs=word.level_dbfs + gain_db) for word in (OK, BYE)]
    assert near(pair, VoiceKnown(-20.0, spread_db)).voices == pair
