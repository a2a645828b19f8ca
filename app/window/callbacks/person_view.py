"""Somebody on the list: who they are, what comes next and why, and the calls there were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.window.callbacks.wording import how_it_ended
from app.window.scrolled import Scrolled
from coach.calls.phone import as_read, read_phone
from coach.calls.prospect import Prospect
from coach.take import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.theme.theme import Theme
    from coach.calls.call import Call
    from coach.calls.next_call import Planned

_SHOWN: Final = 50  # calls
_FIELDS: Final = {
    "name": ("Name", "Mr Okafor"),
    "company": ("Company", "Okafor Bikes"),
    "first_name": ("First name", ""),
    "last_name": ("Last name", ""),
    "numbers": ("Telephone", "+1 212 555 0123; +44 20 7946 0123"),
    "email": ("Email", ""),
    "time_zone": ("Time zone", "From the number; Europe/London, for example"),
}
_NO_NAME: Final = "A name is missing: what you call them, such as Mr Okafor."
_NO_NUMBER: Final = "A telephone number is missing."


class PersonView(QWidget):
    """`saved` carries the prospect as written, `never` and `removed` the one shown, `back` nothing."""

    saved = Signal(object)  # Prospect
    never = Signal(object)  # Prospect
    removed = Signal(object)  # Prospect
    back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Prospect("", "")
        self._region = "US"
        self.fields = {name: _field(name, *words) for name, words in _FIELDS.items()}
        self.note = QPlainTextEdit()
        self.note.setObjectName("prospect_note")
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(76))
        self._next = wrapped(name="because")
        self._calls_card = Card("calls_card")
        self._calls = QVBoxLayout()
        self._wrong = wrapped(tone="fail", name="prospect_wrong")
        self._wrong.hide()
        self._back = KeyButton(theme, "back_to_list", "Back", "Esc")
        self._remove = KeyButton(theme, "remove_prospect", "Remove")
        self._never = KeyButton(theme, "never_again", "Never call again")
        self.save = KeyButton(theme, "save_prospect", "Save", "Ctrl+S", primary=True)
        self._lay_out(theme)
        self._back.clicked.connect(self.back)
        self.save.clicked.connect(self._save)
        self._remove.clicked.connect(lambda: self.removed.emit(self._shown))
        self._never.clicked.connect(lambda: self.never.emit(self._shown))
        theme.changed.connect(lambda: self.note.setFixedHeight(theme.px(76)))

    @property
    def keys(self) -> tuple[tuple[str, KeyButton], ...]:
        return (("Esc", self._back), ("Ctrl+S", self.save))

    def show_person(self, one: Planned | None, region: str, labels: Mapping[str, str]) -> None:
        """None is somebody new."""
        self._region = region
        self._shown = one.prospect if one else Prospect("", "")
        for name, field in self.fields.items():
            value = getattr(self._shown, name)
            field.setText("; ".join(map(as_read, value)) if name == "numbers" else value or "")
        self.note.setPlainText(self._shown.note)
        self._next.setText(one.next.because if one else "Somebody new is due at once, with the first offer.")
        self._never.setVisible(one is not None and not one.prospect.never)
        self._remove.setVisible(one is not None)
        self.tell("")
        self._show_calls(one.calls if one else (), labels)
        self.fields["name"].setFocus()

    def _lay_out(self, theme: Theme) -> None:
        about, who = Card("prospect_card"), Card("next_card")
        who.body.addWidget(label("Next", "small_strong", "soft"))
        who.body.addWidget(self._next)
        form = QFormLayout()
        about.body.addLayout(form)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in self.fields.items():
            form.addRow(_caption(_FIELDS[name][0], field), field)
        form.addRow(_caption("Note", self.note), self.note)
        self._calls_card.body.addWidget(label("Calls", "small_strong", "soft"))
        self._calls_card.body.addLayout(self._calls)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(10)
        for card in (who, about, self._calls_card):
            scrolled.column.addWidget(card)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(scrolled, 1)
        column.addWidget(self._wrong)
        column.addWidget(ButtonRow(theme, self._back, (self._remove, self._never, self.save)))

    def _show_calls(self, calls: tuple[Call, ...], labels: Mapping[str, str]) -> None:
        for old in self._calls_card.findChildren(QLabel, "call_line"):
            self._calls.removeWidget(old)
            old.hide()
            old.deleteLater()
        for call in calls[:_SHOWN]:
            self._calls.addWidget(wrapped(_line(call, labels), "cell", name="call_line", parent=self._calls_card))
        self._calls_card.setVisible(bool(calls))

    def _save(self) -> None:
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        written = [part.strip() for part in texts.pop("numbers").split(";") if part.strip()]
        phones = [read_phone(part, self._region) for part in written]
        wrong = next((part for part, phone in zip(written, phones, strict=True) if phone is None), None)
        if wrong is not None:
            self.tell(f"“{wrong}” is no telephone number in {self._region}. Numbers of other countries begin with +.")
        elif not (texts["name"] or texts["company"]):
            self.tell(_NO_NAME)
        elif not phones:
            self.tell(_NO_NUMBER)
        else:
            found = [phone for phone in phones if phone is not None]
            by_number = next((phone.time_zone for phone in found if phone.time_zone), None)
            kept = replace(
                self._shown,
                id=self._shown.id or new_id(),
                name=texts["name"] or texts["company"],
                company=texts["company"],
                first_name=texts["first_name"],
                last_name=texts["last_name"],
                numbers=tuple(dict.fromkeys(phone.number for phone in found)),
                email=texts["email"],
                time_zone=texts["time_zone"] or by_number,
                note=self.note.toPlainText().strip(),
            )
            self.saved.emit(kept)

    def tell(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))


def _field(name: str, words: str, example: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(f"prospect_{name}")
    made.setAccessibleName(words)
    made.setPlaceholderText(example)
    made.setMaxLength(300)
    return made


def _caption(words: str, field: QWidget) -> QLabel:
    made = label(words, "text", "soft")
    made.setBuddy(field)
    if isinstance(field, QLineEdit):
        made.setMinimumHeight(field.sizeHint().height())
    return made


def _line(call: Call, labels: Mapping[str, str]) -> str:
    at: datetime = call.started_at.astimezone()
    offer = [labels.get(call.offer, call.offer)] if call.offer else []
    pause = call.measured.pause if call.measured else None
    measured = [f"pause {pause:.2f} s"] if pause is not None else []
    return " · ".join([f"{at:%Y-%m-%d %H:%M}", how_it_ended(call), *offer, *measured, *filter(None, [call.note])])
