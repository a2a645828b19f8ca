"""No word is cut off, at any moment, size and scale; a page never scrolls sideways."""

import pytest
import staged
import staged_drill
from cut_off import cut
from PySide6.QtWidgets import QScrollArea

from app.widgets.gap_bar import GapBar
from app.widgets.tile import Tile

SIZES = [(1180, 760), (880, 600), (420, 330)]
MOMENTS = ["idle", "pause", "long_silence", "fail", "not_measured", "fault"]


def bring_about(moment, listener):
    if moment in staged.VERDICTS:
        listener.take_started.emit()
        listener.take_ended.emit(staged.ended(staged.VERDICTS[moment], fault=staged.UNPLUGGED))
    elif moment == "fault":
        listener.microphone_changed.emit(staged.MUTED)
    elif moment != "idle":
        staged.play_stage(listener, {"pause": staged.PAUSE, "long_silence": staged.LONG_SILENCE}[moment])


DRILL_MOMENTS = ("idle", "drill_offer", "drill_pause", "drill_fail", "summary")


def bring_about_a_drill(window, listener, moment):
    buttons = window.rehearse.buttons
    if moment in staged_drill.MOMENTS:
        buttons.start.click()
        staged_drill.play(listener, *staged_drill.MOMENTS[moment])
    elif moment != "idle":
        for judged in (staged_drill.PASSED, staged_drill.FAILED):
            buttons.primary.click()
            staged_drill.end(listener, judged)
    if moment == "summary":
        buttons.finish.click()


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("percent", [80, 100, 150])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off(make_window, listener, qapp, size, percent, moment):
    window = make_window(*size, percent)
    bring_about(moment, listener)
    qapp.processEvents()
    assert list(cut(window)) == []
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize("percent", [80, 100, 150])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_of_a_sample_and_of_the_overlay_is_cut_off(make_window, listener, qtbot, qapp, size, percent):
    window = make_window(*size, percent)
    bring_about("fail", listener)
    window.rehearse.verdict.overlay.click()
    qtbot.waitUntil(lambda: window.rehearse.verdict.overlaid)
    qapp.processEvents()
    assert list(cut(window)) == []
    window.show_page("samples")
    with qtbot.waitSignal(window.samples.sound.aside.done):
        window.samples.notice.tell("There is nothing to play sound on.")
    qapp.processEvents()
    assert list(cut(window)) == []
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_the_largest_text_is_not_cut_in_an_ordinary_window(make_window, listener, qapp):
    window = make_window(1180, 760, 200)
    bring_about("fail", listener)
    qapp.processEvents()
    assert list(cut(window)) == []


@pytest.mark.parametrize("moment", DRILL_MOMENTS)
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_of_a_drill_is_cut_off(make_window, listener, qapp, size, percent, moment):
    window = make_window(*size, percent, session=staged_drill.session(broken=1))
    bring_about_a_drill(window, listener, moment)
    qapp.processEvents()
    assert list(cut(window)) == []
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize("moment", DRILL_MOMENTS)
def test_an_ordinary_window_needs_no_scrolling_for_a_drill(make_window, listener, qapp, moment):
    window = make_window(session=staged_drill.session())
    bring_about_a_drill(window, listener, moment)
    qapp.processEvents()
    assert not any(area.verticalScrollBar().isVisible() for area in window.findChildren(QScrollArea))


@pytest.mark.parametrize("size", [(1180, 760), (880, 600)], ids=str)
def test_nothing_moves_while_a_call_goes_on(make_window, listener, qapp, size):
    window = make_window(*size, session=staged_drill.session())
    window.rehearse.buttons.start.click()
    seen = set()
    for moment in staged_drill.MOMENTS.values():
        staged_drill.play(listener, *moment)
        qapp.processEvents()
        parts = (*window.findChildren(Tile), *window.findChildren(GapBar))
        seen.add(tuple(part.mapTo(window, part.rect().topLeft()).toTuple() for part in parts))
    assert len(seen) == 1


@pytest.mark.parametrize("moment", ["pause", "fail"])
def test_an_ordinary_window_needs_no_scrolling(make_window, listener, qapp, moment):
    window = make_window()
    listener.take_started.emit()
    bring_about(moment, listener)
    qapp.processEvents()
    assert not any(area.verticalScrollBar().isVisible() for area in window.findChildren(QScrollArea))


def test_the_stage_stands_still_while_a_take_runs(make_window, listener, qapp):
    window = make_window()
    listener.take_started.emit()
    seen = set()
    for stage in (staged.WAITING, staged.PAUSE, staged.SAYING, staged.SILENCE, staged.LONG_SILENCE):
        listener.stage_changed.emit(stage)
        qapp.processEvents()
        seen.add(
            tuple(part.geometry().getRect() for part in (*window.findChildren(Tile), *window.findChildren(GapBar)))
        )
    assert len(seen) == 1


def test_a_narrow_window_has_the_pages_on_top(make_window):
    assert make_window(880, 600).side_bar.height() == 600
    assert make_window(420, 330).side_bar.width() == 420
