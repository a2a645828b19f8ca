import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import coach.calls.sheet.importing
from coach.calls.call import Call, Outcome
from coach.calls.prospect import Prospect
from coach.calls.sheet.columns import Meaning, remember
from coach.calls.sheet.importing import Imported, import_list, look_at, preview
from coach.errors import ListError

OKAFOR, LINDQVIST = "+12125550123", "+442079460123"
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


def test_a_plain_list(bring):
    done = bring(
        "First name,Last name,Company,Phone,Email,Job title\n"
        "Ben,Okafor,Okafor Bikes,(212) 555-0123,ben@okafor.example,Owner\n"
        "Eva,Lindqvist,Lindqvist Bakery,+44 20 7946 0123,,\n"
    )
    assert done == Imported(added=2, share=1.0)
    ben, eva = bring.people.everybody()
    assert (ben.name, ben.first_name, ben.company, ben.numbers) == ("Ben Okafor", "Ben", "Okafor Bikes", (OKAFOR,))
    assert (ben.email, ben.time_zone, ben.more) == ("ben@okafor.example", "America/New_York", {"job_title": "Owner"})
    assert ben.fields()["job_title"] == "Owner"
    assert (eva.numbers, eva.time_zone, eva.more) == ((LINDQVIST,), "Europe/London", {})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_any_delimiter_and_encoding(bring, delimiter, encoding):
    rows = [("Name", "Firma", "Telefon"), ("Frau Müller", "Bäckerei, Söhne; GmbH", "+44 20 7946 0123")]
    text = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    assert bring(text.encode(encoding)).added == 1
    (one,) = bring.people.everybody()
    assert (one.name, one.company, one.numbers) == ("Frau Müller", "Bäckerei, Söhne; GmbH", (LINDQVIST,))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line(bring, end):
    assert bring(end.join(["Name,Phone", "Mr Okafor,212 555 0123", "Ms Hale,212 555 0124"])).added == 2


def test_an_accent_that_comes_late_tells_the_encoding_all_the_same(bring):
    many = "".join(f"Mr {place},+1 212 555 01{place % 100:02},{'x' * 9000}\n" for place in range(150))
    done = bring(("Name,Phone,Note\n" + many + "Herr Müller,+44 20 7946 0123,\n").encode("cp1252"))
    assert done.added == 101
    assert "Herr Müller" in bring.names


def test_the_user_may_know_the_encoding_better(bring):
    bring("Name;Telefon\nPan Wiśniewski;+44 20 7946 0123\n".encode("cp1250"), encoding="cp1250")
    assert bring.names == ["Pan Wiśniewski"]


def test_excel_may_name_the_delimiter(bring):
    assert bring("sep=;\nName;Phone\nMr Okafor;212 555 0123\n").added == 1
    assert bring.names == ["Mr Okafor"]


def test_a_list_without_headings(bring):
    assert bring("Mr Okafor,Okafor Bikes,212 555 0123\nMs Lindqvist,,+44 20 7946 0123\n").added == 2
    assert not bring.form.has_headings
    assert [(one.name, one.company) for one in bring.people.everybody()] == [
        ("Mr Okafor", "Okafor Bikes"),
        ("Ms Lindqvist", ""),
    ]


def test_every_bad_row_is_named_and_the_others_are_imported(bring):
    done = bring(
        "Name,Phone,Not before\n"
        "Mr Okafor,212 555 0123,\n"
        "Mr Tran,call him,\n"
        "\n"
        "Mr Hale,,\n"
        "Mr Marlow,212 555 0124,soon\n"
        "Mr Brandt,212 555 0125,,,too many\n"
        "Ms Lindqvist,+44 20 7946 0123,2026-12-01\n"
    )
    assert bring.names == ["Mr Okafor", "Ms Lindqvist"]
    assert (done.added, done.bad) == (2, 4)
    assert bring.problems == [
        (3, "has no telephone number: “call him” is no telephone number in US", False),
        (5, "has no telephone number", False),
        (6, "has “soon” where a day such as 2026-12-31 belongs", False),
        (7, "has 5 cells where there are 3 columns", False),
    ]
    assert [one.postponed for one in bring.people.everybody()] == [None, date(2026, 12, 1)]


def test_what_of_a_row_cannot_be_used_is_told_and_the_rest_is(bring):
    bring("Name,Phone,Mobile,Time zone\nMr Okafor,212 555 0123,none,New York\n")
    says = "“none” is no telephone number in US; “New York” is no time zone such as Europe/London"
    assert bring.problems == [(2, says, True)]
    (one,) = bring.people.everybody()
    assert (one.numbers, one.time_zone) == ((OKAFOR,), "America/New_York")


def test_the_row_s_own_time_zone_counts_more_than_the_number_s(bring):
    bring("Name,Phone,Time zone\nMr Okafor,212 555 0123,Europe/Paris\n")
    assert bring.people.by_number([OKAFOR])[OKAFOR].time_zone == "Europe/Paris"


def test_numbers_without_a_country_are_those_of_the_user_s_region(bring):
    bring("Name,Phone\nMs Lindqvist,020 7946 0123\n", region="GB")
    assert bring.people.by_number([LINDQVIST])


def test_several_numbers_and_an_extension(bring):
    bring("Name,Phone,Phone 2\nMr Okafor,212 555 0123 ext. 7 ; 212 555 0124,+44 20 7946 0123\n")
    (one,) = bring.people.everybody()
    assert one.numbers == (OKAFOR, "+12125550124", LINDQVIST)
    assert one.note == "ext. 7"


def test_who_stands_in_the_file_twice_is_one(bring):
    done = bring(
        "Name,Company,Phone,Note\n"
        "Mr Okafor,,212 555 0123,first\n"
        "Mr B. Okafor,Okafor Bikes,+1 (212) 555-0123,second\n"
        "Mr Okafor,,2125550123,first\n"
    )
    assert (done.added, done.known) == (1, 2)
    (one,) = bring.people.everybody()
    assert (one.name, one.company, one.note) == ("Mr Okafor", "Okafor Bikes", "first\nsecond")


def test_who_is_on_the_list_already_stays_one_and_keeps_what_the_rep_wrote(bring):
    bring("Name,Phone\nMr Okafor,212 555 0123\n")
    (one,) = bring.people.everybody()
    bring.people.put([replace(one, note="ask for Ben", postponed=date(2027, 1, 5))])
    done = bring("Name,Company,Phone,Mobile\nMr Okafor,Okafor Bikes,212 555 0123,212 555 0199\n")
    assert (done.added, done.changed) == (0, 1)
    assert list(bring.people.everybody()) == [
        replace(
            one,
            company="Okafor Bikes",
            numbers=(OKAFOR, "+12125550199"),
            note="ask for Ben",
            postponed=date(2027, 1, 5),
        )
    ]


def test_the_same_list_again_changes_nothing(bring):
    text = "Name,Company,Phone,Colour\nMr Okafor,Okafor Bikes,212 555 0123,red\n,Hale & Sons,212 555 0124,\n"
    bring(text)
    before = list(bring.people.everybody())
    assert bring(text) == Imported(known=2, share=1.0)
    assert list(bring.people.everybody()) == before


def test_a_row_without_a_name_takes_no_name_away(bring):
    bring("Name,Phone\nMr Okafor,212 555 0123\n")
    bring("Company,Phone\nOkafor Bikes,212 555 0123\n,212 555 0124\n")
    assert bring.names == ["Mr Okafor", "+1 212-555-0124"]


def test_a_number_of_somebody_else_stays_theirs(bring):
    bring("Name,Phone\nMr Okafor,212 555 0123\nMs Lindqvist,+44 20 7946 0123\n")
    bring("Name,Phone,Mobile\nMr Okafor,212 555 0123,+44 20 7946 0123\n")
    assert [one.numbers for one in bring.people.everybody()] == [(OKAFOR,), (LINDQVIST,)]


@pytest.mark.parametrize("said", ["yes", "x", "ja", "1", "asked in March"])
def test_never_call_again_comes_in(bring, said):
    bring(f"Name,Phone,Do not call\nMr Okafor,212 555 0123,{said}\nMr Hale,212 555 0124,no\n")
    assert [one.name for one in bring.people.everybody() if one.never] == ["Mr Okafor"]


def test_never_call_again_survives_an_import(bring):
    bring("Name,Phone\nMr Okafor,212 555 0123\n")
    (one,) = bring.people.everybody()
    bring.people.log(Call("c1", one.id, NOW, Outcome.NEVER))
    bring("Name,Phone,Do not call\nMr Okafor,212 555 0123,no\n")
    assert bring.people.get(one.id).never
    bring.people.remove(one.id)
    bring("Name,Phone\nMr Okafor,212 555 0123\n")
    assert [planned.prospect.name for planned in bring.people.never(NOW)] == ["Mr Okafor"]
    assert bring.people.due(NOW) == []


def test_an_import_that_is_stopped_keeps_what_is_in_and_goes_on_the_next_time(bring, monkeypatch):
    monkeypatch.setattr(coach.calls.sheet.importing, "AT_A_TIME", 10)
    text = "Name,Phone\n" + "".join(f"Mr {place},+1 212 555 01{place:02}\n" for place in range(60))
    stopped = bring(text, stop_after=2)
    assert stopped.added == bring.people.count() == 20
    assert 0 < stopped.share < 1
    assert bring(text) == Imported(added=40, known=20, share=1.0)
    assert [done.rows for done in bring.told] == [10, 20, 30, 40, 50, 60]


def test_the_first_rows_are_shown_as_they_would_be_imported(bring, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\nMr Okafor,212 555 0123\nMr Hale,\n" + "Mr Tran,212 555 0124\n" * 50)
    form = look_at(path, {}, "US", lambda: True)
    shown = preview(path, form, "US", 3)
    assert [row.line for row in shown] == [2, 3, 4]
    assert shown[0].read.prospect == Prospect("", "Mr Okafor", numbers=(OKAFOR,), time_zone="America/New_York")
    assert shown[1].problem.says == "has no telephone number"
    assert bring.people.count() == 0


def test_what_was_chosen_for_a_heading_is_remembered(bring):
    text = "Wer,Was,Wie\nMr Okafor,Okafor Bikes,212 555 0123\n"
    meanings = [Meaning.NAME, Meaning.COMPANY, Meaning.NUMBER]
    done = bring(text, remembered=remember(["Wer", "Was", "Wie"], meanings))
    assert done.added == 1
    assert bring.form.meanings == tuple(meanings)


def test_a_quotation_mark_that_is_never_closed_costs_its_row_alone(bring):
    rows = [f"Mr {place},+1 212 555 01{place:02}\n" for place in range(80)]
    rows[5] = 'Mr "Bad,+1 212 555 0105\n'
    rows[40] = '"Mr Worse,+1 212 555 0140\n'
    rows[60] = '"Mr Third,+1 212 555 0160\n'
    done = bring("Name,Phone\n" + "".join(rows))
    assert (done.added, done.bad) == (78, 2)
    says = "has a quotation mark that is never closed"
    assert bring.problems == [(42, says, False), (62, says, False)]


def test_a_quotation_mark_open_at_the_end_of_the_file(bring):
    done = bring('Name,Phone\nMr Okafor,212 555 0123\n"Mr Hale,212 555 0124\nMr Tran,212 555 0125')
    assert bring.names == ["Mr Okafor", "Mr Tran"]
    assert done.bad == 1


def test_a_note_of_many_lines_is_one_cell(bring):
    bring('Name,Phone,Note\nMr Okafor,212 555 0123,"one\ntwo, with a comma\n\nfour"\nMr Hale,212 555 0124,\n')
    assert [one.note for one in bring.people.everybody()] == ["one\ntwo, with a comma\n\nfour", ""]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Mr\0Hale,212 555 0124\n", "holds characters that are no text"),
        ("x" * 400 + ",212 555 0124\n", "has more than 300 characters in “Name”"),
        ("x" * 3_000_000 + "\n", "is longer than 65,536 characters"),
        ("," * 600 + "\n", "has more than 500 cells"),
        ("Mr Hale," + "9" * 200 + "\n", "has no telephone number: “" + "9" * 39 + "…” is no telephone number in US"),
    ],
)
def test_hostile_rows_are_named_and_harm_no_other(bring, row, says):
    done = bring("Name,Phone\nMr Okafor,212 555 0123\n" + row + "Ms Lindqvist,+44 20 7946 0123\n")
    assert bring.names == ["Mr Okafor", "Ms Lindqvist"]
    assert done.bad == 1
    assert bring.problems == [(3, says, False)]


def test_bytes_that_are_no_text_do_not_stop_an_import(bring):
    junk = bytes(range(256)) * 40
    done = bring(b"Name,Phone\nMr Okafor,212 555 0123\n" + junk + b"\nMs Lindqvist,+44 20 7946 0123\n")
    assert bring.names == ["Mr Okafor", "Ms Lindqvist"]
    assert done.bad > 0


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_one(bring, text):
    with pytest.raises(ListError, match="There are no rows in list"):
        bring(text)


def test_a_file_that_is_not_there(bring, tmp_path):
    with pytest.raises(ListError, match="There is no file"):
        look_at(tmp_path / "none.csv", {}, "US", lambda: True)


def test_a_long_file_takes_little_memory(bring, tmp_path):
    path = tmp_path / "long.csv"
    with path.open("w") as file:
        file.write("Name,Phone\n")
        for _ in range(60):
            file.write(("x" * 200_000 + "\n") + "Mr Hale,\n" * 40)
    form = look_at(path, {}, "US", lambda: True)
    tracemalloc.start()
    done = import_list(path, form, "US", bring.people, lambda _: True, lambda _: None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert done.bad == 60 + 2400
    assert peak < 3_000_000 < path.stat().st_size
