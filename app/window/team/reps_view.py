"""Who the reps are: their colours, another name, two spellings made one, and letting go of one wholly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView, QVBoxLayout, QWidget

from app.erasing import WORD
from app.theme.colours import OF_REPS, of_rep
from app.widgets.button_line import ButtonLine
from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped
from app.widgets.row_table import dress, head_of
from app.widgets.sure import Sure
from app.window.scrolled import Scrolled
from app.window.team.name_paint import NamePaint
from app.window.team.name_rows import NAME, TAKES, NameRows
from app.window.team.wording import many

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.reps import Rep

_LONGEST: Final = 200
_SWATCH: Final = 12
_NARROW: Final = 640
_LEAST_HIGH: Final = 130
_NOBODY: Final = (
    "Nobody is here yet. Reps come with their takes: with recordings you import, and with files they send you."
)


class RepsView(QWidget):
    """`renamed` carries a rep and another name, `merged` and `erased` reps, `coloured` a rep and a colour or None."""

    renamed = Signal(object, str)  # Rep
    merged = Signal(object, object)  # Rep, into Rep
    coloured = Signal(object, object)  # Rep, str | None
    exported = Signal(object)  # Rep
    erased = Signal(object)  # Rep

    _asked = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = NameRows(self)
        self._paint = NamePaint(theme, self)
        self.table = _table(self.rows, self._paint)
        self._nobody = wrapped(_NOBODY, tone="soft", name="no_reps")
        self.rename = KeyButton(theme, "rename_rep", "Rename…")
        self.merge = KeyButton(theme, "merge_rep", "Merge into…")
        self.merge.setAccessibleDescription("Makes one of two spellings")
        self.colour = KeyButton(theme, "colour_rep", "Colour…")
        self.export = KeyButton(theme, "export_rep", "Export takes…")
        self.erase = KeyButton(theme, "erase_rep", "Erase…")
        self.erase.setAccessibleDescription("Asks before all takes of this rep are deleted")
        self._buttons = ButtonLine(theme, (self.rename, self.merge, self.colour, self.export, self.erase))
        self.name = QLineEdit()
        self.name.setObjectName("rep_name")
        self.name.setAccessibleName("Another name for this rep")
        self.name.setMaxLength(_LONGEST)
        self._save = KeyButton(theme, "save_name", "Rename", "Enter")
        self._cancel = KeyButton(theme, "cancel_name", "Cancel")
        self._known = wrapped("", "cell", "soft", "known_name")
        self._naming = Card("naming_card")
        yes, no = KeyButton(theme, "erase_rep_now", "Erase"), KeyButton(theme, "keep_rep", "Keep them")
        yes.setAccessibleDescription("Deletes all takes of this rep for good")
        self._first_export = KeyButton(theme, "export_first", "Export first…")
        self._sure = Sure(yes, no, self._first_export)
        self._asking = Card("erase_card")
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Rep | None:
        return self.rows.rep(self.table.currentIndex())

    @property
    def asking(self) -> bool:
        return self._naming.isVisible() or self._asking.isVisible()

    def show_reps(self, reps: Sequence[Rep], choose: str | None = None) -> None:
        """With `choose` chosen, else whoever was."""
        before = self.chosen
        name = choose or (before.name if before else None)
        self.rows.show_reps(reps)
        place = next((number for number, rep in enumerate(reps) if rep.name == name), 0)
        if reps:
            self.table.setCurrentIndex(self.rows.index(place, NAME))
        self.table.setVisible(bool(reps))
        self._nobody.setVisible(not reps)
        self._show_choice()

    def calm(self) -> None:
        """What was asked is no longer asked."""
        if self.asking:
            self.table.setFocus()
        self._naming.hide()
        self._asking.hide()
        self._buttons.show()

    def merge_menu(self, rep: Rep) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("merge_menu")
        for other in self.rows.reps:
            if other.name != rep.name:
                into = menu.addAction(f"{_plain(other.name)}\t{many(other.takes, 'take')}")
                into.triggered.connect(lambda _=False, other=other: self.merged.emit(rep, other))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def colour_menu(self, rep: Rep) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("colour_menu")
        for name in (*OF_REPS, None):
            choice = menu.addAction(name.capitalize() if name else "None")
            if found := of_rep(self._theme.colours, name):
                swatch = QPixmap(_SWATCH, _SWATCH)
                swatch.fill(QColor(found))
                choice.setIcon(QIcon(swatch))
            choice.triggered.connect(lambda _=False, name=name: self.coloured.emit(rep, name))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_choice(self) -> None:
        """What was asked was about somebody else."""
        self.calm()
        some = self.chosen is not None
        for button in (self.rename, self.colour, self.export, self.erase):
            button.setEnabled(some)
        self.merge.setEnabled(some and self.rows.rowCount() > 1)

    def _ask_name(self) -> None:
        if rep := self.chosen:
            self._buttons.hide()
            self._naming.show()
            self.name.setText(rep.name)
            self.name.selectAll()
            self.name.setFocus()
            self._asked.emit(self._naming)
            self._read_name()

    def _read_name(self) -> None:
        """A name that somebody has already makes one of two."""
        rep, name = self.chosen, self.name.text().strip()
        other = next((one for one in self.rows.reps if one.name == name and rep and one.name != rep.name), None)
        self._save.setEnabled(bool(name) and rep is not None and name != rep.name)
        self._save.relabel("Merge" if other else "Rename")
        self._known.setVisible(other is not None)
        if other and rep:
            more = many(rep.takes, "take")
            self._known.setText(f"There is {name} already, with {many(other.takes, 'take')}. {more} more go there.")

    def _rename(self) -> None:
        if self._save.isEnabled() and (rep := self.chosen):
            self.renamed.emit(rep, self.name.text().strip())

    def _ask_erase(self) -> None:
        if rep := self.chosen:
            self._buttons.hide()
            self._asking.show()
            self._sure.ask(
                f"This deletes {many(rep.takes, 'take')} of {rep.name} from this computer, with their sound, what was "
                f"said of them, and their name, and cannot be undone. Write {WORD} to mean it. An export keeps a copy."
            )
            self._asked.emit(self._asking)

    def _of_chosen(self, do: Callable[[Rep], object]) -> None:
        if rep := self.chosen:
            do(rep)

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._show_choice())
        self.rename.clicked.connect(self._ask_name)
        self.merge.clicked.connect(lambda: self._of_chosen(lambda rep: _popup(self.merge_menu(rep), self.merge)))
        self.colour.clicked.connect(lambda: self._of_chosen(lambda rep: _popup(self.colour_menu(rep), self.colour)))
        for button in (self.export, self._first_export):
            button.clicked.connect(lambda: self._of_chosen(self.exported.emit))
        self.erase.clicked.connect(self._ask_erase)
        self.name.textChanged.connect(lambda _: self._read_name())
        self.name.returnPressed.connect(self._rename)
        self._save.clicked.connect(self._rename)
        self._cancel.clicked.connect(self.calm)
        self._sure.cancelled.connect(self.calm)
        self._sure.meant.connect(lambda: self._of_chosen(self.erased.emit))
        self._theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(10)
        card = Card("reps_card")
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self.table)
        card.body.addWidget(self._nobody)
        column.addWidget(scrolled, 1)
        scrolled.column.addWidget(card, 1)
        naming = ButtonLine(self._theme, (self._save, self._cancel))
        naming.show_buttons((self._save, self._cancel), ())
        for part in (self.name, self._known, naming):
            self._naming.body.addWidget(part)
        self._asking.body.addWidget(self._sure)
        scrolled.column.addWidget(self._naming)
        scrolled.column.addWidget(self._asking)
        self._asked.connect(scrolled.show_part)
        column.addWidget(self._buttons)
        self._buttons.show_buttons((self.rename, self.merge, self.colour, self.export), (self.erase,))
        self.calm()
        self._nobody.hide()

    def _fit(self) -> None:
        scale = self._theme.scale
        self._sure.set_narrow(narrow=self.width() < _NARROW * scale)
        self.table.verticalHeader().setDefaultSectionSize(self._paint.height())
        self.table.setColumnWidth(TAKES, self._theme.px(110))
        self.table.setMinimumHeight(self._theme.px(_LEAST_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _popup(menu: QMenu, button: KeyButton) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def _plain(name: str) -> str:
    """In a menu an ampersand marks a key."""
    return name.replace("&", "&&")


def _table(rows: NameRows, paint: NamePaint) -> QTableView:
    made = QTableView()
    dress(made, "rep_list", "Reps by name", rows, paint)
    head_of(made, NAME)
    return made
