"""Calls a number: in the softphone by a tel: link, or by hand with the number on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable


def written(number: str) -> str:
    """As people read it: +1 212-555-0143."""
    import phonenumbers  # noqa: PLC0415 - its tables are large, and the window is there sooner without them

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def dial(number: str, *, softphone: bool, open_link: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> str:
    """A sentence of what was done, nothing where the softphone shows it."""
    if softphone and open_link(QUrl(f"tel:{number}")):
        return ""
    QGuiApplication.clipboard().setText(number)
    if softphone:
        return f"No program here opens telephone links. {written(number)} is on the clipboard instead."
    return f"{written(number)} is on the clipboard. Paste it into your softphone."
