"""A list on its way in: what its columns mean, how its first rows come in, what is wrong with some, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.choice_box import ChoiceBox
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.progress_line import ProgressLine
from app.window.scrolled import Scrolled
from coach.calls.phone import as_read
from coach.calls.sheet.columns import Meaning
from coach.calls.sheet.encoding import OLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.theme.theme import Theme
    from coach.calls.sheet.form import Form
    from coach.calls.sheet.importing import Imported, Previewed, Problem

MOST_SHOWN: Final = 200  # bad rows
_ROWS: Final = 6  # of the preview
_MEANINGS: Final = {
    Meaning.NAME: "Name",
    Meaning.FIRST_NAME: "First name",
    Meaning.LAST_NAME: "Last name",
    Meaning.COMPANY: "Company",
    Meaning.NUMBER: "Telephone",
    Meaning.EMAIL: "Email",
    Meaning.TIME_ZONE: "Time zone",
    Meaning.NOTE: "Note",
    Meaning.NEVER: "Never call again",
    Meaning.POSTPONED: "Not before",
    Meaning.MORE: "A field for offers",
    Meaning.IGNORED: "Left out",
}
_CHOICES: Final = {meaning.value: words for meaning, words in _MEANINGS.items()}
_ENCODINGS: Final = {"utf-8": "UTF-8", **OLDER}


class ImportView(QWidget):
    """`remapped` carries the meanings chosen, `reread` an encoding; then `begun`, `stopped` and `back`."""

    remapped = Signal(object)  # tuple[Meaning, ...]
    reread = Signal(str)
    begun = Signal()
    stopped = Signal()
    back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[ChoiceBox] = []
        self._over = False
        self.file = label("", "strong", name="import_file")
        self.encoding = ChoiceBox("import_encoding", "Characters of the file", _ENCODINGS)
        self._mapping = QGridLayout()
        self._columns = Card("columns_card")
        self._preview = Card("preview_card")
        self._bad = Card("bad_rows_card")
        self._rows = wrapped(name="preview_rows")
        self._problems = wrapped(name="bad_rows")
        self.progress = ProgressLine(theme, "import_progress", "Imported")
        self._said = wrapped(name="import_said")
        self._back = KeyButton(theme, "leave_import", "Back", "Esc")
        self.cancel = KeyButton(theme, "cancel_import", "Cancel")
        self.cancel.setAccessibleDescription("Stops the import; who is in by then stays")
        self.begin = KeyButton(theme, "begin_import", "Import", "Space", primary=True)
        self._lay_out(theme)
        self._back.clicked.connect(self.back)
        self.cancel.clicked.connect(self.stopped)
        self.begin.clicked.connect(self._go_on)
        self.encoding.activated.connect(lambda _: self.reread.emit(self.encoding.choice))

    @property
    def keys(self) -> tuple[tuple[str, KeyButton], ...]:
        return (("Esc", self._back), ("Space", self.begin))

    def show_form(self, name: str, form: Form, rows: Sequence[Previewed]) -> None:
        self.file.setText(name)
        self._show_over(over=False)
        self.encoding.choose(_plain(form.encoding))
        self._show_mapping(form)
        self.show_rows(rows)
        self._show_running(running=False)
        self.progress.hide()
        self._said.hide()

    def show_rows(self, rows: Sequence[Previewed]) -> None:
        used = [row for row in rows if row.read is not None]
        self._rows.setText("\n".join(_row(row) for row in used[:_ROWS]) or "No row could be used with these columns.")
        self.begin.setEnabled(bool(used))
        self.show_problems([row.problem for row in rows if row.problem is not None])

    def show_problems(self, problems: Sequence[Problem], of: int = 0) -> None:
        more = [f"… and {of - MOST_SHOWN:,} more"] if of > MOST_SHOWN else []
        self._problems.setText("\n".join([*map(_problem, problems[:MOST_SHOWN]), *more]))
        self._bad.setVisible(bool(problems))

    def show_progress(self, done: Imported) -> None:
        self._show_running(running=True)
        self.progress.show()
        self.progress.show_share(done.share)
        self._tell(f"{done.rows:,} rows read, {done.added:,} new, {done.bad:,} not imported…")

    def show_end(self, sentence: str) -> None:
        self._show_running(running=False)
        self.progress.hide()
        self._show_over(over=True)
        self._tell(sentence)

    def _show_over(self, *, over: bool) -> None:
        """Then there is nothing left to do here but to look at the list."""
        self._over = over
        self.begin.relabel("To the list" if over else "Import")
        self._columns.setVisible(not over)
        self._preview.setVisible(not over)

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _go_on(self) -> None:
        if self._over:
            self.back.emit()
        else:
            self.begun.emit()

    def _show_running(self, *, running: bool) -> None:
        self.cancel.setVisible(running)
        self.begin.setVisible(not running)
        self._back.setEnabled(not running)
        self._columns.setEnabled(not running)
        self._preview.setVisible(not running)

    def _lay_out(self, theme: Theme) -> None:
        self._columns.body.addWidget(self.file)
        self._columns.body.addLayout(self._mapping)
        self._mapping.setHorizontalSpacing(16)
        self._mapping.setVerticalSpacing(6)
        self._mapping.setColumnStretch(2, 1)
        self._mapping.addWidget(label("Characters", "text", "soft"), 0, 0)
        self._mapping.addWidget(self.encoding, 0, 1)
        for card, words, said in (
            (self._preview, "The first rows, as they come in", self._rows),
            (self._bad, "Rows that are not as they should be", self._problems),
        ):
            card.body.addWidget(label(words, "small_strong", "soft"))
            card.body.addWidget(said)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(10)
        for part in (self._columns, self._preview, self._bad):
            scrolled.column.addWidget(part)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(scrolled, 1)
        column.addWidget(self._said)
        column.addWidget(self.progress)
        column.addWidget(ButtonRow(theme, self._back, (self.cancel, self.begin)))

    def _show_mapping(self, form: Form) -> None:
        for old in self._columns.findChildren(QWidget, "column"):
            self._mapping.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._choices = []
        for place, (heading, meaning) in enumerate(zip(form.headings, form.meanings, strict=True), 1):
            caption = QLabel(heading or f"Column {place}", self._columns)
            caption.setObjectName("column")
            choice = ChoiceBox("column", f"What “{heading}” is", _CHOICES, self._columns)
            choice.choose(meaning)
            choice.activated.connect(lambda _: self.remapped.emit(tuple(Meaning(one.choice) for one in self._choices)))
            self._mapping.addWidget(caption, place, 0)
            self._mapping.addWidget(choice, place, 1)
            self._choices.append(choice)


def _plain(encoding: str) -> str:
    """UTF-8 and UTF-16, with a mark or without, are one choice: nobody needs another one."""
    return "utf-8" if encoding.startswith("utf") else encoding


def _row(row: Previewed) -> str:
    if row.read is None:
        return ""
    one = row.read.prospect
    return " · ".join(filter(None, [one.name, one.company, *map(as_read, one.numbers), one.email, one.time_zone]))


def _problem(problem: Problem) -> str:
    if problem.used:
        return f"Line {problem.line}: {problem.says}; imported without it."
    return f"Line {problem.line} {problem.says}; not imported."
