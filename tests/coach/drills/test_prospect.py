"""The prospect hears the rep out, answers, reacts and ends, whatever the rep does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told import LINE_S, PLAIN, VAGUE, Told, answered, line

from audio.segment import (
    SoundEnded,
    TimePassed,
)
from coach.drills.drill import HangsUp
from coach.drills.events import (
    LineFailed,
    Over,
    RepHungUp,
)
from coach.drills.line import Meaning
from coach.drills.prospect import LONGEST_LINE_S, LONGEST_S, Prospect
from coach.stage import Part


def test_it_rings_says_hello_hears_the_offer_out_and_answers():
    told = answered()
    assert told.names == ["ring", "hello", "no"]
    heard = told.prospect.encounter.lines
    assert [entry.kind for entry in heard] == ["ring", "hello", "no"]
    assert heard[-1].end - heard[-1].start == pytest.approx(LINE_S)
    assert told.prospect.encounter.offer_ended == pytest.approx(heard[-1].start - 1.0, abs=0.11)


def test_a_breath_in_the_offer_is_not_its_end():
    told = Told(PLAIN).until("hello").hear("." * 9 + "####" * 5 + "." * 7 + "####" * 5 + "." * 7)
    assert "no" not in told.names


def test_while_most_of_the_offer_is_to_come_it_waits_longer():
    scene = replace(PLAIN, answers_after=0.5)
    told = Told(scene, offer_words=40).until("hello").hear("." * 9 + "#" * 30 + "." * 18)
    assert "no" not in told.names
    assert "no" in told.hear("#" * 40 + "." * 12).names


def test_the_key_ends_the_offer():
    told = Told(PLAIN).until("hello").hear("." * 9 + "#" * 6 + "!" + "." * 12)
    assert "no" in told.names
    assert told.prospect.encounter.offer_ended_by_key


def test_it_may_cut_in():
    told = Told(replace(PLAIN, cuts_in_after=2.0)).until("hello").hear("." * 9 + "#" * 25)
    assert told.when("no") == pytest.approx(told.when("hello") + 0.9 + 2.0, abs=0.2)


def test_it_says_hello_again_and_leaves_when_nobody_speaks():
    told = Told(PLAIN).until("over")
    assert told.names == ["ring", "hello", "hello", "hung_up", "over"]


def test_it_hangs_up_in_the_silence():
    told = answered().hear("....." + "####" + "." * 9 + "######").until("over")
    assert told.names[-2:] == ["hung_up", "over"]
    farewell_ended = told.when("no") + 0.9 + 2.4
    assert told.when("hung_up") == pytest.approx(farewell_ended + 4.0, abs=0.2)


def test_it_hangs_up_at_once():
    told = answered(replace(PLAIN, hangs_up=HangsUp.AT_ONCE, hangs_up_after=0.3)).hear("." * 30)
    assert told.when("hung_up") - told.when("no") == pytest.approx(LINE_S + 0.3, abs=0.2)


def test_it_hangs_up_in_the_pause():
    told = answered(replace(PLAIN, hangs_up=HangsUp.IN_PAUSE, hangs_up_after=0.4)).hear("....." + "####" + "." * 9)
    assert told.when("hung_up") - told.when("no") == pytest.approx(0.9 + 0.9 + 0.4, abs=0.2)


def test_it_never_hangs_up_in_the_pause_of_who_leaves_none():
    told = answered(replace(PLAIN, hangs_up=HangsUp.IN_PAUSE, hangs_up_after=0.4)).hear(
        "....." + "####" + ".." + "######"
    )
    assert "hung_up" not in told.names
    assert told.until("over").names[-2:] == ["hung_up", "over"]


def test_it_asks_to_wait_in_the_silence_and_sees_the_rep_stay():
    scene = replace(PLAIN, reaction=line(Meaning.STAY), hangs_up=HangsUp.NEVER)
    told = answered(scene).hear("....." + "####" + "." * 9 + "######").until("over")
    assert told.names == ["ring", "hello", "no", "stay", "over"]
    assert told.when("over") - told.when("stay") == pytest.approx(LINE_S + 3.5, abs=0.2)


def test_it_thanks_in_the_silence_and_goes():
    scene = replace(PLAIN, reaction=line(Meaning.THANKS))
    told = (
        answered(scene)
        .hear("....." + "####" + "." * 9 + "######")
        .until("thanks")
        .hear("." * 12 + "######")
        .until("over")
    )
    assert told.names[-3:] == ["thanks", "hung_up", "over"]


def test_it_says_good_bye_too():
    told = answered(replace(PLAIN, bye=line(Meaning.BYE))).hear("....." + "####" + "." * 9 + "######").until("over")
    assert told.names[-3:] == ["bye", "hung_up", "over"]


def test_asked_what_it_means_it_says_so():
    told = (
        answered(VAGUE).hear("....." + "#" * 20).until("no").hear("." * 14 + "####" + "." * 9 + "######").until("over")
    )
    assert told.names == ["ring", "hello", "vague", "no", "hung_up", "over"]


def test_closed_on_a_vague_answer_it_goes():
    told = answered(VAGUE).hear("....." + "####" + "." * 9 + "######").until("over")
    assert told.names == ["ring", "hello", "vague", "hung_up", "over"]


def test_a_voice_mail_beeps_and_records():
    told = Told(replace(PLAIN, hello=None, answer=line(Meaning.MESSAGE), hangs_up=HangsUp.NEVER)).until("beep")
    assert told.names == ["ring", "message", "beep"]
    assert told.hear("." * 9 + "#" * 30).until("over").names == ["ring", "message", "beep", "over"]


def test_a_gatekeeper_takes_a_message_and_goes():
    scene = replace(PLAIN, answer=line(Meaning.GATEKEEPER), bye=line(Meaning.BYE))
    told = answered(scene).hear("....." + "#" * 30).until("over")
    assert told.names[-4:] == ["gatekeeper", "bye", "hung_up", "over"]


def test_nobody_rings_until_the_end():
    told = Told(replace(PLAIN, picks_up=False, hello=None, answer=None)).until("over")
    assert set(told.names) == {"ring", "over"}


def test_a_yes_goes_on_outside_the_drill():
    told = (
        answered(replace(PLAIN, answer=line(Meaning.YES), hangs_up=HangsUp.NEVER)).hear("....." + "####").until("over")
    )
    assert told.names == ["ring", "hello", "yes", "over"]


def test_a_rep_who_never_closes_loses_their_patience():
    assert answered().until("over").names[-2:] == ["hung_up", "over"]


def test_a_rep_who_never_stops_is_not_heard_for_ever():
    told = Told(PLAIN).until("hello").until("over", "#", 3000)
    assert told.now == pytest.approx(LONGEST_S, abs=0.2)


def test_hung_up_in_the_middle_of_their_line():
    told = Told(PLAIN).until("hello").hear("....")
    told.prospect.tell(RepHungUp())
    told.hear(".....")
    assert told.names[-1] == "over"
    last = told.prospect.encounter.lines[-1]
    assert (last.kind, last.cut) == ("hello", True)
    assert last.end - last.start < LINE_S


def test_the_end_of_the_sound_is_hanging_up():
    told = answered()
    assert isinstance(told.prospect.hear(SoundEnded(told.now, -60.0)), Over)
    assert told.prospect.encounter.rep_hung_up == told.now


def test_the_end_of_the_sound_after_the_end_of_the_drill_is_not():
    told = answered().until("over")
    assert told.prospect.hear(SoundEnded(told.now, -60.0)) is None
    assert told.prospect.encounter.rep_hung_up is None


def test_a_line_that_cannot_be_played_ends_the_take():
    told = Told(PLAIN).until("hello")
    told.prospect.tell(LineFailed("Gone."))
    assert told.hear(".").names[-1] == "over"
    assert told.prospect.encounter.failed == "Gone."


def test_a_line_whose_end_is_never_told_ends():
    prospect = Prospect(PLAIN)
    acts = [prospect.hear(TimePassed(second / 2, -60.0, -65.0)) for second in range(100)]
    asked = [second / 2 for second, act in enumerate(acts) if act is not None]
    assert asked[1] - asked[0] >= LONGEST_LINE_S


def test_their_own_voice_in_the_microphone_moves_nothing():
    """The second line is heard as one word and the next as another: no close of it comes about."""
    told = Told(PLAIN).until("hello").hear("########." + "...." + "#" * 40).until("no").hear("########." + "." * 20)
    assert told.prospect.stage.part is Part.OK
    assert told.names == ["ring", "hello", "no"]


def test_the_stage_is_that_of_the_answer():
    told = Told(PLAIN).until("hello").hear("." * 9 + "####" + "." * 5)
    assert told.prospect.stage.part is Part.OK
    told = answered().hear("....." + "####" + "....")
    assert told.prospect.stage.part is Part.PAUSE
    assert told.prospect.stage.ok == pytest.approx(0.4)


def test_the_same_is_told_the_same_is_done():
    pictures = "....." + "####" + "." * 9 + "######" + "." * 60
    assert answered().hear(pictures).did == answered().hear(pictures).did
