"""What is asked before recordings are looked through: whose they are, and which side of a stereo call is the rep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.importing.origin import Naming
from app.importing.pattern import BadPattern, NamePattern
from app.widgets.button_line import ButtonLine
from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, retone, wrapped
from app.window.scrolled import Scrolled
from audio.side import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.theme.theme import Theme
    from app.window.importing.desk import Previewed

By = Literal["folder", "pattern", "name"]

_BY: Final[dict[By, tuple[str, str]]] = {
    "folder": ("Folder name", "Each recording is by whom its folder is named after: Ana/1.wav"),
    "pattern": ("File name", "The name of each recording tells whose it is"),
    "name": ("One name", "All of these recordings are by one rep"),
}
_SIDES: Final[dict[Side | None, tuple[str, str]]] = {
    None: ("Whichever has the close", "Of two sides that differ, the one on which the close is heard"),
    Side.BOTH: ("Both as one", "Both sides are one sound"),
    Side.LEFT: ("Left", "The rep is on the left side"),
    Side.RIGHT: ("Right", "The rep is on the right side"),
}
_PATTERN: Final = "{rep}_{date}"
_ABOUT_PATTERN: Final = (
    "Write what a name is made of: {rep}, {date} (2026-11-23), {time} (14-30), {any} for anything, and what stands "
    "between them."
)


class FormView(QWidget):
    """`changed` says that the preview is another; `begun` that they are to be looked through."""

    changed = Signal()
    begun = Signal()
    back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = ""
        self._what = label("", "strong", name="import_what")
        self._by = {by: Chip(theme, f"by_{by}", *_BY[by]) for by in _BY}
        self._by["folder"].setChecked(True)
        self._sides = {side: Chip(theme, f"side_{side or 'any'}", *_SIDES[side]) for side in _SIDES}
        self._sides[None].setChecked(True)
        self.name = _line("import_rep", "Whose recordings these are")
        self.pattern = _line("import_pattern", "What a file name is made of")
        self.pattern.setText(_PATTERN)
        self._about = wrapped(_ABOUT_PATTERN, "cell", "soft")
        self._rows = wrapped("", name="first_names")
        self._back = KeyButton(theme, "leave_import", "Back", "Esc")
        self.begin = KeyButton(theme, "look_through", "Look through them", "Space", primary=True)
        self._lay_out(theme)
        for chip in self._by.values():
            chip.clicked.connect(self._show_by)
        for line in (self.name, self.pattern):
            line.textChanged.connect(lambda _: self.changed.emit())
        self._back.clicked.connect(self.back)
        self.begin.clicked.connect(self.begun)
        self._show_by()

    @property
    def keys(self) -> tuple[tuple[str, KeyButton], ...]:
        return (("Esc", self._back), ("Space", self.begin))

    def ask(self, paths: Sequence[Path], me: str) -> None:
        self._me = me
        self._what.setText(_told(paths))
        if not self.name.text():
            self.name.setText(me)
        folders = any(path.is_dir() for path in paths)
        self._by["folder" if folders else "name"].setChecked(True)
        self._show_by()

    def naming(self) -> Naming:
        """Raise `BadPattern`. Where a name or a folder tells nobody, it is whoever uses this computer."""
        by = next(by for by, chip in self._by.items() if chip.isChecked())
        if by == "pattern":
            return Naming(self._me, by_folder=False, pattern=NamePattern.compiled(self.pattern.text()))
        if by == "name":
            return Naming(self.name.text().strip() or self._me)
        return Naming(self._me, by_folder=True)

    @property
    def side(self) -> Side | None:
        return next(side for side, chip in self._sides.items() if chip.isChecked())

    def show_first(self, rows: Sequence[Previewed]) -> None:
        self.begin.setEnabled(True)
        retone(self._rows, "ink")
        self._rows.setText("\n".join(map(_row, rows)) or "There are no recordings in these folders.")

    def show_bad(self, error: BadPattern) -> None:
        self.begin.setEnabled(False)
        retone(self._rows, "fail")
        self._rows.setText(str(error))

    def _show_by(self) -> None:
        self.name.setVisible(self._by["name"].isChecked())
        for part in (self.pattern, self._about):
            part.setVisible(self._by["pattern"].isChecked())
        self.changed.emit()

    def _lay_out(self, theme: Theme) -> None:
        whose, sides, first = Card("whose_card"), Card("side_card"), Card("first_card")
        whose.body.addWidget(self._what)
        whose.body.addWidget(wrapped("How the rep is known", "cell_strong", "soft"))
        whose.body.addWidget(_chips(theme, tuple(self._by.values())))
        for part in (self.name, self.pattern, self._about):
            whose.body.addWidget(part)
        sides.body.addWidget(wrapped("Which side of a stereo recording is the rep", "cell_strong", "soft"))
        sides.body.addWidget(_chips(theme, tuple(self._sides.values())))
        first.body.addWidget(wrapped("The first recordings, as they come in", "cell_strong", "soft"))
        first.body.addWidget(self._rows)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(10)
        for card in (whose, first, sides):
            scrolled.column.addWidget(card)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(scrolled, 1)
        column.addWidget(ButtonRow(theme, self._back, (self.begin,)))


def _line(name: str, about: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(about)
    made.setPlaceholderText(about)
    made.setMaxLength(200)
    return made


def _chips(theme: Theme, chips: tuple[Chip, ...]) -> ButtonLine:
    made = ButtonLine(theme, chips)
    made.show_buttons(chips, ())
    return made


def _told(paths: Sequence[Path]) -> str:
    first = paths[0].name or str(paths[0])
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{first}{more}"


def _row(one: Previewed) -> str:
    day = f"{one.origin.started_at.astimezone():%Y-%m-%d %H:%M}"
    odd = "" if one.origin.by_name else " (its name is made otherwise)"
    return f"{one.name}  →  {one.origin.rep}, {day}{odd}"
