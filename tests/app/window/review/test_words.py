import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from staged_review import BY, NOW, ident

from app.window.review.shown import Place, Span
from coach.review.review import WHOLE, Review
from coach.verdict import Kind, Result

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def take(open_take):
    """Take 0: hung up at once."""
    return open_take(0)


def at(wave, second):
    field = wave._lanes(wave.picture).field
    return QPointF(wave._ruler(wave.picture).x(second), field.center().y()).toPoint()


def drag(qtbot, wave, start, end):
    qtbot.mousePress(wave, Qt.MouseButton.LeftButton, pos=at(wave, start))
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(wave, at(wave, start + share * (end - start)))
    qtbot.mouseRelease(wave, Qt.MouseButton.LeftButton, pos=at(wave, end))


def own(store):
    return store.reviews.get(ident(0), BY)


def press(qtbot, page, key, times=1, modifier=Qt.KeyboardModifier.NoModifier):
    for _ in range(times):
        qtbot.keyClick(page.board, key, modifier)


def test_dragging_an_edge_changes_the_check_at_once_and_is_kept_as_one_step(page, take, store, qtbot, settle):
    wave = page.board.editor.wave
    close = take.shown.verdict.close
    start = close.farewell.start
    qtbot.mousePress(wave, Qt.MouseButton.LeftButton, pos=at(wave, start))
    qtbot.mouseMove(wave, at(wave, start - 0.2))
    pause = page.board.trainer._rows["pause"]
    assert pause._mark[0] == "✓ clear"
    qtbot.mouseMove(wave, at(wave, start - 0.5))
    assert pause._mark[0] == "✗ short"
    assert own(store) is None
    qtbot.mouseRelease(wave, Qt.MouseButton.LeftButton, pos=at(wave, start - 0.5))
    settle(page)
    words = own(store).words
    assert words[1].segment.start == pytest.approx(start - 0.5, abs=0.02)
    assert words[1].segment.start * 200 == pytest.approx(round(words[1].segment.start * 200))
    assert pause._mark[0] == "✗ short"
    qtbot.mouseClick(page.board.editor.undo, Qt.MouseButton.LeftButton)
    settle(page)
    assert own(store) is None
    qtbot.waitUntil(lambda: not take.shown.changed)


def test_left_and_right_choose_an_edge_and_shift_and_ctrl_move_it(page, take, store, qtbot, settle):
    end = take.shown.words[0].segment.end
    press(qtbot, page, Qt.Key.Key_Right, 2)
    assert page.board.editor.wave.picture.edge == Place(0, "end")
    press(qtbot, page, Qt.Key.Key_Right, modifier=SHIFT)
    press(qtbot, page, Qt.Key.Key_Left, modifier=CTRL)
    settle(page)
    moved = own(store).words[0].segment.end
    assert moved == pytest.approx(end + 0.005 - 0.05, abs=0.0051)
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.board.editor.wave.picture.edge == Place(0, "start")
    assert "Ok: " in page.board.editor.word.words


def test_a_word_is_named_by_its_key_and_the_close_follows(page, take, store, qtbot, settle):
    press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_4)
    settle(page)
    assert own(store).words[0].kind is Kind.OTHER
    assert take.shown.verdict.result is Result.NOT_MEASURED
    assert page.board.editor.headline.words.startswith("–")
    press(qtbot, page, Qt.Key.Key_R)
    settle(page)
    assert own(store) is None
    assert take.shown.verdict == take.shown.machine


def test_the_menu_names_and_removes(page, take, store, settle, qtbot):
    wave = page.board.editor.wave
    qtbot.mouseClick(wave, Qt.MouseButton.LeftButton, pos=at(wave, take.shown.words[1].segment.start + 0.2))
    menu = take.words.menu()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Ok\t1", "Good-bye\t2", "Something else\t3", "Earlier\t4", "Remove\tDel",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    settle(page)
    assert own(store).words[1].kind is Kind.EXTRA
    menu.actions()[-1].trigger()
    settle(page)
    assert [word.kind for word in own(store).words] == [Kind.OK]


def test_what_is_selected_becomes_the_word_that_is_missing(page, take, store, qtbot, settle):
    press(qtbot, page, Qt.Key.Key_Right, 4)
    press(qtbot, page, Qt.Key.Key_Delete)
    wave = page.board.editor.wave
    drag(qtbot, wave, 2.0, 2.6)
    assert wave.picture.span.end == pytest.approx(2.6, abs=0.02)
    press(qtbot, page, Qt.Key.Key_W)
    settle(page)
    added = own(store).words[1]
    assert added.kind is Kind.FAREWELL
    assert added.segment.duration == pytest.approx(0.6, abs=0.03)
    assert take.shown.verdict.close is not None


def test_where_there_is_no_room_nothing_is_added_and_it_says_so(page, take, store, qtbot, settle):
    word = take.shown.words[0].segment
    drag(qtbot, page.board.editor.wave, word.start + 0.1, word.end - 0.1)
    press(qtbot, page, Qt.Key.Key_W)
    settle(page)
    assert own(store) is None
    assert "no room" in page.board.editor.word.words


def test_the_machines_own_answer_stays_beneath(page, take, qtbot):
    machine = take.shown.machine
    press(qtbot, page, Qt.Key.Key_Right, 2)
    press(qtbot, page, Qt.Key.Key_Left, modifier=CTRL)
    assert page.board.editor.wave.picture.shown.machine is machine
    assert page.board.editor.wave.picture.shown.changed
    assert page.board.editor.restore.isEnabled()


def test_many_steps_are_undone_one_by_one_even_after_another_take(page, take, open_take, store, qtbot, settle):
    press(qtbot, page, Qt.Key.Key_Right, 2)
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_Left, modifier=SHIFT)
    settle(page)
    first = own(store).words
    press(qtbot, page, Qt.Key.Key_Left, modifier=SHIFT)
    open_take(1)
    press(qtbot, page, Qt.Key.Key_Z, modifier=CTRL)
    settle(page)
    assert own(store).words == first
    press(qtbot, page, Qt.Key.Key_Z, 2, modifier=CTRL)
    settle(page)
    assert own(store) is None
    assert not page.board.editor.undo.isEnabled()


def test_words_of_another_trainer_are_where_one_begins(store, page, open_take, qtbot, settle):
    machine = store.takes.get(ident(2)).verdict.utterances
    store.reviews.put(Review(ident(2), "Ann", NOW, words=machine[:1]))
    take = open_take(2)
    assert take.shown.words == machine[:1]
    press(qtbot, page, Qt.Key.Key_A)
    settle(page)
    kept = store.reviews.get(ident(2), BY)
    assert (kept.words, kept.opinion(WHOLE).result) == (machine[:1], take.shown.machine.result)


def test_the_wheel_and_the_keys_zoom_and_the_bar_scrolls(page, take, qtbot):
    wave, bar = page.board.editor.wave, page.board.editor.bar
    whole = wave.picture.zoom
    assert whole.whole
    assert not bar.isEnabled()
    where = at(wave, 1.5)
    QApplication.sendEvent(wave, turned(where, QPoint(0, 240)))
    assert wave.picture.zoom.span == pytest.approx(whole.span / 1.5**2)
    assert wave._second(QPointF(where)) == pytest.approx(1.5, abs=0.02)
    bar.setValue(bar.maximum())
    assert wave.picture.zoom.end == pytest.approx(whole.duration, abs=0.01)
    QApplication.sendEvent(wave, turned(where, QPoint(120, 0)))
    assert wave.picture.zoom.end < whole.duration
    press(qtbot, page, Qt.Key.Key_Minus, 4)
    assert wave.picture.zoom == whole
    press(qtbot, page, Qt.Key.Key_Plus)
    press(qtbot, page, Qt.Key.Key_0)
    assert wave.picture.zoom == whole


def turned(where, by):
    none = Qt.KeyboardModifier.NoModifier
    return QWheelEvent(where, where, QPoint(), by, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False)


def test_a_double_click_selects_a_word(page, take, qtbot):
    wave, word = page.board.editor.wave, take.shown.words[0].segment
    qtbot.mouseDClick(wave, Qt.MouseButton.LeftButton, pos=at(wave, word.start + 0.2))
    assert wave.picture.span == Span(word.start, word.end)


def test_a_screen_reader_hears_the_words_and_the_gaps(page, take):
    told = page.board.editor.wave.accessibleName()
    assert "Ok from 0." in told or "Ok from 1." in told
    assert "Pause 0.80 s" in told
