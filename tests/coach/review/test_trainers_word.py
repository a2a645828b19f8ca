"""What a trainer's word comes to, check by check and as a whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audio.segment import Segment, SoundEnded
from coach.bands import Band, Bands
from coach.closing import conclude
from coach.review.editing import moved
from coach.review.review import WHOLE, Opinion, Review
from coach.review.trainers_word import trainers_results, trainers_verdict
from coach.verdict import Result

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
PASS, FAIL, UNSURE = Result.PASS, Result.FAIL, Result.UNSURE


def verdict(pause=0.3, bands=None):
    words = [Segment(1.0, 1.3, 0.01, 0.01, -20.0), Segment(1.3 + pause, 1.9 + pause, 0.01, 0.01, -20.0)]
    return conclude(words, [], SoundEnded(8.0, -60.0), bands or Bands())


def review(*opinions, words=None):
    return Review("take1", "Tess", NOW, words, tuple(Opinion(*one) for one in opinions))


def said(found, *opinions, words=None):
    return trainers_results(found, review(*opinions, words=words), Bands())


ALL = {"pause": FAIL, "silence": PASS, "nothing_else": PASS, "ok": PASS, "farewell": PASS}


@pytest.mark.parametrize(
    ("opinions", "expected"),
    [
        ((), {}),
        (((WHOLE, FAIL),), ALL | {WHOLE: FAIL}),
        (((WHOLE, PASS, "Short, and clear all the same."),), {WHOLE: PASS}),
        ((("pause", PASS),), {"pause": PASS, WHOLE: PASS}),
        ((("silence", FAIL),), {"silence": FAIL, WHOLE: FAIL}),
        (((WHOLE, FAIL), ("silence", FAIL)), ALL | {"silence": FAIL, WHOLE: FAIL}),
        (((WHOLE, UNSURE), ("pause", PASS)), {"pause": PASS, WHOLE: UNSURE}),
        ((("tone_ok", UNSURE),), {"tone_ok": UNSURE}),
    ],
)
def test_what_is_agreed_with_and_overruled(opinions, expected):
    assert said(verdict(), *opinions) == expected


def test_who_sets_words_says_what_the_checks_are():
    found = verdict()
    words = moved(found.utterances, 0, "end", 1.05, found.duration)
    assert said(found, words=words) == ALL | {"pause": PASS, "ok": FAIL, WHOLE: FAIL}
    assert said(found, ("ok", PASS), words=words)[WHOLE] is PASS
    assert said(found, (WHOLE, UNSURE), words=words)[WHOLE] is UNSURE


def test_a_take_is_held_to_the_limits_that_it_had():
    found = verdict(0.8, Bands(pause=Band(low=1.0, high=2.0)))
    words = moved(found.utterances, 0, "end", 1.25, found.duration)
    assert said(found, words=words)["pause"] is FAIL
    assert trainers_verdict(found, review(words=words), Bands()).close.pause == pytest.approx(0.85)


def test_without_words_of_the_trainers_the_machines_verdict_stands():
    found = verdict()
    assert trainers_verdict(found, None, Bands()) is found
    assert trainers_verdict(found, review((WHOLE, PASS)), Bands()) is found
