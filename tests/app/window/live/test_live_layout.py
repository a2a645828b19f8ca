"""No word of the Live page is cut off, and nothing moves while a call goes on."""

import pytest
import staged_live
from cut_off import cut
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

SIZES = [(1180, 760), (880, 600), (420, 330)]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off(open_live, desk, qapp, size, percent):
    page = open_live(*size, percent).live.board
    uncut(page, "waiting", qapp)
    page.head.options.click()
    uncut(page, "settings", qapp)
    page.head.options.click()
    page.start.click()
    for name in ("script", "closing", "clarify", "logged", "noticed", "warning", "nobody"):
        desk.show(name)
        uncut(page, name, qapp)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_of_an_empty_list_is_cut_off(open_live, chosen, qapp, size, percent):
    chosen.change(caller="", firm="")
    uncut(open_live(*size, percent, calls=staged_live.FakeList(())).live.board, "empty", qapp)


def settle(qapp):
    for _ in range(4):  # a layout may take a few rounds
        qapp.processEvents()


def uncut(page, name, qapp):
    settle(qapp)
    assert (name, list(cut(page.window()))) == (name, [])
    for area in page.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().minimumSizeHint().width() <= area.viewport().width(), name


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_nothing_moves_from_call_to_call(open_live, desk, qapp, size):
    page = open_live(*size).live.board
    page.start.click()
    seen = set()
    for state in ("script", "missing", "clarify", "logged", "noticed", "word"):
        desk.show(state)
        settle(qapp)
        no = next(button for button in page.findChildren(QPushButton, "no") if button.isVisible())
        parts = (no, *(page.findChild(QWidget, name) for name in ("gatekeeper", "never_again", "due", "counters")))
        seen.add(tuple(part.mapTo(page, part.rect().topLeft()).toTuple() for part in parts))
    assert len(seen) == 1


def test_an_ordinary_window_needs_no_scrolling(open_live, desk, qapp):
    page = open_live().live.board
    page.start.click()
    for state in ("script", "closing"):
        desk.show(state)
        settle(qapp)
        assert not any(area.verticalScrollBar().isVisible() for area in page.findChildren(QScrollArea))
