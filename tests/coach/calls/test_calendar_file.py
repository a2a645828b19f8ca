import re
from datetime import UTC, date, datetime, timedelta

from coach.calls.calendar_file import calendar
from coach.calls.call import Call, Outcome
from coach.calls.next_call import Planned
from coach.calls.prospect import Prospect
from coach.calls.rotation import next_call

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
OKAFOR = Prospect("p1", "Mr Okafor", company="Okafor Bikes", numbers=("+12125550123",), time_zone="America/New_York")


def planned(prospect=OKAFOR, *calls, now=NOW):
    return Planned(prospect, next_call(prospect, calls, ["a", "b", "c"], now), calls)


def no(day, prospect="p1"):
    return Call("c1", prospect, datetime(2026, *day, 15, tzinfo=UTC), Outcome.NO, "a")


def read(file):
    """A reader of its own, after RFC 5545: unfolds the lines, and gives the properties of each component."""
    text = file.decode("utf-8")
    assert text.endswith("\r\n")
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found, open_ = [], []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_.append((value, {}))
        elif name == "END":
            assert open_[-1][0] == value
            found.append(open_.pop())
        else:
            open_[-1][1][name] = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
    assert open_ == []
    return found


def parts(file, kind):
    return [properties for name, properties in read(file) if name == kind]


def test_a_call_back_is_an_event_in_the_morning_at_their_place_with_an_alarm():
    file = calendar([planned(OKAFOR, no((11, 21)))], NOW)
    (event,), (alarm,) = parts(file, "VEVENT"), parts(file, "VALARM")
    assert event["DTSTART"] == "20261212T140000Z"  # nine o'clock in New York
    assert event["DTEND"] == "20261212T141000Z"
    assert event["SUMMARY"] == "Call Mr Okafor, Okafor Bikes: offer B"
    assert event["DESCRIPTION"] == (
        "+1 212-555-0123\n"
        "No to A on 21 November; 3 to 6 weeks later with another offer: B, not given before.\n"
        "Until 2027-01-02."
    )
    assert event["URL"] == "tel:+12125550123"
    assert (alarm["ACTION"], alarm["TRIGGER"]) == ("DISPLAY", "-PT10M")
    assert parts(file, "VCALENDAR")[0]["VERSION"] == "2.0"


def test_the_hour_is_theirs_in_summer_as_well():
    (event,) = parts(
        calendar([planned(OKAFOR, no((5, 1)), now=NOW - timedelta(days=200))], NOW - timedelta(200)), "VEVENT"
    )
    assert event["DTSTART"] == "20260522T130000Z"


def test_where_the_zone_is_not_known_it_is_the_whole_day():
    nowhere = Prospect("p2", "Ms Lindqvist", numbers=("+442079460123",))
    file = calendar([planned(nowhere, no((11, 21), "p2"))], NOW)
    (event,), (alarm,) = parts(file, "VEVENT"), parts(file, "VALARM")
    assert event["DTSTART;VALUE=DATE"] == "20261212"
    assert event["DTEND;VALUE=DATE"] == "20261213"
    assert alarm["TRIGGER"] == "PT9H"


def test_what_is_overdue_stands_today():
    (event,) = parts(calendar([planned(OKAFOR, no((6, 1)))], NOW), "VEVENT")
    assert event["DTSTART"].startswith("20261124")


def test_a_later_file_brings_the_same_event_up_to_date():
    (before,) = parts(calendar([planned(OKAFOR, no((11, 21)))], NOW), "VEVENT")
    postponed = Prospect("p1", "Mr Okafor", postponed=date(2027, 2, 1))
    (after,) = parts(calendar([planned(postponed, no((11, 21)))], NOW + timedelta(hours=1)), "VEVENT")
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTAMP"] > before["DTSTAMP"]
    assert after["DTSTART;VALUE=DATE"] == "20270201"


def test_who_has_no_next_call_is_not_in_it():
    yes = Call("c1", "p1", NOW, Outcome.YES, "a")
    never = Call("c1", "p1", NOW, Outcome.NEVER, "a")
    assert parts(calendar([planned(OKAFOR, yes), planned(OKAFOR, never)], NOW), "VEVENT") == []


def test_a_gatekeeper_is_asked_for_the_answer():
    left = Call("c1", "p1", NOW, Outcome.GATEKEEPER, "a", left_message=True)
    (event,) = parts(calendar([planned(OKAFOR, left)], NOW), "VEVENT")
    assert event["SUMMARY"] == "Call Mr Okafor, Okafor Bikes: ask for the answer"


def test_no_name_can_break_out_of_its_line():
    evil = Prospect("p3", "Eve\r\nBEGIN:VALARM\x00, a; b\\c " + "ü" * 200, company="A:B")
    (event,) = parts(calendar([planned(evil)], NOW), "VEVENT")
    assert len(parts(calendar([planned(evil)], NOW), "VALARM")) == 1
    assert event["SUMMARY"].startswith("Call Eve")
    assert event["SUMMARY"].endswith("ü, A:B: offer A")
