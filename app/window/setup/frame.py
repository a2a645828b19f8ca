"""What stands around every step: the title, the steps as pills, the place of the card, the buttons below, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.label import label
from app.widgets.painted import RING
from app.widgets.step_pills import StepPills
from app.window.scrolled import Scrolled
from app.window.setup.buttons import Buttons
from coach.setup.steps import Step

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.theme.theme import Theme
    from app.window.setup.step_page import StepPage

# Lengths at 100 %.
_WIDEST: Final = 800  # of the card
_NARROW: Final = 560
_LOW: Final = 480  # under this height the pills give way
_ROOMY: Final = 560  # from this height on there is room to draw
_SCROLLING: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 2, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -2}


class Frame(QWidget):
    """Told the page and how far it is; what is pressed is the wizard's to answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName("Set up your microphone")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self.buttons = Buttons(theme)
        self.close_button = KeyButton(theme, "setup_close", "Close")
        self.close_button.setAccessibleDescription("Leaves everything as it was")
        self._page: StepPage | None = None
        self._title = label("Set up your microphone", "title", name="page_title")
        self._count = label("", "text", "soft", "setup_count")
        self._pills = StepPills([step.value for step in Step])
        self._scrolled = Scrolled()
        self._lay_out()
        theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._head, self._steps, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addLayout(self._steps)
        column.addWidget(self._scrolled, 1)
        column.addLayout(self._foot)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._count)
        self._head.addSpacing(8)
        self._head.addWidget(self.close_button)
        self._steps.addWidget(self._pills)
        self._foot.addWidget(self.buttons)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addStretch(1)
        sides.addWidget(self._middle, 100)
        sides.addStretch(1)

    def hold(self, pages: Collection[StepPage]) -> None:
        """All pages that will be shown."""
        for page in pages:
            page.hide()
            self._scrolled.column.addWidget(page, int(page.fills))
        self._scrolled.column.addStretch()

    def bind(self, key: Qt.Key, button: KeyButton) -> None:
        """The key presses the button wherever the focus is, while it shows; held down, once."""

        def press() -> None:
            if button.isVisible():
                button.click()

        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(press)

    def turn_to(self, page: StepPage) -> None:
        if self._page is not None:
            self._page.hide()
        self._page = page
        page.show()
        self._scrolled.to_top()
        self.setFocus()

    def show_progress(self, step: Step, taken: Collection[Step]) -> None:
        self.close_button.setHidden(step is Step.MICROPHONE)  # it would stand there twice
        self._pills.show_step(step.number - 1, {done.number - 1 for done in taken})
        self._fit()

    def _fit(self) -> None:
        """To the size of the window and of its text."""
        if self._page is None:
            return
        scale, step = self.theme.scale, self._page.step
        narrow = self.width() < _NARROW * scale
        side = 16 if narrow else 28
        self._title.setHidden(narrow)
        self._middle.setMaximumWidth(round((_WIDEST + 2 * side) * scale))
        for line, beside in ((self._head, side), (self._steps, side), (self._foot, side - int(RING))):
            line.setContentsMargins(beside, 0, beside, 0)
        self._scrolled.set_margin(side)
        room = min(self.width(), self._middle.maximumWidth()) - 2 * side
        fits = self._pills.sizeHint().width() <= room and self.height() >= _LOW * scale
        self._pills.setVisible(fits)
        self._page.set_roomy(roomy=self.height() >= _ROOMY * scale)
        self._count.setText(f"Step {step.number} of {len(Step)}" + ("" if fits else f" · {step.value}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on where no button has the focus; the arrows move what is higher than the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.buttons.next.click()
        elif half_pages := _SCROLLING.get(Qt.Key(event.key()), 0):
            bar = self._scrolled.verticalScrollBar()
            bar.setValue(bar.value() + half_pages * bar.pageStep() // 2)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
