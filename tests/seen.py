"""What a window shows, by the names a screen reader knows."""

from PySide6.QtWidgets import QLabel, QWidget

from app.widgets.key_button import KeyButton


def text(window, name):
    return window.findChild(QLabel, name).text()


def shown(window, name):
    return window.findChild(QWidget, name).isVisible()


def primary(window):
    """The one primary button of the Rehearse page."""
    (button,) = [b for b in window.rehearse.findChildren(KeyButton) if b.primary and b.isVisible()]
    return button.objectName()
