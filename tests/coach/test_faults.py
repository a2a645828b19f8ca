"""Faults as they are counted."""

from coach.drills.sentences import EVERY_FAULT
from coach.faults import NAMES, fault_name, what_to_do
from coach.tallies import FaultTally


def test_every_fault_of_a_verdict_has_a_name_of_its_own():
    assert set(NAMES) == {(check, word) for check, word, _, _ in EVERY_FAULT}
    assert len(set(NAMES.values())) == len(NAMES)


def test_it_is_called_by_its_name():
    assert fault_name(FaultTally("silence", "short", 3)) == "Short silence"


def test_one_without_a_name_is_called_by_what_is_known():
    assert fault_name(FaultTally("hummed_along", "twice", 3)) == "Hummed along twice"
    assert fault_name(FaultTally("asked_why", "", 3)) == "Asked why"


def test_the_advice_is_that_of_a_verdict():
    assert all(what_to_do(FaultTally(check, word, 1)) == todo for check, word, _, todo in EVERY_FAULT)
    assert what_to_do(FaultTally("no such", "check", 1)) == ""
