"""Whole takes through the real ear: the prospect answers what is spoken, and the verdict is the drill's."""

from __future__ import annotations

import pytest
from rehearsed import CLOSE, HANG_UP, OFFER, rehearsal

from coach.verdict import Result

HELLO = {"hello": OFFER}


@pytest.mark.parametrize(
    ("drill", "script", "headline", "acts"),
    [
        ("plain", {**HELLO, "no": CLOSE}, "A clean close.", ["ring", "hello", "no", "hung_up", "over"]),
        (
            "plain",
            {**HELLO, "no": [*CLOSE, (1.2, HANG_UP)]},
            "You hung up too soon.",
            ["ring", "hello", "no", "over"],
        ),
        (
            "objection",
            {**HELLO, "no": [(0.5, "argue"), *CLOSE, (3.8, HANG_UP)]},
            "You spoke for",
            ["ring", "hello", "no", "over"],
        ),
        (
            "vague",
            {**HELLO, "vague": [(0.6, "clarify")], "no": [*CLOSE, (3.8, HANG_UP)]},
            "A clean close.",
            ["ring", "hello", "vague", "no", "over"],
        ),
        (
            "vague",
            {**HELLO, "vague": [*CLOSE, (3.5, HANG_UP)]},
            "You closed on a vague answer.",
            ["ring", "hello", "vague", "over"],
        ),
        (
            "stay",
            {**HELLO, "no": CLOSE, "stay": [(0.5, "why")]},
            "You stayed.",
            ["ring", "hello", "no", "stay", "over"],
        ),
        (
            "thanks",
            {**HELLO, "no": CLOSE, "thanks": [(0.5, "welcome")]},
            "A clean close.",
            ["ring", "hello", "no", "thanks", "hung_up", "over"],
        ),
        (
            "hangs_up_in_pause",
            {**HELLO, "no": CLOSE},
            "They hung up first.",
            ["ring", "hello", "no", "hung_up", "over"],
        ),
        ("yes", {**HELLO, "yes": [*CLOSE, (2.0, HANG_UP)]}, "You closed on a yes.", ["ring", "hello", "yes", "over"]),
        ("yes", {**HELLO, "yes": [(0.5, "why")]}, "You did not close.", ["ring", "hello", "yes", "over"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_round_of_right_and_wrong(drill, script, headline, acts):
    take = rehearsal(drill, script)
    assert take.verdict.headline.startswith(headline)
    assert take.acts == acts
    assert take.verdict.drill == drill


def test_without_a_headset_their_voice_is_not_taken_for_the_reps():
    take = rehearsal("plain", {**HELLO, "no": CLOSE}, leak_db=-12.0)
    assert take.verdict.result is Result.PASS
    assert take.acts == ["ring", "hello", "no", "hung_up", "over"]
    spoken = [line for line in take.verdict.prospect if line.text]
    heard = [said.segment for said in take.verdict.utterances if str(said.kind) == "other"]
    assert any(
        line.start - 0.1 < segment.start and segment.end < line.end + 0.2 for line in spoken for segment in heard
    )


def test_the_time_to_the_answer_is_measured():
    take = rehearsal("plain", {**HELLO, "no": [(0.9, "ok"), *CLOSE[1:], (3.5, HANG_UP)]})
    check = next(check for check in take.verdict.checks if check.name == "answer_time")
    assert check.value == pytest.approx(0.9, abs=check.error + 0.06)  # the word's own beginning is soft
    assert check.result is Result.PASS
