"""A press from outside reaches the live call with its own time, and only where it is usable."""

from dataclasses import replace

from app.presses.controls import DONE
from app.presses.live import live_press
from coach.live.state import LiveState, Press


class Desk:
    def __init__(self, *usable):
        self.state = replace(LiveState(), usable=frozenset(usable))
        self.pressed = []

    def press(self, press, moment):
        self.pressed.append((press, moment))


def test_what_is_usable_is_pressed_with_its_own_time():
    desk = Desk(Press.NO)
    assert live_press(desk)("no", 7.5) == DONE
    assert desk.pressed == [(Press.NO, 7.5)]


def test_what_is_not_usable_is_somebody_elses():
    desk = Desk(Press.NO)
    assert live_press(desk)("undo", 7.5) is None
    assert desk.pressed == []
