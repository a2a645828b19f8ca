"""Which words of a window have less room than they need: the same measure for every page."""

from PySide6.QtWidgets import QLabel

from app.widgets.chip import Chip
from app.widgets.curves import Curves
from app.widgets.gap_bar import GapBar
from app.widgets.key_button import KeyButton
from app.widgets.nav_item import NavItem
from app.widgets.page_menu import PageMenu
from app.widgets.pause_slider import PauseSlider
from app.widgets.tile import Tile


def cut(window):
    """The words that have less room than they need."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            narrow = not label.wordWrap() and label.width() < label.sizeHint().width()
            if label.height() < needed or narrow:
                yield label.objectName(), label.text()
    for kind in (KeyButton, Chip, NavItem, PageMenu, Tile, GapBar, PauseSlider, Curves):
        for widget in window.findChildren(kind):
            least = widget.minimumSizeHint()
            if widget.isVisible() and (widget.width() < least.width() or widget.height() < least.height()):
                yield widget.objectName(), widget.accessibleName()
