"""A report's texts as they are printed: its head, each rep's numbers, each take with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QTextDocument

from app.reporting.drawn_in_text import DrawnInText
from app.reporting.templates import environment, on_paper
from app.theme import typeface
from app.theme.colours import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.reporting.report import Report

_POINTS: Final = 9.0


def texts(report: Report, width: float) -> Iterator[QTextDocument]:
    """In the order in which they are read."""
    yield _text("print_head.html", report=report)
    for section in report.sections:
        if section.heading or section.numbers:
            yield _text("print_section.html", section=section)
        for page in section.pages():
            text = _text("print_take.html", page=page)
            _put_in(text, on_paper(page), width)
            yield text


def _text(template: str, **values: object) -> QTextDocument:
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    face = QFont(typeface.FAMILY)
    face.setPointSizeF(_POINTS)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(face)
    document.setDefaultStyleSheet(environment().get_template("print.css").render(c=LIGHT))
    document.setHtml(environment().get_template(template).render(**values))
    return document


def _put_in(document: QTextDocument, drawing: str, width: float) -> None:
    """Where the template has an image there is the drawing, made of lines at any size."""
    document.documentLayout().registerHandler(DrawnInText.KIND, DrawnInText(drawing, width, document))
    cursor = document.find("\N{OBJECT REPLACEMENT CHARACTER}")
    shown = cursor.charFormat()
    shown.setObjectType(DrawnInText.KIND)
    cursor.setCharFormat(shown)
