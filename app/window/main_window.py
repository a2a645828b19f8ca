"""The main window: the navigation beside the pages, the text's size, and the place it had last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.theme.theme import STEP
from app.window.callbacks.page import CallbacksPage
from app.window.live.page import LivePage
from app.window.look import Look
from app.window.offers.page import OffersPage
from app.window.pages import Page
from app.window.progress.page import ProgressPage
from app.window.rehearse import RehearsePage
from app.window.review.page import ReviewPage
from app.window.samples import SamplesPage
from app.window.side_bar import SideBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from app.theme.theme import Theme

_NARROW: Final = 640  # under this width, at 100 %, the navigation lies on top
_SIZE: Final = QSize(1180, 760)
_SMALLEST: Final = QSize(360, 300)


class MainWindow(QMainWindow):
    """`painted` comes once, when the window can be seen: what takes long is made after it."""

    painted = Signal()
    look_changed = Signal(object)  # Look: what to remember
    closed = Signal()

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Okbye")
        self.setMinimumSize(_SMALLEST)
        self.theme = theme
        self._seen = False
        self.rehearse = RehearsePage(theme)
        self.offers = OffersPage(theme)
        self.live = LivePage(theme)
        self.review = ReviewPage(theme)
        self.callbacks = CallbacksPage(theme)
        self.samples = SamplesPage(theme)
        self.progress = ProgressPage(theme)
        self._pages = pages = (
            Page("rehearse", "Rehearse", "Ctrl+1", self.rehearse),
            Page("live", "Live", "Ctrl+2", self.live),
            Page("review", "Review", "Ctrl+3", self.review),
            Page("callbacks", "Call-backs", "Ctrl+4", self.callbacks),
            Page("offers", "Offers", "Ctrl+5", self.offers),
            Page("samples", "Samples", "Ctrl+6", self.samples),
            Page("progress", "Progress", "Ctrl+7", self.progress),
        )
        self.side_bar = SideBar(theme, pages)
        self._stack = QStackedWidget()
        for page in pages:
            self._stack.addWidget(page.widget)
        self.side_bar.chosen.connect(self._open)
        self.callbacks.counted.connect(lambda due: self.side_bar.note("callbacks", f"{due:,} due" if due else ""))
        self.progress.rehearse.connect(lambda: self.show_page("rehearse"))
        middle = QWidget()
        middle.setObjectName("page")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, middle)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.side_bar)
        self._box.addWidget(self._stack, 1)
        self._layers = QStackedWidget()
        self._layers.addWidget(middle)
        self.setCentralWidget(self._layers)
        self._make_keys()
        self.rehearse.setFocus()
        theme.changed.connect(self._fit)
        if not self.restoreGeometry(QByteArray.fromBase64(look.geometry.encode())):
            self.resize(_SIZE)

    def cover(self, widget: QWidget) -> None:
        """Show it in place of the pages, until `uncover`."""
        self._layers.addWidget(widget)
        self._layers.setCurrentWidget(widget)
        widget.setFocus()

    def uncover(self) -> None:
        covering = self._layers.currentWidget()
        if covering is not None and self._layers.currentIndex() > 0:
            self._layers.removeWidget(covering)
            covering.deleteLater()
            under = self._layers.count() - 1  # another cover, or the pages
            self._layers.setCurrentIndex(under)
            if under == 0:
                self._open(self._stack.currentIndex())

    def show_page(self, name: str) -> None:
        """Open the page of that name, as if its entry in the navigation were pressed."""
        self.side_bar.open(next(n for n, page in enumerate(self._pages) if page.name == name))

    def _open(self, page: int) -> None:
        """With the focus on the page itself, where no control shows a ring."""
        self._stack.setCurrentIndex(page)
        if opened := self._stack.currentWidget():
            opened.setFocus()

    def _make_keys(self) -> None:
        for key, pressed in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self._resize_text(self.theme.percent + STEP)),
            (QKeySequence("Ctrl+="), lambda: self._resize_text(self.theme.percent + STEP)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self._resize_text(self.theme.percent - STEP)),
            (QKeySequence("Ctrl+0"), lambda: self._resize_text(100)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(pressed)

    def _resize_text(self, percent: int) -> None:
        self.theme.resize_text(percent)
        self.look_changed.emit(self.look())

    def look(self) -> Look:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return Look(self.theme.wish, self.theme.percent, geometry)

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self.theme.scale
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.side_bar.set_narrow(narrow=narrow)
        self.rehearse.set_narrow(narrow=narrow)
        self.offers.set_narrow(narrow=narrow)
        self.live.set_narrow(narrow=narrow)
        self.review.set_narrow(narrow=narrow)
        self.callbacks.set_narrow(narrow=narrow)
        self.samples.set_narrow(narrow=narrow)
        self.progress.set_narrow(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.look_changed.emit(self.look())
        super().closeEvent(event)
        self.closed.emit()
