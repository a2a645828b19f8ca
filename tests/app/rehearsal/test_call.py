"""A call, from the first ring to the verdict: the real engine on drawn sound, with a speaker that keeps the time."""

from itertools import pairwise

import pytest

from app.said import Phase
from audio.errors import OutputError
from coach.verdict import Result

CLOSE = [(0.6, "ok"), (0.9, "goodbye")]
READ = {Phase.OFFER: "offer_done"}


def test_a_no_is_closed_and_they_hang_up(take):
    done = take(does={Phase.YOURS: [CLOSE]}, keys=READ).run()
    assert done.verdict.result is Result.PASS
    assert done.verdict.drill == "plain"
    assert done.phases == [Phase.CALLING, Phase.OFFER, Phase.THEIRS, Phase.YOURS, Phase.GONE]
    assert done.call.fault is None


def test_a_line_has_the_times_at_which_it_was_heard(take):
    done = take(does={Phase.YOURS: [CLOSE]}, keys=READ).run()
    spoken = [line for line in done.verdict.prospect if line.end > line.start]
    assert [line.end - line.start for line in spoken] == pytest.approx(done.speaker.played[: len(spoken)], abs=0.01)
    assert spoken[0].start > 0.12  # it is heard only some time after it was handed over
    assert all(before.end <= after.start for before, after in pairwise(spoken))


def test_what_they_say_is_told_once_it_was_heard_to_its_end(take):
    done = take(does={Phase.YOURS: [CLOSE]}, keys=READ).run()
    answer = next(line for line in done.verdict.prospect if line.kind == "no")
    told = next(state for state in done.states if state.said and state.said.text == answer.text)
    assert told.phase is Phase.YOURS
    assert told.closing
    assert (told.answers, told.since) == (1, None)
    speaking = [state.since for state in done.states if state.phase is Phase.THEIRS and state.since is not None]
    assert speaking[0] == pytest.approx(answer.start)


def test_their_sound_is_there_to_be_drawn(take):
    done = take(does={Phase.YOURS: [CLOSE]}, keys=READ).run()
    lines = [line for line in done.verdict.prospect if line.end > line.start]
    drawn = done.states[-1].bars
    assert [bars.start_s for bars in drawn] == pytest.approx([line.start for line in lines])
    assert all(max(bars.values) > 0.02 for bars in drawn)


def test_a_vague_answer_is_asked_about_and_has_a_second_one(take):
    done = take("vague", seed=1, does={Phase.YOURS: [[(0.5, "clarify")], CLOSE]}, keys=READ).run()
    assert [state.answers for state in done.states if state.phase is Phase.YOURS][-1] == 2
    assert [line.kind for line in done.verdict.prospect if line.kind in {"vague", "no"}] == ["vague", "no"]
    assert done.verdict.result is Result.PASS
    assert not any(state.closing for state in done.states if state.answers == 1)


def test_who_hangs_up_ends_the_call(take):
    done = take(keys={Phase.OFFER: "hang_up"}).run()
    assert done.verdict.result is Result.NOT_MEASURED
    assert done.speaker.stopped == 1


def test_the_output_is_open_for_the_call_and_no_longer(take):
    done = take(keys={Phase.OFFER: "hang_up"}).run()
    assert (done.speaker.opened, done.speaker.closed) == (1, 1)


def test_without_an_output_there_is_no_call(take):
    made = take()
    made.speaker.refuses = OutputError("There is nothing to play sound on.")
    with pytest.raises(OutputError, match="nothing to play"):
        made.run()
    assert made.speaker.closed == 0


def test_an_output_that_goes_away_ends_the_call_unmeasured_with_its_sentence(take):
    done = take(keys={Phase.OFFER: "break"}).run()
    assert done.verdict.result is Result.NOT_MEASURED
    assert done.call.fault == done.verdict.reason == "The headphones went away."
    assert done.world.heard < 20 * 16_000


def test_nobody_answers_and_it_ends_by_itself(take):
    done = take("no_answer").run()
    assert {state.phase for state in done.states} == {Phase.CALLING}
    assert {line.kind for line in done.verdict.prospect} == {"ring"}
    assert done.verdict.result is Result.PASS
