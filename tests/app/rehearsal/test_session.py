from dataclasses import replace

import pytest
import staged
from staged_drill import FakeCall

from app.rehearsal.session import JUST_THE_CLOSE, Session
from audio.errors import MissingFile
from coach.drills.repertoire import load
from coach.drills.rounds import Wish


class Telephone:
    """Keeps which drill was called, with which seed."""

    def __init__(self):
        self.calls = []

    def __call__(self, drill, seed):
        self.calls.append((drill.id, seed))
        return FakeCall(drill)

    @property
    def drills(self):
        return [drill for drill, _ in self.calls]


@pytest.fixture
def telephone():
    return Telephone()


@pytest.fixture
def make(telephone):
    def build(chosen="plain", wish=Wish(), **others):  # noqa: B008
        return Session(load(), telephone, chosen=chosen, wish=wish, seed=lambda: 7, **others)

    return build


def play(session, verdict=staged.PASSED, takes=1):
    for _ in range(takes):
        session.start()
        session.note(verdict)


def test_the_next_take_has_another_prospect(make, telephone):
    play(make(), takes=3)
    assert telephone.drills == ["plain"] * 3
    assert len(set(telephone.calls)) == 3


def test_again_has_the_same_prospect_and_counts(make, telephone):
    session = make()
    play(session)
    session.again()
    session.note(staged.PASSED)
    assert telephone.calls[0] == telephone.calls[1]
    assert session.number == 2


def test_a_take_that_was_stopped_comes_once_more(make, telephone):
    session = make("mixed")
    session.start()
    session.start()
    assert telephone.calls[0] == telephone.calls[1]
    assert session.number == 1


def test_a_mixed_round_draws_from_all_of_them(make, telephone):
    play(make("mixed"), takes=16)
    assert len(set(telephone.drills)) == 16
    assert "mixed" not in telephone.drills


def test_a_round_of_three_is_over_after_three(make):
    session = make(wish=Wish(takes=3))
    play(session, takes=2)
    assert not session.over
    play(session, staged.FAILED)
    assert session.over
    assert session.number == 3
    summary = session.finish()
    assert (summary.takes, summary.passed) == (3, 2)
    assert not session.on
    assert [verdict for _, verdict in session.takes] == [staged.PASSED, staged.PASSED, staged.FAILED]


def test_ten_minutes_end_with_the_take_that_began_in_them(make):
    times = iter([100.0, 100.0, 650.0, 650.0, 701.0, 701.0, 701.0])
    session = make(wish=Wish(seconds=600.0), now=lambda: next(times))
    session.start()
    session.note(staged.PASSED)
    assert not session.over
    session.start()
    session.note(staged.PASSED)
    assert session.over


def test_one_take_needs_no_summary(make):
    session = make()
    play(session)
    assert session.finish() is None
    play(session)
    assert session.number == 1


def test_another_choice_begins_another_round(make, telephone):
    session = make(wish=Wish(takes=5))
    play(session, takes=2)
    session.choose("busy")
    session.start()
    assert telephone.drills[-1] == "busy"
    assert session.number == 1
    session.want(Wish(takes=2))
    assert not session.on


def test_just_the_close_has_no_call_and_is_counted_too(make, telephone):
    session = make(JUST_THE_CLOSE.id, Wish(takes=2))
    assert session.start() is None
    session.note(staged.PASSED)
    assert session.again() is None
    session.note(staged.PASSED)
    assert session.over
    assert telephone.calls == []
    assert session.alone


def test_clean_takes_in_a_row_are_counted_up_to_now(make):
    session = make()
    play(session, takes=2)
    assert session.streak == 2
    play(session, staged.FAILED)
    assert session.streak == 0


def test_a_drill_that_is_no_longer_there_gives_the_first(make):
    assert make("a trainer's own that was deleted").chosen.id == "mixed"


def test_a_line_that_cannot_be_read_is_told_and_nothing_is_lost(make):
    def broken(_drill, _seed):
        raise MissingFile("plain_1.ogg was not found.")

    session = Session(load(), broken, chosen="plain")
    with pytest.raises(MissingFile):
        session.start()
    assert session.number == 1


def test_what_is_broken_is_known(make, telephone):
    repertoire = replace(load(), drills=())
    session = Session(repertoire, telephone)
    assert session.chosen is JUST_THE_CLOSE
    assert session.repertoire.broken == repertoire.broken
