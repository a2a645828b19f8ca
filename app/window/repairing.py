"""Brings the page about a damaged store over the others, and does what is chosen there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.window.damaged import DamagedPage

if TYPE_CHECKING:
    from app.book import Book
    from app.store_door import Damage
    from app.window.main_window import MainWindow


def offer_repair(shown: MainWindow, book: Book, damage: Damage) -> None:
    page = DamagedPage(shown.side_bar.theme, damage)
    page.accepted.connect(shown.uncover)
    page.accepted.connect(partial(book.put_back, damage.backup))
    page.left.connect(shown.uncover)
    page.left.connect(lambda: shown.rehearse.notice.tell(damage.sentence))
    shown.cover(page)
