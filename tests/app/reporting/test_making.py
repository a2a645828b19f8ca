"""A report in the form its name asks for, stopped half way, and how large it will be."""

import pytest
from sample_takes import NOON

from app.reporting.hearing import Hearing
from app.reporting.making import write_report
from app.reporting.report import report
from app.reporting.sounds import Sounds, size
from app.reporting.writing import ReportError
from coach.review.reviewed import Reviewed


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "begins"), [("a.html", b"<!DOCTYPE html>"), ("a.PDF", b"%PDF-")])
def test_its_name_says_what_it_is(reported, three, tmp_path, name, begins):
    assert write_report(tmp_path / name, reported(*three))
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_any_other_name_is_refused(reported, tmp_path):
    with pytest.raises(ReportError, match=r"Let it end in \.html or \.pdf"):
        write_report(tmp_path / "a.doc", reported())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["a.html", "a.pdf"])
def test_stopped_it_leaves_nothing(sounds, three, tmp_path, name):
    done = []
    takes = [Reviewed(take) for take in three]
    made = report(takes, Sounds(sounds, Hearing.NONE), {}, NOON, lambda count: done.append(count) or count < 1)
    out = tmp_path / "out"
    out.mkdir()
    assert not write_report(out / name, made)
    assert done == [0, 1]
    assert list(out.iterdir()) == []


def test_how_large_it_will_be_is_told_before(reported, three, sounds, tmp_path):
    seconds = sum(take.verdict.duration for take in three)
    files = [sounds.path(take.sound) for take in three]
    bare = tmp_path / "bare.html"
    write_report(bare, reported(*three, hearing=Hearing.NONE))
    for hearing in (Hearing.SMALL, Hearing.AS_KEPT):
        file = tmp_path / f"{hearing}.html"
        write_report(file, reported(*three, hearing=hearing))
        told = size(seconds, files, hearing)
        assert told == pytest.approx(file.stat().st_size - bare.stat().st_size, rel=0.6)
    assert size(seconds, files, Hearing.NONE) == 0
