"""What is right where nobody said no."""

from __future__ import annotations

import pytest
from lanes import CLEAN, CLOSED, checks, judged, lane, said, take

VAGUE, QUESTION, YES = "vvvvvvvv", "qqqqqqqq", "yyyyyyyy"
ASKED = "5 xxxxxxxxxxxxxxxxxxxx"  # 25


@pytest.mark.parametrize("answer", [VAGUE, QUESTION])
def test_neither_yes_nor_no_is_asked_about_once(answer):
    verdict = take(f"{ASKED} 10 6 {CLOSED} 40", answer=answer, them="35 nnnnnn")
    assert said(verdict) == CLEAN
    assert checks(verdict)["clarified"] == "pass"
    assert checks(verdict)["answer_time"] == "pass"


@pytest.mark.parametrize(
    ("answer", "after", "them", "result", "headline"),
    [
        (VAGUE, f"{CLOSED} 40", "", "fail", "You closed on a vague answer."),
        (QUESTION, f"{CLOSED} 40", "", "fail", "You closed on a question."),
        (VAGUE, "40", "", "fail", "You did not ask what their answer means."),
        (VAGUE, f"{ASKED} 3 oooo 9 ffffff 40", "", "fail", "You closed before they had answered."),
        (VAGUE, f"{ASKED} 4", "", "not_measured", "You hung up before they had answered."),
        (VAGUE, f"{ASKED} 10 6 5 xxxxxxxxxxxxxxxxxxxx 5 oooo 9 ffffff 40", "35 nnnnnn", "fail",
         "You spoke for 2.0 s after their second answer."),
        (VAGUE, f"{ASKED} 10 6 {CLOSED} 40", "35 yyyyyy", "fail", "You closed on a yes."),
        (VAGUE, f"{ASKED} 10 6 5 xxx 30", "35 yyyyyy", "pass", "You asked once."),
        (VAGUE, f"{ASKED} 10 6 20", "35 nnnnnn 3 #", "pass", "They hung up first."),
        (VAGUE, f"{ASKED} 25 oooo 9 ffffff 40", "", "pass", "A clean close."),
    ],
)  # fmt: skip
def test_what_follows_a_vague_answer(answer, after, them, result, headline):
    assert said(take(after, answer=answer, them=them)) == (result, headline)


@pytest.mark.parametrize(
    ("after", "over", "result", "headline"),
    [
        ("5 xxxx 30", True, "pass", "You did not close."),
        ("5 xxxx 6", False, "pass", "You did not close."),
        (f"{CLOSED} 40", False, "fail", "You closed on a yes."),
        ("6 ffffff 10", False, "fail", "You closed on a yes."),
        ("8", False, "fail", "You hung up on a yes."),
        ("5 oooo 8", False, "fail", "You hung up on a yes."),
        ("5 oooo 90", True, "fail", "Only “Ok” was heard after their yes."),
        ("80", True, "fail", "Nothing was heard after their yes."),
    ],
)
def test_a_yes_is_not_closed(after, over, result, headline):
    assert said(take(after, answer=YES, over=over)) == (result, headline)


@pytest.mark.parametrize(
    ("after", "result", "headline"),
    [
        ("10", "pass", "You hung up without a word."),
        ("10 xxxxxxxxxxxxxxxxxxxx 10", "pass", "You did not close."),
        ("10 xxxxxxxxxxxxxxxxxxxx 5 oooo 9 ffffff 10", "pass", "You did not close."),
        (f"{CLOSED} 30", "fail", "You closed on a voice mail."),
    ],
)
def test_a_machine_is_not_closed(after, result, headline):
    assert said(judged(lane("rrr 4 mmmmmmmmmmmm"), lane(f"19 {after}"))) == (result, headline)


@pytest.mark.parametrize(
    ("rep", "result", "headline"),
    [
        ("60", "pass", "You hung up without a word."),
        ("40 oooo 9 ffffff 20", "fail", "You closed, and nobody was there."),
        ("20 xxxxxxxxxxxx 20", "fail", "You spoke for 1.2 s, and nobody was there."),
    ],
)
def test_nobody_is_not_closed(rep, result, headline):
    assert said(judged(lane("3 rrrrr 15 rrrrr"), lane(rep), nobody=True)) == (result, headline)


@pytest.mark.parametrize(
    ("after", "result", "headline"),
    [
        ("5 xxxxxxxxxxxxxxxxxxxxxxxxx 10", "pass", "The message is left."),
        (f"5 xxxxxxxxxxxxxxxxxxxxxxxxx {CLOSED} 10", "pass", "The message is left."),
        (f"{CLOSED} 30", "fail", "You closed without a message."),
        ("5 xxxxxxxx 10", "fail", "Your message took 0.8 s."),
        ("20", "fail", "Your message took 0.0 s."),
        ("5 xxxxxxxxxxxxxxxxxxxx 10", "unsure", "Too close to call."),
    ],
)
def test_a_gatekeeper_is_left_a_message(after, result, headline):
    assert said(take(after, answer="gggggggg")) == (result, headline)
