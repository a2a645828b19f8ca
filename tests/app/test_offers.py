"""What the window knows of offers from the store and the settings."""

from dataclasses import replace

import pytest
from list_in_memory import ListInMemory
from sample_takes import take, verdict

from app.archive import Archive
from app.choices import Choices
from app.offers import Known, offer_desk, rehearsed_offer
from coach.bands import Bands
from coach.offers.keeping import Keeping
from coach.offers.shelf import Shelf
from coach.verdict import OfferReading


@pytest.fixture
def choices(tmp_path):
    return Choices(tmp_path / "settings.json")


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "offers")


def read_at(number, pace):
    return take(number, verdict=replace(verdict(), offer=OfferReading(0.0, 9.0, 24, pace, 1.0)))


def test_before_the_store_is_open_nothing_is_known():
    assert Known().pace() is None
    assert Known().given() == {}


def test_the_reps_own_pace_is_the_middle_of_what_was_read_to_its_end(takes, sounds):
    known = Known()
    known.connect_to(Archive(takes, None, None, None, sounds, "Ana", Bands()))
    for number, pace in enumerate((150.0, None, 190.0)):
        takes.add(read_at(number, pace))
    assert known.pace() is None  # too few tell
    takes.add(read_at(3, 170.0))
    takes.add(replace(read_at(4, 400.0), rep="Bo"))
    takes.add(take(5))
    assert known.pace() == 170.0


def test_how_often_an_offer_was_given_is_what_the_call_list_says(shelf, choices):
    known = Known()
    calls = ListInMemory()
    calls.given = lambda: {"a": 3}
    known.listen_to(calls)
    assert offer_desk(shelf, choices, known).given() == {"a": 3}


def test_what_is_rehearsed_with_is_remembered(shelf, choices, tmp_path):
    offer_desk(shelf, choices, Known()).rehearse(shelf.get("c"))
    again = Choices(tmp_path / "settings.json")
    assert rehearsed_offer(shelf, again).id == "c"
    Keeping(shelf).archive(shelf.get("c"))
    assert rehearsed_offer(shelf, again).id == "a"
    for offer in shelf.offers():
        Keeping(shelf).archive(offer)
    assert rehearsed_offer(shelf, again).id == "a"  # there is always one


def test_the_further_columns_of_the_list_are_fields(shelf, choices):
    choices.change(list_columns={"industry": "more", "Firm": "company", "shoe size": "more", "caller": "more"})
    assert offer_desk(shelf, choices, Known()).columns() == ("industry",)
