import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coach.calls.call import Call, Ending, Measured, Outcome, SaidNo
from coach.calls.prospect import Prospect
from coach.errors import ParcelError
from coach.parcel.packing import pack
from coach.parcel.people import CALLS, NEVER, PROSPECTS, take_in
from coach.parcel.unpacking import open_parcel
from coach.store.opening import open_store
from coach.verdict import Result

AT = datetime(2026, 11, 20, 15, tzinfo=UTC)
OKAFOR = Prospect("p1", "Mr Okafor", numbers=("+12125550123",), more={"colour": "red"}, note="a\nb")
HALE = Prospect("p2", "Mr Hale", numbers=("+12125550124",))
NO = Call(
    "c1",
    "p1",
    AT,
    Outcome.NO,
    "a",
    "+12125550123",
    Ending.HUNG_UP,
    SaidNo.BUSY,
    measured=Measured(Result.PASS, 0.8, 0.012, 3.9, "Two separate statements."),
    sound="2026/11/c1.flac",
)


@pytest.fixture
def people(fresh_database):
    with open_store(fresh_database, offers=lambda: ["a", "b", "c"]) as store:
        yield store.calls


@pytest.fixture
def other(tmp_path):
    with open_store(tmp_path / "other" / "okbye.db", offers=lambda: ["a", "b", "c"]) as store:
        yield store.calls


@pytest.fixture
def parcel(tmp_path, people):
    people.put([OKAFOR, HALE])
    people.log_these([NO, Call("c2", "p2", AT, Outcome.NEVER)])
    people.remove("p2")
    pack(tmp_path / "all.okbye", (), lambda _: None, people=people)
    return tmp_path / "all.okbye"


def bring(path, people):
    with open_parcel(path) as parcel:
        return take_in(people, parcel.prospects(), parcel.calls(), parcel.never_called())


def test_the_call_list_comes_back_with_its_calls_and_who_is_never_called(parcel, people, other):
    assert bring(parcel, other) == (1, 2)
    assert list(other.everybody()) == [OKAFOR]
    assert other.calls("p1") == [replace(NO, sound=None)]
    assert other.never_called() == people.never_called() == ["+12125550124"]
    assert other.planned("p1", AT).next == people.planned("p1", AT).next


def test_what_is_here_already_stays_as_it_is(parcel, other):
    bring(parcel, other)
    other.put([replace(OKAFOR, note="mine")])
    assert bring(parcel, other) == (0, 0)
    assert other.get("p1").note == "mine"


def test_calls_of_somebody_who_is_here_by_another_id_are_theirs(parcel, other):
    other.put([Prospect("mine", "Ben Okafor", numbers=("+12125550123",))])
    bring(parcel, other)
    assert [one.name for one in other.everybody()] == ["Ben Okafor"]
    assert [call.id for call in other.calls("mine")] == ["c1"]


def test_an_older_file_has_no_list_and_is_read_all_the_same(tmp_path, other):
    pack(tmp_path / "old.okbye", (), lambda _: None)
    assert bring(tmp_path / "old.okbye", other) == (0, 0)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (PROSPECTS, b"{"),
        (PROSPECTS, json.dumps({"id": "", "name": "Eve"}).encode()),
        (PROSPECTS, json.dumps({"id": "p", "name": "x" * 300_000}).encode()),
        (
            CALLS,
            json.dumps({"id": "c", "prospect": "p", "started_at": "2026-11-20T15:00:00", "outcome": "no"}).encode(),
        ),
        (
            CALLS,
            json.dumps({"id": "c", "prospect": "p", "started_at": "0001-01-01T00:00:00Z", "outcome": "no"}).encode(),
        ),
        (
            CALLS,
            json.dumps({"id": "c", "prospect": "p", "started_at": "2026-11-20T15:00:00Z", "outcome": "x"}).encode(),
        ),
        (NEVER, b'{"number": 7}'),
        (NEVER, b'"=cmd"'),
    ],
)
def test_of_a_list_that_is_damaged_nothing_is_used(parcel, other, name, line):
    with zipfile.ZipFile(parcel) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(parcel, "w") as archive:
        for entry, text in parts.items():
            archive.writestr(entry, text + line + b"\n" if entry == name else text)
    with pytest.raises(ParcelError, match="Nothing of it was used"):
        bring(parcel, other)
    assert not other.known()
