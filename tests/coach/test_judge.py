"""The whole engine on drawn sound: every rule and its edges."""

from __future__ import annotations

import pytest
from drawing import blocks, draw

from audio.ears import plain_ear
from audio.listen import listen
from coach.bands import Band, Bands
from coach.judge import judge
from coach.stage import Part, Stage
from coach.verdict import Kind, Result, Verdict

#           1 s       Ok  0.8 s   Good-bye 4 s
CLEAN = "..........####........######........................................"


def hear(picture, sizes=(), *, bands=None, **how):
    return list(judge(listen(blocks(draw(picture), sizes, **how), plain_ear()), bands or Bands()))


def verdict(picture, **how):
    *_, last = hear(picture, **how)
    assert isinstance(last, Verdict)
    return last


def results(judged):
    return {check.name: str(check.result) for check in judged.checks}


def kinds(judged):
    return [str(utterance.kind) for utterance in judged.utterances]


def test_a_clean_close_passes_and_is_measured():
    judged = verdict(CLEAN)
    assert judged.result is Result.PASS
    assert judged.close.pause == pytest.approx(0.8, abs=0.02)
    assert judged.close.silence == pytest.approx(4.0, abs=0.02)
    assert set(results(judged).values()) == {"pass"}
    assert judged.headline == "A clean close."
    assert kinds(judged) == ["ok", "farewell"]


def test_exactly_one_verdict_and_it_comes_last():
    *before, last = hear(CLEAN, [160] * 1000)
    assert isinstance(last, Verdict)
    assert before
    assert all(isinstance(item, Stage) for item in before)


@pytest.mark.parametrize(
    ("gap", "result", "word"),
    [
        (2, "fail", "short"),
        (3, "fail", "short"),
        (5, "unsure", "close call"),
        (7, "pass", "clear"),
        (18, "pass", "clear"),
        (20, "unsure", "close call"),
        (25, "fail", "long"),
    ],
)
def test_the_pause_against_its_band(gap, result, word):
    judged = verdict("..........####" + "." * gap + "######" + "." * 40)
    check = judged.checks[0]
    assert (check.name, str(check.result), check.word) == ("pause", result, word)
    assert check.value == pytest.approx(gap / 10, abs=0.02)


@pytest.mark.parametrize(
    ("tail", "result", "headline"),
    [
        (15, "fail", "You hung up too soon."),
        (30, "unsure", "Too close to call."),
        (35, "pass", "A clean close."),
    ],
)
def test_the_silence_against_its_band(tail, result, headline):
    judged = verdict("..........####........######" + "." * tail)
    assert results(judged)["silence"] == result
    assert judged.headline == headline
    assert judged.close.ended_by == "end"


def test_advice_says_first_what_was_right():
    judged = verdict("..........####........######...............")
    assert judged.advice.startswith("The pause was clear and nothing else was said. Stay silent")


def test_speaking_into_the_silence_ends_it():
    judged = verdict("..........####........######..........#######" + "." * 40)
    assert judged.close.ended_by == "speech"
    assert judged.close.silence == pytest.approx(1.0, abs=0.03)
    assert results(judged)["nothing_else"] == "fail"
    assert kinds(judged) == ["ok", "farewell", "extra"]
    assert judged.headline == "You said more than the two words."


def test_a_long_sentence_after_the_farewell_is_extra_too():
    judged = verdict("..........####........######..........##################################" + "." * 40)
    assert kinds(judged) == ["ok", "farewell", "extra"]


def test_the_offer_before_the_close_is_not_part_of_it():
    judged = verdict("....." + "#" * 40 + ".........." + CLEAN)
    assert judged.result is Result.PASS
    assert kinds(judged) == ["other", "ok", "farewell"]


def test_run_together_is_no_pause_and_no_missing_word():
    # Two words with a dip between them that is no gap: 60 ms at a lower level.
    picture = "." * 50 + "#" * 20 + "..." + "#" * 30 + "." * 200
    judged = verdict_at_20_ms(picture)
    assert judged.close.together
    assert judged.close.pause == 0.0
    assert results(judged)["pause"] == "fail"
    assert judged.headline == "The two words ran together."
    assert kinds(judged) == ["ok", "farewell"]
    assert judged.close.ok.end == judged.close.farewell.start == pytest.approx(1.43, abs=0.04)


def verdict_at_20_ms(picture):
    *_, last = judge(listen(blocks(draw(picture, letter_s=0.02)), plain_ear()), Bands())
    return last


@pytest.mark.parametrize(
    ("picture", "headline"),
    [
        ("." * 30, "No voice was heard."),
        ("..........####....................", "Only one word was heard."),
        ("", "No voice was heard."),
        ("..####" + "." * 80 + "####....", "No close was heard."),
    ],
)
def test_without_a_close_nothing_is_measured(picture, headline):
    judged = verdict(picture)
    assert judged.result is Result.NOT_MEASURED
    assert judged.close is None
    assert judged.checks == ()
    assert judged.headline == judged.reason == headline


def test_a_voice_behind_is_nobody_in_the_close():
    judged = verdict("..........####...++...######....++++....................................")
    assert judged.result is Result.PASS
    assert kinds(judged) == ["ok", "other", "farewell", "other"]


def test_clicks_are_nothing_said():
    judged = verdict("......!...####...!....######....!...!...................................")
    assert judged.result is Result.PASS
    assert kinds(judged) == ["ok", "farewell"]


@pytest.mark.parametrize(("lost_at", "measured"), [(0.2, True), (1.2, False), (1.8, False), (4.0, False)])
def test_lost_sound_inside_the_close_leaves_it_not_measured(lost_at, measured):
    judged = verdict(CLEAN, sizes=[1600] * 100, lost_at=lost_at)
    assert (judged.result is not Result.NOT_MEASURED) == measured
    if not measured:
        assert "lost" in judged.reason
        assert judged.reason not in judged.advice  # both are shown, one below the other
        assert {check.value for check in judged.checks} == {None}
        assert set(results(judged).values()) == {"not_measured"}
        assert judged.close is not None


def test_the_last_of_two_closes_counts():
    judged = verdict(
        CLEAN
        + "." * 40
        + "#" * 30
        + "....."
        + "....................####..######.............................................."
    )
    assert len(judged.closes) == 2
    assert judged.close == judged.closes[-1]
    assert judged.close.pause == pytest.approx(0.2, abs=0.02)


def test_bands_decide():
    assert verdict(CLEAN, bands=Bands(pause=Band(low=1.0, high=2.0))).result is Result.FAIL
    assert results(verdict(CLEAN, bands=Bands(silence=Band(low=1.0, high=2.0))))["silence"] == "fail"


@pytest.mark.parametrize(("letters", "name", "word"), [("#" * 9, "ok", "drawn out"), ("####", "ok", "plain")])
def test_the_length_of_ok(letters, name, word):
    judged = verdict("." * 10 + letters + "." * 8 + "######" + "." * 40)
    assert next(check.word for check in judged.checks if check.name == name) == word


def stages(picture):
    return [item for item in hear(picture, [160] * 1000) if isinstance(item, Stage)]


def test_the_stage_goes_through_its_parts_in_order():
    parts = [stage.part for stage in stages(CLEAN)]
    changes = [part for i, part in enumerate(parts) if i == 0 or parts[i - 1] != part]
    assert changes == [Part.OK, Part.PAUSE, Part.FAREWELL, Part.SILENCE]


def test_the_stage_follows_time():
    by_time = {round(stage.now, 2): stage for stage in stages(CLEAN)}
    assert not by_time[0.9].speaking
    assert by_time[1.2].speaking
    assert by_time[1.2].ok == pytest.approx(0.2, abs=0.02)
    assert by_time[2.0].pause == pytest.approx(0.6, abs=0.03)
    assert by_time[2.5].part is Part.FAREWELL
    assert by_time[2.5].pause == pytest.approx(0.8, abs=0.03)
    assert by_time[5.0].silence == pytest.approx(2.2, abs=0.03)
    assert [utterance.kind for utterance in by_time[5.0].heard] == [Kind.OK, Kind.FAREWELL]


def test_a_click_leaves_the_stage_waiting():
    assert {stage.part for stage in stages("..........!.........!...........")} == {Part.OK}


def test_the_offer_leaves_the_stage_waiting_for_ok():
    assert stages("....." + "#" * 40 + ".....")[-1].part is Part.OK


def test_something_more_is_counted_on_the_stage():
    assert stages("..........####........######..........#######......")[-1].extra == 1


def test_live_and_file_agree_to_the_sample():
    assert verdict(CLEAN, sizes=[160] * 1000) == verdict(CLEAN)
