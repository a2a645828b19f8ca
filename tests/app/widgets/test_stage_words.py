import pytest

from app.widgets import stage_words
from app.widgets.tile import Turn
from coach.bands import Band
from coach.stage import Part, Stage

SILENCE = Band(low=3.0)


@pytest.mark.parametrize(
    ("stage", "turn", "note"),
    [
        (None, Turn.LATER, "after their no"),
        (Stage(), Turn.NEXT, "say it after their no"),
        (Stage(speaking=True, ok=0.2), Turn.NOW, "hearing you"),
        (Stage(speaking=True, ok=4.0), Turn.NEXT, "say it after their no"),  # that is the offer
        (Stage(Part.PAUSE, ok=0.31), Turn.DONE, "heard · 0.31 s"),
    ],
)
def test_ok(stage, turn, note):
    assert stage_words.ok(stage) == (turn, note)


@pytest.mark.parametrize(
    ("stage", "turn", "note"),
    [
        (None, Turn.LATER, "after a clear pause"),
        (Stage(), Turn.LATER, "after a clear pause"),
        (Stage(Part.PAUSE), Turn.NEXT, "say it when the pause feels finished"),
        (Stage(Part.FAREWELL, speaking=True), Turn.NOW, "hearing you"),
        (Stage(Part.SILENCE, farewell=0.5), Turn.DONE, "heard · 0.50 s"),
        (Stage(Part.OVER), Turn.LATER, "not heard"),
    ],
)
def test_farewell(stage, turn, note):
    assert stage_words.farewell(stage) == (turn, note)


@pytest.mark.parametrize(
    ("stage", "turn", "note"),
    [
        (None, Turn.LATER, "after the silence"),
        (Stage(Part.PAUSE), Turn.LATER, "after the silence"),
        (Stage(Part.SILENCE, silence=2.9), Turn.LATER, "say nothing"),
        (Stage(Part.SILENCE, silence=3.0), Turn.NEXT, "now you may"),
        (Stage(Part.OVER, silence=1.0), Turn.DONE, "done"),
    ],
)
def test_hanging_up(stage, turn, note):
    assert stage_words.hang_up(stage, SILENCE) == (turn, note)
