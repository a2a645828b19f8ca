"""Writes a report in the form that its file's name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.reporting.writing import ReportError, ReportStopped

if TYPE_CHECKING:
    from pathlib import Path

    from app.reporting.in_qt_thread import InQtThread
    from app.reporting.report import Report

HTML: Final = frozenset({".html", ".htm"})
PDF: Final = ".pdf"


def must_be_report(path: Path) -> None:
    """Raise `ReportError` for a name that asks for neither."""
    if path.suffix.lower() not in {*HTML, PDF}:
        raise ReportError(f"{path.name} is no name of a report. Let it end in .html or .pdf. Nothing was written.")


def write_report(path: Path, report: Report, qt: InQtThread | None = None) -> bool:
    """As a PDF it needs a QGuiApplication, and `qt` in any thread but Qt's. False if stopped. Raise `ReportError`."""
    must_be_report(path)
    try:
        _write(path, report, qt)
    except ReportStopped:
        return False
    return True


def _write(path: Path, report: Report, qt: InQtThread | None) -> None:
    if path.suffix.lower() == PDF:
        from app.reporting.in_qt_thread import here  # noqa: PLC0415 - Qt is for those who print
        from app.reporting.pdf import write_pdf  # noqa: PLC0415

        write_pdf(path, report, qt or here)
    else:
        from app.reporting.html import write_html  # noqa: PLC0415

        write_html(path, report)
