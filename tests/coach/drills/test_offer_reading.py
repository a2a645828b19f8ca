from __future__ import annotations

import pytest
from lanes import CLEAN, CLOSED, OFFER, checks, judged, lane, said, take


def test_the_offer_is_timed():
    verdict = take(f"{CLOSED} 40", offer_words=10)
    reading = verdict.offer
    assert (reading.start, reading.seconds) == (pytest.approx(1.0), pytest.approx(3.3))
    assert reading.words_per_minute == pytest.approx(10 / 3.3 * 60)
    assert reading.waited == pytest.approx(1.0)
    assert not reading.spoke_again


def test_an_offer_they_cut_into_has_no_pace():
    verdict = judged(lane("hhhhh 30 nnnnnnnn"), lane(f"5 5 xxxxxxxxxxxxxxxxxxxxxxxxxx 7 {CLOSED} 40"), offer_words=20)
    assert said(verdict) == CLEAN
    assert verdict.offer.words_per_minute is None
    assert verdict.offer.waited is None


def test_an_offer_that_was_hardly_read_has_no_pace():
    assert take(f"{CLOSED} 40", offer_words=40).offer.words_per_minute is None


def test_a_slow_prospect_is_waited_for():
    them = lane("hhhhh 38 50 nnnnnnnn")
    waited = judged(them, lane(f"5 {OFFER} 50 8 {CLOSED} 40"), slow=True)
    assert said(waited) == CLEAN
    assert checks(waited)["waited"] == "pass"
    assert waited.offer.waited == pytest.approx(5.0)
    spoke = judged(them, lane(f"5 {OFFER} 20 xxxxxxxx 22 8 {CLOSED} 40"), slow=True)
    assert said(spoke) == ("fail", "You spoke again after 2.0 s of their silence.")
    assert spoke.offer.spoke_again


def test_the_key_says_when_the_offer_was_over():
    them = lane("hhhhh 60 nnnnnnnn")
    verdict = judged(
        them, lane(f"5 {OFFER} 8 xxxxxx 8 8 {CLOSED} 40"), offer_ended=4.4, offer_ended_by_key=True, slow=True
    )
    assert said(verdict) == ("fail", "You spoke again after 0.8 s of their silence.")
