"""A trainer's word is kept beside the machine's, and what it comes to can be counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewed_takes import comment, judged, word
from sample_takes import NOON

from coach.bands import Band, Bands
from coach.review.agreement import Both
from coach.review.editing import added, moved
from coach.review.review import WHOLE, Comment, Review
from coach.takes import Wanted
from coach.verdict import Kind, Result

PASS, FAIL, UNSURE, NOT_MEASURED = Result.PASS, Result.FAIL, Result.UNSURE, Result.NOT_MEASURED


def row(store, number):
    return next(row for row in store.rows.page() if row.id == f"take{number}")


def trainers(store, number):
    return row(store, number).reviewed, row(store, number).trainer


any_moment = st.just(NOON)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.builds(Review, take=st.just("take1"), changed_at=any_moment))
def test_any_word_comes_back_as_it_was(store, review):
    store.takes.add(judged(1))
    assert store.reviews.put(review)
    assert repr(store.reviews.get("take1", review.by)) == repr(review)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.builds(Comment, id=st.just("c"), take=st.just("take1"), made_at=any_moment, at=st.floats(0, 9)))
def test_any_comment_comes_back_as_it_was(store, said):
    store.takes.add(judged(1))
    store.comments.delete_these(["c"])
    assert store.comments.add(said)
    assert repr(store.comments.of("take1")) == repr([said])


def test_agreed_and_overruled(store):
    for number in range(4):
        store.takes.add(judged(number, FAIL, 0.3))
    store.reviews.put(word(1, (WHOLE, FAIL)))
    store.reviews.put(word(2, ("pause", PASS, "Clear to me.")))
    store.reviews.put(word(3))
    assert [trainers(store, number) for number in range(4)] == [(False, None), (True, FAIL), (True, PASS), (True, None)]
    assert store.reviews.judged_by_both() == [
        Both("take2", "pause", FAIL, PASS),
        Both("take2", WHOLE, FAIL, PASS),
        Both("take1", "nothing_else", PASS, PASS),
        Both("take1", "pause", FAIL, FAIL),
        Both("take1", WHOLE, FAIL, FAIL),
    ]
    assert [one.take for one in store.reviews.judged_by_both(Wanted(ids=frozenset({"take1"})))] == ["take1"] * 3


def test_a_word_is_changed_and_taken_back(store):
    store.takes.add(judged(1))
    store.reviews.put(word(1, (WHOLE, FAIL)))
    store.reviews.put(word(1, (WHOLE, UNSURE)))
    assert trainers(store, 1) == (True, UNSURE)
    assert store.reviews.remove("take1", "Tess")
    assert trainers(store, 1) == (False, None)
    assert store.reviews.judged_by_both() == []
    assert not store.reviews.remove("take1", "Tess")
    assert store.reviews.get("take1", "Tess") is None


def test_of_two_trainers_the_newest_word_counts(store):
    store.takes.add(judged(1))
    later, earlier = word(1, (WHOLE, FAIL), minutes=9), word(1, (WHOLE, PASS), by="Uma", minutes=5)
    store.reviews.put(later)
    store.reviews.put(earlier)
    assert trainers(store, 1) == (True, FAIL)
    assert store.reviews.of("take1") == [later, earlier]
    assert store.reviews.trainers() == ["Tess", "Uma"]
    store.reviews.remove("take1", "Tess")
    assert trainers(store, 1) == (True, PASS)


def test_words_set_by_hand_are_held_to_the_limits_of_the_take(store):
    take = judged(1, FAIL, 0.46)
    store.takes.add(take)
    words = moved(take.verdict.utterances, 0, "end", 1.2, take.verdict.duration)
    store.reviews.put(word(1, words=words))
    assert trainers(store, 1) == (True, PASS)
    assert store.reviews.get("take1", "Tess").words == words


def test_a_close_that_the_machine_missed_is_held_to_the_bands_of_today(store):
    missed = replace(judged(1).verdict, result=NOT_MEASURED, checks=(), close=None, closes=(), utterances=())
    store.takes.add(replace(judged(1), verdict=missed))
    words = added(added((), 1.0, 1.3, Kind.OK, 7.4), 2.1, 2.7, Kind.FAREWELL, 7.4)
    store.reviews.put(word(1, words=words))
    assert trainers(store, 1) == (True, PASS)
    assert Both("take1", "pause", NOT_MEASURED, PASS) in store.reviews.judged_by_both()
    store.reviews.put(word(1, words=words), Bands(pause=Band(low=1.0)))
    assert trainers(store, 1) == (True, FAIL)


def test_nothing_is_said_of_a_take_that_is_not_there(store):
    assert not store.reviews.put(word(1))
    assert not store.comments.add(comment(1))
    assert not store.comments.change(comment(1))


def test_a_take_that_is_replaced_keeps_what_was_said_of_it(store):
    store.takes.add(judged(1, FAIL, 0.3))
    store.reviews.put(word(1, (WHOLE, FAIL)))
    store.comments.add(comment(1))
    store.takes.add(judged(1, PASS, 0.8, note="Measured again."))
    assert store.comments.of("take1") == [comment(1)]
    assert trainers(store, 1) == (True, FAIL)
    assert Both("take1", WHOLE, PASS, FAIL) in store.reviews.judged_by_both()
    assert store.takes.get("take1").note == "Measured again."
    assert [value for _, value in store.tallies.values("pause")] == [0.8]


def test_all_that_was_said_goes_with_its_take(store):
    store.takes.add(judged(1))
    store.reviews.put(word(1, (WHOLE, PASS)))
    store.comments.add(comment(1, sound="2026/11/comment.flac"))
    assert store.takes.sounds() == {"2026/11/comment.flac"}
    store.takes.set_aside(Wanted(), NOON)
    assert store.takes.aside() == [("take1", None), ("take1", "2026/11/comment.flac")]
    assert store.reviews.judged_by_both() == []
    store.takes.delete_these(["take1"])
    store.takes.add(judged(1))
    assert (store.reviews.of("take1"), store.comments.of("take1")) == ([], [])
    assert store.takes.sounds() == frozenset()


def test_comments_in_order_of_their_moments(store):
    store.takes.add(judged(1))
    late, early = comment(1, 5.4), comment(1, 3.4, until=3.9)
    assert store.comments.add(late)
    assert store.comments.add(early)
    assert not store.comments.add(replace(late, text="Another."))
    assert store.comments.of("take1") == [early, late]
    assert row(store, 1).comments == 2
    assert store.comments.change(replace(late, text="Count three breaths.", at=0.2))
    assert [said.text for said in store.comments.of("take1")] == ["Count three breaths.", "Lovely pause."]
    assert store.comments.by("Tess") == [late.id, early.id]


def test_a_comment_that_was_set_aside_comes_back(store):
    store.takes.add(judged(1))
    store.comments.add(comment(1, sound="2026/11/comment.flac"))
    assert store.comments.set_aside(["comment1-1.0", "none"], NOON) == 1
    assert store.comments.of("take1") == []
    assert row(store, 1).comments == 0
    assert store.comments.aside() == [("comment1-1.0", "2026/11/comment.flac")]
    assert store.takes.sounds() == {"2026/11/comment.flac"}
    assert store.comments.bring_back(NOON) == 1
    assert store.comments.of("take1") == [comment(1, sound="2026/11/comment.flac")]
    assert not store.comments.add(comment(1))


@pytest.mark.parametrize("result", [UNSURE, NOT_MEASURED])
def test_a_word_of_any_kind(store, result):
    store.takes.add(judged(1))
    store.reviews.put(word(1, (WHOLE, result)))
    assert trainers(store, 1) == (True, result)
