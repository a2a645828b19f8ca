"""A window whose set-up is open, on a listener that says what the test tells it to say."""

import pytest
import staged_setup


class Kept:
    """What the set-up asked to be kept."""

    def __init__(self):
        self.accepted = []
        self.declined = 0

    def decline(self):
        self.declined += 1


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def make_set_up(make_window, kept):
    def make(width=880, height=600, percent=100, **others):
        made = {"accept": kept.accepted.append, "decline": kept.decline}
        window = make_window(width, height, percent, set_up=staged_setup.desk(**{**made, **others}))
        return window, staged_setup.wizard(window)

    return make
