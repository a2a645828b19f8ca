"""Takes that broke off, and what the microphone heard of the prospect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lanes import CLEAN, CLOSED, OFFER, checks, encounter, judged, lane, said, take, voice

from audio.segment import Segment, SoundEnded
from coach.bands import Bands
from coach.drills.judging import judge_drill
from coach.tone import TONE_CHECKS
from coach.verdict import Result

VAGUE, YES = "vvvvvvvv", "yyyyyyyy"


def test_closing_before_they_answered():
    assert said(judged("hhhhh", lane(f"5 {OFFER} {CLOSED} 30"))) == ("fail", "You closed before they had answered.")


def test_hanging_up_before_they_answered():
    assert said(judged("hhhhh", lane(f"5 {OFFER} 5"))) == ("not_measured", "You hung up before they had answered.")


@pytest.mark.parametrize("answer", ["nnnnnnnn", VAGUE, YES, "gggggggg"])
def test_a_rep_who_is_never_heard_is_not_judged(answer):
    verdict = judged(lane(f"hhhhh 50 {answer}"), lane("150"))
    assert said(verdict) == ("not_measured", "No voice was heard.")


def test_their_voice_in_the_microphone_is_not_the_reps():
    """Loudspeakers: each of their lines is heard too, a little late, and even as the words of a close."""
    them = "hhhhh 38 10 ooooofff"
    leaking = voice(lane(f"xxxxx {OFFER} 10 ooooofff {CLOSED} 40"))
    met = encounter(lane(them.replace("ooooofff", "nnnnnnnn")), 12.6)
    verdict = judge_drill(met, leaking, (), SoundEnded(12.6, -60.0), Bands())
    assert said(verdict) == CLEAN
    assert verdict.close.ok.start == pytest.approx(6.7)
    assert [str(u.kind) for u in verdict.utterances] == ["other"] * 5 + ["ok", "farewell"]


def test_both_at_once_is_not_judged():
    """Their voice runs into what the rep says: one piece, from which no time can be taken."""
    met = encounter(lane("hhhhh 48 nnnnnnnn"), 10.0)
    joined = [*voice(lane(f"5 {OFFER}")), Segment(5.4, 6.8, 0.01, 0.01, -20.0)]
    verdict = judge_drill(met, joined, (), SoundEnded(10.0, -60.0), Bands())
    assert said(verdict) == ("not_measured", "You and they were heard at once.")


def test_sound_lost_after_the_answer_leaves_it_not_measured():
    lost = take(f"{CLOSED} 40", lost=(7.0,))
    assert lost.result is Result.NOT_MEASURED
    assert "lost" in lost.reason
    assert set(checks(lost).values()) == {"not_measured"}
    assert said(take(f"{CLOSED} 40", lost=(2.0,))) == CLEAN


def test_a_line_that_could_not_be_played_leaves_it_not_measured():
    verdict = take(f"{CLOSED} 40", failed="The output went away.")
    assert (verdict.result, verdict.reason) == (Result.NOT_MEASURED, "The output went away.")


def test_the_verdict_keeps_what_the_prospect_said():
    verdict = take(f"{CLOSED} 40", them=f"{len('......oooo.........ffffff') + 35} #")
    assert verdict.drill == "drawn"
    assert [line.kind for line in verdict.prospect] == ["hello", "no", "hung_up"]
    assert checks(verdict)["silence"] == "pass"


def lanes(letters):
    runs = st.tuples(st.sampled_from(letters), st.integers(1, 30)).map(lambda run: run[0] * run[1])
    return st.lists(runs, max_size=12).map("".join)


@given(lanes(".rhnNvqygmstb#"), lanes("..ofx"), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 60))
def test_whatever_was_said_there_is_a_verdict_with_a_sentence(them, rep, over, nobody, slow, words):
    verdict = judged(them, rep, over=over, nobody=nobody, slow=slow, offer_words=words)
    assert verdict.headline.endswith(".")
    assert verdict.advice.endswith((".", "?”"))
    assert "{}" not in verdict.headline
    assert (verdict.reason is None) == (verdict.result is not Result.NOT_MEASURED)
    deciding = [check for check in verdict.checks if check.name not in TONE_CHECKS]
    assert verdict.result is not Result.PASS or all(check.result is Result.PASS for check in deciding)
    assert sorted(said.segment.start for said in verdict.utterances) == [
        said.segment.start for said in verdict.utterances
    ]
