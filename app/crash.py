"""What nobody expected is told in one dialog, never two at once; `app.log` writes it down."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class CrashDialog(QObject):
    """Exceptions may come from any thread; the dialog is Qt's thread's."""

    happened = Signal()

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._open: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on nothing ends the program in silence."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def caught(self, kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
            QApplication.quit()
            return
        sys.__excepthook__(kind, error, where)
        self.happened.emit()

    def _show(self) -> None:
        if self._open is not None:
            return
        box = QMessageBox(QApplication.activeWindow())
        box.setObjectName("crash")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Okbye")
        box.setText("Something went wrong that should not have.")
        box.setInformativeText(
            "Your takes are safe. You can go on; if it happens again, start Okbye anew. "
            f"What happened is written in\n{self._log_file}"
        )
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    def _closed(self) -> None:
        self._open = None
