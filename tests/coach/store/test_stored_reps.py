"""Whose takes they are: names, colours, two spellings of one, and one who is to be forgotten."""

from __future__ import annotations

import pytest
from reviewed_takes import comment, judged, word
from sample_takes import NOON

from coach.reps import Rep
from coach.review.review import WHOLE
from coach.takes import Wanted
from coach.verdict import Result


@pytest.fixture
def reps(store):
    """Two spellings of one name, and somebody else."""
    for number, rep in enumerate(["Dana", "dana reyes", "Dana", "Sam"]):
        store.takes.add(judged(number, rep=rep, note="In the hall."))
    store.reps.list_with("Dana", "teal")
    store.comments.add(comment(1, by="Dana"))
    store.reviews.put(word(3, (WHOLE, Result.PASS), by="Dana"))
    store.reviews.put(word(0, (WHOLE, Result.PASS)))
    return store.reps


def names(store, **wanted):
    return [take.rep for take in store.takes.newest(Wanted(**wanted))]


def test_everybody_there_is(store, reps):
    reps.list_with("Kim", None)
    store.takes.set_aside(Wanted(rep="Sam"), NOON)
    assert reps.all() == [Rep("Dana", "teal", 2), Rep("dana reyes", None, 1), Rep("Kim", None, 0)]
    reps.list_with("Dana", "ochre")
    reps.forget("Kim")
    assert reps.all() == [Rep("Dana", "ochre", 2), Rep("dana reyes", None, 1)]


def test_a_rep_is_renamed_and_the_renaming_undone(store, reps):
    before = reps.all()
    renaming = reps.rename(["Dana"], "Dána Reyes")
    assert renaming.takes == 2
    assert reps.all() == [Rep("dana reyes", None, 1), Rep("Dána Reyes", "teal", 2), Rep("Sam", None, 1)]
    assert names(store, text="reyes hall") == ["Dána Reyes", "dana reyes", "Dána Reyes"]
    assert [said.by for said in store.comments.of("take1")] == ["Dána Reyes"]
    assert store.reviews.trainers() == ["Dána Reyes", "Tess"]
    assert store.reviews.get("take0", "Tess") is not None
    assert reps.undo(renaming) == 2
    assert reps.all() == before
    assert names(store) == ["Sam", "Dana", "dana reyes", "Dana"]
    assert names(store, text="reyes") == ["dana reyes"]
    assert [said.by for said in store.comments.of("take1")] == ["Dana"]


def test_two_spellings_are_one_and_two_again(store, reps):
    before = reps.all()
    renaming = reps.rename(["dana reyes", "Dana"], "Dana")
    assert [one.name for one in renaming.was] == ["dana reyes"]
    assert reps.all() == [Rep("Dana", "teal", 3), Rep("Sam", None, 1)]
    assert names(store, rep="Dana") == ["Dana"] * 3
    assert reps.undo(renaming) == 1
    assert reps.all() == before


def test_what_was_deleted_meanwhile_is_not_given_back(store, reps):
    renaming = reps.rename(["Dana", "dana reyes"], "Dana Reyes")
    assert renaming.takes == 3
    store.takes.delete("take0")
    store.takes.add(judged(9, rep="Dana Reyes"))
    assert reps.undo(renaming) == 2
    counts = {rep.name: rep.takes for rep in reps.all()}
    assert counts == {"Dana": 1, "dana reyes": 1, "Dana Reyes": 1, "Sam": 1}


def test_takes_that_were_set_aside_are_renamed_with_the_others(store, reps):
    store.takes.set_aside(Wanted(ids=frozenset({"take0"})), NOON)
    reps.rename(["Dana"], "Dee")
    store.takes.bring_back(NOON)
    assert names(store, rep="Dee") == ["Dee", "Dee"]


def test_two_words_of_one_trainer_on_a_take_stay_two(store, reps):
    store.reviews.put(word(3, (WHOLE, Result.FAIL), by="dana reyes", minutes=90))
    renaming = reps.rename(["Dana"], "dana reyes")
    assert [(one.by, one.opinions[0].result) for one in store.reviews.of("take3")] == [
        ("dana reyes", Result.FAIL),
        ("Dana", Result.PASS),
    ]
    reps.undo(renaming)
    assert sorted(one.by for one in store.reviews.of("take3")) == ["Dana", "dana reyes"]


def test_a_name_into_itself_changes_nothing(reps):
    before = reps.all()
    assert reps.rename(["Dana"], "Dana").takes == 0
    assert reps.all() == before
