"""Who never wants to be called again is not, whatever becomes of the list."""

from dataclasses import replace

from called import NOW, call, ids, number, person

from coach.calls.call import Outcome


def test_never_again_holds_for_the_number_whoever_has_it(calls):
    calls.put([person(1), person(2, numbers=(number(1), number(2))), person(3)])
    calls.log(call("c1", Outcome.NEVER))
    assert ids(calls.never(NOW)) == ["p1", "p2"]
    calls.put([person(4, numbers=(number(1),))])
    assert calls.get("p4").never
    calls.take_back("c1")
    assert calls.never(NOW) == []
    assert calls.never_called() == []


def test_never_again_survives_that_somebody_is_put_again_or_removed(calls):
    calls.put([person(1)])
    calls.log(call("c1", Outcome.NEVER))
    calls.put([person(1)])
    assert calls.get("p1").never
    calls.remove("p1")
    assert calls.never_called() == [number(1)]
    calls.put([person(7, numbers=(number(1),))])
    assert calls.get("p7").never
    assert calls.next_due(NOW) is None


def test_what_the_list_says_of_never_stays_though_a_call_is_taken_back(calls):
    calls.put([person(1, never=True)])
    calls.log(call("c1", Outcome.NEVER))
    calls.take_back("c1")
    assert calls.get("p1").never
    assert calls.planned("p1", NOW).next.because == "They do not want to be called again, as the list says."


def test_a_note_on_somebody_who_said_never_does_not_keep_the_call_from_being_taken_back(calls):
    calls.put([person(1)])
    calls.log(call("c1", Outcome.NEVER))
    calls.put([replace(calls.get("p1"), note="asked twice", numbers=(number(1), number(8)))])
    assert calls.never_called() == [number(1), number(8)]
    calls.take_back("c1")
    assert not calls.get("p1").never


def test_a_number_that_was_called_and_is_not_theirs_is_never_called_again_either(calls):
    calls.put([person(1), person(5)])
    calls.log(call("c1", Outcome.NEVER, number=number(5)))
    assert ids(calls.never(NOW)) == ["p1", "p5"]


def test_who_has_no_number_may_say_never_as_well(calls):
    calls.put([person(1, numbers=())])
    calls.log(call("c1", Outcome.NEVER))
    assert calls.get("p1").never
    calls.take_back("c1")
    assert not calls.get("p1").never
