"""What is on the Offers page: the list, the offer that is chosen, and the desk to write it at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.notice import Notice
from app.window.offers.bars import ChangeBar, ConflictBar, DraftBar
from app.window.offers.buttons import OfferButtons
from app.window.offers.form import OfferForm
from app.window.offers.offer_list import OfferList
from app.window.offers.offer_view import OfferView
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_STACKED: Final = 620  # under this width, at 100 %, the list stands above
_BESIDE: Final = 600  # from this width on, at 100 %, what is written is seen beside the desk
_ROOMY: Final = 460  # from this width on the offer has large letters
_SHORT: Final = 740  # under this width most buttons are in a menu
_RING: Final = 3  # what a button keeps around itself for the focus


class Board(QWidget):
    """Shows and lays out; `app.window.offers.writing` answers what is pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._narrow = False
        self._stacked = False
        self.writing = False
        self._arrows: list[QShortcut] = []
        self.title = label("Offers", "title", name="page_title")
        self.take_in = KeyButton(theme, "import_offer", "Import…", "I")
        self.new = KeyButton(theme, "new_offer", "New offer", "Space", primary=True)
        self.notice = Notice(theme, "offers_notice")
        self.changed = ChangeBar(theme)
        self.conflict = ConflictBar(theme)
        self.draft = DraftBar(theme)
        self.list = OfferList(theme)
        self.form = OfferForm(theme)
        self.view = OfferView(theme)
        self.broken = wrapped("", "text", name="offer_broken")
        self.buttons = OfferButtons(theme, (self.new, self.take_in))
        self._lay_out()
        self._make_keys()
        theme.changed.connect(self._fit)
        self.show_writing(on=False)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._column.addLayout(self._head)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.take_in)
        self._head.addWidget(self.new)
        self._told = QVBoxLayout()
        self._column.addLayout(self._told)
        for line in (self.notice, self.changed):
            self._told.addWidget(line)
        self._sides = QHBoxLayout()
        self._column.addLayout(self._sides, 1)
        self._sides.setSpacing(16)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(self.list)
        self._scrolled = Scrolled()
        self._sides.addWidget(self._scrolled, 1)
        self._card = Card("offer_card")
        self._scrolled.column.addWidget(self._card)
        self._scrolled.column.addStretch(1)
        for part in (self.conflict, self.draft, self.broken):
            self._card.body.addWidget(part)
        self._desk = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._card.body.addLayout(self._desk)
        self._desk.setSpacing(24)
        self._desk.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self._desk.addWidget(self.view, 1, Qt.AlignmentFlag.AlignTop)
        self._foot = QHBoxLayout()
        self._column.addLayout(self._foot)
        self._foot.addWidget(self.buttons)

    def _make_keys(self) -> None:
        """A text that is written keeps its letters; a key that is held down counts once."""
        buttons = self.buttons
        for key, button in (
            (Qt.Key.Key_Space, self.new),
            (Qt.Key.Key_I, self.take_in),
            (Qt.Key.Key_E, buttons.edit),
            (Qt.Key.Key_O, buttons.folder),
            (Qt.Key.Key_M, buttons.more),
            (Qt.Key.Key_R, buttons.rehearse),
            (Qt.Key.Key_D, buttons.duplicate),
            (Qt.Key.Key_X, buttons.export),
            (Qt.Key.Key_A, buttons.archive),
            (Qt.Key.Key_Delete, buttons.delete),
            (Qt.Key.Key_Escape, buttons.back),
            (QKeySequence("Ctrl+S"), buttons.save),
            (QKeySequence("Ctrl+F"), self.form.field),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda button=button: self._press(button))
        for arrow, rows in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            shortcut = QShortcut(QKeySequence(arrow), self)
            shortcut.activated.connect(lambda rows=rows: self.list.step(rows))
            self._arrows.append(shortcut)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.changed.press)

    def _press(self, button: KeyButton) -> None:
        """Only what can be seen, or is in the menu."""
        if button is self.form.field or self.buttons.offers(button):
            button.click()

    def show_writing(self, *, on: bool) -> None:
        """At the desk the list is out of the way where there is little room."""
        self.writing = on
        self.form.setVisible(on)
        for arrow in self._arrows:
            arrow.setEnabled(not on)  # they belong to the text
        self._fit()
        self._scrolled.to_top()

    def to_top(self) -> None:
        self._scrolled.to_top()

    def _stack(self) -> None:
        """Where there is little room, all of it is scrolled; else only the offer is."""
        for number, part in enumerate((self.notice, self.changed, self.list)):
            if self._stacked:
                self._scrolled.column.insertWidget(number, part)
            elif part is self.list:
                self._sides.insertWidget(0, part)
            else:
                self._told.addWidget(part)
        self.list.set_stacked(stacked=self._stacked)

    def set_narrow(self, *, narrow: bool) -> None:
        """The navigation lies on top and names the page."""
        self._narrow = narrow
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side, high = (16, 12) if self._narrow else (28, 20)
        width = self.width() - 2 * side
        stacked = width < _STACKED * self._theme.scale
        if stacked is not self._stacked:
            self._stacked = stacked
            self._stack()
        self.list.setHidden(self.writing)
        beside = width >= _BESIDE * self._theme.scale
        direction = QBoxLayout.Direction
        self._desk.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        beside_list = width - self.list.maximumWidth() < _ROOMY * self._theme.scale
        self.view.set_small(small=self.writing or self._narrow or beside_list)
        self.view.set_narrow(narrow=stacked or self.writing or beside_list)
        for button in (self.take_in, self.new):
            button.setHidden(self.writing or self._narrow)
        self.buttons.set_room(short=width < _SHORT * self._theme.scale, narrow=self._narrow)
        self.title.setHidden(self._narrow)
        self._column.setContentsMargins(side, high, 0, high)
        self._column.setSpacing(10 if self._narrow else 14)
        self._scrolled.set_margin(side, 0)
        self._scrolled.column.setSpacing(10)
        inside = 14 if self._narrow else 20
        self._card.body.setContentsMargins(inside, 14, inside, 14)
        self._told.setContentsMargins(0, 0, side, 0)
        self._head.setContentsMargins(0, 0, side - _RING, 0)
        self._foot.setContentsMargins(0, 0, side - _RING, 0)
