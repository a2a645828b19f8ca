"""The key is held while calls are made, and is everybody's at all other times."""

import pytest

from app.global_key.held import HeldKey
from app.global_key.key import GlobalKey


class FakeKey(GlobalKey):
    def __init__(self, name, problem, parent):
        super().__init__(problem, parent)
        self.name, self.held = name, True

    def close(self):
        self.held = False


class Desktop:
    """Gives out keys; `problem` is what is the matter with the next ones."""

    def __init__(self):
        self.keys, self.problem, self.wanted, self.said, self.presses = [], None, "F9", [], []

    def take(self, name, parent):
        self.keys.append(FakeKey(name, self.problem, parent))
        return self.keys[-1]

    @property
    def held(self):
        return [key.name for key in self.keys if key.held]


@pytest.fixture
def desktop(qapp):
    return Desktop()


@pytest.fixture
def key(desktop):
    made = HeldKey(lambda: desktop.wanted, take=desktop.take)
    made.told.connect(desktop.said.append)
    made.pressed.connect(desktop.presses.append)
    return made


def test_it_is_held_while_calls_are_made(key, desktop):
    assert desktop.held == []
    key.hold(True)
    key.hold(True)
    assert desktop.held == ["F9"]
    desktop.keys[0].pressed.emit(7.5)
    assert desktop.presses == [7.5]
    key.hold(False)
    key.let_go()
    assert desktop.held == []
    assert len(desktop.keys) == 1


def test_another_key_takes_its_place(key, desktop):
    desktop.wanted = "F8"
    key.renew()
    assert desktop.held == []  # nobody calls
    key.hold(True)
    key.renew()
    assert len(desktop.keys) == 1
    desktop.wanted = "F7"
    key.renew()
    assert desktop.held == ["F7"]


def test_what_is_the_matter_is_told_once(key, desktop):
    desktop.problem = "F9 is taken."
    for calling in (True, False, True):
        key.hold(calling)
    assert desktop.said == ["F9 is taken."]


def test_who_wants_no_key_is_told_nothing(key, desktop):
    desktop.wanted, desktop.problem = "", "No key is chosen."
    key.hold(True)
    assert desktop.said == []


def test_a_desktop_that_still_asks_has_not_refused(key, desktop):
    key.hold(True)
    held = desktop.keys[0]
    held.asking = True
    held._tell("not yet")
    assert desktop.said == []
    held.asking = False
    held._tell("No.")
    assert desktop.said == ["No."]
