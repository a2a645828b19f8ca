from dataclasses import replace

import pytest

from coach.sentences import what_they_hear
from coach.verdict import Check, Result

PAUSE = Check("pause", Result.PASS, 0.9, 0.01, "s", 0.5, 2.0, "clear", "Two separate statements.")
SHORT = replace(PAUSE, result=Result.FAIL, word="short", says="One breath.")
NEAR = replace(PAUSE, result=Result.UNSURE, word="close call", says="Too near the limit to tell.")
SOON = Check("silence", Result.FAIL, 0.6, 0.01, "s", 3.0, None, "short", "The door closes on them.")


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [
        ((PAUSE,), "Two separate statements."),
        ((PAUSE, SOON), "The door closes on them."),
        ((SOON, SHORT), "One breath."),
        ((NEAR, SOON), "The door closes on them."),
        ((NEAR,), "Too near the limit to tell."),
        ((), ""),
    ],
)
def test_what_matters_most_is_what_they_hear(checks, sentence):
    assert what_they_hear(checks) == sentence
