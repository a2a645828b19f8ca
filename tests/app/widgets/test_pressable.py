"""What can be checked answers to a click, to the program and to a screen reader, each once."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.chip import Chip


@pytest.fixture
def chips(theme, qtbot):
    row = QWidget()
    line = QHBoxLayout(row)
    made = [Chip(theme, name, name.title(), "") for name in ("first", "second")]
    clicks = []
    for chip in made:
        line.addWidget(chip)
        chip.clicked.connect(lambda _=False, chip=chip: clicks.append(chip.objectName()))
    qtbot.addWidget(row)
    made[0].setChecked(True)
    return *made, clicks, row


def test_a_click_is_one_click(chips):
    _, second, clicks, _ = chips
    second.click()
    assert (clicks, second.isChecked()) == (["second"], True)


def test_a_screen_reader_s_toggle_is_a_click(chips):
    first, second, clicks, _ = chips
    second.toggle()  # what its action does; Qt calls no Python for it
    assert (clicks, first.isChecked(), second.isChecked()) == (["second"], False, True)


def test_what_the_program_checks_was_not_clicked(chips):
    first, second, clicks, _ = chips
    second.setChecked(True)
    first.setChecked(True)
    assert clicks == []
