"""Texts laid one below the other on pages: none is broken that fits on one, and what is longer begins on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument

_APART = 18.0


@dataclass(frozen=True, slots=True)
class Placed:
    """`sheet` of the document lies on `page`, from `top` on; all of a document that fits is its first sheet."""

    document: QTextDocument
    page: int
    top: float
    sheet: int = 0


def flow(documents: Iterable[QTextDocument], page: QSizeF) -> Iterator[Placed]:
    number, top = 0, 0.0
    for document in documents:
        document.setTextWidth(page.width())
        height = document.size().height()
        if top and top + height > page.height():
            number, top = number + 1, 0.0
        if height <= page.height():
            yield Placed(document, number, top)
            top += height + _APART
            continue
        document.setPageSize(page)
        sheets = document.pageCount()
        for sheet in range(sheets):
            yield Placed(document, number + sheet, 0.0, sheet)
        number, top = number + sheets, 0.0
