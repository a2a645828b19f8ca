from datetime import timedelta

import pytest
from sample_takes import NOON, take

from coach.review.review import Comment
from coach.store.opening import open_store


@pytest.fixture
def stored(own_home):
    with open_store(own_home / "okbye.db") as store:
        for number, rep in enumerate(["Ana", "Ana", "Bo"], 1):
            store.takes.add(take(number, rep=rep, started_at=NOON + timedelta(days=number), drill="busy"))
        store.comments.add(Comment("c1", "take3", 1.0, "Keep this.", "Kim", NOON))
    return own_home


def test_a_page_of_everything(okbye, stored, tmp_path):
    file = tmp_path / "all.html"
    done = okbye("report", file)
    assert (done.exit_code, done.stdout) == (0, f"3 takes in {file}, 0.0 MB\n")
    text = file.read_text(encoding="utf-8")
    assert "2 reps" in text
    assert "Keep this." in text


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (["--rep", "Ana"], "2 takes"),
        (["--take", "take3"], "1 take "),
        (["--since", "2026-11-25"], "2 takes"),
        (["--until", "2026-11-25"], "2 takes"),
        (["--verdict", "pass", "--sound", "none"], "3 takes"),
    ],
)
def test_only_some(okbye, stored, tmp_path, chosen, count):
    assert okbye("report", tmp_path / "some.html", *chosen).stdout.startswith(count)


@pytest.mark.usefixtures("qapp")
def test_on_paper(okbye, stored, tmp_path):
    file = tmp_path / "all.pdf"
    assert okbye("report", file).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_paper_needs_no_screen(start_okbye, stored, tmp_path):
    process = start_okbye("report", tmp_path / "all.pdf", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="offscreen")
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


def test_what_cannot_be_reported_is_told(okbye, stored, tmp_path):
    file = tmp_path / "all.html"
    file.write_text("mine")
    assert "already" in okbye("report", file).stderr
    assert file.read_text() == "mine"
    assert "nothing to report" in okbye("report", tmp_path / "x.html", "--rep", "Cy").stderr
    done = okbye("report", tmp_path / "all.doc")
    assert done.exit_code == 2
    assert ".html or .pdf" in done.stderr


def test_without_takes_no_store_is_made(okbye, own_home, tmp_path):
    assert "no takes yet" in okbye("report", tmp_path / "x.html").stderr
    assert not own_home.exists()
