"""Words moved, named, added and removed by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.segment import Segment, Tone, Word
from coach.review.editing import BY_HAND_S, added, editing, moved, removed, renamed
from coach.verdict import Kind, Utterance

DURATION = 7.0
TONE = Tone((116, 118, 120, 122, 124), 0.3, 0.4)
WORDS = (
    Utterance(Segment(0.4, 0.9), Kind.OTHER),
    Utterance(Segment(1.0, 1.3, 0.01, 0.01, tone=TONE), Kind.OK),
    Utterance(Segment(2.1, 2.7, 0.01, 0.01, tone=TONE), Kind.FAREWELL),
)


def times(words):
    return [(word.segment.start, word.segment.end) for word in words]


@pytest.mark.parametrize(
    ("edge", "to", "expected"),
    [
        ("end", 1.4512, (1.0, 1.45)),
        ("end", 9.0, (1.0, 2.1)),
        ("end", 0.2, (1.0, 1.02)),
        ("start", 1.1037, (1.105, 1.3)),
        ("start", 0.0, (0.9, 1.3)),
        ("start", 5.0, (1.28, 1.3)),
    ],
)
def test_an_edge_goes_along_the_grid_and_never_past_a_neighbour(edge, to, expected):
    assert times(moved(WORDS, 1, edge, to, DURATION)) == [times(WORDS)[0], expected, times(WORDS)[2]]


def test_the_last_edge_ends_with_the_sound():
    assert times(moved(WORDS, 2, "end", 60.0, DURATION))[2] == (2.1, DURATION)


def test_an_edge_set_by_hand_is_as_exact_as_hands_are():
    _, ok, _ = moved(WORDS, 1, "start", 1.05, DURATION)
    assert (ok.segment.start_error, ok.segment.end_error) == (BY_HAND_S, 0.01)


def test_how_it_was_intoned_hangs_on_its_end():
    assert moved(WORDS, 1, "start", 1.05, DURATION)[1].segment.tone == TONE
    assert moved(WORDS, 1, "end", 1.35, DURATION)[1].segment.tone is None


def test_an_edge_that_stays_where_it_was_is_no_change():
    assert moved(WORDS, 1, "end", 1.301, DURATION) is WORDS


def test_a_word_has_another_name():
    assert [word.kind for word in renamed(WORDS, 0, Kind.EXTRA)] == [Kind.EXTRA, Kind.OK, Kind.FAREWELL]


def test_a_word_is_added_where_there_is_room():
    words = added(WORDS, 1.2, 2.4, Kind.EXTRA, DURATION)
    assert times(words)[2] == (1.3, 2.1)
    assert words[2].segment.word is Word.OTHER
    assert added(words, 1.5, 1.8, Kind.EXTRA, DURATION) is words
    assert times(added(WORDS, 5.0, 9.0, Kind.EXTRA, DURATION))[3] == (5.0, DURATION)


def test_a_word_is_removed():
    assert removed(WORDS, 1) == (WORDS[0], WORDS[2])


def test_undo_and_redo():
    start = editing(WORDS, None)
    once = start.to(renamed(WORDS, 0, Kind.EXTRA))
    twice = once.to(removed(once.words, 1))
    assert twice.undone().undone().words == WORDS
    assert twice.undone().redone() == twice
    assert start.undone() is start
    assert start.redone() is start
    assert once.to(once.words) is once
    assert not once.undone().to(removed(WORDS, 0)).after


def test_the_machines_words_are_restored_and_that_is_undone_too():
    trainers = renamed(WORDS, 0, Kind.EXTRA)
    begun = editing(WORDS, trainers)
    assert begun.changed
    assert begun.restored().words == WORDS
    assert not begun.restored().changed
    assert begun.restored().undone().words == trainers


seconds = st.floats(-1, 9, allow_nan=False)
change = st.one_of(
    st.tuples(st.just("move"), st.integers(0, 20), st.sampled_from(["start", "end"]), seconds),
    st.tuples(st.just("add"), seconds, seconds, st.sampled_from(Kind)),
    st.tuples(st.just("remove"), st.integers(0, 20)),
    st.tuples(st.just("name"), st.integers(0, 20), st.sampled_from(Kind)),
)


def changed(words, asked):
    match asked:
        case ("add", start, end, kind):
            return added(words, start, end, kind, DURATION)
        case ("move", number, edge, to) if words:
            return moved(words, number % len(words), edge, to, DURATION)
        case ("remove", number) if words:
            return removed(words, number % len(words))
        case ("name", number, kind) if words:
            return renamed(words, number % len(words), kind)
    return words


@given(st.lists(st.floats(0, DURATION), max_size=8), st.lists(change, max_size=30))
def test_whatever_is_done_words_stay_in_order_and_all_of_it_can_be_undone(ends, changes):
    edges = sorted(ends)
    found = tuple(Utterance(Segment(*two), Kind.OTHER) for two in zip(edges[::2], edges[1::2], strict=False))
    now = begun = editing(found, None)
    for asked in changes:
        now = now.to(changed(now.words, asked))
        segments = [word.segment for word in now.words]
        assert all(0 <= segment.start <= segment.end <= DURATION for segment in segments)
        assert all(one.end <= another.start for one, another in pairwise(segments))
    done, states = now, [now.words]
    while now.before:
        now = now.undone()
        states.append(now.words)
    assert now.words == begun.words
    for words in reversed(states):
        assert now.words == words
        now = now.redone()
    assert now == done
