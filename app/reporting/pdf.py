"""A report as a PDF, by Qt alone: pages with numbers, pictures as lines and not as dots."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QLocale, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from app.reporting.flow import Placed, flow
from app.reporting.in_qt_thread import here
from app.reporting.print_text import texts
from app.reporting.writing import explained
from app.theme import typeface
from app.theme.colours import LIGHT
from coach import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.reporting.report import Report

    Here = Callable[[Callable[[], bool | None]], bool | None]

_DOTS: Final = 96  # an inch; what sizes in the text are counted in
_MARGIN_MM: Final = 16.0
_FOOT: Final = 32.0  # height of the line with the page's number
_FOOT_TEXT: Final = 11


def write_pdf(path: Path, report: Report, here: Here = here) -> None:
    """There is a whole file at the end, or the earlier one. Needs a QGuiApplication. Raise `ReportError`.

    `here` does each piece of the work in Qt's thread, take by take and page by page.
    """
    printed: list[bytes] = []
    steps = _steps(report, printed)
    while here(partial(next, steps, True)) is None:
        pass
    with explained(path), whole_file.writing(path) as file:
        file.write(printed[0])


def _steps(report: Report, printed: list[bytes]) -> Iterator[None]:
    """Whatever of Qt's is made in them is let go of in the last one."""
    typeface.load()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    yield from _print(report, _writer(buffer, report.title))
    printed.append(bytes(buffer.data().data()))


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    imperial = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(title)
    writer.setCreator("Okbye")
    return writer


def _print(report: Report, writer: QPdfWriter) -> Iterator[None]:
    sheet = writer.pageLayout().paintRect(QPageLayout.Unit.Inch).size() * _DOTS
    room = QSizeF(sheet.width(), sheet.height() - _FOOT)
    placed = []
    for one in flow(texts(report, room.width()), room):
        placed.append(one)
        yield
    pages = placed[-1].page + 1
    painter = QPainter(writer)
    scale = writer.logicalDpiX() / _DOTS
    painter.scale(scale, scale)
    for page in range(pages):
        if page:
            writer.newPage()
        for one in placed:
            if one.page == page:
                _draw(painter, one)
        foot = QRectF(0, room.height(), room.width(), _FOOT)
        _foot(painter, foot, report.title, f"{page + 1} of {pages}")
        yield
    painter.end()


def _draw(painter: QPainter, placed: Placed) -> None:
    document = placed.document
    height = document.pageSize().height()  # -1 where it is all on one page
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(context.palette.ColorRole.Text, QColor(LIGHT.ink))
    painter.save()
    painter.translate(0, placed.top)
    if height > 0:
        painter.translate(0, -placed.sheet * height)
        context.clip = QRectF(0, placed.sheet * height, document.pageSize().width(), height)
        painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _foot(painter: QPainter, place: QRectF, title: str, number: str) -> None:
    face = QFont(typeface.FAMILY)
    face.setPixelSize(_FOOT_TEXT)  # of the painter's own measure, which is not the paper's
    painter.setFont(face)
    painter.setPen(QColor(LIGHT.soft))
    metrics = QFontMetricsF(face)
    base = place.bottom() - metrics.descent()
    width = metrics.horizontalAdvance(number)
    painter.drawText(QPointF(place.right() - width, base), number)
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, place.width() - width - 24)
    painter.drawText(QPointF(place.left(), base), shown)
