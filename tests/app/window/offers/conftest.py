"""The Offers page with a real folder, alone or in the real window."""

import pytest
import staged_offers
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow

from app.theme.theme import Theme
from app.window.offers.page import OffersPage

SOAP = 'title = "Soap"\ntext = "Do you want soap?"\n'


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "scripts" / "offers"


@pytest.fixture
def open_page(qtbot, qapp, folder):
    """The page in a window of its own."""

    def make(*size, given=staged_offers.GIVEN, **others):
        window = QMainWindow()
        qtbot.addWidget(window)
        shown.append(window)
        page = OffersPage(Theme(qapp))
        window.setCentralWidget(page)
        page.connect_to(staged_offers.desk(folder, given, **others))
        page.set_narrow(narrow=bool(size))
        window.setMinimumSize(*(size or (960, 760)))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return page

    shown = []
    return make


@pytest.fixture
def open_window(make_window, folder):
    def make(**others):
        window = make_window(offers=staged_offers.desk(folder, **others))
        window.show_page("offers")
        return window

    return make


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def board(page):
    return page.board


def rows(board):
    return [(row.label, row.details) for row in board.list.rows.rows]


def words(board, name):
    return board.findChild(QLabel, name).text()


def press(qtbot, board, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(board.window().focusWidget() or board, key, modifier)


def write(board, text, title="Soap"):
    board.form.title.setText(title)
    board.form.text.setPlainText(text)
