"""One place draws the state of a live call; here it is asked through the companion."""

import pytest
import staged_live
from cut_off import cut
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from coach.calls.call import SaidNo
from coach.live.state import Press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTRACT = {
    "script": {"no", "yes", "unclear", "gatekeeper", "voicemail", "no_answer", "never_again", "undo"},
    "clarify": {"no", "yes", "back"},
    "yes": {"next", "no"},
    "message": {"message_left", "no_message", "back"},
    "closing": {"hung_up", "they_went_first", "asked_to_stay", "next", "never_again"},
}


def shown(window, name):
    return next(button for button in window.findChildren(QAbstractButton, name) if button.isVisible())


def usable(window):
    return {
        button.objectName()
        for button in window.findChildren(QAbstractButton)
        if button.isVisibleTo(window) and button.isEnabled()
    }


@pytest.mark.parametrize("state", CONTRACT)
def test_what_can_be_pressed_shows_by_its_name(make_companion, state):
    assert usable(make_companion(state)) >= CONTRACT[state]


@pytest.mark.parametrize("state", CONTRACT)
def test_every_button_presses_what_it_is_named_after(make_companion, state):
    companion = make_companion(state)
    made = []
    companion.call.pressed.connect(made.append)
    held = {Press.HUNG_UP}  # for a moment, below
    names = [press.value for press in Press if press.value in usable(companion) and press not in held]
    for name in names:
        shown(companion, name).click()
    assert [press.value for press in made] == names


def test_the_script_is_filled_in_and_read_aloud(companion):
    script = companion.call.talk.script
    assert "Mr Okafor" in script.text()
    assert script.accessibleName().startswith("Hello Mr Okafor, this is Dana Reyes")


def test_what_is_missing_is_marked_and_never_a_brace(make_companion):
    script = make_companion("missing").call.talk.script
    assert "missing: first name" in script.accessibleName()
    assert "text-decoration:underline" in script.text()
    assert "{" not in script.text()


def test_a_long_script_has_its_paragraphs_and_is_scrolled(make_companion):
    talk = make_companion("long").call.talk
    assert talk.script.text().count("<p ") == 3
    assert talk.scrolled.verticalScrollBar().maximum() > 0
    no = shown(talk, "no")
    assert talk.rect().contains(no.geometry().translated(no.parentWidget().pos()))


def test_the_second_click_of_a_double_click_does_not_hang_up(make_companion, qtbot):
    companion = make_companion()
    made = []
    companion.call.pressed.connect(made.append)
    companion.show_state(staged_live.STATES["closing"])
    hung_up = shown(companion, "hung_up")
    hung_up.click()
    assert made == []
    assert hung_up.isEnabled()
    qtbot.waitUntil(lambda: bool(hung_up.click() or made))
    assert made == [Press.HUNG_UP]


def test_after_the_no_the_stage_shows_with_one_thing_to_do(make_companion):
    companion = make_companion("closing")
    companion.call.show_stage(staged_live.QUIET)
    cue = companion.findChild(QLabel, "cue")
    assert cue.isVisible()
    assert cue.text() == "Say nothing. Let them hang up first."
    assert companion.findChild(QWidget, "stage_pause").accessibleName() == "pause: 0.90 s, wanted 0.5–2 s"
    assert companion.findChild(QWidget, "stage_silence").accessibleName() == "silence: 2.1 s, wanted 3 s or more"
    assert companion.call.which.words == "No · logged when you hang up"


def test_how_they_said_no_is_one_tap(make_companion):
    companion = make_companion("logged")
    said = []
    companion.call.said_no.connect(said.append)
    assert shown(companion, "said_busy").isChecked()
    shown(companion, "said_objection").click()
    assert said == [SaidNo.OBJECTION]


def test_a_close_that_was_heard_is_offered_as_a_no(make_companion):
    companion = make_companion("noticed")
    made = []
    companion.call.pressed.connect(made.append)
    shown(companion, "log_as_no").click()
    shown(companion, "was_none").click()
    assert made == [Press.NO, Press.BACK]


def test_undo_says_what_it_takes_back(companion):
    assert shown(companion, "undo").accessibleDescription() == "No to Sato Prints"
    companion.show_state(staged_live.STATES["missing"])
    assert not shown(companion, "undo").isEnabled()


def test_nothing_moves_while_the_script_shows(make_companion, qapp):
    companion = make_companion()
    seen = set()
    for state in ("script", "missing", "long", "clarify", "logged", "noticed", "word", "warning", "nobody"):
        companion.show_state(staged_live.STATES[state])
        qapp.processEvents()
        seen.add(
            tuple(
                shown(companion, name).mapTo(companion, companion.rect().topLeft()).toTuple()
                for name in ("no", "gatekeeper", "undo")
            )
        )
    assert len(seen) == 1


def test_nothing_moves_while_the_close_goes_on(make_companion, qapp):
    companion = make_companion("closing")
    seen = set()
    for stage in (staged_live.staged.PAUSE, staged_live.staged.SAYING, staged_live.QUIET):
        companion.call.show_stage(stage)
        qapp.processEvents()
        parts = ("stage_ok", "stage_pause", "stage_farewell", "stage_silence", "hung_up")
        seen.add(tuple(companion.findChild(QWidget, part).geometry().getRect() for part in parts))
    assert len(seen) == 1


@pytest.mark.parametrize("percent", [80, 100, 150])
def test_nothing_is_cut_off(make_companion, qapp, percent):
    companion = make_companion("script", (360, 330), percent)
    for name, state in staged_live.STATES.items():
        companion.show_state(state)
        for _ in range(2):  # a layout may take a few rounds
            qapp.processEvents()
        assert (name, list(cut(companion))) == (name, [])


def test_only_the_key_that_is_heard_everywhere_is_printed(companion):
    printed = {
        button.objectName(): button.key
        for button in companion.findChildren(QAbstractButton)
        if getattr(button, "key", "")
    }
    assert set(printed) <= {"no", "log_as_no", "hung_up", "next", "no_message"}
    assert set(printed.values()) == {"F9"}


def test_every_button_says_what_it_is_and_none_takes_the_focus(companion):
    for button in companion.findChildren(QAbstractButton):
        assert button.objectName()
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
