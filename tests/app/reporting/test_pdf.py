"""A report on paper: the same words, on pages with numbers."""

import errno
from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument

from app.reporting.flow import flow
from app.reporting.hearing import Hearing
from app.reporting.pdf import write_pdf
from app.reporting.print_text import texts
from app.reporting.writing import ReportError

pytestmark = pytest.mark.usefixtures("qapp")


def text(lines):
    document = QTextDocument()
    document.setPlainText("\n".join(["line"] * lines))
    return document


def test_no_text_is_broken_that_fits_on_a_page():
    page = QSizeF(300, 10 * text(10).size().height() / 10)
    placed = list(flow([text(4), text(4), text(7), text(1)], page))
    assert [one.page for one in placed] == [0, 0, 1, 1] or [one.page for one in placed] == [0, 1, 2, 2]
    for one, after in pairwise(placed):
        assert one.page < after.page or one.top + one.document.size().height() <= after.top
    assert all(one.top + one.document.size().height() <= page.height() for one in placed)


def test_a_longer_text_begins_on_its_own_page_and_goes_on():
    page = QSizeF(300, text(10).size().height())
    first, *long, last = flow([text(2), text(25), text(2)], page)
    assert (first.page, last.top) == (0, 0.0)
    assert [one.page for one in long] == list(range(1, len(long) + 1))
    assert [one.sheet for one in long] == list(range(len(long)))
    assert last.page == long[-1].page + 1


def test_it_has_the_words_of_the_page(reported, three, reviewed):
    found = "\n".join(text.toPlainText() for text in texts(reported(*three, reviewed, hearing=Hearing.NONE), 600.0))
    for told in ("2 reps", "Sam Ito", "Usual fault", "A clean close.", "0.80 ± 0.02 s", "A dead line.", "3.4 to 4.0 s"):
        assert told in found


def test_a_name_is_only_a_name(reported, spoken):
    report = reported(spoken(rep="<b>Ana</b><img src=x>"), hearing=Hearing.NONE)
    assert "<b>Ana</b><img src=x>" in next(iter(texts(report, 600.0))).toPlainText()


def test_it_is_written_whole(reported, three, tmp_path):
    path = tmp_path / "report.pdf"
    write_pdf(path, reported(*three, hearing=Hearing.NONE))
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert content.count(b"/Type /Page\n") in {2, 3}
    assert b"/Subtype /Image" not in content  # drawings are lines, sharp at any size


def test_a_full_disk_leaves_nothing(reported, spoken, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    report = reported(spoken(), hearing=Hearing.NONE)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ReportError, match="the disk is full"):
        write_pdf(tmp_path / "report.pdf", report)
    assert not (tmp_path / "report.pdf").exists()
