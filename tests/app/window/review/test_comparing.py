import pytest
from PySide6.QtCore import Qt
from staged_review import ident

from app.window.review import comparing


def press(qtbot, page, key):
    qtbot.keyClick(page.board, key)


def over(page, qtbot, act):
    act()
    strip = page.board.editor.compared
    qtbot.waitUntil(strip.isVisible)
    return strip


def ok_at(wave):
    return wave._ruler(wave.picture).x(wave.picture.shown.verdict.close.ok.start)


@pytest.fixture
def take(open_take):
    return open_take(0)


def test_the_sample_lies_over_the_take_with_its_ok_at_the_same_place(page, take, played, qtbot):
    strip = over(page, qtbot, page.work.comparing.with_sample)
    assert strip.title.words == "The sample"
    assert ok_at(strip.wave) == pytest.approx(ok_at(page.board.editor.wave))
    press(qtbot, page, Qt.Key.Key_Plus)
    assert strip.wave.picture.zoom.span == page.board.editor.wave.picture.zoom.span
    assert ok_at(strip.wave) == pytest.approx(ok_at(page.board.editor.wave))
    press(qtbot, page, Qt.Key.Key_X)
    assert len(played) == 1
    played[0][2].position_s = 1.25
    qtbot.waitUntil(lambda: strip.wave.picture.cursor == 1.25)


def test_their_take_before_lies_over_it(page, take, qtbot):
    strip = over(page, qtbot, page.work.comparing.with_their_last)
    assert strip.title.words == "Dana Reyes · Plain no · Today 15:56"


def test_where_there_is_none_before_it_says_so(page, open_take, qtbot):
    open_take(7)
    page.work.comparing.with_their_last()
    qtbot.waitUntil(page.board.notice.isVisible)
    assert page.board.notice.accessibleName() == comparing.NONE_BEFORE


def test_one_is_kept_above_while_another_is_chosen(page, take, open_take, qtbot):
    strip = over(page, qtbot, page.work.comparing.keep_above)
    open_take(3)
    assert strip.title.words.startswith("Dana Reyes · Objection")
    assert ok_at(strip.wave) == pytest.approx(ok_at(page.board.editor.wave))
    assert page.board.table.take == ident(3)
    press(qtbot, page, Qt.Key.Key_M)
    assert not strip.isVisible()
    assert page.board.editor.compare.text() == "Compare ▾"


def test_only_one_is_heard_at_a_time(page, take, played, qtbot):
    over(page, qtbot, page.work.comparing.with_sample)
    press(qtbot, page, Qt.Key.Key_X)
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 2)
    assert not played[0][2].playing
    press(qtbot, page, Qt.Key.Key_X)
    assert not played[1][2].playing


def test_pitch_and_level_are_shown_below(page, take, qtbot):
    press(qtbot, page, Qt.Key.Key_P)
    wave = page.board.editor.wave
    qtbot.waitUntil(lambda: len(wave.picture.pitches) == 2)
    first, word = wave.picture.pitches[0], take.shown.words[0].segment
    assert word.start - 0.05 <= first.times[0] < first.times[-1] <= word.end + 0.05
    assert any(value is not None and 75 < value < 600 for value in first.hertz)
    assert wave._lanes(wave.picture).curves.height() > 0
    press(qtbot, page, Qt.Key.Key_P)
    assert wave._lanes(wave.picture).curves.height() == 0
