import json
import signal
from datetime import UTC, datetime, timedelta

import pytest

from app.folders import folders
from coach.calls.call import Call, Measured, Outcome
from coach.store.opening import open_store
from coach.verdict import Result

LIST = "Name,Company,Phone\nMr Okafor,Okafor Bikes,(212) 555-0123\nMs Lindqvist,,+44 20 7946 0123\nMr Hale,,none\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path / "home"))


@pytest.fixture
def listed(okbye, tmp_path):
    """Two people are on the list."""
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return okbye("prospects", "import", path)


@pytest.fixture
def log():
    """Log a call to whoever has that name."""

    def call(name, outcome, days=0, **more):
        with open_store(folders().make().database) as store:
            (prospect,) = store.calls.find(name)
            at = datetime.now(UTC) - timedelta(days=days)
            store.calls.log(Call(f"{name}-{days}", prospect.id, at, outcome, **more))

    return call


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_looking_at_nothing_makes_nothing(okbye):
    assert "Nobody is on the list yet" in okbye("due").stdout
    assert "No calls yet" in okbye("calls").stdout
    assert lines(okbye("due", "--json")) == lines(okbye("calls", "--json")) == []
    assert not folders().home.exists()


def test_a_list_comes_in_and_each_bad_row_is_named(listed):
    assert listed.exit_code == 1
    assert listed.stdout == "2 added, 0 brought up to date, 0 as they were, 1 not imported.\n"
    assert "Line 4 has no telephone number: “none” is no telephone number in US; not imported." in listed.stderr


def test_a_list_comes_in_as_json(okbye, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    result = okbye("prospects", "import", tmp_path / "list.csv", "--json")
    bad, done = map(json.loads, result.stdout.splitlines())
    assert (bad["line"], bad["imported"], bad["error"]["kind"]) == (4, False, "row")
    assert done == {"rows": 3, "added": 2, "changed": 0, "known": 0, "bad": 1, "complete": True}


def test_numbers_may_be_those_of_another_country(okbye, tmp_path):
    (tmp_path / "list.csv").write_text("Name,Phone\nMs Lindqvist,020 7946 0123\n")
    assert okbye("prospects", "import", tmp_path / "list.csv", "--region", "gb").exit_code == 0
    assert [one["phone"] for one in lines(okbye("due", "--json"))] == ["+442079460123"]


def test_who_is_due_with_which_offer_and_why(okbye, listed, log):
    log("okafor", Outcome.NO, 22, offer="x")
    first, second = lines(okbye("due", "--json"))
    assert (first["prospect"], first["company"], first["phone"]) == ("Mr Okafor", "Okafor Bikes", "+12125550123")
    assert first["status"] == second["status"] == "due"
    assert first["offer"] is not None
    assert first["because"].startswith("No to X on ")
    assert second["because"].startswith("Not called yet")
    assert "Mr Okafor" in okbye("due").stdout


def test_on_a_later_day_others_are_due(okbye, listed, log):
    log("okafor", Outcome.NO, offer="x")
    assert [one["prospect"] for one in lines(okbye("due", "--json"))] == ["Ms Lindqvist"]
    later = f"{datetime.now(UTC) + timedelta(days=60):%Y-%m-%d}"
    assert [one["status"] for one in lines(okbye("due", "--on", later, "--json"))] == ["overdue", "due"]


def test_all_has_those_as_well_who_wait_and_who_are_never_called(okbye, listed, log):
    log("okafor", Outcome.NO, offer="x")
    log("lindqvist", Outcome.NEVER)
    assert "Nobody is due" in okbye("due").stdout
    assert [one["status"] for one in lines(okbye("due", "--all", "--json"))] == ["waiting", "never"]


def test_the_call_log_has_the_newest_first(okbye, listed, log):
    log("okafor", Outcome.NO, 3, offer="a", measured=Measured(Result.PASS, 0.8, 0.012, 3.9))
    log("lindqvist", Outcome.NO_ANSWER)
    newer, older = lines(okbye("calls", "--json"))
    assert (newer["prospect"], newer["outcome"], newer["pause_s"]) == ("Ms Lindqvist", "no_answer", None)
    assert (older["prospect"], older["offer"], older["pause_s"], older["verdict"]) == ("Mr Okafor", "a", 0.8, "pass")
    assert len(lines(okbye("calls", "--json", "--since", f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}"))) == 1
    assert "0.80 s" in okbye("calls").stdout


def test_call_backs_go_out_to_a_calendar(okbye, listed, tmp_path):
    path = tmp_path / "calls.ics"
    assert okbye("due", "--ics", path).stdout == f"2 calls in {path}\n"
    assert path.read_bytes().count(b"BEGIN:VALARM") == 2
    assert okbye("due", "--ics", path).exit_code == 0


def test_a_file_of_somebody_else_is_no_calendar_of_ours(okbye, listed, tmp_path):
    path = tmp_path / "thesis.txt"
    path.write_text("mine")
    assert okbye("due", "--ics", path).exit_code == 1
    assert path.read_text() == "mine"


def test_the_list_goes_out_and_comes_in_the_same(okbye, listed, tmp_path):
    path = tmp_path / "out.csv"
    assert okbye("prospects", "export", path).stdout == f"2 in {path}\n"
    again = okbye("prospects", "import", path, "--json")
    assert lines(again) == [{"rows": 2, "added": 0, "changed": 0, "known": 2, "bad": 0, "complete": True}]
    refused = okbye("prospects", "export", path)
    assert refused.exit_code == 1
    assert "stays as it is" in refused.stderr


def test_a_list_that_cannot_be_read(okbye, tmp_path):
    result = okbye("prospects", "import", tmp_path / "none.csv")
    assert result.exit_code == 1
    assert "There is no file" in result.stderr


def test_everything_goes_out_in_one_file_and_in_again(okbye, listed, log, tmp_path, monkeypatch):
    log("okafor", Outcome.NO, offer="x")
    log("lindqvist", Outcome.NEVER)
    assert okbye("export", tmp_path / "all.okbye").stdout == f"0 takes and the call list in {tmp_path / 'all.okbye'}\n"
    before = lines(okbye("due", "--all", "--json"))
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path / "elsewhere"))
    assert okbye("import", tmp_path / "all.okbye").stdout == "0 takes added; 2 people and 2 calls added\n"
    assert lines(okbye("due", "--all", "--json")) == before


def test_erase_leaves_nobody_on_the_list(okbye, listed):
    okbye("erase", "--yes")
    assert lines(okbye("due", "--all", "--json")) == []


def test_ctrl_c_stops_an_import_and_what_is_in_stays(start_okbye, okbye, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("Name,Phone\n" + "".join(f"Mr {place},+1555{place:07}\n" for place in range(60_000)))
    process = start_okbye("prospects", "import", path)
    while not lines(okbye("due", "--json")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[0].decode()
    assert process.returncode == 130
    assert said.startswith("Stopped. ")
    with open_store(folders().database) as store:
        assert 0 < store.calls.count() < 60_000
