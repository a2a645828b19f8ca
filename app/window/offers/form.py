"""The desk at which an offer is written: title, text with its fields, what is offered, and other ways to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from coach.offers.measures import KNOWN_FIELDS
from coach.offers.offer import LONGEST, OfferFile

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from coach.offers.drafts import Draft

_EXAMPLE: Final = (
    "Hello {prospect}, this is {caller} with {firm}. We …, one feature, another feature. Is that something you want?"
)
_TEXT_LINES: Final = 6
_VARIANT_LINES: Final = 4
_TOLD: Final = {
    "prospect": "as you call them: Mr Okafor",
    "first_name": "their first name",
    "last_name": "their last name",
    "company": "their company",
    "caller": "your name",
    "firm": "your firm",
}


class OfferForm(QWidget):
    """`edited` says that something else stands there now."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("offer_form")
        self._theme = theme
        self._draft: Draft | None = None
        self._filling = False
        self.columns: tuple[str, ...] = ()
        self.title = _line("edit_title", "Title", "Flat-fee payroll")
        self.text = _lines("edit_text", "Text of the offer", _EXAMPLE)
        self.thing = _line("edit_thing", "What is offered, in a few words", "flat-fee payroll")
        self.clarify = _line("edit_clarify", "When the answer is unclear", OfferFile.model_fields["clarify"].default)
        self.variants = _lines("edit_variants", "Other ways to say it, one a line", "")
        self.field = KeyButton(theme, "insert_field", "Insert a field ▾", "Ctrl+F")
        self.field.setAccessibleDescription("Opens the fields that can be filled in. Key: Ctrl+F")
        self.field.clicked.connect(self.open_menu)
        self._into: QLineEdit | QPlainTextEdit = self.text
        self._lay_out()
        for edit in (self.title, self.text, self.thing, self.clarify, self.variants):
            edit.textChanged.connect(self._note)
        theme.changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Title", "small", "soft"))
        column.addWidget(self.title)
        column.addSpacing(4)
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(wrapped("What you say", "small", "soft"), 1, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.field)
        column.addWidget(self.text)
        column.addSpacing(4)
        for words, edit in (
            ("What is offered, in a few words", self.thing),
            ("When the answer is unclear; {thing} is those words", self.clarify),
            ("Other ways to say it, one a line", self.variants),
        ):
            column.addWidget(wrapped(words, "small", "soft"))
            column.addWidget(edit)

    def show_draft(self, draft: Draft) -> None:
        """Without telling that it was edited."""
        self._draft = draft
        self._filling = True
        self.title.setText(draft.title)
        self.text.setPlainText(draft.text)
        self.thing.setText(draft.thing)
        self.clarify.setText(draft.clarify)
        self.variants.setPlainText("\n".join(draft.variants))
        self._filling = False
        self._into = self.text

    def draft(self) -> Draft | None:
        """As it stands there now."""
        return self._draft and self._draft.model_copy(
            update={
                "title": self.title.text(),
                "text": self.text.toPlainText(),
                "thing": self.thing.text(),
                "clarify": self.clarify.text(),
                "variants": tuple(self.variants.toPlainText().splitlines()),
            }
        )

    def _note(self) -> None:
        if not self._filling:
            self.edited.emit()

    def begin(self) -> None:
        (self.text if self.title.text() else self.title).setFocus()

    # Fields.

    def menu(self) -> QMenu:
        """For the text that was written in last."""
        self._into = self._written_in()
        menu = QMenu(self)
        menu.setObjectName("fields")
        menu.setAccessibleName("Fields")
        further = ("thing",) if self._into is self.clarify else self.columns
        for name in (*KNOWN_FIELDS, *further):
            about = _TOLD.get(name, "what is offered" if name == "thing" else "a column of your list")
            action = menu.addAction(f"{{{name}}}\t{about}")
            action.triggered.connect(lambda _=False, name=name: self.insert(name))
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.field.mapToGlobal(QPoint(0, self.field.height() + 2)))

    def insert(self, name: str) -> None:
        """Where the cursor is."""
        into = self._into
        if isinstance(into, QLineEdit):
            into.insert(f"{{{name}}}")
        else:
            into.insertPlainText(f"{{{name}}}")
        into.setFocus()

    def _written_in(self) -> QLineEdit | QPlainTextEdit:
        edits = (self.text, self.clarify, self.variants)
        return next((edit for edit in edits if edit.hasFocus()), self._into)

    def _fit(self) -> None:
        line = self._theme.metrics("text").lineSpacing()
        for edit, lines in ((self.text, _TEXT_LINES), (self.variants, _VARIANT_LINES)):
            edit.setFixedHeight(round(lines * line) + 30)


def _line(name: str, called: str, example: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(called)
    made.setPlaceholderText(example)
    made.setMaxLength(LONGEST)
    return made


def _lines(name: str, called: str, example: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setAccessibleName(called)
    made.setPlaceholderText(example)
    made.setTabChangesFocus(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
