"""Every drill, with a right rep and with wrong ones, drawn as two lanes."""

from __future__ import annotations

import pytest
from lanes import checks, encounter, judged, lane, voice

from audio.segment import Segment, SoundEnded
from coach.bands import Bands
from coach.drills.judging import judge_drill
from coach.verdict import Kind, Result

OFFER = "5 xxxxxxxxxx 3 xxxxxxxxxxxxxxxxxxxx"  # 38 letters, after a hello of 5
CLOSED = "6 oooo 9 ffffff"  # 25


def take(after: str, *, answer: str = "nnnnnnnn", them: str = "", **known: object):
    """Hello, an offer, an answer of 0.8 s, and what the rep said after it; `them` goes on after the answer."""
    prospect = lane(f"hhhhh 38 10 {answer}{them}")
    rep = lane(f"5 {OFFER} 10 {len(answer)} {after}")
    return judged(prospect, rep, **known)


def said(verdict):
    return (str(verdict.result), verdict.headline)


CLEAN = ("pass", "A clean close.")


@pytest.mark.parametrize("answer", ["nnnnnnnn", "NNNNNNNN"], ids=["no", "never"])
def test_a_no_is_closed(answer):
    verdict = take(f"{CLOSED} 40", answer=answer)
    assert said(verdict) == CLEAN
    assert checks(verdict) == dict.fromkeys(
        ["pause", "silence", "nothing_else", "ok", "farewell", "answer_time", "before_ok"], "pass"
    )
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


def test_the_offer_is_timed():
    verdict = take(f"{CLOSED} 40", offer_words=10)
    reading = verdict.offer
    assert (reading.start, reading.seconds) == (pytest.approx(1.0), pytest.approx(3.3))
    assert reading.words_per_minute == pytest.approx(10 / 3.3 * 60)
    assert reading.waited == pytest.approx(1.0)
    assert not reading.spoke_again


def test_an_offer_they_cut_into_has_no_pace():
    verdict = judged(lane("hhhhh 30 nnnnnnnn"), lane(f"5 5 xxxxxxxxxxxxxxxxxxxxxxxxxx 7 {CLOSED} 40"), offer_words=20)
    assert said(verdict) == CLEAN
    assert verdict.offer.words_per_minute is None
    assert verdict.offer.waited is None


def test_an_offer_that_was_hardly_read_has_no_pace():
    assert take(f"{CLOSED} 40", offer_words=40).offer.words_per_minute is None


def test_a_slow_prospect_is_waited_for():
    them = lane("hhhhh 38 50 nnnnnnnn")
    waited = judged(them, lane(f"5 {OFFER} 50 8 {CLOSED} 40"), slow=True)
    assert said(waited) == CLEAN
    assert checks(waited)["waited"] == "pass"
    assert waited.offer.waited == pytest.approx(5.0)
    spoke = judged(them, lane(f"5 {OFFER} 20 xxxxxxxx 22 8 {CLOSED} 40"), slow=True)
    assert said(spoke) == ("fail", "You spoke again after 2.0 s of their silence.")
    assert spoke.offer.spoke_again


def test_the_key_says_when_the_offer_was_over():
    them = lane("hhhhh 60 nnnnnnnn")
    verdict = judged(
        them, lane(f"5 {OFFER} 8 xxxxxx 8 8 {CLOSED} 40"), offer_ended=4.4, offer_ended_by_key=True, slow=True
    )
    assert said(verdict) == ("fail", "You spoke again after 0.8 s of their silence.")


def test_closing_before_they_answered():
    assert said(judged("hhhhh", lane(f"5 {OFFER} {CLOSED} 30"))) == ("fail", "You closed before they had answered.")


def test_hanging_up_before_they_answered():
    assert said(judged("hhhhh", lane(f"5 {OFFER} 5"))) == ("not_measured", "You hung up before they had answered.")


@pytest.mark.parametrize("answer", ["nnnnnnnn", VAGUE, YES, "gggggggg"])
def test_a_rep_who_is_never_heard_is_not_judged(answer):
    verdict = judged(lane(f"hhhhh 50 {answer}"), lane("150"))
    assert said(verdict) == ("not_measured", "No voice was heard.")


def test_their_voice_in_the_microphone_is_not_the_reps():
    """Loudspeakers: each of their lines is heard too, a little late, and even as the words of a close."""
    them = "hhhhh 38 10 ooooofff"
    leaking = voice(lane(f"xxxxx {OFFER} 10 ooooofff {CLOSED} 40"))
    met = encounter(lane(them.replace("ooooofff", "nnnnnnnn")), 12.6)
    verdict = judge_drill(met, leaking, (), SoundEnded(12.6, -60.0), Bands())
    assert said(verdict) == CLEAN
    assert verdict.close.ok.start == pytest.approx(6.7)
    assert [str(u.kind) for u in verdict.utterances] == ["other"] * 5 + ["ok", "farewell"]


def test_both_at_once_is_not_judged():
    """Their voice runs into what the rep says: one piece, from which no time can be taken."""
    met = encounter(lane("hhhhh 48 nnnnnnnn"), 10.0)
    joined = [*voice(lane(f"5 {OFFER}")), Segment(5.4, 6.8, 0.01, 0.01, -20.0)]
    verdict = judge_drill(met, joined, (), SoundEnded(10.0, -60.0), Bands())
    assert said(verdict) == ("not_measured", "You and they were heard at once.")


def test_sound_lost_after_the_answer_leaves_it_not_measured():
    lost = take(f"{CLOSED} 40", lost=(7.0,))
    assert lost.result is Result.NOT_MEASURED
    assert "lost" in lost.reason
    assert set(checks(lost).values()) == {"not_measured"}
    assert said(take(f"{CLOSED} 40", lost=(2.0,))) == CLEAN


def test_a_line_that_could_not_be_played_leaves_it_not_measured():
    verdict = take(f"{CLOSED} 40", failed="The output went away.")
    assert (verdict.result, verdict.reason) == (Result.NOT_MEASURED, "The output went away.")


def test_the_verdict_keeps_what_the_prospect_said():
    verdict = take(f"{CLOSED} 40", them=f"{len('......oooo.........ffffff') + 35} #")
    assert verdict.drill == "drawn"
    assert [line.kind for line in verdict.prospect] == ["hello", "no", "hung_up"]
    assert checks(verdict)["silence"] == "pass"
