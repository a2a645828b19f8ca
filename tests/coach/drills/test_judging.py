"""What is right after a no, and what is not: takes drawn as two lanes."""

from __future__ import annotations

import pytest
from lanes import CLEAN, CLOSED, OFFER, checks, judged, lane, said, take

from coach.verdict import Kind, Result


@pytest.mark.parametrize("answer", ["nnnnnnnn", "NNNNNNNN"], ids=["no", "never"])
def test_a_no_is_closed(answer):
    verdict = take(f"{CLOSED} 40", answer=answer)
    assert said(verdict) == CLEAN
    assert checks(verdict) == dict.fromkeys(
        ["pause", "silence", "nothing_else", "ok", "farewell", "answer_time", "before_ok"], "pass"
    ) | {"tone_ok": "not_measured", "tone_farewell": "not_measured"}
    assert [str(said.kind) for said in verdict.utterances] == ["other", "other", "ok", "farewell"]


@pytest.mark.parametrize(
    ("after", "result", "headline"),
    [
        ("6 oooo 2 ffffff 40", "fail", "The pause was too short."),
        (f"{CLOSED} 15", "fail", "You hung up too soon."),
        (f"{CLOSED} 10 xxxxxx 40", "fail", "You said more than the two words."),
        ("5 xxxxxxxxxx 3 xxxxxxxxxxxxxxx 4 oooo 9 ffffff 40", "fail", "You spoke for 2.5 s before “Ok”."),
        ("5 xxxxxxxxxx 3 xxxxxxxxxxxxxxx 40", "fail", "You spoke for 2.5 s after their no."),
        ("20 oooo 9 ffffff 40", "fail", "Your “Ok” came late."),
        ("1 oooo 9 ffffff 40", "fail", "Your “Ok” came too soon."),
        ("15 oooo 9 ffffff 40", "unsure", "Too close to call."),
        ("40", "fail", "Nothing was heard after their no."),
        ("6 oooo 40", "not_measured", "“Good-bye” was not heard."),
        ("6 ffffff 40", "not_measured", "“Ok” was not heard."),
    ],
)
def test_what_is_wrong_after_a_no(after, result, headline):
    assert said(take(after)) == (result, headline)


def test_a_word_before_ok_is_not_an_argument():
    assert said(take("3 xxxx 3 oooo 9 ffffff 40")) == CLEAN


def test_what_was_argued_is_marked():
    verdict = take("5 xxxxxxxxxx 4 oooo 9 ffffff 40")
    assert [said.kind for said in verdict.utterances][-3:] == [Kind.EXTRA, Kind.OK, Kind.FAREWELL]


def test_an_ok_that_comes_into_their_last_word_is_too_soon():
    verdict = judged(lane("hhhhh 48 nnnnnnnn"), lane(f"5 {OFFER} 10 5 oooooo 9 ffffff 40"))
    assert said(verdict) == ("fail", "Your “Ok” came too soon.")


@pytest.mark.parametrize(
    ("after", "them"),
    [
        ("20", "3 #"),
        ("6 oooo 20", "14 #"),
        ("6 oooo 9 ffffff 10", "14 #"),  # spoken to nobody
        (f"{CLOSED} 8", "26 #"),
        ("6 oooo 9 ffffff 10", "22 #"),
    ],
    ids=["at once", "in the pause", "farewell to nobody", "in the silence", "in the farewell"],
)
def test_they_hung_up_first_is_never_a_fault(after, them):
    assert take(after, them=them).result is Result.PASS


def test_they_hung_up_on_an_argument():
    verdict = take("3 xxxxxxxxxxxxxxxxxxxx 20", them="28 #")
    assert said(verdict) == ("fail", "You spoke for 2.0 s after their no.")


def test_they_hung_up_on_silence():
    assert said(take("120", them="100 #")) == ("fail", "Nothing was heard after their no.")


STAY = f"{len('......oooo.........ffffff') + 12} ssssssss"


def test_they_ask_to_wait_and_the_rep_stays():
    verdict = take(f"{CLOSED} 12 8 5 xxxx 40", them=STAY, over=True)
    assert said(verdict) == ("pass", "You stayed.")
    assert checks(verdict)["silence"] == "pass"
    assert verdict.close.ended_by == "they_spoke"


@pytest.mark.parametrize(
    ("after", "headline"),
    [
        (f"{CLOSED} 12 8 5", "You hung up on someone who asked you to wait."),
        (f"{CLOSED} 12 7", "You hung up on someone who asked you to wait."),
        (f"{CLOSED} 12 8 5 oooo 9 ffffff 30", "You closed on someone who asked you to wait."),
        ("6 oooo 2 ffffff 19 8 50", "The pause was too short."),
    ],
)
def test_what_is_wrong_when_they_ask_to_wait(after, headline):
    assert said(take(after, them=STAY)) == ("fail", headline)


def test_a_key_that_was_on_its_way_as_they_began_is_the_usual_fault():
    assert said(take(f"{CLOSED} 12 2", them=STAY)) == ("fail", "You hung up too soon.")


def test_staying_for_some_seconds_is_staying():
    assert said(take(f"{CLOSED} 12 8 5 xxxxxxx 40", them=STAY)) == ("pass", "You stayed.")


THANKS = STAY.replace("s", "t")


@pytest.mark.parametrize(
    ("after", "result", "headline"),
    [
        (f"{CLOSED} 12 8 4 xxxxxxx 40", "pass", "A clean close."),
        (f"{CLOSED} 12 8 4 xxxxxxx 10", "fail", "You hung up too soon."),
        (f"{CLOSED} 12 8 40", "fail", "Nothing was heard after their thanks."),
        (f"{CLOSED} 12 8 4 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 40", "fail", "You spoke for 3.0 s after their thanks."),
        (f"{CLOSED} 12 8 4 xxxxxxxxxxxxxxxxxxxx 40", "unsure", "Too close to call."),
    ],
)
def test_thanks_are_answered(after, result, headline):
    assert said(take(after, them=THANKS)) == (result, headline)


def test_thanked_and_gone_is_no_short_silence():
    assert said(take(f"{CLOSED} 12 8 4 xxxxxxx 10", them=f"{THANKS} 16 #")) == CLEAN
