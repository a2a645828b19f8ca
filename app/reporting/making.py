"""Writes a report in the form that its file's name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.reporting.writing import ReportError, ReportStopped

if TYPE_CHECKING:
    from pathlib import Path

    from app.reporting.report import Report

HTML: Final = frozenset({".html", ".htm"})
PDF: Final = ".pdf"


def must_be_report(path: Path) -> None:
    """Raise `ReportError` for a name that asks for neither."""
    if path.suffix.lower() not in {*HTML, PDF}:
        raise ReportError(f"{path.name} is no name of a report. Let it end in .html or .pdf. Nothing was written.")


def write_report(path: Path, report: Report) -> bool:
    """As a PDF it needs a QGuiApplication; in any thread. False if it was stopped. Raise `ReportError`."""
    must_be_report(path)
    try:
        _write(path, report)
    except ReportStopped:
        return False
    return True


def _write(path: Path, report: Report) -> None:
    if path.suffix.lower() == PDF:
        from app.reporting.pdf import write_pdf  # noqa: PLC0415 - Qt is for those who print

        write_pdf(path, report)
    else:
        from app.reporting.html import write_html  # noqa: PLC0415

        write_html(path, report)
