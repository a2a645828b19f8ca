"""A report as one page of HTML: sound and pictures in it, no script, nothing from anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.reporting.templates import environment, page_style
from app.reporting.writing import explained
from coach import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.reporting.report import Report


def write_html(path: Path, report: Report) -> None:
    """Write it take by take; there is a whole file at the end, or the earlier one. Raise `ReportError`."""
    with explained(path), whole_file.writing(path) as file:
        for piece in pieces(report):
            file.write(piece.encode())


def pieces(report: Report) -> Iterator[str]:
    return environment().get_template("report.html").generate(report=report, css=page_style())
