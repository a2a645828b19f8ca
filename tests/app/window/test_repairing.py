"""A damaged store in the window: offered, accepted or left, never touched unasked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.store_door import Damage
from app.window.repairing import offer_repair
from coach.store.backups import Backup

STORE = Path("home") / "okbye.db"
BACKUP = Backup(Path("backups") / "okbye-day.db", datetime(2026, 11, 20, 12, tzinfo=UTC))


class FakeBook(QObject):
    damaged = Signal(object)

    def __init__(self):
        super().__init__()
        self.used = []
        self.put_back = self.used.append


@pytest.fixture
def book(qapp):
    return FakeBook()


@pytest.fixture
def offer(window, book):
    return lambda backup: offer_repair(window, book, Damage("The store of takes is damaged.", STORE, backup))


def says(window):
    return window.findChild(QLabel, "damaged_text").text()


def notice(window):
    return window.rehearse.notice.accessibleName()


def test_the_last_good_backup_is_offered_and_used_when_it_is_accepted(window, book, offer):
    offer(BACKUP)
    assert "2026-11-20" in says(window)
    assert str(STORE) in says(window)
    assert book.used == []
    assert not window.rehearse.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert book.used == [BACKUP]
    assert window.rehearse.isVisible()


def test_without_a_backup_one_may_start_anew(window, book, offer):
    offer(None)
    assert "There is no good backup" in says(window)
    window.findChild(QPushButton, "use_backup").click()
    assert book.used == [None]


def test_left_alone_nothing_is_changed_and_the_page_says_why(window, book, offer, listener):
    offer(BACKUP)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert book.used == []
    assert notice(window) == "The store of takes is damaged."
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert listener.asked == ["start_take"]  # takes can be made


def test_over_another_page_it_gives_that_page_back(window, offer, book):
    window.cover(under := QPushButton("the set-up"))
    offer(BACKUP)
    assert not under.isVisible()
    window.findChild(QPushButton, "leave_damaged").click()
    assert under.isVisible()


def test_its_buttons_have_names_for_a_screen_reader(window, offer):
    offer(BACKUP)
    for name in ("use_backup", "leave_damaged"):
        button = window.findChild(QPushButton, name)
        assert button.accessibleName()
        assert button.accessibleDescription()
