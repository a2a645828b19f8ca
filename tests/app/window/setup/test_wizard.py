import pytest
import staged
import staged_setup
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget
from staged_setup import go_to, hear, take_step

from app.trials.sayings import Listening
from app.widgets.key_button import KeyButton
from app.window.setting_up import NOT_SET_UP
from audio.errors import NoMicrophone, VoiceError
from coach.setup.steps import Step

EARLIER, LATER = "Built-in microphone", "Headset (USB)"


def text(shown, name):
    return shown.page.findChild(QLabel, name).text()


def rows(shown):
    QApplication.processEvents()  # new rows show a round later
    labels = [cell for cell in shown.page.findChildren(QLabel) if cell.objectName().startswith("finding_")]
    return [cell.accessibleName() for cell in labels if cell.isVisible()]


def press(shown, key):
    QTest.keyClick(QApplication.focusWidget() or shown, key)


def primaries(shown):
    return [button.text() for button in shown.findChildren(KeyButton) if button.primary and button.isVisible()]


def test_it_comes_at_the_first_start_and_not_without_a_desk(make_set_up, make_window):
    _window, shown = make_set_up()
    assert shown.isVisible()
    assert staged_setup.wizard(make_window()) is None


def test_later_it_comes_from_the_microphone(make_set_up):
    window, shown = make_set_up(first=False)
    assert shown is None
    (opens,) = [action for action in window.side_bar.microphone.menu().actions() if "Set up" in action.text()]
    opens.trigger()
    assert staged_setup.wizard(window).isVisible()
    assert not window.rehearse.isVisible()


def test_all_of_it_by_the_keyboard(make_set_up, listener, kept):
    window, shown = make_set_up()
    for number, step in enumerate(Step, 1):
        assert shown.step is step
        assert text(shown, "setup_instruction")
        if shown.page.begin_words:
            press(shown, Qt.Key.Key_Space)
        hear(listener, *staged_setup.HEARD_AT.get(step, ()))
        assert f"Step {number} of 7" in shown.findChild(QLabel, "setup_count").text()
        press(shown, Qt.Key.Key_Return if number % 2 else Qt.Key.Key_Space)
    (gathered,) = kept.accepted
    assert gathered.voice is staged_setup.VOICE
    assert gathered.found.pause_error == staged_setup.LEARNED.pause_error
    assert window.rehearse.isVisible()
    assert listener.trial is None
    assert kept.declined == 0


def test_the_last_page_has_the_figure_and_everything_found(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.RESULT)
    assert text(shown, "setup_instruction") == "Your pauses are measured to ± 18 ms here."
    assert len(rows(shown)) == 7
    assert all("as wanted" in row for row in rows(shown))


def test_what_was_skipped_is_said(make_set_up, listener, kept):
    _window, shown = make_set_up()
    for _ in Step:
        if shown.step is not Step.RESULT:
            press(shown, Qt.Key.Key_Space if shown.step is Step.MICROPHONE else Qt.Key.Key_S)
    assert "not known" in text(shown, "setup_instruction")
    assert [row.partition(":")[0] for row in rows(shown)] == [step.value for step in list(Step)[1:-1]]
    press(shown, Qt.Key.Key_Space)
    assert kept.accepted[0].voice is None


@pytest.mark.parametrize("step", [Step.MICROPHONE, Step.VOICE, Step.RESULT])
def test_closed_at_any_step_it_leaves_everything_as_it_was(make_set_up, listener, kept, step):
    window, shown = make_set_up(chosen=lambda: (EARLIER, None))
    shown.page.list.chosen.emit(LATER)
    go_to(listener, shown, step)
    shown.close_button.click() if step is not Step.MICROPHONE else shown.buttons.back.click()
    assert kept.accepted == []
    assert listener.asked == [("choose", LATER), ("choose", EARLIER)]
    assert window.rehearse.isVisible()
    assert window.findChild(QLabel, "notice_text").text() == NOT_SET_UP


def test_escape_goes_back_and_at_the_first_step_closes(make_set_up, listener, kept):
    window, shown = make_set_up()
    go_to(listener, shown, Step.ROOM)
    press(shown, Qt.Key.Key_Escape)
    assert shown.step is Step.LEVEL
    press(shown, Qt.Key.Key_Escape)
    press(shown, Qt.Key.Key_Escape)
    assert window.rehearse.isVisible()
    assert kept.declined == 1


def test_what_was_done_stands_when_one_comes_back(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.ROOM)
    press(shown, Qt.Key.Key_Escape)
    assert rows(shown) == ["Level: −19 dBFS, no clipping: as wanted."]
    assert listener.trial is None


def test_a_step_is_tried_again(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.LEVEL)
    take_step(listener, shown, (staged_setup.CLIPPED, None))
    assert "Turn the microphone down" in rows(shown)[0]
    press(shown, Qt.Key.Key_R)
    assert rows(shown) == []
    take_step(listener, shown)
    assert "no clipping" in rows(shown)[0]


def test_another_microphone_forgets_what_the_first_one_heard(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.VOICE)
    for _ in range(3):
        press(shown, Qt.Key.Key_Escape)
    shown.page.list.chosen.emit(EARLIER)
    go_to(listener, shown, Step.RESULT, skipping=True)
    assert len(rows(shown)) == 5
    assert "skipped" in rows(shown)[0]


def test_microphones_are_chosen_with_the_arrows(make_set_up, listener):
    _window, shown = make_set_up()
    listed = shown.findChild(QListWidget, "setup_microphones")
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listener.asked == [("choose", "Headset (USB)")]
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert shown.step is Step.LEVEL


def test_what_was_plugged_in_since_is_listed_once_it_is_heard(make_set_up, listener):
    there = list(staged_setup.MICROPHONES[:1])
    _window, shown = make_set_up(microphones=lambda: there)
    listed = shown.findChild(QListWidget, "setup_microphones")
    there.append(staged_setup.MICROPHONES[1])
    press(shown, Qt.Key.Key_L)
    assert listener.asked == [("choose", None)]
    take_step(listener, shown)
    assert [listed.item(n).text() for n in range(listed.count())] == [
        "System default · Headset (USB)",
        "Headset (USB)",
        "Built-in microphone",
    ]


def test_one_that_cannot_be_used_says_why(make_set_up):
    _window, shown = make_set_up()
    listed = shown.findChild(QListWidget, "setup_microphones")
    assert listed.item(listed.count() - 1).text() == "Monitor · It would not open: device unavailable."


def test_without_any_microphone_there_is_the_sentence_and_it_can_be_left(make_set_up, kept):
    def none():
        raise NoMicrophone("No microphone was found.")

    window, shown = make_set_up(microphones=none)
    assert text(shown, "setup_status") == "No microphone was found."
    press(shown, Qt.Key.Key_Escape)
    assert window.rehearse.isVisible()


def test_a_microphone_that_is_muted_is_told_at_every_step_and_passes(make_set_up, listener):
    _window, shown = make_set_up()
    for step in list(Step)[:-1]:
        go_to(listener, shown, step)
        listener.microphone_changed.emit(staged.MUTED)
        assert text(shown, "setup_fault") == staged.MUTED.sentence
        listener.microphone_changed.emit(staged.HEADSET)
        assert text(shown, "setup_fault") == ""


def test_nothing_begins_without_a_microphone(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.ROOM)
    listener.microphone_changed.emit(staged.MUTED)
    press(shown, Qt.Key.Key_Space)
    assert listener.trial is None


def test_a_refused_saying_says_why_and_is_asked_for_again(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.VOICE)
    hear(listener, *staged_setup.REFUSED, Listening(2))
    assert text(shown, "setup_status").startswith("Something else was heard beside the two words.")
    assert text(shown, "setup_status").endswith("Now the second of three.")
    press(shown, Qt.Key.Key_Space)
    assert shown.step is Step.VOICE


def test_a_microphone_that_comes_back_begins_the_sayings_anew(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.VOICE)
    hear(listener, *staged_setup.SAYING, Listening(1))
    assert rows(shown) == []
    assert text(shown, "setup_status") == "Now the first of three."


def test_keys_that_are_clicked_for_the_trial_press_nothing(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.NOISES)
    press(shown, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_A):
        press(shown, key)
    assert shown.step is Step.NOISES
    assert "Now click" in text(shown, "setup_instruction")
    hear(listener, staged_setup.CLICK, None)
    assert "Now breathe" in text(shown, "setup_instruction")
    hear(listener, staged_setup.TAKEN_FOR_SPEECH, None)
    assert "below your chin" in rows(shown)[1]


def test_a_leak_asks_for_a_headset_and_another_output_is_played_anew(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.EARS)
    take_step(listener, shown, (staged_setup.LEAK, None))
    assert "Use a headset" in rows(shown)[0]
    shown.page.list.setCurrentRow(2)
    assert rows(shown) == []
    assert primaries(shown) == ["Play"]
    take_step(listener, shown)
    assert "none of it" in rows(shown)[0]


def test_what_cannot_be_played_is_told_and_can_be_tried_again(make_set_up, listener):
    _window, shown = make_set_up()
    go_to(listener, shown, Step.EARS)
    take_step(listener, shown, (staged_setup.NO_OUTPUT,))
    assert text(shown, "setup_status") == str(staged_setup.NO_OUTPUT)
    assert primaries(shown) == ["Play"]


def test_what_cannot_be_kept_is_told_and_the_last_page_stays(make_set_up, listener):
    def refuse(_gathered):
        raise VoiceError("Your voice could not be kept.")

    _window, shown = make_set_up(accept=refuse)
    go_to(listener, shown, Step.RESULT)
    press(shown, Qt.Key.Key_Space)
    assert text(shown, "setup_status") == "Your voice could not be kept."
    assert shown.isVisible()


def test_a_microphone_that_was_accepted_is_the_chips(make_set_up, listener, kept):
    chosen = [None, None]
    window, shown = make_set_up(chosen=lambda: tuple(chosen), accept=lambda gathered: chosen.__setitem__(0, LATER))
    go_to(listener, shown, Step.RESULT)
    press(shown, Qt.Key.Key_Space)
    assert window.side_bar.microphone.current == LATER


def test_one_primary_button_and_a_name_for_everything(make_set_up, listener):
    _window, shown = make_set_up()
    for step in Step:
        go_to(listener, shown, step)
        assert len(primaries(shown)) == 1
        named = [*shown.findChildren(QAbstractButton), *shown.page.findChildren(QListWidget)]
        assert all(control.accessibleName() for control in named if not control.objectName().startswith("qt_"))


@pytest.mark.parametrize(("size", "percent"), [((880, 600), 100), ((880, 600), 150), ((420, 330), 100)])
def test_nothing_is_cut_off_sideways(make_set_up, listener, size, percent):
    _window, shown = make_set_up(*size, percent)
    for step in Step:
        go_to(listener, shown, step)
        QApplication.processEvents()
        for widget in (*shown.findChildren(QLabel), *shown.findChildren(KeyButton)):
            if widget.isVisible():
                assert widget.mapTo(shown, widget.rect().topRight()).x() <= shown.width(), widget.objectName()
                assert widget.width() >= widget.minimumSizeHint().width(), (widget.objectName(), widget.text())


def test_what_is_higher_than_the_window_is_reached_by_the_arrows(make_set_up, listener):
    _window, shown = make_set_up(420, 330)
    go_to(listener, shown, Step.RESULT)
    QApplication.processEvents()
    for _ in range(20):
        press(shown, Qt.Key.Key_Down)
    bar = shown._scrolled.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
