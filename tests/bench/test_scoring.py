"""The bench's own measure: the truth scores full marks, what is shifted is off by the shift, what is missed counts."""

from dataclasses import replace
from math import inf, isnan

import numpy as np
import pytest

from bench.composed import CONDITIONS, PLAIN, takes
from bench.engines import closed
from bench.scoring import outcome, quantile, score
from bench.truth import deserved
from coach.verdict import Close

ALL_KINDS = 10


@pytest.fixture(scope="module")
def truths():
    return [(take.truth, len(take.samples) / take.rate_hz) for take in takes(ALL_KINDS)]


def scored(truths, changed=lambda verdict: verdict):
    return score([outcome(truth, changed(deserved(truth, seconds))) for truth, seconds in truths])


def with_close(verdict, change):
    return verdict if verdict.close is None else replace(verdict, close=change(verdict.close))


def test_the_truth_scores_full_marks(truths):
    full = scored(truths)
    assert (full.takes, full.found, full.right, full.inside) == (ALL_KINDS, 1, 1, 1)
    assert (full.extra_recall, full.extra_false) == (1, 0)
    assert full.pause_95th == pytest.approx(0, abs=1e-9)
    assert full.silence_95th == pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize("shift", [-0.03, 0.012])
def test_a_farewell_heard_late_or_early_is_off_by_that(truths, shift):
    def late(close: Close) -> Close:
        moved = close.farewell.since(close.farewell.start + shift)
        return replace(close, farewell=moved, pause=close.pause + shift, silence=close.silence + shift)

    off = scored(truths, lambda verdict: with_close(verdict, late))
    assert (off.pause_median, off.pause_95th) == pytest.approx((abs(shift), abs(shift)))
    assert off.silence_median == pytest.approx(abs(shift), abs=1e-4)
    assert off.found == 1
    assert off.inside == 0  # the truth states no error


def test_a_stated_error_that_holds_the_truth_is_counted_as_such(truths):
    honest = scored(truths, lambda verdict: with_close(verdict, lambda close: replace(close, pause_error=0.02)))
    assert (honest.inside, honest.half_width) == (1, 0.02)


def test_what_is_not_found_is_infinitely_far_off(truths):
    nothing = scored(truths, lambda verdict: replace(verdict, close=None, checks=()))
    assert (nothing.found, nothing.right, nothing.pause_median) == (0, 0, inf)
    assert (nothing.extra_recall, nothing.extra_false) == (0, 0)
    assert isnan(nothing.inside)


def test_a_close_somewhere_else_is_not_found(truths):
    def elsewhere(close: Close) -> Close:
        length = close.ok.duration
        return replace(close, ok=replace(close.ok, start=close.ok.start - length, end=close.ok.end - length))

    assert scored(truths, lambda verdict: with_close(verdict, elsewhere)).found == 0


def test_a_quantile_mixes_no_two_values():
    assert quantile([3.0, inf, 1.0, 2.0], 0.5) == 2.0
    assert quantile([3.0, inf, 1.0, 2.0], 0.95) == inf


def test_every_condition_has_the_same_closes():
    plain = [take.truth for take in takes(2, [PLAIN])]
    for condition in CONDITIONS:
        assert [take.truth for take in takes(2, [condition])] == plain


def test_gaps_of_a_detector_are_closed_when_they_are_short():
    voiced = [bool(int(frame)) for frame in "0110000011000000110"]
    assert np.array(closed(voiced, 0.02)) == pytest.approx(np.array([(0.02, 0.2), (0.32, 0.36)]))
