"""Closes by what the ear believes of each piece of speech."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audio.segment import Segment, Word
from coach.naming import named
from coach.pairing import closes_in
from coach.verdict import Kind

BELIEFS = {
    "ok": (Word.OK, (0.95, 0.02, 0.03)),
    "bye": (Word.FAREWELL, (0.02, 0.95, 0.03)),
    "thanks": (Word.OTHER, (0.03, 0.05, 0.92)),
    "ok?": (Word.OK, (0.45, 0.1, 0.45)),
    "bye?": (Word.FAREWELL, (0.1, 0.3, 0.6)),
}


def said(*words, gap=0.8, level=-20.0):
    """Pieces of half a second, one after the other; "okbye" is two that touch."""
    out, at = [], 1.0
    for name in words:
        for part in ("ok", "bye") if name == "okbye" else (name,):
            word, beliefs = BELIEFS[part]
            out.append(Segment(at, at + 0.5, level_dbfs=level, word=word, beliefs=beliefs, speech=0.95))
            at += 0.5
        at += gap
    return out


def names(segments, pair):
    index = {id(segment): i for i, segment in enumerate(segments)}
    return index[id(pair.ok)], index[id(pair.farewell)], [index[id(extra)] for extra in pair.extras]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("ok", "bye"), (0, 1, [])),
        (("ok", "thanks", "bye"), (0, 2, [1])),
        (("ok", "bye", "thanks"), (0, 1, [2])),
        (("thanks", "ok", "bye"), (1, 2, [])),
        (("ok", "thanks", "bye", "thanks"), (0, 2, [1, 3])),
        (("ok?", "bye"), (0, 1, [])),
    ],
)
def test_words_are_taken_for_what_they_are(words, expected):
    segments = said(*words)
    (pair,) = closes_in(segments)
    assert names(segments, pair) == expected


@pytest.mark.parametrize(
    "words", [(), ("ok",), ("bye",), ("bye", "ok"), ("thanks", "thanks"), ("ok", "thanks"), ("ok?", "bye?")]
)
def test_without_both_words_there_is_no_close(words):
    assert closes_in(said(*words)) == []


def test_words_that_touch_ran_together():
    (pair,) = closes_in(said("okbye"))
    assert pair.together
    assert pair.ok.end == pair.farewell.start


def test_words_that_touch_are_named_once_each():
    heard = said("okbye", "thanks")
    utterances = named(heard, closes_in(heard))
    assert [utterance.kind for utterance in utterances] == [Kind.OK, Kind.FAREWELL, Kind.EXTRA]
    assert [utterance.segment for utterance in utterances] == heard


@pytest.mark.parametrize(
    ("seconds", "beliefs", "is_close"),
    [
        (1.3, (0.12, 0.56, 0.32), True),
        (0.9, (0.12, 0.56, 0.32), False),
        (1.3, (0.01, 0.95, 0.04), False),
        (2.5, (0.2, 0.6, 0.2), False),
        (1.3, (0.12, 0.38, 0.5), False),
    ],
)
def test_one_long_piece_with_something_of_both_words_is_both(seconds, beliefs, is_close):
    piece = Segment(1.0, 1.0 + seconds, level_dbfs=-20.0, word=Word.FAREWELL, beliefs=beliefs, speech=0.95)
    found = closes_in([piece])
    assert [pair.together for pair in found] == [True] * is_close
    if is_close:
        assert (found[0].ok.start, found[0].farewell.end, found[0].extras) == (piece.start, piece.end, ())
        assert found[0].ok.end == found[0].farewell.start


def test_words_too_far_apart_belong_to_different_things():
    assert closes_in(said("ok", "bye", gap=6.5)) == []


def test_a_voice_behind_said_nothing():
    ok, bye, thanks = said("ok", "bye", "thanks")
    (pair,) = closes_in([ok, bye, replace(thanks, level_dbfs=-29.0)])
    assert pair.extras == ()


def test_what_may_be_a_breath_is_nothing_said():
    ok, bye, thanks = said("ok", "bye", "thanks")
    (pair,) = closes_in([ok, bye, replace(thanks, speech=0.6)])
    assert pair.extras == ()


def test_every_close_of_a_recording_is_found_and_none_shares_a_word():
    early = said("ok", "bye")
    late = [replace(word, start=word.start + 30, end=word.end + 30) for word in said("ok", "thanks", "bye")]
    pairs = closes_in([*early, *late])
    assert [(pair.ok, pair.farewell) for pair in pairs] == [(early[0], early[1]), (late[0], late[2])]


def test_an_ear_that_knows_no_words_goes_by_order():
    segments = [replace(word, word=None, beliefs=None, speech=None) for word in said("ok", "thanks", "bye")]
    (pair,) = closes_in(segments)
    assert names(segments, pair) == (0, 1, [2])
