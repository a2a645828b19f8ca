import csv
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.calls.call import Call, Outcome
from coach.calls.prospect import Prospect
from coach.calls.sheet.cells import plain, safe
from coach.calls.sheet.exporting import export_list
from coach.calls.sheet.importing import import_list, look_at
from coach.errors import ListError
from coach.store.opening import open_store

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
OKAFOR = Prospect(
    "p1",
    "Mr Okafor",
    company="=Okafor Bikes",
    first_name="Ben",
    last_name="-Okafor",
    numbers=("+12125550123", "+442079460123"),
    email="@okafor.example",
    time_zone="America/New_York",
    note='ask for "Ben",\nhe likes\tred; blue',
    more={"job_title": "+Owner", "colour": "'=red"},
    postponed=date(2027, 1, 5),
)
LINDQVIST = Prospect("p2", "Ms Lindqvist", numbers=("+442079460124",), time_zone="Europe/London", never=True)
EVIL = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture
def other(fresh_database, tmp_path):
    """A second list, as another machine has it."""
    with open_store(tmp_path / "other" / "okbye.db", offers=lambda: ["a", "b", "c"]) as store:
        yield store.calls


def out_and_in(path, people, other):
    export_list(path, people, lambda _: True)
    bad = []
    import_list(path, look_at(path, {}, "US", lambda: True), "US", other, lambda _: True, bad.append)
    return bad


def without_id(prospect):
    return [getattr(prospect, name) for name in Prospect.__slots__ if name != "id"]


def test_what_was_written_comes_back_the_same(tmp_path, people, other):
    people.put([OKAFOR, LINDQVIST])
    assert out_and_in(tmp_path / "list.csv", people, other) == []
    assert [without_id(one) for one in other.everybody()] == [without_id(one) for one in people.everybody()]


def test_no_cell_is_a_formula(tmp_path, people):
    people.put([OKAFOR])
    export_list(tmp_path / "list.csv", people, lambda _: True)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert "'+12125550123" in cells
    assert not [cell for cell in cells if cell.startswith(EVIL)]


@given(st.text() | st.sampled_from(EVIL).flatmap(lambda first: st.text().map(lambda rest: first + rest)))
def test_a_safe_cell_is_no_formula_and_can_be_undone(text):
    assert not safe(text).startswith(EVIL)
    assert plain(safe(text)) == text


letters = st.characters(exclude_categories=["C", "Z"])
words = st.text(letters, min_size=1, max_size=20)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(words, words, words), max_size=5))
def test_any_words_come_back_the_same(tmp_path, people, other, told):
    for one in [*people.everybody()]:
        people.remove(one.id)
    for one in [*other.everybody()]:
        other.remove(one.id)
    people.put(
        [
            Prospect(f"p{place}", name, company=company, note=note, numbers=(f"+1212555010{place}",))
            for place, (name, company, note) in enumerate(told)
        ]
    )
    assert out_and_in(tmp_path / "list.csv", people, other) == []
    assert [(one.name, one.company, one.note) for one in other.everybody()] == told


def test_who_is_never_to_be_called_is_in_it_though_they_were_removed(tmp_path, people, other):
    people.put([OKAFOR])
    people.log(Call("c1", "p1", NOW, Outcome.NEVER))
    people.remove("p1")
    out_and_in(tmp_path / "list.csv", people, other)
    assert other.never_called() == ["+12125550123", "+442079460123"]
    assert other.due(NOW) == []


def test_an_export_that_is_stopped_leaves_what_was_there(tmp_path, people):
    people.put([OKAFOR])
    path = tmp_path / "list.csv"
    path.write_text("mine")
    assert export_list(path, people, lambda _: False) is None
    assert path.read_text() == "mine"
    assert sorted(tmp_path.glob("*list.csv*")) == [path]


def test_a_folder_that_cannot_be_written_to_is_named(people, unprivileged):
    unprivileged.chmod(0o500)
    with pytest.raises(ListError, match="could not be written"):
        export_list(unprivileged / "list.csv", people, lambda _: True)
