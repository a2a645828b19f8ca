"""The checks follow the trainer's words: plain takes, drills, and what cannot be judged at all."""

from __future__ import annotations

import pytest
from drawn_words import plain, spoken
from hypothesis import given, settings
from hypothesis import strategies as st
from lanes import CLOSED, take

from coach.bands import Band, Bands
from coach.review.editing import BY_HAND_S, added, moved, removed, renamed
from coach.review.rejudging import bands_of, rejudged
from coach.sentences import sound_was_lost
from coach.verdict import Kind, Result

BANDS = Bands()


def close(pause=0.8, *more):
    return plain(spoken("o", 1.0, 1.3), spoken("f", 1.3 + pause, 1.9 + pause), *more)


def again(verdict, words, bands=BANDS):
    return rejudged(verdict, words, bands)


def results(verdict):
    return {check.name: str(check.result) for check in verdict.checks}


def check(verdict, name):
    return next(check for check in verdict.checks if check.name == name)


def test_a_boundary_is_moved_and_the_pause_follows():
    verdict = close(0.3)
    assert verdict.result is Result.FAIL
    trainers = again(verdict, moved(verdict.utterances, 0, "end", 1.0, verdict.duration))
    assert trainers.close.pause == pytest.approx(0.58)
    found = check(trainers, "pause")
    assert (found.result, found.value) == (Result.PASS, pytest.approx(0.58))
    assert found.error == pytest.approx((BY_HAND_S**2 + 0.01**2) ** 0.5)
    assert results(trainers)["ok"] == "fail"
    assert verdict.result is Result.FAIL


def test_a_close_that_ran_together_is_set_apart():
    verdict = plain(spoken("o", 1.0, 1.4), spoken("f", 1.4, 2.0))
    assert (check(verdict, "pause").word, verdict.close.together) == ("none", True)
    words = moved(verdict.utterances, 1, "start", 1.7, verdict.duration)
    trainers = again(verdict, words)
    assert not trainers.close.together
    assert (check(trainers, "pause").word, trainers.close.pause) == ("short", pytest.approx(0.3))


def test_what_the_trainer_calls_something_else_is_something_else():
    verdict = plain(spoken("x", 0.1, 0.8), spoken("o", 1.0, 1.3), spoken("f", 2.1, 2.7))
    assert verdict.result is Result.PASS
    assert check(again(verdict, renamed(verdict.utterances, 0, Kind.EXTRA)), "nothing_else").value == 1
    late = again(verdict, added(verdict.utterances, 3.0, 3.4, Kind.EXTRA, verdict.duration))
    assert late.headline == "You said more than the two words."
    assert (late.close.ended_by, late.close.silence) == ("speech", pytest.approx(0.3))


def test_what_was_no_word_is_taken_away():
    verdict = plain(spoken("o", 1.0, 1.3), spoken("f", 2.1, 2.7), spoken("x", 4.0, 4.5))
    assert verdict.headline == "You said more than the two words."
    assert again(verdict, removed(verdict.utterances, 2)).headline == "A clean close."


def test_a_close_is_found_where_the_machine_heard_none():
    verdict = plain(spoken("x", 1.0, 1.3), spoken("x", 2.1, 2.7))
    assert (verdict.result, verdict.close) == (Result.NOT_MEASURED, None)
    words = renamed(renamed(verdict.utterances, 0, Kind.OK), 1, Kind.FAREWELL)
    assert again(verdict, words).result is Result.PASS
    half = again(verdict, renamed(verdict.utterances, 0, Kind.OK))
    assert (half.result, half.headline) == (Result.NOT_MEASURED, "“Good-bye” was not heard.")
    assert (half.checks, half.reason) == ((), half.headline)


def test_the_farewell_goes_with_the_ok_nearest_before_it():
    verdict = close(0.8)
    words = added(verdict.utterances, 0.2, 0.5, Kind.OK, verdict.duration)
    assert again(verdict, words).close.ok.start == 1.0
    words = added(verdict.utterances, 3.0, 3.5, Kind.FAREWELL, verdict.duration)
    assert check(again(verdict, words), "nothing_else").value == 1


def test_how_a_word_was_intoned_was_measured_to_the_end_that_it_had():
    verdict = close(0.8)
    assert results(verdict)["tone_ok"] == "pass"
    trainers = again(verdict, moved(verdict.utterances, 0, "end", 1.35, verdict.duration))
    assert (check(trainers, "tone_ok").result, check(trainers, "tone_ok").word) == (Result.NOT_MEASURED, "moved")
    assert check(trainers, "tone_farewell") == check(verdict, "tone_farewell")
    assert trainers.result is Result.PASS


def test_lost_sound_is_not_mended_by_a_boundary():
    verdict = plain(spoken("o", 1.0, 1.3), spoken("f", 2.1, 2.7), lost=[1.5])
    trainers = again(verdict, moved(verdict.utterances, 0, "end", 1.35, verdict.duration))
    assert (trainers.result, trainers.reason) == (Result.NOT_MEASURED, sound_was_lost())
    assert {check.word for check in trainers.checks} == {"not measured"}


def test_the_limits_that_a_take_was_held_to():
    strict = Bands(name="Strict", pause=Band(low=0.7, high=1.6), silence=Band(low=4.0))
    verdict = plain(spoken("o", 1.0, 1.3), spoken("f", 2.1, 2.7), bands=strict)
    assert bands_of(verdict, Bands()) == strict.model_copy(update={"name": "Our defaults"})
    assert bands_of(plain(), strict) == strict


def test_an_argument_is_named_and_moved_in_a_drill():
    verdict = take("5 xxxxxxxxxx 3 oooo 9 ffffff 40")
    assert check(verdict, "before_ok").result is Result.FAIL
    argued = next(i for i, word in enumerate(verdict.utterances) if word.kind is Kind.EXTRA)
    start = verdict.utterances[argued].segment.start
    shorter = moved(verdict.utterances, argued, "end", start + 0.3, verdict.duration)
    assert results(again(verdict, shorter))["before_ok"] == "pass"
    assert results(again(verdict, renamed(verdict.utterances, argued, Kind.OTHER)))["before_ok"] == "pass"


def test_a_close_on_a_yes_is_one_by_the_drills_own_judge():
    verdict = take("8 xxxx 3 xxxxxx 40", answer="yyyyyyyy", over=True)
    assert verdict.result is Result.PASS
    last = len(verdict.utterances) - 1
    words = renamed(renamed(verdict.utterances, last - 1, Kind.OK), last, Kind.FAREWELL)
    assert again(verdict, words).headline == "You closed on a yes."


def test_an_ok_that_they_hung_up_after_stays_one_when_its_end_is_moved():
    verdict = take("6 oooo 20", them="14 #")
    assert verdict.headline == "They hung up first."
    last = len(verdict.utterances) - 1
    longer = moved(verdict.utterances, last, "end", verdict.utterances[last].segment.end + 0.1, verdict.duration)
    found = again(verdict, longer)
    assert (found.result, found.headline) == (Result.PASS, "They hung up first.")
    assert check(found, "ok").value == pytest.approx(0.5)


def test_who_hung_up_on_someone_who_asked_to_wait_still_did():
    them = f"{len('......oooo.........ffffff') + 12} ssssssss"
    verdict = take(f"{CLOSED} 12 8 5", them=them)
    at = next(i for i, word in enumerate(verdict.utterances) if word.kind is Kind.OK)
    start = verdict.utterances[at].segment.start
    found = again(verdict, moved(verdict.utterances, at, "start", start + 0.02, verdict.duration))
    assert found.headline == verdict.headline == "You hung up on someone who asked you to wait."


@given(
    st.lists(st.tuples(st.sampled_from("ofx"), st.floats(0.02, 2.0), st.floats(0.1, 1.2)), max_size=7), st.booleans()
)
def test_the_machines_own_words_are_judged_as_the_machine_did(said, is_far):
    segments, at = [], 0.2
    for number, (letter, gap, length) in enumerate(said):
        level = -45.0 if is_far and number % 3 == 2 else -20.0
        segments.append(spoken(letter, at + gap, at + gap + length, level))
        at += gap + length
    verdict = plain(*segments, duration=at + 3.0)
    assert again(verdict, verdict.utterances) == verdict


replies = st.lists(st.sampled_from(["oooo", "ffffff", "xxxx", "xxxxxxxxxxx"]), max_size=5).flatmap(
    lambda parts: st.tuples(*(st.tuples(st.just(part), st.integers(1, 30)) for part in parts))
)


@settings(deadline=None, max_examples=300)
@given(
    replies,
    st.sampled_from("nNvqygm"),
    st.sampled_from(["", "20 #", "45 ssssssss", "40 tttttttt", "30 nnnnnn"]),
    st.booleans(),
)
def test_the_machines_own_words_are_judged_as_their_drill_did(reply, answer, them, over):
    after = "".join(f"{gap} {part} " for part, gap in reply) + "60"
    verdict = take(after, answer=answer * 8, them=them, over=over)
    assert again(verdict, verdict.utterances) == verdict
