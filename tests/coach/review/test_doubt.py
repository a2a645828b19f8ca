"""What a trainer should hear first."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_takes import verdict

from coach.review.doubt import NEEDS_A_LOOK, NO_CLOSE, doubt
from coach.verdict import Check, Result

P, F, U, N = Result.PASS, Result.FAIL, Result.UNSURE, Result.NOT_MEASURED


def check(result, value, name="pause", low=0.5, high=2.0, error=0.02):
    return Check(name, result, value, error, "s", low, high, "", "")


def judged(result, *checks):
    return replace(verdict(result), checks=checks)


EXTRA = Check("nothing_else", F, 1, None, "words", 0, 0, "more", "")
NOT_HEARD = replace(judged(N), headline="No close was heard.", reason="No close was heard.")
LOST = replace(judged(N), headline="It could not be measured.", reason="Some sound was lost.")
NO_VOICE = replace(NOT_HEARD, utterances=())


def test_the_order_in_which_takes_are_heard():
    in_order = [
        judged(U, check(U, 0.5), check(P, 1.0)),
        judged(U, check(U, 0.519), check(P, 1.0)),
        NOT_HEARD,
        judged(P, check(P, 0.525), check(P, 1.0)),
        judged(F, check(F, 0.46)),
        judged(P, check(P, 0.9)),
        judged(P, check(P, 1.2)),
        judged(F, check(F, 0.46), EXTRA),
    ]
    assert sorted(in_order, key=doubt, reverse=True) == in_order


@pytest.mark.parametrize(
    ("judged_so", "expected"),
    [
        (judged(U, check(U, 0.5)), 2.0),
        (judged(U), 1.0),
        (NOT_HEARD, NO_CLOSE),
        (LOST, 0.0),
        (NO_VOICE, 0.0),
        (judged(P, check(P, 0.54)), 1 / 3),
        (judged(P, check(P, 0.54, error=0.0)), 0.0),
        (judged(P, check(P, 1.9, error=0.1)), 0.5),
        (judged(F, check(F, 0.46), check(F, 0.1, "ok", 0.12, 0.8)), pytest.approx(1 / 3)),
        (judged(F, check(F, 0.46), EXTRA), 0.0),
        (judged(P, check(P, 2.9, "silence", 3.0, None)), 0.0),
        (judged(P, check(P, 3.02, "silence", 3.0, None)), pytest.approx(0.5)),
        (judged(P, check(P, 0.0, "before_ok", 0, 0.6)), pytest.approx(1 / 31)),
        (judged(P, check(P, 0.95, "tone_ok", None, 1.0)), 0.0),
    ],
    ids=str,
)
def test_it_is_the_limit_nearest_to_the_error(judged_so, expected):
    assert doubt(judged_so) == (pytest.approx(expected) if isinstance(expected, float) else expected)


def test_what_needs_a_look():
    assert doubt(judged(P, check(P, 0.525))) > NEEDS_A_LOOK > doubt(judged(P, check(P, 0.535)))
    assert doubt(NOT_HEARD) > NEEDS_A_LOOK


any_number = st.none() | st.floats()
any_check = st.builds(check, st.sampled_from(Result), any_number, low=any_number, high=any_number, error=any_number)


@given(st.sampled_from(Result), st.lists(any_check, max_size=3))
def test_it_is_a_number_whatever_the_checks_are(result, checks):
    assert 0.0 <= doubt(judged(result, *checks)) <= 2.0


def test_a_value_that_is_no_number_is_no_doubt():
    assert doubt(judged(P, check(P, nan))) == 0.0
